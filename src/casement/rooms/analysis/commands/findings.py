"""Findings: drafted from a pattern, described, ordered, and moved from state to state."""

from collections.abc import Sequence

from casement.foundation.access import Seat
from casement.foundation.actions import Action
from casement.foundation.changes import command, next_number
from casement.foundation.refusals import Refused
from casement.rooms.analysis.commands.editions import Facts, hold, keep, raise_edition
from casement.rooms.analysis.commands.indexing import index
from casement.rooms.analysis.commands.patterns import several
from casement.rooms.analysis.commands.rows import item, one_of, row, said
from casement.rooms.analysis.models import Episode, Finding, Pattern
from casement.rooms.analysis.queries.items import PATTERNS
from casement.rooms.analysis.queries.standing import finding_facts
from casement.rooms.analysis.rules import findings as rules
from casement.rooms.analysis.vocabulary import (
    DIRECTION_NAMES,
    FINDING_STATE_NAMES,
    Direction,
    FindingState,
)

NO_TITLE = "Write the title: one sentence, in the present, about the system and what follows from it."
LONG_TITLE = "Keep the title to one sentence of at most 400 characters. The rest belongs in the layers."


@command(Action.ANALYSIS_WRITE)
def propose_finding(
    seat: Seat,
    *,
    title: str,
    pattern: int | None = None,
    primary: str = "",
    secondary: Sequence[str] = (),
    direction: str = "",
    episodes: Sequence[int] = (),
) -> Finding:
    """Draft a finding, from pattern number `pattern` where there is one.

    Categories and episodes that are not given are taken from the pattern. The same title again gives back the
    first. Refused without a title, or when it is longer than 400 characters.
    """
    whole = titled(title)
    origin = row(Pattern, seat, pattern) if pattern is not None else None
    twin = Finding.objects.filter(review_id=seat.review, title=whole, pattern=origin).first()
    if twin is not None:
        return twin
    main = item(seat, PATTERNS, primary, field="primary")
    also = several(seat, secondary)
    finding = Finding.objects.create(
        review_id=seat.review,
        number=next_number(Finding, seat.review),
        title=whole,
        pattern=origin,
        primary=main or (origin.primary if origin else None),
        direction=bearing(direction),
        order=Finding.objects.filter(review_id=seat.review).count() + 1,
        by_id=seat.person_id,
    )
    finding.secondary.set(also or (origin.secondary.all() if origin else []))
    shown = episodes_of(seat, episodes)
    if not shown and origin is not None:
        shown = list(Episode.objects.filter(factor_uses__patterns=origin, factor_uses__removed_at=None).distinct())
    finding.episodes.set(shown)
    keep(seat, finding, facts_of(finding))
    index(seat, finding)
    return finding


def titled(title: str) -> str:
    """A finding's title, whole."""
    whole = " ".join(said(title, NO_TITLE, field="title").split())
    if len(whole) > 400:
        raise Refused(LONG_TITLE, field="title")
    return whole


def bearing(direction: str) -> str:
    """A direction, or nothing yet."""
    if not direction:
        return ""
    return one_of(Direction, direction, "Say whether it is a weakness, a strength, or both.", field="direction")


def episodes_of(seat: Seat, numbers: Sequence[int]) -> list[Episode]:
    """Episodes of this review by number; Refused when one is not there."""
    found = list(Episode.objects.filter(review_id=seat.review, number__in=numbers))
    if len(found) != len(set(numbers)):
        raise Refused("Choose episodes from the list. This review has no such episode.", field="episodes")
    return found


def facts_of(finding: Finding) -> Facts:
    """The facts of a finding as pairs of words."""
    shown = finding.episodes.order_by("number").values_list("number", flat=True)
    return [
        ("Title", finding.title),
        ("Category", finding.primary.label if finding.primary else ""),
        ("Also", ", ".join(finding.secondary.values_list("label", flat=True))),
        ("Direction", DIRECTION_NAMES.get(finding.direction, "")),
        ("Episodes", ", ".join(str(number) for number in shown)),
        ("State", FINDING_STATE_NAMES[finding.state]),
        ("Reason", finding.state_reason),
        ("How sure", finding.confidence.replace("_", " ")),
        ("Why that sure", finding.confidence_reason),
    ]


