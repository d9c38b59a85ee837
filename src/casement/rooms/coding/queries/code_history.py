"""What became of an open code, in plain words, newest first."""

from dataclasses import dataclass
from datetime import datetime

from django.db.models import Count, OuterRef, Q, Subquery

from casement.foundation.access import Seat
from casement.foundation.refusals import NotHere
from casement.rooms.coding.models import Code, CodeEvent, CodeText, Mark
from casement.rooms.coding.queries.desk import GONE
from casement.rooms.reviews.models import Participation


@dataclass(frozen=True)
class Happened:
    """One thing that happened: a sentence, who and when. `event` is filled where it can be taken back."""

    sentence: str
    by: str
    at: datetime
    event: int | None = None
    detail: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True)
class CodeHistory:
    """A code and what became of it. `others` are the codes of this review, as (number, label), for choosing one."""

    number: int
    label: str
    retired: bool
    heading: bool
    happened: tuple[Happened, ...]
    others: tuple[tuple[str, str], ...]
    under: str = ""


def code_history(seat: Seat, number: int) -> CodeHistory:
    """The history of one open code: four queries. Counts are of marks that this seat may see."""
    codes = {code.pk: code for code in Code.objects.filter(review_id=seat.review).select_related("parent")}
    code = next((one for one in codes.values() if one.number == number), None)
    if code is None:
        raise NotHere
    people = dict(
        Participation.objects.filter(review_id=seat.review, person__isnull=False)
        .order_by("-pk")
        .values_list("person_id", "role_label")
    )

    def who(person: int | None) -> str:
        return "You" if person == seat.person_id else people.get(person or 0, GONE)

    told = [*worded(code, who), *done(seat, code, codes, who)]
    told.append(Happened("Made.", who(code.by_id), code.at))
    told.sort(key=lambda one: one.at, reverse=True)
    by_name = sorted(codes.values(), key=lambda one: one.label)
    others = tuple((str(one.number), one.label) for one in by_name if one != code)
    return CodeHistory(
        number, code.label, code.retired_at is not None, code.heading, tuple(told), others,
        str(code.parent.number) if code.parent else "",
    )  # fmt: skip


def worded(code: Code, who: object) -> list[Happened]:
    """Every change of its words: what it said before, and what somebody wrote beside."""
    assert callable(who)
    texts = list(CodeText.objects.filter(code=code).order_by("pk"))
    after = [one for one in texts if not one.kept_beside]
    names = [*(one.label for one in after[1:]), code.label]
    told = []
    for one in texts:
        if one.kept_beside:
            beside = "A text was kept beside the one that was saved."
            told.append(Happened(beside, who(one.by_id), one.at, None, said(one)))
            continue
        name = names[after.index(one)]
        sentence = f"Renamed from “{one.label}” to “{name}”." if one.label != name else "Described anew."
        told.append(Happened(sentence, who(one.by_id), one.at, None, said(one)))
    return told


def said(one: CodeText) -> tuple[tuple[str, str], ...]:
    """The words it had."""
    parts = (("Use when", one.definition), ("Not when", one.exclusion), ("Example", one.example))
    return tuple((name, words) for name, words in parts if words)


def done(seat: Seat, code: Code, codes: dict[int, Code], who: object) -> list[Happened]:
    """What was done to it and to others with it."""
    assert callable(who)
    seen = Mark.objects.visible_to(seat).order_by()
    along = seen.filter(carried__event=OuterRef("pk"))
    twice = seen.filter(carried__event=OuterRef("pk"), carried__kept__isnull=False)
    count, double = (one.values("review_id").annotate(n=Count("pk")).values("n") for one in (along, twice))
    rows = CodeEvent.objects.filter(Q(code=code) | Q(other=code)).annotate(
        marks=Subquery(count), doubles=Subquery(double)
    )
    told = []
    for row in rows:
        marks, doubles = getattr(row, "marks", 0) or 0, getattr(row, "doubles", 0) or 0
        mine = row.code_id == code.pk
        if not mine and row.what == "moved":
            continue
        own, other = codes[row.code_id], codes.get(row.other_id or 0)
        before = codes.get(row.before_id or 0)
        sentence = in_words(row.what, mine, own.label, other.label if other else "", before.label if before else "")
        if row.what in ("merged", "split"):
            sentence += f" {marks} mark{'' if marks == 1 else 's'} that you may see went along."
            if doubles:
                sentence += f" {doubles} of them became one with a mark on the same words by the same person."
        told.append(Happened(sentence, who(row.by_id), row.at, row.number if mine and not row.undone_at else None))
        if row.undone_at:
            back = f"Taken back: {sentence[0].lower()}{sentence[1:]}"
            told.append(Happened(back, who(row.undone_by_id), row.undone_at))
    return told


def in_words(what: str, mine: bool, own: str, other: str, before: str) -> str:
    """One event in a sentence, seen from this code."""
    if what == "merged":
        return f"Merged into “{other}”." if mine else f"“{own}” was merged into it."
    if what == "split":
        return f"Split: “{other}” was made from part of it." if mine else f"Made from part of “{own}”."
    if what == "moved":
        place = f"under “{other}”" if other else "to the top"
        return f"Moved {place}{f', from under “{before}”' if before else ''}."
    return "Retired. Its marks stay." if what == "retired" else "Brought back among the choices."


def marks_to_split(seat: Seat, number: int, most: int) -> tuple[tuple[tuple[str, str], ...], int]:
    """The live marks of a code that this seat may see, as (number, words), and how many there are."""
    rows = Mark.objects.visible_to(seat).filter(code__number=number, code__review=seat.review, removed_at=None)
    told = [
        (str(mark), f"{' '.join(quote.split())[:160]} (source {source}, paragraph {paragraph})")
        for mark, quote, source, paragraph in rows.order_by(
            "excerpt__version__source__number", "excerpt__start"
        ).values_list("number", "excerpt__shown", "excerpt__version__source__number", "excerpt__paragraph")
    ]
    return tuple(told[:most]), len(told)
