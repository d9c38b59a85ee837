"""Candidate patterns: factor uses and passages gathered across episodes, categories, place with its reason."""

from collections.abc import Sequence

from casement.foundation.access import Seat
from casement.foundation.actions import Action
from casement.foundation.changes import command, next_number
from casement.foundation.refusals import Refused
from casement.rooms.analysis.commands.editions import Facts, hold, keep, raise_edition
from casement.rooms.analysis.commands.indexing import index
from casement.rooms.analysis.commands.passages import take_in
from casement.rooms.analysis.commands.rows import item, one_of, row, said
from casement.rooms.analysis.commands.statements import add_statement
from casement.rooms.analysis.models import FactorUse, Pattern, PatternPlacement
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
    passages: Sequence[int] = (),
    primary: str = "",
    secondary: Sequence[str] = (),
    statement: str = "",
) -> Pattern:
    """Gather factor uses and passages (by number) into a candidate pattern, with its categories by stable id.

    Gathering under the same title again adds to the pattern that is there. Refused without a title.
    """
    pattern = called(seat, title, primary=primary, secondary=secondary)
    take_in(seat, pattern, uses, passages)
    if statement.strip():
        add_statement(seat, pattern, part=Part.STATEMENT, text=statement)
    index(seat, pattern)
    return pattern


def called(seat: Seat, title: str, *, primary: str = "", secondary: Sequence[str] = ()) -> Pattern:
    """The pattern with this title, made when there is none; two people who name it at once share one."""
    whole = said(title, NO_TITLE, field="title")
    number = next_number(Pattern, seat.review)  # waits in line, so that the second person sees the first one's
    found = Pattern.objects.filter(review_id=seat.review, title=whole).first()
    if found is not None:
        return found
    pattern = Pattern.objects.create(
        review_id=seat.review,
        number=number,
        title=whole,
        primary=item(seat, PATTERNS, primary, field="primary"),
        by_id=seat.person_id,
    )
    pattern.secondary.set(several(seat, secondary))
    keep(seat, pattern, facts_of(pattern))
    return pattern


def several(seat: Seat, ids: Sequence[str], *, field: str = "secondary") -> list[FrameworkItem]:
    """Pattern categories by their stable ids."""
    return [found for item_id in ids if (found := item(seat, PATTERNS, item_id, field=field))]


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
def add_to_pattern(seat: Seat, *, number: int, uses: Sequence[int] = (), passages: Sequence[int] = ()) -> Pattern:
    """Take factor uses and passages into a pattern that is there. Refused when nothing is chosen."""
    pattern = row(Pattern, seat, number)
    if not uses and not passages:
        raise Refused("Choose at least one factor use.", field="uses")
    take_in(seat, pattern, uses, passages)
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
    """Give a pattern the place the team has agreed, with the reason. Refused without a reason.

    Every placement stays in the record with who gave it; Conflict when somebody placed it after edition `based_on`.
    """
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
        PatternPlacement.objects.create(
            review_id=seat.review,
            number=next_number(PatternPlacement, seat.review),
            pattern=pattern,
            priority=pattern.priority,
            reason=pattern.priority_reason,
            by_id=seat.person_id,
        )
    return pattern