def change(
    seat: Seat,
    finding: Finding,
    based_on: int | None,
    values: dict[str, str],
    *,
    sets: Facts | None = None,
) -> Finding:
    """Save changed facts of a finding as its next edition; Conflict when somebody was first.

    `sets` are the words of sets (categories, episodes) that the caller stores after this returns.
    """
    stands = facts_of(Finding.objects.get(pk=finding.pk))
    for name, value in values.items():
        setattr(finding, name, value.strip())
    named = dict(sets or ())
    sent = [(name, named.get(name, words)) for name, words in facts_of(finding)]
    if sent != stands:
        hold(seat, finding, based_on=based_on, sent=sent, stands=stands)
        raise_edition(seat, finding, sent)
        finding.save()
        index(seat, finding)
    return finding


@command(Action.ANALYSIS_WRITE)
def set_finding_facts(
    seat: Seat,
    *,
    number: int,
    title: str,
    primary: str = "",
    secondary: Sequence[str] = (),
    direction: str = "",
    episodes: Sequence[int] = (),
    based_on: int | None = None,
) -> Finding:
    """Change a finding's title, categories, direction and episodes; Conflict as for every fact."""
    finding = row(Finding, seat, number)
    finding.primary = item(seat, PATTERNS, primary, field="primary")
    also, shown = several(seat, secondary), episodes_of(seat, episodes)
    words = [
        ("Also", ", ".join(one.label for one in sorted(also, key=lambda one: one.order))),
        ("Episodes", ", ".join(str(one.number) for one in sorted(shown, key=lambda one: one.number))),
    ]
    change(seat, finding, based_on, {"title": titled(title), "direction": bearing(direction)}, sets=words)
    finding.secondary.set(also)
    finding.episodes.set(shown)
    return finding


@command(Action.ANALYSIS_WRITE)
def place_finding(seat: Seat, *, number: int, order: int) -> Finding:
    """Put a finding in the place (counted from one) that the team wants it to have in the list."""
    finding = row(Finding, seat, number)
    others = [other for other in Finding.objects.filter(review_id=seat.review) if other.pk != finding.pk]
    others.insert(max(0, min(order - 1, len(others))), finding)
    for place, other in enumerate(others, 1):
        if other.order != place:
            Finding.objects.filter(pk=other.pk).update(order=place)
    finding.order = others.index(finding) + 1
    return finding


@command(Action.ANALYSIS_WRITE)
def move_finding(seat: Seat, *, number: int, to: str, reason: str = "", based_on: int | None = None) -> Finding:
    """Move a finding to another state. Refused, naming the gap, when something it needs is not there; going back
    or aside needs a reason.
    """
    finding = row(Finding, seat, number)
    one_of(FindingState, to, "Choose where it should go.", field="to")
    if to == finding.state:
        return finding
    stops = rules.what_stops(finding_facts(seat, finding), to)
    if stops:
        raise Refused(stops, field="to")
    if rules.needs_reason(finding.state, to):
        said(reason, "Say why. The reason is kept with the finding.", field="reason")
    return change(seat, finding, based_on, {"state": to, "state_reason": reason})


def take_findings_on(seat: Seat, *, to: FindingState, why: str) -> list[Finding]:
    """Move every finding that stands just before `to` on to it, since what makes it so was written down elsewhere.

    Inside a command. Findings that stand anywhere else are left where they are.
    """
    before = rules.MAIN_LINE[rules.MAIN_LINE.index(to) - 1]
    ready = list(Finding.objects.filter(review_id=seat.review, state=before).order_by("number"))
    return [change(seat, finding, None, {"state": to, "state_reason": why}) for finding in ready]
