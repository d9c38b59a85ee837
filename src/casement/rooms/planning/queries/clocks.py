"""The clocks of a review: those that run with their last day, and those that could."""

from dataclasses import dataclass
from datetime import date

from django.db.models import OuterRef, Subquery

from casement.foundation.access import Seat
from casement.foundation.clock import today
from casement.rooms.planning.models import ClockStart, Plan
from casement.rooms.planning.rules.clocks import NATURE_NAMES, Clock, clocks, due, length_words, offered
from casement.rooms.planning.rules.working_days import WorkingDays
from casement.rooms.planning.vocabulary import Nation
from casement.rooms.reviews.models import Review


@dataclass(frozen=True)
class ClockLine:
    """One clock. `due` is its last day, None while it does not run; `changed` says the rule has changed since."""

    key: str
    name: str
    trigger: str
    length: str
    nature: str
    source: str
    began_on: date | None = None
    due: date | None = None
    late: bool = False
    changed: str = ""
    version: str = ""
    note: str = ""
    starts: int = 0


@dataclass(frozen=True)
class Clocked:
    """What decides which clocks are offered."""

    variant: str
    kind: str
    nation: str


def clocked(seat: Seat) -> Clocked:
    """The form and kind of the review, and the nation of its plan; England while there is none."""
    plan = Plan.objects.filter(review=OuterRef("pk"))
    rows = Review.objects.annotate(nation=Subquery(plan.values("nation")[:1]))
    variant, kind, nation = rows.values_list("variant", "kind", "nation").get(pk=seat.review)
    return Clocked(variant, kind, nation or Nation.ENGLAND)


def clock_lines(seat: Seat, by: Clocked | None = None) -> tuple[str, tuple[ClockLine, ...]]:
    """The nation, and its clocks for this review: those that run first, by their last day."""
    by = by or clocked(seat)
    runs: dict[str, list[ClockStart]] = {}
    for each in ClockStart.objects.filter(review_id=seat.review):
        runs.setdefault(each.key, []).append(each)
    wanted = {rule.key: rule for rule in offered(by.nation, by.kind, by.variant)}
    wanted |= {key: clocks()[key] for key in runs if key in clocks()}
    told = [_line(rule, runs.get(rule.key, [])) for rule in wanted.values()]
    running = sorted((one for one in told if one.due), key=lambda one: (one.due, one.name))
    return by.nation, (*running, *(one for one in told if not one.due))


def _line(rule: Clock, starts: list[ClockStart]) -> ClockLine:
    nature = NATURE_NAMES[rule.nature]
    if not starts:
        return ClockLine(rule.key, rule.name, rule.trigger, rule.length_words, nature, rule.source)
    last = starts[-1]
    end = due(last.began_on, last.length, last.unit, WorkingDays(last.nation))
    changed = ""
    if (last.length, last.unit) != (rule.length, rule.unit):
        changed = (
            f"The rule has changed since: now {rule.length_words}, so until "
            f"{due(last.began_on, rule.length, rule.unit, WorkingDays(last.nation)).strftime('%-d %B %Y')}. "
            "Begin it again to take the new rule."
        )
    return ClockLine(
        rule.key, rule.name, rule.trigger, length_words(last.length, last.unit), nature, rule.source,
        last.began_on, end, end < today(), changed, last.version, last.note, len(starts),
    )  # fmt: skip
