"""What the record of a review holds, said in words. Plain Python: amounts in, sentences out.

Nothing recorded is said too: that is a fact about the record, not about the work.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from casement.foundation.actions import Action

Amounts = Mapping[str, Any]


@dataclass(frozen=True)
class Kept:
    """One thing the record can show: who may be told, where it stands, and how it is said."""

    action: Action
    page: str
    say: Callable[[Amounts], str]


def few(amount: int, one: str, many: str) -> str:
    """An amount with its noun."""
    return f"{amount} {one if amount == 1 else many}"


def some(amount: int) -> str:
    """An amount inside a sentence; none is said as a word."""
    return str(amount) if amount else "none"


def decision(at: Amounts) -> str:
    """Whether the decision is written down."""
    if not at["decision"]:
        return "No reasons for the decision to review are written down."
    return f"The decision to review is written down with its reasons ({at['decision']:%-d %B %Y})."


def questions(at: Amounts) -> str:
    """Window questions."""
    if not at["questions"]:
        return "No window question is kept."
    told = few(at["questions"], "window question is", "window questions are")
    return f"{told} kept, {some(at['rewordings'])} of them reworded on the way."


def leads(at: Amounts) -> str:
    """Who leads."""
    told = few(at["leads"], "lead reviewer has", "lead reviewers have")
    return f"{told} a place, {some(at['independent'])} of them with how independent they are."


def declared(at: Amounts) -> str:
    """Statements of conflict."""
    if not at["undeclared"]:
        return "Every lead and team member has written what could pull them two ways."
    told = few(at["undeclared"], "lead or team member has", "leads and team members have")
    return f"{told} not yet written what could pull them two ways."


def plan(at: Amounts) -> str:
    """The dated plan and its clocks."""
    if not at["rows"]:
        return "There is no dated plan."
    clocks = few(at["clocks"], "clock runs", "clocks run")
    return f"The plan has {few(at['rows'], 'dated line', 'dated lines')}; {clocks}."


def time(at: Amounts) -> str:
    """Time that was entered."""
    told = few(at["entries"], "entry of time is", "entries of time are")
    return f"{told} kept." if at["entries"] else "No time is entered."


def proceedings(at: Amounts) -> str:
    """What runs beside the review."""
    if not at["proceedings"]:
        return "Nothing is recorded as running beside the review."
    told = few(at["proceedings"], "proceeding is", "proceedings are")
    return f"{told} in the register, {some(at['ended'])} of them over."


def holds(at: Amounts) -> str:
    """What is held."""
    return f"{few(at['holds'], 'hold is', 'holds are')} in force." if at["holds"] else "Nothing is held."


def flags(at: Amounts) -> str:
    """Whether witnesses were thought of."""
    looked = few(
        at["flagged"], "has been looked at as a possible witness", "have been looked at as possible witnesses"
    )
    return f"Of {few(at['heard'], 'person who is', 'people who are')} heard, {looked}."


def requests(at: Amounts) -> str:
    """Requests for records."""
    if not at["requests"]:
        return "No agency has been asked for records here."
    told = few(at["asked"], "agency was", "agencies were")
    return f"{told} asked for records, in {few(at['requests'], 'request', 'requests')}."


def sources(at: Amounts) -> str:
    """What was read and heard."""
    return (
        f"Among the sources are {few(at['records'], 'record', 'records')}, "
        f"{few(at['talks'], 'conversation', 'conversations')} and "
        f"{few(at['theirs'], 'contribution of the family', 'contributions of the family')}."
    )


def conversations(at: Amounts) -> str:
    """Conversations, and how far they went."""
    if not at["offered"]:
        return "No conversation has been offered."
    told = few(at["offered"], "conversation was", "conversations were")
    return (
        f"{told} offered, {some(at['explained'])} with the explanation on record, {some(at['agreed'])} agreed by "
        f"whoever spoke, {some(at['declined'])} declined."
    )


def follow_on(at: Amounts) -> str:
    """Meetings with the case group, and what they said."""
    return (
        f"{few(at['met'], 'follow-on meeting has', 'follow-on meetings have')} been held; the case group was given "
        f"{few(at['issued'], 'report', 'reports')} and sent {few(at['comments'], 'comment', 'comments')}, "
        f"{some(at['answered'])} answered."
    )


def family(at: Amounts) -> str:
    """Records of how the family takes part."""
    if not at["involved"]:
        return "No member of the family has a record of how they take part."
    told = few(at["involved"], "member of the family has", "members of the family have")
    return f"{told} a record of how they take part."


def contacts(at: Amounts) -> str:
    """Times they were in touch."""
    if not at["contacts"]:
        return "No contact with the family is noted."
    told = few(at["contacts"], "contact", "contacts")
    return f"{told} with the family noted, the first on {at['first_contact']:%-d %B %Y}."


def told_family(at: Amounts) -> str:
    """Feedback to the family."""
    if not at["involved"]:
        return "Nobody of the family is recorded as told what was found."
    return f"Of {at['involved']} with a record, {some(at['told_family'])} told what was found."


def counter(at: Amounts) -> str:
    """Looking for the opposite."""
    return (
        f"{few(at['searches'], 'search', 'searches')} for what speaks against; "
        f"{few(at['weighed'], 'passage', 'passages')} weighed against a claim."
    )


def hindsight(at: Amounts) -> str:
    """Checks for hindsight."""
    if not at["episodes"]:
        return "No episode is chosen."
    told = few(at["episodes"], "episode", "episodes")
    return f"Of {told} chosen, {some(at['checked'])} with the check for hindsight written."


def findings(at: Amounts) -> str:
    """Findings and how widespread they are."""
    if not at["findings"]:
        return "No finding is written."
    told = few(at["findings"], "finding is", "findings are")
    return f"{told} written, {some(at['spread'])} with how usual or widespread it is."


def asked_board(at: Amounts) -> str:
    """Questions to the board."""
    if not at["asked_board"]:
        return "No question is put to the board."
    return f"{few(at['asked_board'], 'question is', 'questions are')} put to the board."


def signed(at: Amounts) -> str:
    """Sign-off of the report."""
    if not at["signed"]:
        return "Nobody is recorded as having agreed to the report."
    return f"Who agreed to the report is written down ({at['signed']:%-d %B %Y})."


def published(at: Amounts) -> str:
    """The check before publication."""
    if not at["published"]:
        return "No check before publication is written down."
    return f"The check before publication is written down ({at['published']:%-d %B %Y})."


def presented(at: Amounts) -> str:
    """Presentations to the board."""
    if not at["presentations"]:
        return "No presentation to the board is written down."
    told = few(at["presentations"], "presentation to the board is", "presentations to the board are")
    return f"{told} written down."


def answered(at: Amounts) -> str:
    """What the board has answered."""
    if not at["asked_board"]:
        return "No question waits for an answer of the board."
    if not at["board_answered"]:
        return "The board has answered none of its questions yet."
    return f"The board has answered {at['board_answered']} of {few(at['asked_board'], 'question', 'questions')}."


def acts(at: Amounts) -> str:
    """Actions of the response. To have none is a proper answer."""
    if not at["acts"]:
        return "No action of the response is written down."
    done = "none of them done" if not at["acts_done"] else f"{at['acts_done']} done"
    return f"{few(at['acts'], 'action of the response is', 'actions of the response are')} written down, {done}."


def differences(at: Amounts) -> str:
    """What became different."""
    if not at["differences"]:
        return "Nobody has written down what became different."
    return f"{few(at['differences'], 'entry says', 'entries say')} what became different, or that nothing did."


def copies(at: Amounts) -> str:
    """What was published, and who was told before."""
    told = few(at["notices"], "notice", "notices") if at["notices"] else "no notice"
    if not at["copies"]:
        return f"No publication is written down; {told} to people beforehand."
    return f"{few(at['copies'], 'publication is', 'publications are')} written down; {told} to people beforehand."


RECORD: dict[str, Kept] = {
    "decision": Kept(Action.REVIEWS_READ, "steps/", decision),
    "questions": Kept(Action.REVIEWS_QUESTIONS, "questions/", questions),
    "leads": Kept(Action.REVIEWS_READ, "about/", leads),
    "declared": Kept(Action.REVIEWS_MEMBERS, "members/", declared),
    "plan": Kept(Action.PLANNING_READ, "plan/", plan),
    "time": Kept(Action.TIME_TOTALS, "time/totals/", time),
    "proceedings": Kept(Action.PROCEEDINGS_LIST, "proceedings/", proceedings),
    "holds": Kept(Action.PROCEEDINGS_LIST, "holds/", holds),
    "flags": Kept(Action.PROCEEDINGS_READ, "proceedings/#people", flags),
    "requests": Kept(Action.REQUESTS_READ, "requests/", requests),
    "sources": Kept(Action.SOURCES_LIST, "sources/", sources),
    "conversations": Kept(Action.CONVERSATIONS_PROPOSE, "conversations/", conversations),
    "follow_on": Kept(Action.FOLLOW_ON_LIST, "follow-on/", follow_on),
    "family": Kept(Action.FAMILY_LIST, "family/", family),
    "contacts": Kept(Action.FAMILY_READ, "family/", contacts),
    "told_family": Kept(Action.FAMILY_LIST, "family/", told_family),
    "counter": Kept(Action.ANALYSIS_READ, "rigour/", counter),
    "hindsight": Kept(Action.ANALYSIS_READ, "episodes/", hindsight),
    "findings": Kept(Action.ANALYSIS_READ, "findings/", findings),
    "asked_board": Kept(Action.ANALYSIS_READ, "findings/", asked_board),
    "signed": Kept(Action.REVIEWS_READ, "steps/", signed),
    "published": Kept(Action.REVIEWS_READ, "steps/", published),
    "presented": Kept(Action.RESPONSES_READ, "response/#presentation", presented),
    "answered": Kept(Action.RESPONSES_READ, "response/", answered),
    "acts": Kept(Action.RESPONSES_ACTIONS, "response/actions/", acts),
    "differences": Kept(Action.RESPONSES_ACTIONS, "response/actions/", differences),
    "copies": Kept(Action.PUBLICATION_READ, "publication/", copies),
}

_BEARS: tuple[tuple[str, tuple[str, ...]], ...] = (
    ("QC01 QA01", ("decision",)),
    ("QC02 QA02", ("decision", "questions")),
    ("QC04 QA03", ("family", "contacts")),
    ("QC05 QA04", ("questions",)),
    ("QC06 QA05", ("leads", "plan", "time")),
    ("QC07 QA06", ("leads", "declared")),
    ("QC08 QA07", ("plan", "holds", "time")),
    ("QC09 QA08", ("proceedings", "holds", "flags")),
    ("QC10 QA09", ("requests", "sources")),
    ("QC11 QA10", ("conversations", "follow_on")),
    ("QC12 QA11", ("family", "contacts", "told_family")),
    ("QC13 QA12", ("counter", "hindsight", "findings")),
    ("QC14 QA13", ("findings", "signed")),
    ("QC15", ("asked_board", "acts")),
    ("QC16", ("presented", "answered")),
    ("QC17 QA14", ("published", "copies", "holds", "told_family")),
    ("QC18", ("acts", "differences")),
    ("QA15", ("presented", "answered", "acts", "differences")),
)
# Which of these bear on which marker; markers not named here are answered in words alone.
BEARS_ON: dict[str, tuple[str, ...]] = {marker: kept for told, kept in _BEARS for marker in told.split()}
