"""The narrative of perspectives: periods, and what each role knew, thought, felt and aimed at in them."""

from collections.abc import Sequence

from casement.foundation.access import Seat
from casement.foundation.actions import Action
from casement.foundation.changes import command, next_number
from casement.foundation.clock import now
from casement.foundation.refusals import Refused
from casement.rooms.analysis.commands.citing import add_evidence
from casement.rooms.analysis.commands.editions import Facts, hold, keep, raise_edition
from casement.rooms.analysis.commands.episodes import put_dates
from casement.rooms.analysis.commands.indexing import index
from casement.rooms.analysis.commands.rows import row, said
from casement.rooms.analysis.commands.statements import add_statement
from casement.rooms.analysis.models import Period, Statement
from casement.rooms.analysis.queries.perspectives import narrator
from casement.rooms.analysis.vocabulary import Cite
from casement.rooms.chronology.queries import Knower
from casement.rooms.reviews.models import Agency, Participation

NO_TITLE = "Give the period a plain name, such as “The weeks before the move”."
NO_DATE = "Say when the period began, as exact as you know it."
WRITTEN = "Something is written in this period. Take the texts and remarks off, and let its queries go, first."


@command(Action.ANALYSIS_WRITE)
def add_period(seat: Seat, *, title: str, began: str, until: str = "") -> Period:
    """Add a period to the narrative. The same name and dates again give back the first.

    Refused without a name or a beginning, or when a date cannot be read without guessing.
    """
    whole = said(title, NO_TITLE, field="title")
    first = said(began, NO_DATE, field="began")
    twin = Period.objects.filter(
        review_id=seat.review, title=whole, date_recorded=first, until_recorded=until.strip(), removed_at=None
    ).first()
    if twin is not None:
        return twin
    made = Period(review_id=seat.review, title=whole, by_id=seat.person_id)
    put_dates(made, first, until)
    made.number = next_number(Period, seat.review)
    made.save()
    keep(seat, made, facts_of(made))
    index(seat, made)
    return made


def facts_of(period: Period) -> Facts:
    """The facts of a period as pairs of words, for people to compare."""
    return [("Name", period.title), ("Began", period.date_recorded), ("Until", period.until_recorded)]


@command(Action.ANALYSIS_WRITE)
def set_period_facts(
    seat: Seat, *, number: int, title: str, began: str, until: str = "", based_on: int | None = None
) -> Period:
    """Change a period's name and dates; refused as `add_period`. Conflict when somebody was first."""
    period = row(Period, seat, number, removed_at=None)
    stands = facts_of(period)
    period.title = said(title, NO_TITLE, field="title")
    put_dates(period, said(began, NO_DATE, field="began"), until)
    sent = facts_of(period)
    if sent != stands:
        hold(seat, period, based_on=based_on, sent=sent, stands=stands)
        raise_edition(seat, period, sent)
        period.save()
        index(seat, period)
    return period


@command(Action.ANALYSIS_WRITE)
def remove_period(seat: Seat, *, number: int) -> Period:
    """Take a period off the narrative. Refused while anything is written or remarked in it."""
    period = row(Period, seat, number, removed_at=None)
    asked = period.queries.filter(let_go_at=None).exists()
    written = period.statements.filter(removed_at=None).exists()
    if written or period.remarks.filter(taken_back_at=None).exists() or asked:
        raise Refused(WRITTEN)
    period.removed_at = now()
    period.save(update_fields=["removed_at"])
    index(seat, period)
    return period


@command(Action.ANALYSIS_WRITE)
def write_perspective(
    seat: Seat,
    *,
    number: int,
    voice: str,
    part: str,
    text: str,
    inference: bool = False,
    cites: Sequence[Cite] = (),
) -> Statement:
    """Write one thing that a role or agency (`voice`, such as "r3") knew, thought or felt in period `number`.

    `part` is one of vocabulary.PERSPECTIVE_PARTS. Whoever writes for the same role at the same time adds a text of
    their own; nothing is written over. Refused when the text is empty; NotHere when there is no such voice.
    """
    period = row(Period, seat, number, removed_at=None)
    who = whose(narrator(seat, voice))
    made = add_statement(
        seat, period, part=part, text=text, inference=inference and not cites,
        about=who[0].number if who[0] else None, about_agency=who[1].number if who[1] else None,
    )  # fmt: skip
    for cite in cites:
        add_evidence(seat, made, cite)
    return made


def whose(voice: Knower) -> tuple[Participation | None, Agency | None]:
    """The role or the agency that a voice is."""
    if voice.role is not None:
        return Participation.objects.get(pk=voice.role), None
    return None, Agency.objects.get(pk=voice.agency or 0)
