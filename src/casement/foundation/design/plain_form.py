"""A form whose messages say in plain words what to do, each naming its field."""

from typing import Any

from django import forms
from django.core.validators import MaxLengthValidator


class PlainForm(forms.Form):
    """A Django form with our words in place of the framework's; a field's own error_messages win."""

    use_required_attribute = False

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for field in self.fields.values():
            _speak_plainly(field)


def _speak_plainly(field: forms.Field) -> None:
    own = field.error_messages
    standard = type(field)().error_messages if type(field) in _STANDARD else {}
    for code, sentence in _sentences(field).items():
        if code in own and own[code] == standard.get(code, own[code]):
            own[code] = sentence
    for validator in field.validators:
        if isinstance(validator, MaxLengthValidator):
            validator.message = f"{field.label} can hold %(limit_value)d characters; this has %(show_value)d."


_STANDARD = (
    forms.CharField,
    forms.ChoiceField,
    forms.MultipleChoiceField,
    forms.EmailField,
    forms.IntegerField,
    forms.FileField,
    forms.BooleanField,
)


def _sentences(field: forms.Field) -> dict[str, str]:
    name = str(field.label or "This")
    if isinstance(field, forms.BooleanField):
        return {"required": f"Tick the box to go on: {name}"}
    if isinstance(field, forms.FileField):
        return {
            "required": f"{name}: choose a file.",
            "empty": f"{name}: this file is empty. Choose another.",
        }
    if isinstance(field, forms.MultipleChoiceField):
        return {
            "required": f"{name}: choose at least one.",
            "invalid_choice": f"{name}: choose from the list.",
        }
    if isinstance(field, forms.ChoiceField):
        return {"required": f"{name}: choose one.", "invalid_choice": f"{name}: choose one from the list."}
    if isinstance(field, forms.EmailField):
        return {
            "required": f"{name}: write an e-mail address.",
            "invalid": f"{name}: write an e-mail address.",
        }
    if isinstance(field, forms.IntegerField):
        return {
            "required": f"{name}: write a number.",
            "invalid": f"{name}: write a whole number, such as 12.",
        }
    return {"required": f"{name}: write something here."}
