"""The clocks of a review: those that run with their last day, and those that could."""

from dataclasses import dataclass
from datetime import date

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


def clock_lines(seat: Seat) -> tuple[str, tuple[ClockLine, ...]]:
    """The nation, and its clocks for this review: those that run first, by their last day."""
    variant, kind = Review.objects.values_list("variant", "kind").get(pk=seat.review)
    nation = Plan.objects.filter(review_id=seat.review).values_list("nation", flat=True).first() or Nation.ENGLAND
    runs: dict[str, list[ClockStart]] = {}
    for each in ClockStart.objects.filter(review_id=seat.review):
        runs.setdefault(each.key, []).append(each)
    wanted = {rule.key: rule for rule in offered(nation, kind, variant)}
    wanted |= {key: clocks()[key] for key in runs if key in clocks()}
    told = [_line(rule, runs.get(rule.key, [])) for rule in wanted.values()]
    running = sorted((one for one in told if one.due), key=lambda one: (one.due, one.name))
    return nation, (*running, *(one for one in told if not one.due))


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
