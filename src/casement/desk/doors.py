"""What somebody can do in a review, in words fit for their role, for the home page when nothing waits for them."""

from dataclasses import dataclass

from casement.foundation.access import Role, Seat
from casement.foundation.actions import Action, allows

WORKING = frozenset({Role.LEAD, Role.TEAM})
HEARD = frozenset({Role.CASE_GROUP, Role.FAMILY})
BOARD = frozenset({Role.ACCOUNTABLE, Role.DELEGATED})
READING = frozenset({*HEARD, *BOARD, Role.SUPERVISOR, Role.EVALUATOR, Role.LEGAL})
LEGAL = frozenset({Role.LEGAL})
BESIDE = frozenset({Role.SUPERVISOR, Role.EVALUATOR})
CONTACT, OFFICE, RECORDS = frozenset({Role.AGENCY_CONTACT}), frozenset({Role.BUSINESS}), frozenset({Role.RECORDS})
ACCOUNT = "own account"
CONVERSATION = "own conversation"


@dataclass(frozen=True)
class Door:
    """One thing to do, what to expect there, and the way to it."""

    title: str
    note: str
    href: str


@dataclass(frozen=True)
class _Way:
    roles: frozenset[Role]
    action: Action
    title: str
    note: str
    path: str
    asks: str = ""


WAYS = (
    _Way(WORKING, Action.REVIEWS_READ, "See where the review stands", "What comes next, and what it rests on.", ""),
    _Way(WORKING, Action.SOURCES_LIST, "Read the sources", "Records and conversations count alike.", "sources/"),
    _Way(WORKING, Action.ANALYSIS_READ, "Go on with the analysis", "From episodes to findings.", "episodes/"),
    _Way(CONTACT, Action.REQUESTS_ANSWER, "See what your agency is asked for",
         "By when, why, and what allows it. Say there when records come, or what is not held.", "requests/"),
    _Way(CONTACT, Action.SOURCES_ADD, "Send records of your agency",
         "Leads and team read them; contacts of other agencies do not.", "sources/new/"),
    _Way(CONTACT, Action.CHRONOLOGY_IMPORT, "Send your agency’s chronology",
         "A spreadsheet or a table, in the form you have it.", "chronologies/new/"),
    _Way(CONTACT, Action.SOURCES_LIST, "See what your agency has sent", "And what could not be read.", "sources/"),
    _Way(OFFICE, Action.REVIEWS_SEAT_MEMBER, "Give somebody a place", "And end places that are over.", "members/"),
    _Way(OFFICE, Action.LETTERS_WRITE, "Write letters", "And see what arrived and what came back.", "letters/"),
    _Way(OFFICE, Action.REQUESTS_ASK, "Keep track of requests for records",
         "What was asked, promised and received, agency by agency.", "requests/"),
    _Way(OFFICE, Action.PLANNING_PLAN, "Plan dates and meetings",
         "Work back from a target, ask who can when, invite people.", "plan/"),
    _Way(OFFICE, Action.REVIEWS_READ, "See the steps and dates", "And answer what each step asks for.", "steps/"),
    _Way(OFFICE, Action.REVIEWS_IDENTITY, "Look after names and labels",
         "So that letters reach people, and texts name nobody.", "identity/"),
    _Way(HEARD, Action.LETTERS_MINE, "Read the letters to you", "You can keep them, or print them.", "my-letters/"),
    _Way(HEARD, Action.CONVERSATIONS_CHECK, "See your conversation",
         "What it means, when it is, what was written, and who to ring.", "conversations/", asks=CONVERSATION),
    _Way(HEARD, Action.SOURCES_LIST, "Read what was written from what you told us",
         "If something is wrong or missing, tell a lead reviewer.", "sources/", asks=ACCOUNT),
    _Way(HEARD, Action.FOLLOW_ON_READ, "Read the follow-on report, and see our answers",
         "Say what is wrong, missing or seen differently. Each comment is answered.", "follow-on/"),
    _Way(HEARD | BOARD, Action.REVIEWS_READ, "See where the review stands", "In two sentences, and the steps.", ""),
    _Way(BOARD | {Role.SUPERVISOR}, Action.REVIEWS_QUESTIONS, "Read what the review asks",
         "Its open questions about the work.", "questions/"),
    _Way(READING, Action.ANALYSIS_READ, "Read the analysis that was opened to you",
         "Until the day that was agreed. Each page you open is noted.", "episodes/"),
    _Way(READING, Action.REPORTS_READ, "Read the report that was opened to you", "It is a draft, not for sharing.",
         "report/"),
    _Way(LEGAL, Action.PROCEEDINGS_READ, "See proceedings and who may be a witness", "And clear people.",
         "proceedings/"),
    _Way(LEGAL, Action.PROCEEDINGS_HOLD, "See what is held", "Place a hold, look at one afresh, agree to lift one.",
         "holds/"),
    _Way(LEGAL, Action.PROCEEDINGS_DISCLOSE, "Record a disclosure", "What went, on what ground, who decided it.",
         "disclosures/"),
    _Way(HEARD, Action.FAMILY_READ, "See your own record", "What was agreed with you, and what you were told.",
         "family/"),
    _Way(RECORDS, Action.REVIEWS_LEDGER, "See who looked", "Who opened or changed what, and when.",
         "who-looked/"),
    _Way(BOARD, Action.RESPONSES_ANSWER, "Answer what the findings ask",
         "Each question, with the board’s own reasons.", "response/"),
    _Way(CONTACT, Action.RESPONSES_REPORT, "Report on your agency’s actions",
         "What was done, and apart from it what became different.", "response/actions/"),
    _Way(OFFICE, Action.PUBLICATION_CHECK, "Check what is to be published",
         "Answered in words, signed by two people.", "publication/"),
    _Way(HEARD | {Role.SUPERVISOR}, Action.RESPONSES_READ, "Read what the board answers",
         "Question by question, with the reasons.", "response/"),
    _Way(frozenset({Role.EVALUATOR}), Action.RESPONSES_TOTALS, "See the response in numbers",
         "How many questions and actions there are; nothing of what they say.", "response/numbers/"),
    _Way(BOARD, Action.MARKERS_ANSWER, "Answer the quality markers", "What is asked of you, in a few sentences.",
         "quality/"),
    _Way(BESIDE, Action.MARKERS_READ, "Read the quality markers",
         "What the leads, the board and its office answered.", "quality/"),
    _Way(BESIDE, Action.TIME_TOTALS, "See how much time it takes",
         "By stage, agency and kind of work; never by person.", "time/totals/"),
    _Way(HEARD, Action.TIME_LOG, "Say how much time it took you",
         "In ten seconds. Seen by you and the board’s office.", "time/"),
)  # fmt: skip


def doors(seat: Seat, *, has_account: bool = False, has_conversation: bool = False) -> tuple[Door, ...]:
    """What this person can do in this review; only what the policy allows, so no way leads to nothing.

    `has_account` says whether something they told is there for them to read, `has_conversation` whether they are
    asked to a conversation.
    """
    role = seat.standing.role
    shut = {ACCOUNT: not has_account, CONVERSATION: not has_conversation}
    return tuple(
        Door(way.title, way.note, f"/reviews/{seat.ref}/{way.path}")
        for way in WAYS
        if role in way.roles and allows(seat.standing, way.action) and not shut.get(way.asks, False)
    )
