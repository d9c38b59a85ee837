"""What a reader may hear in the texts of the analysis, and what the team answered."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from dataclasses import dataclass
from datetime import datetime
from functools import cache
from pathlib import Path

from django.conf import settings
from django.db.models import IntegerField, Q, Value

from casement.foundation.access import Seat
from casement.rooms.analysis.models import (
    BoardQuestion,
    Episode,
    FactorUse,
    Finding,
    KeptWording,
    Pattern,
    Period,
    Statement,
)
from casement.rooms.analysis.queries.gathering import working
from casement.rooms.analysis.queries.history import author
from casement.rooms.analysis.queries.places import FOLDERS
from casement.rooms.analysis.rules.language.reading import WrongRules, read_rules
from casement.rooms.analysis.rules.language.speaking import Flag, Rules, same_sentence, speaks
from casement.rooms.analysis.vocabulary import PART_WORDS, Part

OURS = Path(__file__).parents[1] / "rules" / "language" / "rules.toml"
FACTS = (
    ("Episode {}, title", "episodes/{}/"),
    ("Pattern {}, title", "patterns/{}/"),
    ("Finding {}, title", "findings/{}/"),
    ("Episode {}, standard", "episodes/{}/appraisal/"),
    ("Episode {}, whether it applied", "episodes/{}/appraisal/"),
    ("Factor use {}, name", "factors/uses/{}/change/"),
    ("Period {}, title", "perspectives/{}/"),
)
THING = {"episode": "Episode", "factor_use": "Factor use", "pattern": "Pattern", "finding": "Finding",
         "period": "Period"}  # fmt: skip


@dataclass(frozen=True)
class Answer:
    """Words that the team keeps, with the reason, whose it is by role label, and when."""

    number: int
    rule: str
    sentence: str
    reason: str
    by: str
    at: datetime


@dataclass(frozen=True)
class TextPlace:
    """A text we wrote, where it stands in words, and its address."""

    place: str
    href: str
    text: str


@dataclass(frozen=True)
class Note:
    """One place where a reader may hear it: the sentence cut at the words, and what the rule says."""

    place: str
    href: str
    before: str
    words: str
    after: str
    sentence: str
    rule: str
    title: str
    advice: str
    reason: str


Answers = Collection[tuple[str, str]]


def language_rules() -> Rules:
    """The rules of this site: ours, or the file that CASEMENT_LANGUAGE_RULES names. WrongRules if it is no good."""
    return rules_in(str(settings.CASEMENT_LANGUAGE_RULES or OURS))


@cache
def rules_in(path: str) -> Rules:
    """The rules of one file; read once, so that a change takes a restart."""
    try:
        text = Path(path).read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError):
        raise WrongRules("The file of language rules that CASEMENT_LANGUAGE_RULES names cannot be read.") from None
    return read_rules(text)


def answers(seat: Seat) -> tuple[Answer, ...]:
    """Every answer that stands, newest first, in one query."""
    working(seat)
    rows = KeptWording.objects.filter(review_id=seat.review, taken_back_at=None).annotate(label=author(seat))
    told = rows.order_by("-number").values_list("number", "rule", "sentence", "reason", "label", "at")
    return tuple(Answer(*row) for row in told)


def answered(seat: Seat) -> frozenset[tuple[str, str]]:
    """The rule and sentence of every answer that stands, in one query."""
    working(seat)
    rows = KeptWording.objects.filter(review_id=seat.review, taken_back_at=None)
    return frozenset(rows.values_list("rule", "sentence"))


def notes_on(text: TextPlace, kept: Answers) -> tuple[Note, ...]:
    """What a reader may hear in one text, without what is answered."""
    return tuple(
        note(text, flag)
        for flag in speaks(text.text, language_rules())
        if (flag.rule.name, same_sentence(flag.sentence)) not in kept
    )


def note(text: TextPlace, flag: Flag) -> Note:
    """A flag as it is shown."""
    begins = text.text.rfind(flag.sentence, 0, flag.start + len(flag.sentence))
    ends = begins + len(flag.sentence)
    return Note(
        text.place,
        text.href,
        text.text[begins : flag.start],
        text.text[flag.start : flag.end],
        text.text[flag.end : ends],
        same_sentence(flag.sentence),
        flag.rule.name,
        flag.rule.title,
        flag.rule.advice,
        flag.rule.reason,
    )


def our_texts(seat: Seat) -> Iterator[TextPlace]:
    """Every text of the analysis that people wrote for others to read, in three queries."""
    working(seat)
    base = f"/reviews/{seat.ref}/"
    for kind, number, text in facts(seat):
        place, address = FACTS[kind]
        yield TextPlace(place.format(number), f"{base}{address.format(number)}", text)
    numbers = [f"{owner}__number" for owner in FOLDERS]
    said = Statement.objects.filter(review_id=seat.review, removed_at=None)
    said = said.filter(Q(factor_use=None) | Q(factor_use__removed_at=None)).order_by("number")
    for number, part, text, *places in said.values_list("number", "part", "text", *numbers):
        owner, at = next((name, at) for name, at in zip(FOLDERS, places, strict=True) if at is not None)
        place = f"{THING[owner]} {at}, {PART_WORDS[Part(part)].name}"
        yield TextPlace(place, f"{base}statements/{number}/", text)
    asked = BoardQuestion.objects.filter(review_id=seat.review, removed_at=None).order_by("number")
    for number, at, text in asked.values_list("number", "finding__number", "text"):
        yield TextPlace(f"Finding {at}, question for the board", f"{base}board-questions/{number}/", text)


def facts(seat: Seat) -> Iterator[tuple[int, int, str]]:
    """Titles, standards of episodes and factors in our own words: (place in FACTS, number, text); one query."""
    whole = Q(review_id=seat.review)
    uses = FactorUse.objects.filter(whole, item=None, removed_at=None)
    first, *others = (
        rows.order_by().values_list(Value(kind, output_field=IntegerField()), "number", column)
        for kind, (rows, column) in enumerate(
            (
                (Episode.objects.filter(whole), "title"),
                (Pattern.objects.filter(whole), "title"),
                (Finding.objects.filter(whole), "title"),
                (Episode.objects.filter(whole).exclude(standard=""), "standard"),
                (Episode.objects.filter(whole).exclude(standard_applied=""), "standard_applied"),
                (uses, "free_text"),
                (Period.objects.filter(whole, removed_at=None), "title"),
            )
        )
    )
    yield from sorted(first.union(*others, all=True))
