"""Who may do what: the roles, the matrix of objects, the actions, and the one function that decides.

The matrix is `domain.md` section 2.3 as data. It is printed to docs/reference/permissions.md.
Plain Python: no Django here.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum
from functools import lru_cache


class Role(StrEnum):
    """What a person is in one review (domain 2.1)."""

    LEAD = "lead_reviewer"
    TEAM = "review_team_member"
    CASE_GROUP = "case_group_member"
    FAMILY = "family_member"
    AGENCY_CONTACT = "agency_contact"
    ACCOUNTABLE = "accountable"
    DELEGATED = "delegated"
    BUSINESS = "business_manager"
    SUPERVISOR = "supervisor"
    EVALUATOR = "evaluator"
    LEGAL = "legal_liaison"
    RECORDS = "records_officer"
    ADMIN = "technical_admin"


ROLE_NAMES: dict[Role, str] = {
    Role.LEAD: "Lead reviewer",
    Role.TEAM: "Review team member",
    Role.CASE_GROUP: "Case group member",
    Role.FAMILY: "Family member",
    Role.AGENCY_CONTACT: "Agency contact",
    Role.ACCOUNTABLE: "Board member",
    Role.DELEGATED: "Case review subgroup member",
    Role.BUSINESS: "Business manager",
    Role.SUPERVISOR: "Supervisor",
    Role.EVALUATOR: "Evaluator",
    Role.LEGAL: "Legal liaison",
    Role.RECORDS: "Records officer",
    Role.ADMIN: "Technical administrator",
}


class Subject(StrEnum):
    """A row of the matrix: a kind of thing somebody may see or change."""

    HEADER = "header"
    REQUESTS = "requests"
    DECISIONS = "decisions"
    IDENTITY = "identity"
    RAW_NOTES = "raw_notes"
    WRITE_UPS = "write_ups"
    RECORDS = "records"
    WORKING = "working"
    READINGS = "readings"
    FOLLOW_ON = "follow_on"
    COMMENTS = "comments"
    DRAFT_REPORT = "draft_report"
    FINAL_REPORT = "final_report"
    PUBLICATION = "publication"
    PUBLISHED = "published"
    FAMILY_RECORD = "family_record"
    PROCEEDINGS = "proceedings"
    MEETINGS = "meetings"
    RESPONSE = "response"
    QUALITY = "quality"
    TIME = "time"
    SUPERVISION = "supervision"
    EVALUATION = "evaluation"
    LIBRARY = "library"
    LEDGER = "ledger"


SUBJECT_NAMES: dict[Subject, str] = {
    Subject.HEADER: "Review header, plan, dates",
    Subject.REQUESTS: "Request tracker: what agencies were asked for",
    Subject.DECISIONS: "Decision and scope log, window questions",
    Subject.IDENTITY: "Identity register (name, role label, pseudonym)",
    Subject.RAW_NOTES: "Recording and raw notes of a conversation",
    Subject.WRITE_UPS: "Write-up of a conversation",
    Subject.RECORDS: "Agency records and excerpts from them",
    Subject.WORKING: "Narrative, episodes, factor uses, patterns (working)",
    Subject.READINGS: "Second reading of an episode or a finding, blind until handed in",
    Subject.FOLLOW_ON: "Follow-on reports 1 and 2",
    Subject.COMMENTS: "Comment on a report",
    Subject.DRAFT_REPORT: "Draft final report",
    Subject.FINAL_REPORT: "Final report and response before publication",
    Subject.PUBLICATION: "Publication and anonymisation check",
    Subject.PUBLISHED: "Published report and response",
    Subject.FAMILY_RECORD: "Family involvement record",
    Subject.PROCEEDINGS: "Proceedings, witness flags, holds; disclosure log",
    Subject.MEETINGS: "Agenda, notes and minutes of a meeting",
    Subject.RESPONSE: "Response, actions, impact",
    Subject.QUALITY: "Quality-marker self-checks",
    Subject.TIME: "Time entries",
    Subject.SUPERVISION: "Supervision notes, portfolio, assessment",
    Subject.EVALUATION: "Evaluation feedback",
    Subject.LIBRARY: "Library entry",
    Subject.LEDGER: "Record of who saw and did what",
}

COLUMNS: tuple[tuple[Role, ...], ...] = (
    (Role.LEAD,),
    (Role.TEAM,),
    (Role.CASE_GROUP,),
    (Role.FAMILY,),
    (Role.AGENCY_CONTACT,),
    (Role.ACCOUNTABLE, Role.DELEGATED),
    (Role.BUSINESS,),
    (Role.SUPERVISOR,),
    (Role.EVALUATOR,),
    (Role.LEGAL,),
    (Role.RECORDS,),
    (Role.ADMIN,),
)

# W create and edit, R read, r read after release, O own, A own agency, N by grant, M metadata only,
# T totals only, P published form, p the pair that holds the conversation, - none.
# "Wp+R": writes what its own pair holds, reads all. Where domain 2.3 offers a choice the stricter stands.
MATRIX: dict[Subject, str] = {
    #                     lead team cgrp fam  agcy board bus  sup  eval legal rec adm
    Subject.HEADER:       "W    R    r    r    A    R    W    M    M    -    -    -",
    # A row of its own, with the same cells, so that releasing the header does not release what was asked for.
    Subject.REQUESTS:     "W    R    r    r    A    R    W    M    M    -    -    -",
    Subject.DECISIONS:    "W    R    r    r    -    W    W    R    -    -    -    -",
    Subject.IDENTITY:     "W    R    O    O    A    -    W    -    -    -    -    -",
    # The pair may be of the team, and writes what its own conversation needs (domain 2.1).
    Subject.RAW_NOTES:    "Wp   Wp+N O    O    -    -    M    -    -    -    -    -",
    Subject.WRITE_UPS:    "W+R  N    O    O    -    -    M    N    -    -    -    -",
    Subject.RECORDS:      "W    R    N    -    W+A  -    M    -    -    -    -    -",
    Subject.WORKING:      "W    W    -    -    -    -    -    N    -    -    -    -",
    # A row of its own: whoever reads for a second opinion is kept out of the row above while they do.
    Subject.READINGS:     "W    W    -    -    -    -    -    -    -    -    -    -",
    Subject.FOLLOW_ON:    "W    W    r    N    -    -    M    N    -    -    -    -",
    Subject.COMMENTS:     "R    R    O    O    -    -    M    -    -    -    -    -",
    Subject.DRAFT_REPORT: "W    W    r    r    N    r    M    N    -    -    -    -",
    Subject.FINAL_REPORT: "R    R    r    r    r    W    W    R    -    -    -    -",
    # A row of its own: whoever may read the report is not told what stands in the way of printing it.
    Subject.PUBLICATION:  "W    R    -    -    -    W    W    R    -    -    -    -",
    Subject.PUBLISHED:    "P    P    P    P    P    P    W    P    P    P    P    P",
    Subject.FAMILY_RECORD: "W   R    -    O    -    M    W    -    -    -    -    -",
    Subject.PROCEEDINGS:  "W    M    -    -    -    M    W    -    -    W    -    -",
    # Own: of meetings they are asked to, of the kinds that their role reads. Notes are working material besides.
    Subject.MEETINGS:     "R    R    O    O    -    O    M    O    -    -    -    -",
    Subject.RESPONSE:     "R    R    r    r    W+A  W    W    -    T    -    -    -",
    Subject.QUALITY:      "W    R    -    -    -    W    W    R    R    -    -    -",
    Subject.TIME:         "O+T  O    O    -    T+A  T    W    -    T    -    -    -",
    Subject.SUPERVISION:  "O    -    -    -    -    -    -    W    -    -    -    -",
    Subject.EVALUATION:   "T    T    O    O    O    T    T    T    W    -    -    -",
    Subject.LIBRARY:      "R    R    r    -    R    R    R    R    R    -    -    -",
    Subject.LEDGER:       "R    -    -    -    -    -    -    -    -    -    R    -",
}  # fmt: skip

# What is shut to somebody with a second reading open: wherever an appraisal, a finding or a reason for one stands.
SECLUDED_FROM = frozenset(
    {
        Subject.WORKING,
        Subject.FOLLOW_ON,
        Subject.COMMENTS,
        Subject.DRAFT_REPORT,
        Subject.FINAL_REPORT,
        Subject.RESPONSE,
        Subject.PUBLICATION,
        Subject.MEETINGS,
    }
)


class Verb(StrEnum):
    """What an action does to its subject."""

    READ = "read"
    WRITE = "write"
    META = "meta"
    TOTALS = "totals"


class Reach(StrEnum):
    """How far a right goes; queries narrow their rows by it."""

    ALL = "all"
    OWN = "own"
    AGENCY = "agency"
    PAIR = "pair"
    GRANTED = "granted"
    META = "meta"
    TOTALS = "totals"


READING = {"R": Reach.ALL, "P": Reach.ALL, "O": Reach.OWN, "A": Reach.AGENCY, "N": Reach.GRANTED}


# What an installation decided otherwise than the matrix: (subject, first role of the column, cell).
Local = tuple[tuple[str, str, str], ...]


@dataclass(frozen=True)
class Standing:
    """One person's place in one review, now. `grants` and `releases` hold subject keys in force.

    `local` is what this installation decided otherwise than the matrix.

    `secluded` is whether they have a second reading open, and so may not see what we made of the material; `held`
    whether something of the review is held, so that a page asks what only then.
    `through` is what a private link is for when somebody came by one; then they may do only what it opens.
    """

    role: Role | None
    participation_id: int | None = None
    agency_id: int | None = None
    grants: frozenset[str] = field(default_factory=frozenset)
    releases: frozenset[str] = field(default_factory=frozenset)
    site: frozenset[str] = field(default_factory=frozenset)
    closed: bool = False
    secluded: bool = False
    held: bool = False
    through: str = ""
    local: Local = ()


@dataclass(frozen=True)
class Seat:
    """One person at one review: the first argument of every command and query.

    A card, a person without a review, is a seat whose `review_id` is None.
    """

    person_id: int
    label: str
    standing: Standing
    review_id: int | None = None
    ref: str = ""

    @property
    def review(self) -> int:
        """The review's id; only for code that already knows there is one."""
        assert self.review_id is not None
        return self.review_id


