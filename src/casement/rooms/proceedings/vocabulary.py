"""Words of proceedings, witness flags, holds, disclosures and keeping (domain 2.5)."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import Any


class Scope(StrEnum):
    """What a hold stops."""

    CONVERSATION = "conversation"
    MEETING = "meeting"
    REPORT = "report"
    PUBLICATION = "publication"
    DELETION = "deletion"
    WHOLE_REVIEW = "whole_review"


SCOPE_NAMES: dict[str, str] = {
    Scope.CONVERSATION: "Conversations",
    Scope.MEETING: "Meetings",
    Scope.REPORT: "The report",
    Scope.PUBLICATION: "Publication",
    Scope.DELETION: "Deletion",
    Scope.WHOLE_REVIEW: "The whole review",
}
SCOPE_HELP: dict[str, str] = {
    Scope.CONVERSATION: "Nobody is invited, booked or heard, and no account of a conversation is brought in.",
    Scope.MEETING: "No meeting is called or goes on.",
    Scope.REPORT: "Nothing of a report is written, saved as a file, fetched or released.",
    Scope.PUBLICATION: "Nothing is saved or fetched in its publishable form, and the review does not move to "
    "publication. The report can be written.",
    Scope.DELETION: "Nothing is erased or blacked out, whatever day was set for it.",
    Scope.WHOLE_REVIEW: "Everything stops but reading, places in the review, this register, the family record and "
    "data protection. Nothing is released.",
}
# Scopes of which one thing alone can be held, and what that thing is called.
ONE_OF: dict[str, str] = {
    Scope.CONVERSATION: "conversation",
    Scope.MEETING: "meeting",
}


class FlagState(StrEnum):
    """Whether somebody who takes part may be a witness elsewhere."""

    NOT_ASSESSED = "not_assessed"
    POSSIBLE = "possible"
    CLEARED = "cleared"
    WITH_CONDITIONS = "cleared_with_conditions"
    DO_NOT_APPROACH = "do_not_approach"


FLAG_NAMES: dict[str, str] = {
    FlagState.NOT_ASSESSED: "Not looked at yet",
    FlagState.POSSIBLE: "May be a witness",
    FlagState.CLEARED: "Cleared",
    FlagState.WITH_CONDITIONS: "Cleared with conditions",
    FlagState.DO_NOT_APPROACH: "Do not approach",
}
STOPPING = frozenset({FlagState.POSSIBLE, FlagState.DO_NOT_APPROACH})
CLEARING = frozenset({FlagState.CLEARED, FlagState.WITH_CONDITIONS})


class Kind(StrEnum):
    """What sort of proceeding runs beside the review."""

    CRIMINAL = "criminal"
    CORONER = "coroner"
    FAMILY_COURT = "family_court"
    CIVIL = "civil"
    HR = "hr"
    REGULATORY = "regulatory"
    DHR = "dhr"
    MENTAL_HEALTH = "mental_health_homicide"
    OTHER_REVIEW = "other_review"
    COMPLAINT = "complaint"


KIND_NAMES: dict[str, str] = {
    Kind.CRIMINAL: "Criminal investigation or trial",
    Kind.CORONER: "Coroner’s inquest",
    Kind.FAMILY_COURT: "Family court",
    Kind.CIVIL: "Civil claim",
    Kind.HR: "Employer’s process about a member of staff",
    Kind.REGULATORY: "Regulator or professional body",
    Kind.DHR: "Domestic homicide review",
    Kind.MENTAL_HEALTH: "Independent inquiry into mental health care",
    Kind.OTHER_REVIEW: "A safeguarding review elsewhere",
    Kind.COMPLAINT: "Complaint",
}


class Reason(StrEnum):
    """Why something is held, as a class; the details are in words."""

    CRIMINAL = "criminal"
    ORDER = "order"
    CORONER = "coroner"
    EMPLOYER = "employer"
    REGULATOR = "regulator"
    SAFETY = "safety"
    ADVICE = "advice"
    OTHER = "other"


REASON_NAMES: dict[str, str] = {
    Reason.CRIMINAL: "Asked for by the police or the prosecutor",
    Reason.ORDER: "Ordered by a court",
    Reason.CORONER: "Asked for by the coroner",
    Reason.EMPLOYER: "An employer’s process",
    Reason.REGULATOR: "Asked for by a regulator",
    Reason.SAFETY: "Somebody’s safety or wellbeing",
    Reason.ADVICE: "Legal advice",
    Reason.OTHER: "Something else",
}


class Direction(StrEnum):
    """Which way material went."""

    OUT = "out"
    IN = "in"


DIRECTION_NAMES: dict[str, str] = {Direction.OUT: "Given by the review", Direction.IN: "Received by the review"}


class Basis(StrEnum):
    """On what ground material went."""

    ORDER = "order"
    STATUTE = "statute"
    AGREEMENT = "agreement"
    REQUEST = "request"


BASIS_NAMES: dict[str, str] = {
    Basis.ORDER: "Order of a court",
    Basis.STATUTE: "A duty or power in law",
    Basis.AGREEMENT: "An agreed protocol",
    Basis.REQUEST: "A request, decided on by the review",
}


class Thing(StrEnum):
    """What went, where Casement holds it; anything else is described in words."""

    SOURCE = "source"
    COPY = "copy"
    OTHER = "other"


THING_NAMES: dict[str, str] = {
    Thing.SOURCE: "A source of this review",
    Thing.COPY: "A saved copy of the report",
    Thing.OTHER: "Something else",
}


class Material(StrEnum):
    """Kinds of material that are kept for a time of their own (LAW-04)."""

    RECORDINGS = "recordings"
    NOTES = "notes"
    RECORDS = "records"
    WRITE_UPS = "write_ups"
    WORKING = "working"
    REPORT = "report"
    CORRESPONDENCE = "correspondence"


MATERIAL_NAMES: dict[str, str] = {
    Material.RECORDINGS: "Recordings of conversations",
    Material.NOTES: "Raw notes of conversations",
    Material.RECORDS: "Records of the agencies",
    Material.WRITE_UPS: "Agreed accounts of conversations",
    Material.WORKING: "Working material: marks, episodes, findings",
    Material.REPORT: "The report and the answer to it",
    Material.CORRESPONDENCE: "Letters and logs",
}


@dataclass
class ThingSought:
    """Which bytes a thing of this review stands for now; whoever keeps such things adds its SHA-256 to `found`."""

    seat: Any
    kind: str
    number: int
    found: list[str]


@dataclass(frozen=True)
class HoldLifted:
    """A hold in the review of this seat was lifted just now; other holds may still be in force."""

    seat: Any
    scope: str
