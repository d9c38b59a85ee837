"""Candidate patterns: factor uses gathered across episodes, categories, priority with its reason."""

from collections.abc import Sequence

from casement.foundation.access import Seat
from casement.foundation.actions import Action
from casement.foundation.changes import command, next_number
from casement.foundation.refusals import Refused
from casement.rooms.analysis.commands.editions import Facts, hold, keep, raise_edition
from casement.rooms.analysis.commands.indexing import index
from casement.rooms.analysis.commands.rows import item, one_of, row, said
from casement.rooms.analysis.commands.statements import add_statement
from casement.rooms.analysis.models import FactorUse, Pattern
from casement.rooms.analysis.queries.items import PATTERNS
from casement.rooms.analysis.vocabulary import PRIORITY_NAMES, Part, Priority
from casement.rooms.reviews.models import FrameworkItem

NO_TITLE = "Say in a few words what recurs."


@command(Action.ANALYSIS_WRITE)
def gather_pattern(
    seat: Seat,
    *,
    title: str,
    uses: Sequence[int] = (),
    primary: str = "",
    secondary: Sequence[str] = (),
    statement: str = "",
) -> Pattern:
    """Gather factor uses (by number) into a candidate pattern, with its categories by stable id.

    Gathering under the same title again adds to the pattern that is there. Refused without a title.
    """
    whole = said(title, NO_TITLE, field="title")
    pattern = Pattern.objects.filter(review_id=seat.review, title=whole).first()
    if pattern is None:
        pattern = Pattern.objects.create(
            review_id=seat.review,
            number=next_number(Pattern, seat.review),
            title=whole,
            primary=item(seat, PATTERNS, primary, field="primary"),
            by_id=seat.person_id,
        )
        pattern.secondary.set(several(seat, secondary))
        keep(seat, pattern, facts_of(pattern))
    pattern.gathered.add(*factor_uses(seat, uses))
    if statement.strip():
        add_statement(seat, pattern, part=Part.STATEMENT, text=statement)
    index(seat, pattern)
    return pattern


def several(seat: Seat, ids: Sequence[str], *, field: str = "secondary") -> list[FrameworkItem]:
    """Pattern categories by their stable ids."""
    return [found for item_id in ids if (found := item(seat, PATTERNS, item_id, field=field))]


def factor_uses(seat: Seat, numbers: Sequence[int]) -> list[FactorUse]:
    """Factor uses of this review by number; Refused when one is not there."""
    found = list(FactorUse.objects.filter(review_id=seat.review, number__in=numbers, removed_at=None))
    if len(found) != len(set(numbers)):
        raise Refused("One of these factor uses is no longer there. Choose again.", field="uses")
    return found


def facts_of(pattern: Pattern) -> Facts:
    """The facts of a pattern as pairs of words."""
    return [
        ("Title", pattern.title),
        ("Category", pattern.primary.label if pattern.primary else ""),
        ("Also", ", ".join(pattern.secondary.values_list("label", flat=True))),
        ("Priority", PRIORITY_NAMES[pattern.priority]),
        ("Reason", pattern.priority_reason),
    ]


@command(Action.ANALYSIS_WRITE)
def add_to_pattern(seat: Seat, *, number: int, uses: Sequence[int]) -> Pattern:
    """Take factor uses into a pattern that is there. Refused when none is chosen."""
    pattern = row(Pattern, seat, number)
    if not uses:
        raise Refused("Choose at least one factor use.", field="uses")
    pattern.gathered.add(*factor_uses(seat, uses))
    return pattern


@command(Action.ANALYSIS_WRITE)
def take_from_pattern(seat: Seat, *, number: int, use: int) -> Pattern:
    """Take one factor use out of a pattern; the use itself stays on its episode."""
    pattern = row(Pattern, seat, number)
    pattern.gathered.remove(row(FactorUse, seat, use))
    return pattern


@command(Action.ANALYSIS_WRITE)
def set_pattern_facts(
    seat: Seat,
    *,
    number: int,
    title: str,
    primary: str = "",
    secondary: Sequence[str] = (),
    based_on: int | None = None,
) -> Pattern:
    """Change a pattern's title and categories; Conflict when somebody changed them after edition `based_on`."""
    pattern = row(Pattern, seat, number)
    stands = facts_of(pattern)
    pattern.title = said(title, NO_TITLE, field="title")
    pattern.primary = item(seat, PATTERNS, primary, field="primary")
    also = several(seat, secondary)
    sent = facts_of(pattern)
    sent[2] = ("Also", ", ".join(one.label for one in sorted(also, key=lambda one: one.order)))
    if sent != stands:
        hold(seat, pattern, based_on=based_on, sent=sent, stands=stands)
        raise_edition(seat, pattern, sent)
        pattern.save()
        pattern.secondary.set(also)
        index(seat, pattern)
    return pattern


@command(Action.ANALYSIS_WRITE)
def place_pattern(seat: Seat, *, number: int, priority: str, reason: str, based_on: int | None = None) -> Pattern:
    """Give a pattern the priority the team has agreed, with the reason. Refused without a reason."""
    pattern = row(Pattern, seat, number)
    stands = facts_of(pattern)
    pattern.priority = one_of(Priority, priority, "Choose where to put it.", field="priority")
    pattern.priority_reason = reason.strip()
    if pattern.priority != Priority.NOT_PLACED:
        said(reason, "Say why it belongs there. The reason is kept.", field="reason")
    sent = facts_of(pattern)
    if sent != stands:
        hold(seat, pattern, based_on=based_on, sent=sent, stands=stands)
        raise_edition(seat, pattern, sent)
        pattern.save()
    return pattern
