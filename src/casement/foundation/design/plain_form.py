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
    own, standard = field.error_messages, _standard(type(field))
    for code, sentence in _sentences(field).items():
        if code in own and own[code] == standard.get(code):
            own[code] = sentence
    for validator in field.validators:
        if isinstance(validator, MaxLengthValidator):
            validator.message = f"{field.label} can hold %(limit_value)d characters; this has %(show_value)d."


def _standard(kind: type[forms.Field]) -> dict[str, Any]:
    """The messages that a kind of field has where nobody gave it others."""
    told: dict[str, Any] = {}
    for each in reversed(kind.__mro__):
        told |= getattr(each, "default_error_messages", {})
    return told


def _sentences(field: forms.Field) -> dict[str, str]:
    name = str(field.label or "This")
    if isinstance(field, forms.BooleanField):
        return {"required": f"Tick the box to go on: {name}"}
    return {code: _joined(name, act) for code, act in _acts(field).items()}


def _joined(name: str, act: str) -> str:
    return f"{name} {act[0].upper()}{act[1:]}" if name.endswith("?") else f"{name}: {act}"


def _acts(field: forms.Field) -> dict[str, str]:
    if isinstance(field, forms.FileField):
        return {"required": "choose a file.", "empty": "this file is empty. Choose another."}
    if isinstance(field, forms.MultipleChoiceField):
        return {"required": "choose at least one.", "invalid_choice": "choose from the list."}
    if isinstance(field, forms.ChoiceField):
        return {"required": "choose one.", "invalid_choice": "choose one from the list."}
    if isinstance(field, forms.EmailField):
        return {"required": "write an e-mail address.", "invalid": "write a whole e-mail address."}
    if isinstance(field, forms.IntegerField):
        return {"required": "write a number.", "invalid": "write a whole number, such as 12."}
    return {"required": "write something here."}
