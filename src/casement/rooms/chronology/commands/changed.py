"""Tells what is kept in memory of a review's entries that they have changed."""

from __future__ import annotations

import uuid

from casement.rooms.chronology.models import LastChange


def entries_changed(review_id: int) -> None:
    """Leave a new word. For every command that adds, changes or takes out an entry, in its transaction."""
    LastChange.objects.update_or_create(review_id=review_id, defaults={"word": uuid.uuid4().hex})
