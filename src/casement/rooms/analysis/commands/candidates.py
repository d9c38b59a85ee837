"""Deciding about candidates for an episode, and asking about gaps. Every decision is a new row; none is altered."""

from collections.abc import Sequence

from casement.foundation.access import Seat
from casement.foundation.actions import Action
from casement.foundation.changes import command, next_number, wait_in_line
from casement.foundation.refusals import NotHere, Refused
from casement.rooms.analysis.commands.episodes import put_forward
from casement.rooms.analysis.commands.open_queries import kept
from casement.rooms.analysis.commands.rows import agencies, row, said
from casement.rooms.analysis.models import CandidateDecision, Episode, OpenQuery
from casement.rooms.analysis.queries.candidate_log import OPEN, decisions
from casement.rooms.analysis.queries.candidates import found
from casement.rooms.analysis.rules.candidates import Candidate
from casement.rooms.analysis.vocabulary import Cite

CHANGED = (
    "What this rested on has changed since, so it is not proposed in this form any more. Look at the list again."
)
NOT_OF_IT = "Something that is ticked is not part of this candidate any more. Look at the list again."
DECIDED = "Somebody has decided about this already. Look at the log."


@command(Action.ANALYSIS_WRITE)
def take_candidate(
    seat: Seat,
    *,
    candidate: str,
    title: str,
    why: str,
    began: str = "",
    until: str = "",
    strands: Sequence[int] = (),
    roles: Sequence[int] = (),
    ticked: Sequence[str] = (),
) -> Episode:
    """Put a candidate forward as an episode, resting on those of its entries and passages named in `ticked`.

    Refused as `propose_episode`, when the candidate has changed or is decided about, and when something is ticked
    that it does not rest on.
    """
    one = waiting(seat, candidate)
    if set(ticked) - {rest.key for rest in one.rests}:
        raise Refused(NOT_OF_IT, field="ticked")
    cites = [cited(rest.key, rest.content) for rest in one.rests if rest.key in ticked]
    episode = put_forward(
        seat, title=title, why=why, began=began, until=until, strands=strands, roles=roles, cites=cites
    )
    decide(seat, one, "taken", why, episode=episode)
    return episode


def cited(key: str, words: str) -> Cite:
    """What a candidate rests on, as it is cited."""
    kind, *numbers = key.split()
    if kind == "entry":
        return Cite(entry=int(numbers[0]))
    source, start, end = (int(one) for one in numbers)
    return Cite(source=source, start=start, end=end, quote=words)


@command(Action.ANALYSIS_WRITE)
def set_candidate_aside(seat: Seat, *, candidate: str, reason: str) -> CandidateDecision:
    """Decide that a candidate is no episode. Refused without a reason, which stays in the log."""
    why = said(reason, "Say why it is set aside. The reason stays in the log.", field="reason")
    return decide(seat, waiting(seat, candidate), "set_aside", why)


@command(Action.ANALYSIS_WRITE)
def ask_about_candidate(seat: Seat, *, candidate: str, text: str, asked_of: int | None = None) -> CandidateDecision:
    """Make a candidate, mostly a gap, a query to ask: of agency number `asked_of`, or of nobody in particular."""
    words = said(text, "Write what you want to ask.", field="text")
    one = waiting(seat, candidate)
    agency = agencies(seat, [asked_of], field="asked_of")[0] if asked_of is not None else None
    query = kept(seat, words, agency=agency)
    return decide(seat, one, "asked", words, query=query)


@command(Action.ANALYSIS_WRITE)
def look_again(seat: Seat, *, number: int, reason: str) -> CandidateDecision:
    """Take back decision `number` by a later one: the candidate is open again. The earlier one stays in the log."""
    why = said(reason, "Say why you want to look at it again.", field="reason")
    wait_in_line(seat.review)
    before = next((one for one in decisions(seat) if one.number == number), None)
    if before is None:
        raise NotHere
    if not before.stands or before.decision == OPEN:
        raise Refused(DECIDED, field="reason")
    told = row(CandidateDecision, seat, number)
    return CandidateDecision.objects.create(
        review_id=seat.review, number=next_number(CandidateDecision, seat.review), mark=told.mark, sort=told.sort,
        said=told.said, rests=told.rests, decision=OPEN, reason=why, by_id=seat.person_id,
    )  # fmt: skip


def waiting(seat: Seat, mark: str) -> Candidate:
    """The candidate with this mark, about which nothing stands yet; whoever asks second waits."""
    wait_in_line(seat.review)
    last = next((one for one in decisions(seat) if one.mark == mark), None)
    if last is not None and last.decision != OPEN:
        raise Refused(DECIDED, field="reason")
    one = found(seat).one(mark)
    if one is None:
        raise Refused(CHANGED, field="reason")
    return one


def decide(
    seat: Seat,
    one: Candidate,
    decision: str,
    reason: str,
    *,
    episode: Episode | None = None,
    query: OpenQuery | None = None,
) -> CandidateDecision:
    """Add a line to the log."""
    return CandidateDecision.objects.create(
        review_id=seat.review, number=next_number(CandidateDecision, seat.review), mark=one.mark, sort=one.sort,
        said=one.said, rests=[rest.key for rest in one.rests], decision=decision, reason=reason, episode=episode,
        query=query, by_id=seat.person_id,
    )  # fmt: skip
