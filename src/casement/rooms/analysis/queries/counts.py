"""How far the analysis of reviews has come, in amounts, for pages that show where reviews stand."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from django.db.models import Count, Exists, Model, OuterRef, Q, Subquery
from django.db.models.functions import Coalesce

from casement.foundation.access import Reach, Seat, Subject, Verb, reach
from casement.rooms.analysis.models import Episode, FactorUse, Finding, Pattern, Statement
from casement.rooms.analysis.rules.findings import MAIN_LINE
from casement.rooms.analysis.vocabulary import FindingState, Part
from casement.rooms.reviews.models import Review

GONE = ("merged", "dropped", "additional_learning")
TESTED, IN_REPORT = (MAIN_LINE[MAIN_LINE.index(since) :] for since in (FindingState.TESTED, FindingState.IN_REPORT))


@dataclass(frozen=True)
class AnalysisCounts:
    """Amounts of the analysis. `unexplained` episodes are chosen but hold no "it made sense because".

    A finding that is in the report was tested before, and one that was presented or published is in the report.
    """

    chosen: int = 0
    candidates: int = 0
    unexplained: int = 0
    unappraised: int = 0
    factor_uses: int = 0
    patterns: int = 0
    findings: int = 0
    tested: int = 0
    in_report: int = 0


def analysis_counts(seats: Iterable[Seat]) -> dict[int, AnalysisCounts]:
    """The analysis of each review whose working material a seat may read, in one query however many seats."""
    asked = [seat.review for seat in seats if Reach.ALL in reach(seat.standing, Subject.WORKING, Verb.READ)]
    if not asked:
        return {}
    chosen = Q(state="chosen")
    standing = ~Q(state__in=GONE)
    columns = {
        "chosen": _count(Episode, chosen),
        "candidates": _count(Episode, Q(state="candidate")),
        "unexplained": _count(Episode, chosen & ~_written(Part.LOCAL_RATIONALITY)),
        "unappraised": _count(Episode, chosen & ~_written(Part.APPRAISAL)),
        "factor_uses": _count(FactorUse, Q(removed_at=None)),
        "patterns": _count(Pattern, Q()),
        "findings": _count(Finding, standing),
        "tested": _count(Finding, Q(state__in=TESTED)),
        "in_report": _count(Finding, Q(state__in=IN_REPORT)),
    }
    rows = Review.objects.filter(pk__in=asked).annotate(**{f"n_{name}": told for name, told in columns.items()})
    return {
        row.pk: AnalysisCounts(**{name: getattr(row, f"n_{name}") for name in columns}) for row in rows.only("pk")
    }


def _written(part: Part) -> Exists:
    """An episode in which this part holds some text."""
    return Exists(Statement.objects.filter(episode=OuterRef("pk"), part=part, removed_at=None))


def _count(model: type[Model], only: Any) -> Coalesce:
    rows = model._default_manager.filter(only, review=OuterRef("pk")).order_by()
    return Coalesce(Subquery(rows.values("review").annotate(n=Count("pk")).values("n")), 0)
