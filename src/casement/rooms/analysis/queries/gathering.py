"""Statements with everything they rest on, in one query, however many there are."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import groupby
from typing import Any

from django.db.models import Exists, F, OuterRef, Q
from django.db.models.functions import Substr

from casement.foundation.access import Seat, Subject, Verb, reach
from casement.foundation.refusals import NotHere
from casement.rooms.analysis.models import Statement, StatementText
from casement.rooms.analysis.queries.openness import opened, opens_record
from casement.rooms.analysis.queries.periods import in_words
from casement.rooms.analysis.queries.tree import EvidenceView, FactorUseView, StatementView
from casement.rooms.analysis.rules.support import (
    Cited,
    EntryFacts,
    PassageFacts,
    entry_lost,
    passage_lost,
    support_of,
)

Row = dict[str, Any]

_SOURCE = "evidence__excerpt__version__source__"
_OWN = ("number", "part", "text", "order", "edition", "inference", "about__role_label", "about__number",
        "about_agency__name", "about_agency__number", "episode__number", "episode__title",
        "pattern__number", "pattern__title", "finding__number", "finding__title",
        "period__number", "period__title")  # fmt: skip
_FACTOR = tuple(
    f"factor_use__{name}"
    for name in ("number", "episode__number", "episode__title", "item__item_id", "item__label",
                 "item__short_label", "item__group",
                 "item__level", "item__order", "free_text", "influence", "account_of__role_label",
                 "account_of__number", "importance", "reviewer_inference", "confidence", "edition")
)  # fmt: skip
_EVIDENCE = (
    *(f"evidence__{name}" for name in ("number", "direction", "quote", "note", "removed_at")),
    *(f"evidence__excerpt__{name}" for name in ("number", "quote", "shown", "start", "end", "paragraph", "use",
                                                "version_id")),
    *(f"{_SOURCE}{name}" for name in ("number", "title", "kind", "agency__name",
                                      "participation__role_label", "current_id",
                                      "withdrawal__pk")),
    *(f"evidence__entry__{name}" for name in ("number", "event", "removed_at", "agency_id", "agency__name",
                                              "date_recorded", "date_start", "date_end")),
)  # fmt: skip


@dataclass(frozen=True)
class Placed:
    """A statement and where it stands; `factor_use` is filled for the explanation of a factor use."""

    view: StatementView
    episode: int | None
    pattern: int | None
    finding: int | None
    factor_use: FactorUseView | None
    title: str = ""
    period: int | None = None


def working(seat: Seat) -> None:
    """Raise NotHere unless this seat may read the working analysis."""
    if not reach(seat.standing, Subject.WORKING, Verb.READ):
        raise NotHere


def placed(seat: Seat, where: Q) -> tuple[Placed, ...]:
    """The statements of this review that `where` selects, with their evidence, in their order on the page.

    One query. Statements and factor uses that were removed are left out.
    """
    working(seat)
    rows = (
        Statement.objects.filter(where, review_id=seat.review, removed_at=None)
        .filter(Q(factor_use=None) | Q(factor_use__removed_at=None))
        .annotate(
            two_texts=Exists(
                StatementText.objects.filter(statement=OuterRef("pk"), kept_beside=True, settled_at=None)
            ),
            there=Substr(
                "evidence__excerpt__version__text",
                F("evidence__excerpt__start") + 1,
                F("evidence__excerpt__end") - F("evidence__excerpt__start"),
            ),
            opened=opened(seat, f"{_SOURCE[:-2]}_id"),
        )
        .order_by("order", "number", "evidence__number")
        .values(*_OWN, *_FACTOR, *_EVIDENCE, "two_texts", "there", "opened")
    )
    return tuple(statement_from(seat, list(group)) for _, group in groupby(rows, key=lambda row: row["number"]))


def statement_from(seat: Seat, rows: list[Row]) -> Placed:
    """One statement from its rows: one for each piece of evidence, or a single one without."""
    first = rows[0]
    evidence = [evidence_from(seat, row) for row in rows if row["evidence__number"] is not None]
    gone = [row["evidence__removed_at"] is not None for row in rows if row["evidence__number"] is not None]
    cited = [Cited(one.direction, one.live, away) for one, away in zip(evidence, gone, strict=True)]
    view = StatementView(
        number=first["number"],
        part=first["part"],
        text=first["text"],
        support=support_of(cited, inference=first["inference"]),
        evidence=tuple(one for one, away in zip(evidence, gone, strict=True) if not away),
        about=first["about__role_label"] or first["about_agency__name"] or "",
        edition=first["edition"],
        inference=first["inference"],
        two_texts=first["two_texts"],
        about_number=first["about__number"],
        about_agency_number=first["about_agency__number"],
    )
    return Placed(
        view,
        first["episode__number"] or first["factor_use__episode__number"],
        first["pattern__number"],
        first["finding__number"],
        factor_use_from(first, (view,)) if first["factor_use__number"] is not None else None,
        first["episode__title"]
        or first["pattern__title"]
        or first["finding__title"]
        or first["factor_use__episode__title"]
        or first["period__title"]
        or "",
        first["period__number"],
    )


def factor_use_from(row: Row, how: tuple[StatementView, ...]) -> FactorUseView:
    """A factor use from the columns joined to its explanation."""
    return FactorUseView(
        number=row["factor_use__number"],
        episode_number=row["factor_use__episode__number"],
        item_id=row["factor_use__item__item_id"] or "",
        label=row["factor_use__item__short_label"]
        or row["factor_use__item__label"]
        or row["factor_use__free_text"],
        group=row["factor_use__item__group"] or "",
        level=row["factor_use__item__level"] or "L9",
        influence=row["factor_use__influence"],
        how=how,
        account_of=row["factor_use__account_of__role_label"] or "",
        importance=row["factor_use__importance"],
        inference=row["factor_use__reviewer_inference"],
        confidence=row["factor_use__confidence"],
        edition=row["factor_use__edition"],
        order=row["factor_use__item__order"] or 0,
        account_of_number=row["factor_use__account_of__number"],
        episode_title=row["factor_use__episode__title"],
        free_text=row["factor_use__free_text"],
    )


def evidence_from(seat: Seat, row: Row) -> EvidenceView:
    """One piece of evidence, with what this seat may not open left out."""
    if row["evidence__entry__number"] is not None:
        return entry_from(seat, row)
    is_current = row[_SOURCE + "current_id"] in (None, row["evidence__excerpt__version_id"])
    lost = passage_lost(
        PassageFacts(
            quote=row["evidence__excerpt__quote"],
            now=row["there"] or "",
            withdrawn=row[_SOURCE + "withdrawal__pk"] is not None,
            is_current=is_current,
        )
    )
    allowed = bool(row["opened"])
    told = allowed and row[_SOURCE + "withdrawal__pk"] is None
    place = row["evidence__excerpt__paragraph"]
    start, end = row["evidence__excerpt__start"], row["evidence__excerpt__end"]
    source_number = row[_SOURCE + "number"]
    address = f"/reviews/{seat.ref}/sources/{source_number}/?at={start}-{end}"
    return EvidenceView(
        number=row["evidence__number"],
        direction=row["evidence__direction"],
        kind=row[_SOURCE + "kind"],
        quote=row["evidence__excerpt__shown"] if told else "",
        source_number=row[_SOURCE + "number"],
        source_title=row[_SOURCE + "title"] if told else "",
        source_kind=row[_SOURCE + "kind"],
        start=row["evidence__excerpt__start"],
        end=row["evidence__excerpt__end"],
        entry_number=None,
        agency=(row[_SOURCE + "agency__name"] or "") if allowed else "",
        live=not lost,
        note=row["evidence__note"] if allowed else "",
        href=(address + (f"#p{place}" if place else "")) if allowed and not lost else "",
        paragraph=place,
        use=row["evidence__excerpt__use"],
        speaker=(row[_SOURCE + "participation__role_label"] or "") if allowed else "",
        lost=lost,
        open=allowed,
    )


def entry_from(seat: Seat, row: Row) -> EvidenceView:
    """Evidence that is a chronology entry."""
    lost = entry_lost(
        EntryFacts(
            row["evidence__quote"], row["evidence__entry__event"], row["evidence__entry__removed_at"] is not None
        )
    )
    allowed = opens_record(seat, row["evidence__entry__agency_id"])
    return EvidenceView(
        number=row["evidence__number"],
        direction=row["evidence__direction"],
        kind="entry",
        quote=row["evidence__quote"] if allowed else "",
        source_number=None,
        source_title="Chronology" if allowed else "",
        source_kind="record",
        start=None,
        end=None,
        entry_number=row["evidence__entry__number"],
        agency=row["evidence__entry__agency__name"] if allowed else "",
        live=not lost,
        note=row["evidence__note"] if allowed else "",
        href=f"/reviews/{seat.ref}/chronologies/entries/{row['evidence__entry__number']}/" if allowed else "",
        when=in_words(
            row["evidence__entry__date_recorded"],
            row["evidence__entry__date_start"],
            row["evidence__entry__date_end"],
        )
        if allowed
        else "",
        lost=lost,
        open=allowed,
    )


def by_part(views: tuple[StatementView, ...]) -> dict[str, tuple[StatementView, ...]]:
    """Statements keyed by their part, each part in its order."""
    parts: dict[str, list[StatementView]] = {}
    for view in views:
        parts.setdefault(view.part, []).append(view)
    return {part: tuple(told) for part, told in parts.items()}
