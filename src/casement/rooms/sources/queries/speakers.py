"""Who speaks in a transcript: what is proposed, and what a person confirmed."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass

from casement.foundation.access import Seat, Verb
from casement.foundation.refusals import NotHere
from casement.rooms.reviews.models import Participation
from casement.rooms.sources.models import Source, Speaker, Version
from casement.rooms.sources.rules import turns as rule
from casement.rooms.sources.rules.masking import read, shown, worded
from casement.rooms.sources.rules.paragraphs import paragraphs

FIRST_WORDS = 90


@dataclass(frozen=True)
class Heard:
    """One speaker: the name in the transcript, how often they speak, how they begin, and who they are so far."""

    name: str
    turns: int
    first: str
    participation: int | None = None
    label: str = ""


@dataclass(frozen=True)
class Speakers:
    """The speakers of a source. `people` are (number, role label) of those it may be; `confirmed` once said."""

    number: int
    kind: str
    title: str
    version: int
    turns: int
    heard: tuple[Heard, ...]
    people: tuple[tuple[str, str], ...]
    confirmed: bool


@dataclass(frozen=True)
class Spoken:
    """One confirmed turn of a version: who speaks as people are shown it, from where to where, and when."""

    number: int
    speaker: str
    start: int
    end: int
    time: str


def speakers(seat: Seat, number: int) -> Speakers:
    """The speakers of a source this seat may put right; NotHere otherwise. Four queries."""
    rows = Source.objects.visible_to(seat, Verb.WRITE).select_related("current__turns")
    source = rows.filter(number=number).first()
    if source is None or source.current is None:
        raise NotHere
    found = found_in(source.current)
    known = {one.number: one for one in Speaker.objects.filter(turns__version=source.current)}
    roles = dict(Participation.objects.filter(review_id=seat.review).values_list("pk", "number"))
    masks = read(source.current.masks)
    counts = Counter(turn.speaker for turn in found)
    firsts = {turn.speaker: turn for turn in reversed(found)}
    heard = []
    for place, name in enumerate(rule.speakers(found), 1):
        start, end = firsts[name].start, firsts[name].end
        one = known.get(place)
        heard.append(
            Heard(
                worded(name, source.masked),
                counts[name],
                " ".join(shown(source.current.text, masks, start, end).split())[:FIRST_WORDS],
                roles.get(one.participation_id) if one and one.participation_id else None,
                one.label if one else "",
            )
        )
    people = Participation.objects.filter(review_id=seat.review).order_by("role_label")
    return Speakers(
        source.number,
        source.kind,
        source.title,
        source.current.number,
        len(found),
        tuple(heard),
        tuple((str(place), label) for place, label in people.values_list("number", "role_label")),
        bool(known),
    )


def found_in(version: Version) -> tuple[rule.Turn, ...]:
    """The turns that a version is thought to hold."""
    blocks = paragraphs(version.text, version.anchors)
    return rule.turns(version.text, ((one.start, one.end, one.kind == "heading") for one in blocks))


def spoken(version_id: int) -> tuple[Spoken, ...]:
    """The confirmed turns of a version that was read for a seat, with speakers as they are shown; one query."""
    rows = Speaker.objects.filter(turns__version=version_id).values_list(
        "number", "name", "label", "participation__role_label", "turns__found", "turns__version__source__masked"
    )
    said_by: dict[int, str] = {}
    found: list[list[int | str]] = []
    for number, name, label, role, found, masked in rows:  # noqa: B007
        said_by[number] = role or label or worded(name, masked)
    return tuple(
        Spoken(place, said_by[int(one)], int(start), int(end), str(time))
        for place, (one, start, end, time) in enumerate(found, 1)
    )
