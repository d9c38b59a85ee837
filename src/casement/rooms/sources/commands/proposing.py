"""A text is looked through for words that may identify somebody. It proposes; people decide in `naming`."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from django.db import transaction

from casement.rooms.reviews.models import Identity
from casement.rooms.reviews.rules.naming import FORENAMES
from casement.rooms.sources.models import Mention, Source
from casement.rooms.sources.rules.identifying import Found, Known, proposals
from casement.rooms.sources.rules.words import Finder

LONGEST = 300


class Looked(NamedTuple):
    """What one look through a text found: the version it looked at, and each distinct words with their places."""

    version: int
    found: dict[str, Found]
    places: dict[str, list[list[int]]]


def look_through(source: Source) -> Looked:
    """Look a source's newest text through with the identity register as it is. Changes nothing."""
    version = source.current
    assert version is not None
    rows = Identity.objects.filter(review_id=source.review_id).order_by("number")
    register = [
        Known(number, label, tuple(names)) for number, label, names in rows.values_list("number", "label", "names")
    ]
    found: dict[str, Found] = {}
    for one in proposals(version.text, register, FORENAMES):
        words = version.text[one.start : one.end]
        if len(words) <= LONGEST and (words not in found or found[words].doubtful):
            found[words] = one
    return Looked(version.pk, found, {})


def places_of(text: str, words: Iterable[str]) -> dict[str, list[list[int]]]:
    """Where each of these words stands in a text, as a mask on them all would have it."""
    told: dict[str, list[list[int]]] = {}
    for start, end, which in Finder(words).find(text):
        told.setdefault(which, []).append([start, end])
    return told


def propose(source_id: int) -> None:
    """Write down what is proposed for a source, and keep what was decided. Safe to run twice, and not a command:
    it acts for nobody and decides nothing.

    The look itself holds no lock. If the text was corrected meanwhile, the correction asked for a look of its own.
    """
    source = Source.objects.select_related("current").filter(pk=source_id).first()
    if source is None or source.current is None:
        return
    looked = look_through(source)
    with transaction.atomic():
        held = Source.objects.select_for_update(of=("self",)).select_related("current").get(pk=source_id)
        if held.current is not None and held.current.pk == looked.version:
            write_down(held, looked.found)


def write_down(source: Source, found: dict[str, Found]) -> None:
    """Make the rows say what was found; those somebody decided about stay, with their places as they are now."""
    assert source.current is not None
    there = {row.words: row for row in Mention.objects.filter(source=source)}
    kept = {words for words, row in there.items() if row.decision or row.kind == "by_hand"}
    Mention.objects.filter(source=source, words__in=set(there) - kept - set(found)).delete()
    places = places_of(source.current.text, {*found, *kept})
    numbers = dict(Identity.objects.filter(review_id=source.review_id).values_list("number", "pk"))
    last = max((row.number for row in there.values()), default=0)
    made, changed = [], []
    for words in [*found, *(kept - set(found))]:
        row = there.get(words)
        if row is None:
            last += 1
            row = Mention(source=source, number=last, words=words)
            made.append(row)
        else:
            changed.append(row)
        row.places = places.get(words, [])
        if words in found:
            describe(row, found[words], numbers)
    Mention.objects.bulk_create(made)
    Mention.objects.bulk_update(
        changed, ["places", "kind", "why", "proposed", "identity", "doubtful"], batch_size=500
    )


def describe(row: Mention, one: Found, numbers: dict[int, int]) -> None:
    """Take over why words are proposed."""
    row.kind, row.why, row.proposed, row.doubtful = one.kind, one.why, one.label[:80], one.doubtful
    row.identity_id = numbers.get(one.identity) if one.identity is not None else None
