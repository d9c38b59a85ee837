"""What every form field shares: its id and name, its label, its hint, and what is wrong with it."""

from collections.abc import Mapping
from typing import Any

from django.forms.boundfield import BoundField

_KEPT = ("spellcheck", "autocapitalize", "list", "accept", "step", "min", "max", "autofocus")


def shared(field: BoundField, wishes: Mapping[str, Any]) -> dict[str, Any]:
    """Id, name, hint and message of a field as component params."""
    params: dict[str, Any] = {"id": field.auto_id, "name": field.html_name}
    hint = wishes.get("hint", field.help_text)
    if hint:
        params["hint"] = {"text": str(hint)}
    if field.errors:
        params["errorMessage"] = {"text": " ".join(str(error) for error in field.errors)}
    return params


def label_of(field: BoundField, wishes: Mapping[str, Any], kind: str = "label") -> dict[str, Any]:
    """The label, or the legend of several boxes; the page's h1 where `heading` is wished for."""
    heading = bool(wishes.get("heading"))
    size = wishes.get("label_size", "l" if heading else "")
    classes = f"govuk-{kind}--{size}" if size else ""
    return {"text": str(wishes.get("label", field.label)), "classes": classes, "isPageHeading": heading}


def attributes(field: BoundField) -> dict[str, Any]:
    """The widget's own attributes that the page should carry; classes and sizes are the design's business."""
    attrs = field.field.widget.attrs
    return {name: attrs[name] for name in attrs if name in _KEPT or name.startswith(("data-", "hx-"))}
