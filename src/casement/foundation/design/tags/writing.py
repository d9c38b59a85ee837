"""Tags for what people write and send: fields, what stops a form, two texts of one part, progress."""

from typing import Any

from django import template
from django.forms import BaseForm
from django.forms.boundfield import BoundField
from django.utils.safestring import SafeString

from casement.foundation.design.components import component
from casement.foundation.design.differences import differing
from casement.foundation.design.fields import render_field
from casement.foundation.design.parts import TwoTexts

register = template.Library()


@register.simple_tag
def field(bound: BoundField, **wishes: Any) -> SafeString:
    """A form field as GOV.UK markup; wishes are those of `fields.render_field`."""
    return render_field(bound, **wishes)


@register.simple_tag
def error_summary(*forms: BaseForm | None, refusal: str = "") -> SafeString | str:
    """What stops these forms, with a link to each field; `refusal` is a command's own sentence."""
    lines: list[dict[str, str]] = [{"text": refusal}] if refusal else []
    for form in forms:
        for name, errors in form.errors.items() if form is not None else ():
            target = {"href": f"#{form[name].auto_id}"} if form is not None and name in form.fields else {}
            lines += [{"text": str(error), **target} for error in errors]
    if not lines:
        return ""
    return component("error-summary", {"titleText": "There is something to put right", "errorList": lines})


@register.inclusion_tag("design/parts/two_texts.html", takes_context=True)
def two_texts(context: dict[str, Any], conflict: TwoTexts) -> dict[str, Any]:
    """Both writers' texts side by side with the differing words underlined, and the four ways on."""
    mine, theirs = differing(conflict.mine, conflict.theirs)
    token = context.get("csrf_token", "")
    return {"conflict": conflict, "mine": mine, "theirs": theirs, "csrf_token": token}


@register.inclusion_tag("design/parts/progress.html")
def progress(done: int, total: int, text: str = "", label: str = "How far it has got") -> dict[str, Any]:
    """How far work in the background has got, in words and as a bar."""
    return {"done": done, "total": total, "text": text, "label": label}


@register.inclusion_tag("design/parts/saved.html")
def saved(text: str = "", state: str = "") -> dict[str, Any]:
    """The line that says where the text is: state is saved, waiting or failed."""
    return {"text": text, "state": state}
