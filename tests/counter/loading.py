"""Puts the planted passages into reviews: against the example's own patterns, and against those of two made cases."""

from __future__ import annotations

import random
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml

from casement.example.case import CASE, load_case
from casement.foundation.access import Role, Seat
from casement.rooms.analysis import commands
from casement.rooms.analysis.models import Pattern
from casement.rooms.analysis.vocabulary import Cite, Influence
from casement.rooms.coding import commands as coding
from casement.rooms.reviews.models import Agency, FrameworkItem, Participation, Review
from casement.rooms.sources.commands.findable import make_findable
from casement.rooms.sources.models import Source, Version
from tests.factories.reviews import person

HERE = Path(__file__).parent
PLANTED = HERE / "planted.yaml"
SETTLED, HELD, BLIND, LAST = "settled", "held back", "blind", "last"
WAY = {"harder": Influence.HARDER, "helped": Influence.HELPED}
TURNED = {"harder": Influence.HELPED, "helped": Influence.HARDER}
EXAMPLE_VOICES = {
    "sw": {"agency": "Children’s social care team", "kind": "conversation"},
    "nurse": {"agency": "Hospital trust", "kind": "conversation"},
    "pastoral": {"agency": "Academy", "kind": "conversation"},
    "housing": {"agency": "Housing", "kind": "record"},
}
UNCODED = "-"
TOGETHER = 12  # passages in one made source


@dataclass(frozen=True)
class Line:
    """One passage of a case: whose it is, and the code it is given where sources are coded."""

    voice: str
    text: str
    code: str = ""
    influence: str = ""


@dataclass(frozen=True)
class Planted:
    """A claim as it stands in a review, and the passages planted against it.

    `kind` is SETTLED where weights were settled on its passages, HELD where they were not while their figures were
    seen, BLIND where it was written when all was settled.
    """

    seat: Seat
    case: str
    key: str
    pattern: int
    text: str
    against: tuple[str, ...]
    kind: str


def told() -> list[dict[str, Any]]:
    """The cases as they are written down."""
    first: list[dict[str, Any]] = yaml.safe_load(PLANTED.read_text("utf-8"))
    later = [
        {**case, "kind": kind}
        for kind in (BLIND, LAST)
        for case in yaml.safe_load((HERE / f"{kind}.yaml").read_text("utf-8"))
    ]
    return [*first, *later]


def lines_of(claim: dict[str, Any], factors: dict[str, str]) -> Iterator[Line]:
    """The passages for and against a claim. `factors` are its factors and which way they worked."""
    first = next(iter(factors))
    for side, ways in (("planted", TURNED), ("agreeing", WAY)):
        for one in claim[side]:
            code = one.get("as", first)
            way = factors.get(code, factors[first])
            yield Line(one["from"], one["text"], code, "" if code == UNCODED else ways[way])


def made_case(cast: Any, case: dict[str, Any]) -> tuple[list[Planted], list[Line]]:
    """One case in the cast's review: sources, episodes, patterns. Its lines, to be coded later."""
    if case["case"] == "example":
        case = of_example(case)
    chance = random.Random(case["case"])
    seat = cast.seat(Role.LEAD)
    lines = [line for claim in case["claims"] for line in lines_of(claim, claim["factors"])]
    voices = list(case["voices"])
    lines += [Line(voices[at % len(voices)], text) for at, text in enumerate(case["routine"])]
    chance.shuffle(lines)
    homes = {
        voice: place(cast.review, voice, facts["agency"], facts["kind"]) for voice, facts in case["voices"].items()
    }
    put(cast.review, cast.person(Role.LEAD), homes, lines)
    made = []
    for claim in case["claims"]:
        uses = []
        for at, (code, way) in enumerate(claim["factors"].items()):
            episode = commands.propose_episode(
                seat, title=f"{claim['key']} {at}", why="It shows it.", began="May 2023"
            )
            use = commands.add_factor_use(
                seat, episode=episode.number, item_id=code, influence=WAY[way], how="It bore on the work.",
                cites=[cite_of(cast.review, one["text"]) for one in claim["agreeing"][:2]],
            )  # fmt: skip
            uses.append(use.number)
        pattern = commands.gather_pattern(seat, title=claim["title"], uses=uses)
        commands.write_statement(
            seat, owner="pattern", number=pattern.number, part="statement", text=claim["statement"], inference=True
        )
        made.append(planted(seat, case, claim, pattern))
    return made, lines


