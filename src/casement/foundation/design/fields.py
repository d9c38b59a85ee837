"""Turns a Django form field into the params of the GOV.UK component that shows it."""

from collections.abc import Mapping
from typing import Any

from django import forms
from django.forms.boundfield import BoundField
from django.template.loader import render_to_string
from django.utils.safestring import SafeString, mark_safe

from casement.foundation.design.components import component
from casement.foundation.design.widgets import DateParts, InfluenceChoice, SaidArea

_KEPT_ATTRIBUTES = (
    "spellcheck",
    "autocapitalize",
    "list",
    "accept",
    "data-later",
    "step",
    "min",
    "max",
    "autofocus",
)


def render_field(field: BoundField, **wishes: Any) -> SafeString:
    """One form field with its label, hint and message, as GOV.UK markup.

    `wishes`: `heading=True` makes the label or legend the page's h1; `label_size` s, m or l; `classes`; `rows`;
    `hint` in place of the field's help text; `hints` by choice value; `small` for small radios and checkboxes.
    """
    widget = field.field.widget
    if widget.is_hidden:
        return mark_safe(str(field))
    if isinstance(widget, InfluenceChoice):
        return _influences(field, wishes)
    if isinstance(widget, forms.RadioSelect | forms.CheckboxSelectMultiple):
        return _choices(field, wishes)
    if isinstance(widget, forms.CheckboxInput):
        return _tick(field, wishes)
    if isinstance(widget, DateParts):
        return _date(field, wishes)
    if isinstance(widget, forms.Select):
        return _select(field, wishes)
    return _box(field, wishes)


def _shared(field: BoundField, wishes: Mapping[str, Any]) -> dict[str, Any]:
    params: dict[str, Any] = {"id": field.auto_id, "name": field.html_name}
    hint = wishes.get("hint", field.help_text)
    if hint:
        params["hint"] = {"text": str(hint)}
    if field.errors:
        params["errorMessage"] = {"text": " ".join(str(error) for error in field.errors)}
    return params


def _name_of(field: BoundField, wishes: Mapping[str, Any], kind: str) -> dict[str, Any]:
    size = "l" if wishes.get("heading") else wishes.get("label_size", "")
    classes = f"govuk-{kind}--{size}" if size else ""
    return {
        "text": str(wishes.get("label", field.label)),
        "classes": classes,
        "isPageHeading": bool(wishes.get("heading")),
    }


def _attributes(field: BoundField) -> dict[str, Any]:
    attrs = field.field.widget.attrs
    return {name: attrs[name] for name in attrs if name in _KEPT_ATTRIBUTES or name.startswith(("data-", "hx-"))}


def _box(field: BoundField, wishes: Mapping[str, Any]) -> SafeString:
    widget = field.field.widget
    params = _shared(field, wishes) | {
        "label": _name_of(field, wishes, "label"),
        "attributes": _attributes(field),
    }
    params["classes"] = wishes.get("classes", widget.attrs.get("class", ""))
    for name in ("autocomplete", "inputmode", "spellcheck"):
        if name in widget.attrs:
            params[name] = widget.attrs[name]
    if isinstance(widget, forms.FileInput):
        params["multiple"] = bool(getattr(widget, "allow_multiple_selected", False))
        params["javascript"] = True
        return component("file-upload", params)
    params["value"] = "" if field.value() is None else str(widget.format_value(field.value()) or "")
    if isinstance(widget, forms.Textarea):
        params["rows"] = wishes.get("rows", widget.attrs.get("rows", 6))
        if isinstance(widget, SaidArea):
            params["classes"] = f"{params['classes']} govuk-textarea--said".strip()
        return component("textarea", params)
    if isinstance(widget, forms.PasswordInput):
        params["value"] = ""
        return component("password-input", params)
    params["type"] = getattr(widget, "input_type", "text")
    return component("input", params)


