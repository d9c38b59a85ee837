"""Form fields that offer choices: radios, checkboxes, one tick, a list, the three influences."""

from collections.abc import Iterable, Mapping
from typing import Any

from django import forms
from django.forms.boundfield import BoundField
from django.template.loader import render_to_string
from django.utils.safestring import SafeString

from casement.foundation.design.components import component
from casement.foundation.design.naming import attributes, label_of, shared

Option = tuple[str, str, bool]


def render_choices(field: BoundField, wishes: Mapping[str, Any]) -> SafeString:
    """Radios or checkboxes under a legend, each with its hint."""
    several = isinstance(field.field.widget, forms.CheckboxSelectMultiple)  # itself a kind of RadioSelect
    name = "checkboxes" if several else "radios"
    params = shared(field, wishes) | {
        "idPrefix": field.auto_id,
        "fieldset": {"legend": label_of(field, wishes, "fieldset__legend")},
        "items": _items(field, wishes),
        "classes": f"govuk-{name}--small" if wishes.get("small") else wishes.get("classes", ""),
    }
    return component(name, params)


def render_tick(field: BoundField, wishes: Mapping[str, Any]) -> SafeString:
    """One checkbox whose label is the sentence agreed to."""
    hint = wishes.get("hint", field.help_text)
    label = str(wishes.get("label", field.label))
    item = {"value": "on", "text": label, "checked": bool(field.value()), "id": field.auto_id}
    item |= {"hint": {"text": str(hint)}} if hint else {}
    classes = "govuk-checkboxes--small" if wishes.get("small") else ""
    params = shared(field, {**wishes, "hint": ""})
    return component("checkboxes", params | {"idPrefix": field.auto_id, "items": [item], "classes": classes})


def render_select(field: BoundField, wishes: Mapping[str, Any]) -> SafeString:
    """A list to choose from, with groups, which GOV.UK's own template has not."""
    context = {
        "field": field,
        "name": label_of(field, wishes),
        "classes": wishes.get("classes", ""),
        "shared": shared(field, wishes),
        "groups": _groups(field),
        "attributes": attributes(field),
        "multiple": getattr(field.field.widget, "allow_multiple_selected", False),
    }
    return render_to_string("design/field_select.html", context)


def render_influences(field: BoundField, wishes: Mapping[str, Any]) -> SafeString:
    """The three influences as equal choices, each with its sign."""
    legend = wishes.get("label", field.label)
    context = {"field": field, "legend": legend, "items": _items(field, wishes)}
    return render_to_string("design/field_influences.html", context | {"shared": shared(field, wishes)})


def _chosen(field: BoundField) -> set[str]:
    value = field.value()
    several = value if isinstance(value, list | tuple | set) else [value]
    return {str(one) for one in several if one is not None}


def _items(field: BoundField, wishes: Mapping[str, Any]) -> list[dict[str, Any]]:
    chosen = _chosen(field)
    hints: Mapping[str, str] = wishes.get("hints") or getattr(field.field, "choice_hints", {})
    items = []
    for _, options in _groups(field):
        for value, text, _ in options:
            if not value and value not in chosen:
                continue
            hint = {"hint": {"text": hints[value]}} if value in hints else {}
            items.append({"value": value, "text": text, "checked": value in chosen, **hint})
    return items


def _groups(field: BoundField) -> list[tuple[str, list[Option]]]:
    chosen = _chosen(field)
    groups: list[tuple[str, list[Option]]] = []
    for value, label in getattr(field.field, "choices", ()):
        if isinstance(label, list | tuple):
            groups.append((str(value), _options(label, chosen)))
        elif groups and not groups[-1][0]:
            groups[-1][1].extend(_options([(value, label)], chosen))
        else:
            groups.append(("", _options([(value, label)], chosen)))
    return groups


def _options(pairs: Iterable[tuple[Any, Any]], chosen: set[str]) -> list[Option]:
    return [(str(value), str(text), str(value) in chosen) for value, text in pairs]