def of_example(case: dict[str, Any]) -> dict[str, Any]:
    """The case of the example in the form of the others: its own patterns, among its own conversations."""
    example = load_case(CASE)
    ways: dict[tuple[str, str], str] = {}
    for episode in example.episodes:
        for use in episode.factor_uses:
            ways[episode.key, use.item] = "helped" if use.influence == Influence.HELPED else "harder"
    patterns = {one.key: one for one in example.patterns}
    claims = []
    for claim in case["claims"]:
        told = patterns[claim["pattern"]]
        factors = {one.item: ways[one.episode, one.item] for one in told.gathers}
        claims.append(
            {**claim, "key": told.key, "title": told.title, "statement": told.statement, "factors": factors}
        )
    spoken = [
        line.strip("#>*- ").strip()
        for file in sorted((CASE / "conversations").glob("*.md"))
        for line in file.read_text("utf-8").split("\n---\n", 1)[-1].splitlines()
    ]
    routine = list(dict.fromkeys(line for line in spoken if len(line) > 40 and ": " not in line[:25]))
    return {"case": case["case"], "claims": claims, "voices": EXAMPLE_VOICES, "routine": routine}


def planted(seat: Seat, case: dict[str, Any], claim: dict[str, Any], pattern: Pattern) -> Planted:
    """A claim with what was planted against it."""
    said = pattern.statements.filter(part="statement").values_list("text", flat=True)
    return Planted(
        seat, case["case"], claim["key"], pattern.number, " ".join([pattern.title, *said]),
        tuple(one["text"] for one in claim["planted"]),
        case.get("kind") or (HELD if claim.get("held") else SETTLED),
    )  # fmt: skip


def place(review: Review, voice: str, agency: str, kind: str) -> tuple[Agency | None, Any, str]:
    """Whose sources a voice's are: its agency, and for a conversation the person heard."""
    count = Agency.objects.filter(review=review).count()
    home = (
        Agency.objects.get_or_create(review=review, name=agency, defaults={"number": count + 1})[0]
        if agency
        else None
    )
    if kind == "record":
        return home, None, kind
    number = Participation.objects.filter(review=review).count() + 1
    role = Role.FAMILY if kind == "family" else Role.CASE_GROUP
    heard = Participation.objects.create(
        review=review, number=number, person=person(voice), role=role, role_label=voice.capitalize(), agency=home
    )
    return home, heard, kind


def put(review: Review, by: Any, homes: dict[str, tuple[Any, Any, str]], lines: list[Line]) -> None:
    """The lines as sources of some paragraphs each, found by the search like any other."""
    for voice, (agency, heard, kind) in homes.items():
        mine = [line.text for line in lines if line.voice == voice]
        for at in range(0, len(mine), TOGETHER):
            text = "\n".join(mine[at : at + TOGETHER])
            source = Source.objects.create(
                review=review, number=Source.objects.filter(review=review).count() + 1, kind=kind,
                title=f"{voice.capitalize()} {at // TOGETHER + 1}", agency=agency, participation=heard,
                added_by=by,
            )  # fmt: skip
            anchors, start = [], 0
            for line in text.split("\n"):
                anchors.append(["paragraph", "", start, start + len(line), 0, ""])
                start += len(line) + 1
            source.current = Version.objects.create(
                source=source, number=1, text=text, anchors=anchors, media_type="text/plain", by=by
            )
            source.save()
            make_findable(source, source.current)


def cite_of(review: Review, text: str) -> Cite:
    """A whole line as evidence."""
    source = Source.objects.get(review=review, current__text__contains=text)
    assert source.current is not None
    start = source.current.text.index(text)
    return Cite(source=source.number, start=start, end=start + len(text), quote=text)


def code(seat: Seat, lines: list[Line]) -> None:
    """Mark every line that has a code, and of the rest one in three with any factor and either influence."""
    chance = random.Random(7)
    items = sorted(set(
        FrameworkItem.objects.filter(framework__key="factors", retired=False).values_list("item_id", flat=True)
    ))  # fmt: skip
    for line in lines:
        item, way = line.code, line.influence
        if not item and chance.random() < 1 / 3:
            item, way = chance.choice(items), chance.choice([Influence.HELPED, Influence.HARDER])
        if item and item != UNCODED:
            at = cite_of(Review.objects.get(pk=seat.review), line.text)
            assert at.source is not None and at.start is not None and at.end is not None
            coding.mark_passage(
                seat,
                number=at.source,
                start=at.start,
                end=at.end,
                quote=at.quote,
                code=f"item:{item}",
                influence=way,
            )