def _items(field: BoundField, wishes: Mapping[str, Any]) -> list[dict[str, Any]]:
    chosen = field.value()
    chosen = {
        str(value)
        for value in (chosen if isinstance(chosen, list | tuple | set) else [chosen])
        if value is not None
    }
    hints: Mapping[str, str] = wishes.get("hints") or getattr(field.field, "choice_hints", {})
    return [
        {
            "value": str(value),
            "text": str(label),
            "checked": str(value) in chosen,
            **({"hint": {"text": hints[str(value)]}} if str(value) in hints else {}),
        }
        for value, label in _flat(getattr(field.field, "choices", ()))
        if str(value) or str(value) in chosen
    ]


def _flat(choices: Any) -> list[tuple[Any, Any]]:
    flat: list[tuple[Any, Any]] = []
    for value, label in choices:
        flat.extend(label if isinstance(label, list | tuple) else [(value, label)])
    return flat


def _choices(field: BoundField, wishes: Mapping[str, Any]) -> SafeString:
    name = "radios" if isinstance(field.field.widget, forms.RadioSelect) else "checkboxes"
    params = _shared(field, wishes)
    params |= {
        "idPrefix": field.auto_id,
        "fieldset": {"legend": _name_of(field, wishes, "fieldset__legend")},
        "items": _items(field, wishes),
        "classes": f"govuk-{name}--small" if wishes.get("small") else wishes.get("classes", ""),
    }
    return component(name, params)


def _tick(field: BoundField, wishes: Mapping[str, Any]) -> SafeString:
    params = _shared(field, {**wishes, "hint": ""})
    item = {"value": "on", "text": str(field.label), "checked": bool(field.value()), "id": field.auto_id}
    if field.help_text:
        item["hint"] = {"text": str(field.help_text)}
    params |= {
        "idPrefix": field.auto_id,
        "items": [item],
        "classes": "govuk-checkboxes--small" if wishes.get("small") else "",
    }
    return component("checkboxes", params)


def _date(field: BoundField, wishes: Mapping[str, Any]) -> SafeString:
    widget = field.field.widget
    values = widget.decompress(field.value())
    wrong = " govuk-input--error" if field.errors else ""
    params = _shared(field, wishes)
    params["fieldset"] = {"legend": _name_of(field, wishes, "fieldset__legend"), "role": "group"}
    params["items"] = [
        {
            "name": f"{field.html_name}_{part}",
            "id": field.auto_id if part == "day" else f"{field.auto_id}_{part}",
            "label": part.title(),
            "value": str(value),
            "classes": f"govuk-input--width-{4 if part == 'year' else 2}{wrong}",
        }
        for part, value in zip(DateParts.parts, values, strict=True)
    ]
    return component("date-input", {**params, "id": f"{field.auto_id}_date"})


def _select(field: BoundField, wishes: Mapping[str, Any]) -> SafeString:
    raw = field.value()
    chosen = {str(value) for value in (raw if isinstance(raw, list | tuple) else [raw]) if value is not None}
    context = {"field": field, "name": _name_of(field, wishes, "label"), "classes": wishes.get("classes", "")}
    context |= {
        "shared": _shared(field, wishes),
        "groups": _groups(field, chosen),
        "attributes": _attributes(field),
    }
    context["multiple"] = getattr(field.field.widget, "allow_multiple_selected", False)
    return render_to_string("design/field_select.html", context)


def _groups(field: BoundField, chosen: set[str]) -> list[tuple[str, list[tuple[str, str, bool]]]]:
    groups: list[tuple[str, list[tuple[str, str, bool]]]] = []
    for value, label in getattr(field.field, "choices", ()):
        grouped = isinstance(label, list | tuple)
        name, options = (str(value), label) if grouped else ("", [(value, label)])
        rows = [(str(inner), str(text), str(inner) in chosen) for inner, text in options]
        if not grouped and groups and groups[-1][0] == "":
            groups[-1][1].extend(rows)
        else:
            groups.append((name, rows))
    return groups


def _influences(field: BoundField, wishes: Mapping[str, Any]) -> SafeString:
    context = {"field": field, "legend": wishes.get("label", field.label), "items": _items(field, wishes)}
    return render_to_string("design/field_influences.html", context | {"shared": _shared(field, wishes)})
