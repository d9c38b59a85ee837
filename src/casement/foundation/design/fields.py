"""Turns a Django form field into the GOV.UK component that shows it, keeping everything that was typed."""

from typing import Any

from django import forms
from django.forms.boundfield import BoundField
from django.utils.safestring import SafeString, mark_safe

from casement.foundation.design.choices import (
    render_choices,
    render_influences,
    render_select,
    render_tick,
)
from casement.foundation.design.components import component
from casement.foundation.design.naming import attributes, label_of, shared
from casement.foundation.design.widgets import DateParts, InfluenceChoice, SaidArea


def render_field(field: BoundField, **wishes: Any) -> SafeString:
    """One form field with its label, hint and message, as GOV.UK markup.

    `wishes`: `heading=True` makes the label or legend the page's h1; `label`; `label_size` (s, m, l);
    `classes`; `rows`; `hint` in place of the help text; `hints` by choice value; `small` radios and boxes.
    """
    widget = field.field.widget
    if widget.is_hidden:
        return mark_safe(str(field))
    if isinstance(widget, InfluenceChoice):
        return render_influences(field, wishes)
    if isinstance(widget, forms.RadioSelect | forms.CheckboxSelectMultiple):
        return render_choices(field, wishes)
    if isinstance(widget, forms.CheckboxInput):
        return render_tick(field, wishes)
    if isinstance(widget, DateParts):
        return _date(field, wishes)
    if isinstance(widget, forms.Select):
        return render_select(field, wishes)
    if isinstance(widget, forms.FileInput):
        return _file(field, wishes)
    return _box(field, wishes)


def _box(field: BoundField, wishes: dict[str, Any]) -> SafeString:
    widget = field.field.widget
    params = shared(field, wishes) | {"label": label_of(field, wishes), "attributes": attributes(field)}
    params["classes"] = wishes.get("classes", widget.attrs.get("class", ""))
    params |= {name: widget.attrs[name] for name in ("autocomplete", "inputmode") if name in widget.attrs}
    if isinstance(widget, forms.PasswordInput):
        return component("password-input", params)
    params["value"] = "" if field.value() is None else str(widget.format_value(field.value()) or "")
    if isinstance(widget, forms.Textarea):
        params["rows"] = wishes.get("rows", widget.attrs.get("rows", 6))
        if isinstance(widget, SaidArea):
            params["classes"] = f"{params['classes']} govuk-textarea--said".strip()
        return component("textarea", params)
    return component("input", {**params, "type": getattr(widget, "input_type", "text")})


def _file(field: BoundField, wishes: dict[str, Any]) -> SafeString:
    widget = field.field.widget
    params = shared(field, wishes) | {"label": label_of(field, wishes), "attributes": attributes(field)}
    params |= {"multiple": bool(getattr(widget, "allow_multiple_selected", False)), "javascript": True}
    return component("file-upload", params)


def _date(field: BoundField, wishes: dict[str, Any]) -> SafeString:
    widget = field.field.widget
    assert isinstance(widget, DateParts)
    wrong = " govuk-input--error" if field.errors else ""
    params = shared(field, wishes) | {"id": f"{field.auto_id}_date"}
    params["fieldset"] = {"legend": label_of(field, wishes, "fieldset__legend"), "role": "group"}
    params["items"] = [
        {
            "name": f"{field.html_name}_{part}",
            "id": field.auto_id if part == "day" else f"{field.auto_id}_{part}",
            "label": part.title(),
            "value": str(value),
            "classes": f"govuk-input--width-{4 if part == 'year' else 2}{wrong}",
        }
        for part, value in zip(DateParts.parts, widget.decompress(field.value()), strict=True)
    ]
    return component("date-input", params)
