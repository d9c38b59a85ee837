"""Whether rooms above rest anything on an entry, without knowing those rooms."""

from __future__ import annotations

from collections.abc import Iterable

from casement.rooms.chronology.models import Entry


def cited(entry_ids: Iterable[int]) -> frozenset[int]:
    """Which of these entries (by id) something outside this room points to and still holds on to."""
    wanted, found = list(entry_ids), set[int]()
    for link in Entry._meta.get_fields(include_hidden=True):
        model = link.related_model
        if not link.auto_created or not isinstance(model, type) or model._meta.app_label == "chronology":
            continue
        name = link.field.name  # type: ignore[union-attr]
        rows = model._default_manager.filter(**{f"{name}__in": wanted})
        if any(field.name == "removed_at" for field in model._meta.concrete_fields):
            rows = rows.filter(removed_at=None)
        found |= set(rows.values_list(name, flat=True))
    return frozenset(found)
