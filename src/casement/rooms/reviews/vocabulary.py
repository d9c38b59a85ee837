"""The words of the reviews room: kinds of review, independence, kinds of identity, levels of factors."""

from dataclasses import dataclass
from enum import StrEnum
from typing import Any


class Kind(StrEnum):
    """What sort of review this is."""

    CHILDREN = "children"
    ADULTS = "adults"
    GOOD_OUTCOME = "good_outcome"
    THEMATIC = "thematic"


KIND_NAMES: dict[str, str] = {
    Kind.CHILDREN: "Children",
    Kind.ADULTS: "Adults",
    Kind.GOOD_OUTCOME: "Good outcome",
    Kind.THEMATIC: "Thematic",
}
KIND_HELP: dict[str, str] = {
    Kind.CHILDREN: "One case of a child or children.",
    Kind.ADULTS: "One case of an adult with care and support needs.",
    Kind.GOOD_OUTCOME: "A case that went well, to learn what made that possible.",
    Kind.THEMATIC: "One theme, looked at through several cases.",
}


class Independence(StrEnum):
    """Whether a lead reviewer works for one of the agencies. Stored for each lead, never assumed."""

    INTERNAL = "internal"
    INDEPENDENT = "independent"


INDEPENDENCE_NAMES: dict[str, str] = {
    Independence.INTERNAL: "For one of the agencies or the board",
    Independence.INDEPENDENT: "Independent of the agencies and the board",
}


class IdentityKind(StrEnum):
    """What a label stands for."""

    WORKER = "worker"
    FAMILY = "family"
    PLACE = "place"


IDENTITY_NAMES: dict[str, str] = {
    IdentityKind.WORKER: "Worker",
    IdentityKind.FAMILY: "Family member or friend",
    IdentityKind.PLACE: "Place or organisation",
}

LEVEL_NAMES: dict[str, str] = {
    "L1": "Frontline factors",
    "L2": "Local strategic level factors",
    "L3": "National/government level factors",
    "L9": "Other",
}

# What the ledger calls things, told to the people of the review.
ACTION_WORDS: dict[str, str] = {
    "people.invite": "Invite a person",
    "reviews.open": "Open the review",
    "reviews.read": "The review's facts and steps",
    "reviews.edit": "Change the review's facts",
    "reviews.move": "Move, close or open the review",
    "reviews.members": "Team and access",
    "reviews.seat_member": "Give or end a place",
    "reviews.declare": "Declare what could pull somebody two ways",
    "reviews.grant": "Grant, release or take back a right",
    "reviews.questions": "Window questions",
    "reviews.ask": "Ask or reword a question",
    "reviews.identity": "Names and labels",
    "reviews.identify": "Write down a name behind a label",
    "reviews.protection": "Data protection",
    "reviews.protect": "Record data protection",
    "reviews.ledger": "Who looked",
    "reviews.opened": "Who has opened one thing",
    "reviews.who_sees": "Who sees what",
    "reviews.rights": "Who may see what, for the whole installation",
    "proceedings.list": "That there are proceedings, and what is held",
    "proceedings.read": "Proceedings, flags, holds and disclosures",
    "proceedings.record": "Record or look afresh at a proceeding",
    "proceedings.flag": "Say whether somebody may be a witness",
    "proceedings.hold": "Place, look at or lift a hold",
    "proceedings.disclose": "Record a disclosure",
    "proceedings.keep": "Set how long material is kept",
    "family.list": "That there is a family record",
    "family.read": "Family involvement record",
    "family.write": "Write in the family record",
    "letters.read": "Letters",
    "letters.write": "Write a letter",
    "letters.send": "Send a letter",
    "letters.mine": "A letter to themselves",
    "letters.texts": "Texts of letters",
    "letters.returned": "Take in returned mail",
    "planning.read": "The plan and the meetings",
    "planning.plan": "Plan, arrange or invite",
    "planning.pairs": "Pairs, addresses and who can when",
    "planning.people": "Decide on pairs, keep an address or ask who can when",
    "planning.answer": "Answer which dates suit",
    "planning.feed": "Their own calendar",
    "sources.list": "List of sources",
    "sources.read": "A source",
    "sources.add": "Bring in sources",
    "sources.edit": "Change what is said of a source",
    "sources.withdraw": "Take out or put back a source",
    "sources.correct": "Correct the text of a source",
    "sources.place": "Place the passages of a corrected text",
    "sources.original": "An original file",
    "sources.decided": "What was decided about names in a source",
    "sources.mask": "Decide about names in a source",
    "sources.names": "Names behind labels",
    "sources.redact": "Black out words of a source",
    "sources.sealed": "A sealed original file",
    "write_ups.add": "Write up a conversation",
    "conversations.know": "Conversations: where they stand",
    "conversations.propose": "Propose a conversation, or say whom to ring",
    "conversations.arrange": "Arrange a conversation",
    "conversations.notes": "Notes of a conversation",
    "conversations.hold": "Hold or write up a conversation",
    "conversations.queries": "Choose puzzles for a conversation",
    "conversations.check": "Check one’s own account",
    "conversations.release": "Release an account to the analysis",
    "conversations.learning": "A note for oneself",
    "requests.read": "Requests for records",
    "requests.ask": "Ask for records, chase or end a request",
    "requests.answer": "Answer a request for records",
    "chronology.read": "Chronologies",
    "chronology.import": "Bring in a chronology",
    "chronology.edit": "Correct a chronology",
    "chronology.known": "Looked at what was known then, or at which entries are one event",
    "chronology.hindsight": "Looked with hindsight",
    "chronology.link": "Recorded who told whom, or whether entries are one event",
    "coding.read": "Codes and marks",
    "coding.mark": "Mark a passage",
    "coding.codes": "Change the codebook",
    "coding.memo": "Write a memo",
    "coding.rounds": "Work on a blind round",
    "analysis.read": "Episodes, factors, patterns, findings",
    "analysis.write": "Work on the analysis",
    "reports.read": "The report",
    "reports.write": "Write the report",
    "reports.export": "Save the report as a file",
    "reports.follow_ons": "How the follow-on reports stand",
    "reports.follow_on_read": "A follow-on report",
    "reports.follow_on_write": "Write a follow-on report",
    "reports.follow_on_issue": "Release a follow-on report, or change its days",
    "reports.follow_on_end": "Take back a follow-on report",
    "comments.read": "Comments on a follow-on report",
    "comments.send": "Send or take back a comment",
    "comments.answer": "Answer a comment",
    "comments.tell": "Tell a comment to the group, or no longer",
    "desk.search": "Search",
}
OUTCOME_WORDS: dict[str, str] = {
    "seen": "Seen",
    "done": "Done",
    "refused": "A rule said no",
    "denied": "Not allowed",
    "conflict": "Kept beside another text",
}


@dataclass(frozen=True)
class RegisterChanged:
    """The identity register of the review of this seat has other names in it than before."""

    seat: Any


@dataclass(frozen=True)
class PlaceEnded:
    """A place in the review of this seat has ended; `place` is its key in the database."""

    seat: Any
    place: int


@dataclass(frozen=True)
class ReviewMoves:
    """The review of this seat is about to move to a step; whoever listens may refuse."""

    seat: Any
    to: str


@dataclass(frozen=True)
class AccessWidens:
    """Somebody, or a whole role, is about to be allowed to read one kind of thing; whoever listens may refuse."""

    seat: Any
    subject: str


@dataclass(frozen=True)
class GateAnswered:
    """A gate of the review of this seat is about to be answered by hand; whoever listens may refuse."""

    seat: Any
    gate: str
