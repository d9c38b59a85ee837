"""Remarks between perspectives: why a role is silent, and what it made of what another knew."""

from casement.foundation.access import Seat
from casement.foundation.actions import Action
from casement.foundation.changes import command, next_number
from casement.foundation.clock import now
from casement.foundation.refusals import NotHere, Refused
from casement.rooms.analysis.commands.open_queries import kept, let_go
from casement.rooms.analysis.commands.perspectives import whose
from casement.rooms.analysis.commands.rows import row, said
from casement.rooms.analysis.models import OpenQuery, Period, Remark, Statement
from casement.rooms.analysis.queries.perspectives import narrator, voice_of
from casement.rooms.analysis.rules.perspectives import COMPARISONS, SILENCES, RemarkKind

SAY_WHAT = "Say in a line what the team cannot say, or why this role was not part of it."
SAY_HOW = "Say in a line how the team knows."
CHOOSE = "Choose one of them."
CHOOSE_ROLE = "Choose the other role or agency."
OWN = "This is what that role knew itself. Choose another role or agency."


@command(Action.ANALYSIS_WRITE)
def note_silence(seat: Seat, *, number: int, voice: str, kind: str, text: str) -> Remark | OpenQuery:
    """Say why nothing is written of a voice in period `number`: an open query, or that it was not part of it then.

    A query is put to that voice until somebody says otherwise; that a voice was not part of it lets go of what was
    asked of it there. Saying the same again changes nothing. Refused without words or a kind.
    """
    period = row(Period, seat, number, removed_at=None)
    if kind not in SILENCES:
        raise Refused(CHOOSE, field="kind")
    words, about = said(text, SAY_WHAT), whose(narrator(seat, voice))
    if kind == RemarkKind.QUERY:
        return kept(seat, words, asked=voice, period=period, about=about)
    for query in OpenQuery.objects.filter(
        period=period, about=about[0], about_agency=about[1], let_go_at=None, answers=None
    ):
        let_go(seat, query, words)
    return remark(seat, period, voice, kind, words, None)


@command(Action.ANALYSIS_WRITE)
def compare_voices(seat: Seat, *, statement: int, other: str, kind: str, text: str) -> Remark:
    """Say what another voice (`other`, such as "r4") made of a statement of a perspective, and how the team knows.

    A second comparison with the same voice takes the first's place, which stays in the record. Refused for the
    voice whose statement it is, and without words or a kind.
    """
    told = row(Statement, seat, statement, removed_at=None)
    if told.period is None or told.period.removed_at is not None:
        raise NotHere
    if kind not in COMPARISONS:
        raise Refused(CHOOSE, field="kind")
    if not other:
        raise Refused(CHOOSE_ROLE, field="other")
    if other == voice_of(told):
        raise Refused(OWN, field="other")
    return remark(seat, told.period, other, kind, said(text, SAY_HOW), told)


def remark(seat: Seat, period: Period, voice: str, kind: str, text: str, told: Statement | None) -> Remark:
    """Add a remark, in place of what was said before about the same thing."""
    role, agency = whose(narrator(seat, voice))
    there = Remark.objects.filter(
        period=period, about=role, about_agency=agency, statement=told, taken_back_at=None
    )
    twin = there.filter(kind=kind, text=text).first()
    if twin is not None:
        return twin
    there.update(taken_back_at=now())
    return Remark.objects.create(
        review_id=seat.review, number=next_number(Remark, seat.review), period=period, kind=kind, about=role,
        about_agency=agency, statement=told, text=text, by_id=seat.person_id,
    )  # fmt: skip


@command(Action.ANALYSIS_WRITE)
def take_back_remark(seat: Seat, *, number: int) -> Remark:
    """Take a remark back. It stays in the record."""
    told = row(Remark, seat, number)
    told.taken_back_at = told.taken_back_at or now()
    told.save(update_fields=["taken_back_at"])
    return told