def cell(role: Role, subject: Subject, local: Local = ()) -> str:
    """The cell of a role for a subject, such as "W", "R", "W+A" or "-": the installation's own, or the matrix's."""
    for place, roles in enumerate(COLUMNS):
        if role in roles:
            for thing, column, own in local:
                if thing == subject and column == roles[0]:
                    return own
            return MATRIX[subject].split()[place]
    return "-"


@lru_cache(maxsize=256)
def lives_by_rights(role: Role, local: Local = ()) -> bool:
    """Whether anything is granted or released to this role: a lead, say, has what they have by the role alone."""
    return any({"r", "N"} & set(cell(role, subject, local).split("+")) for subject in MATRIX)


def reach(standing: Standing, subject: Subject, verb: Verb) -> frozenset[Reach]:
    """How far `standing` reaches for `verb` on `subject`; empty means not at all."""
    if standing.role is None or (standing.secluded and subject in SECLUDED_FROM):
        return frozenset()
    found: set[Reach] = set()
    parts = cell(standing.role, subject, standing.local).split("+")
    for part in parts:
        if part == "W":
            if verb is not Verb.WRITE or not standing.closed:
                found.add(Reach.AGENCY if "A" in parts else Reach.ALL)
        elif part == "Wp":
            if verb is not Verb.WRITE or not standing.closed:
                found.add(Reach.PAIR)
        elif part == "T":
            if verb is Verb.TOTALS:
                found.add(Reach.AGENCY if "A" in parts else Reach.TOTALS)
        elif verb is Verb.TOTALS:
            if part == "R":  # whoever reads all may add it up; whoever reads their own may not see what others add
                found.add(Reach.ALL)
        elif verb is Verb.META and part == "M":
            found.add(Reach.META)
        elif verb is not Verb.WRITE and part == "r":
            if subject in standing.releases:
                found.add(Reach.ALL)
        elif verb is not Verb.WRITE and part == "N":
            if subject in standing.grants:
                found.add(Reach.GRANTED)
        elif verb is not Verb.WRITE and part in READING:
            found.add(READING[part])
    return frozenset(found)
