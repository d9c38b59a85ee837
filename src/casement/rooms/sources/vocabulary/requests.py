"""Words of asking agencies for records: what can happen, where a request stands, gaps, routes and powers."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Happened(StrEnum):
    """What can happen to a request, each on a day."""

    PROMISED = "promised"
    RECEIVED = "received"
    GAP = "gap"
    CHASED = "chased"
    CLOSED = "closed"
    WITHDRAWN = "withdrawn"
    UNANSWERED = "unanswered"
    REOPENED = "reopened"


class Why(StrEnum):
    """Why something that was asked for is not here."""

    NOT_HELD = "not_held"
    DESTROYED = "destroyed"
    WITHHELD = "withheld"
    TO_COME = "still_to_come"


class State(StrEnum):
    """Where a request stands; always derived from what happened, never set."""

    ASKED = "asked"
    PROMISED = "promised"
    PART = "part_received"
    RECEIVED = "received"
    ANSWERED = "answered"
    CLOSED = "closed"
    WITHDRAWN = "withdrawn"
    UNANSWERED = "unanswered"


class Route(StrEnum):
    """Who was asked when a request was chased; the order is the route when no answer comes (LAW-07)."""

    CONTACT = "contact"
    SENIOR = "senior"
    CHAIR = "chair"
    LEGAL = "legal"


HAPPENED_NAMES = {
    Happened.PROMISED: "Promised",
    Happened.RECEIVED: "Received",
    Happened.GAP: "Not here",
    Happened.CHASED: "Chased",
    Happened.CLOSED: "Closed",
    Happened.WITHDRAWN: "Withdrawn",
    Happened.UNANSWERED: "Given up without an answer",
    Happened.REOPENED: "Opened again",
}
WHY_NAMES = {
    Why.NOT_HELD: "Not held",
    Why.DESTROYED: "Destroyed",
    Why.WITHHELD: "Withheld",
    Why.TO_COME: "Still to come",
}
STATE_NAMES = {
    State.ASKED: "Asked",
    State.PROMISED: "Promised",
    State.PART: "Part received",
    State.RECEIVED: "Received",
    State.ANSWERED: "Answered, nothing came",
    State.CLOSED: "Closed",
    State.WITHDRAWN: "Withdrawn",
    State.UNANSWERED: "Never answered",
}
ROUTE_NAMES = {
    Route.CONTACT: "The agency’s contact",
    Route.SENIOR: "The agency’s senior lead for safeguarding",
    Route.CHAIR: "The agency’s chief officer, by letter of the board’s chair",
    Route.LEGAL: "The board’s legal adviser, about the duty to answer",
}
WAITING = frozenset({State.ASKED, State.PROMISED, State.PART})
ENDS = frozenset({Happened.CLOSED, Happened.WITHDRAWN, Happened.UNANSWERED})
# Who must have been asked before a request is given up: the last two of the route.
TOP = frozenset({Route.CHAIR, Route.LEGAL})

CHILDREN, ADULTS, AGREED = "For reviews about children", "For reviews about adults", "Consent, agreement, order"
OTHER = "other"


@dataclass(frozen=True)
class Power:
    """What allows a request: its name, where it is offered, the nations it is law in, and what it says in short.

    `note` is our short wording, to be checked with the board's legal adviser; it is no legal advice.
    """

    key: str
    name: str
    group: str
    nations: str
    note: str


POWERS = (
    Power(
        "ca2004_s16h", "Children Act 2004, section 16H", CHILDREN, "England",
        "Safeguarding partners may ask a person or body for information for a local child safeguarding practice "
        "review. Whoever is asked must comply.",
    ),
    Power(
        "ca2004_s16d", "Children Act 2004, section 16D", CHILDREN, "England",
        "The national Child Safeguarding Practice Review Panel may ask a person or body for information. Whoever "
        "is asked must comply.",
    ),
    Power(
        "sswbwa2014_s137_children", "Social Services and Well-being (Wales) Act 2014, section 137", CHILDREN,
        "Wales",
        "A Safeguarding Board may ask for information that it needs for its work, practice reviews among it. "
        "Whoever is asked must supply it, unless that would go against their own duties.",
    ),
    Power(
        "scotland_guidance", "National guidance for learning reviews", CHILDREN, "Scotland",
        "This is guidance and no power: agencies give records by agreement, on their own lawful basis.",
    ),
    Power(
        "ca2014_s45", "Care Act 2014, section 45", ADULTS, "England",
        "A safeguarding adults board may ask for information that helps it do its work. Whoever is asked must "
        "supply it where the conditions of the section are met.",
    ),
    Power(
        "ca2014_s44", "Care Act 2014, section 44(5)", ADULTS, "England",
        "Each member of the safeguarding adults board must co-operate in the review and contribute to it.",
    ),
    Power(
        "sswbwa2014_s137_adults", "Social Services and Well-being (Wales) Act 2014, section 137", ADULTS, "Wales",
        "A Safeguarding Board may ask for information that it needs for its work, practice reviews among it. "
        "Whoever is asked must supply it, unless that would go against their own duties.",
    ),
    Power(
        "aspsa2007_s45", "Adult Support and Protection (Scotland) Act 2007, section 45", ADULTS, "Scotland",
        "Public bodies must give an adult protection committee the information that it may reasonably require.",
    ),
    Power(
        "dvcva2004_s9", "Domestic Violence, Crime and Victims Act 2004, section 9", ADULTS, "England and Wales",
        "The bodies that the section names take part in a review of a death and have regard to its guidance.",
    ),
    Power(
        "consent", "Consent of the person", AGREED, "",
        "The person has agreed, knowing what is asked for and why, and may change their mind.",
    ),
    Power(
        "consent_parent", "Consent of somebody with parental responsibility", AGREED, "",
        "They have agreed for the child, knowing what is asked for and why. What the child says of it is noted.",
    ),
    Power(
        "best_interests", "Best interests of an adult who cannot decide this", AGREED, "",
        "Decided under the Mental Capacity Act 2005, in Scotland the Adults with Incapacity (Scotland) Act 2000.",
    ),
    Power(
        "ahra1990", "Access to Health Records Act 1990", AGREED, "",
        "For the health records of somebody who has died, asked for by those whom the Act names.",
    ),
    Power(
        "agreement", "Information-sharing agreement between the agencies", AGREED, "",
        "The agencies share for this purpose by agreement, each on the lawful basis that the agreement names.",
    ),
    Power("court_order", "Order of a court", AGREED, "", "A court has ordered it and says what goes to whom."),
    Power(OTHER, "Other, say which", AGREED, "", ""),
)  # fmt: skip
POWER_OF = {power.key: power for power in POWERS}


def power_words(key: str, other: str) -> str:
    """The power of a request as people read it, with its nation."""
    if key == OTHER:
        return other
    power = POWER_OF[key]
    return f"{power.name} ({power.nations})" if power.nations else power.name
