"""What an installation may decide otherwise than the matrix, and why the rest is fixed. Plain Python.

The choices are those that domain 2.3 and 14 leave to a site: whether family sit in the case group, whether the team
reads all write-ups, what supervisors see, when the board sees a draft. No choice lets anybody write what they could
not, and none takes from people what they said themselves.
"""

from __future__ import annotations

from casement.foundation.access import COLUMNS, Role, Subject, cell

S, R = Subject, Role
# By subject and first role of the column: what may stand there. The default stands first.
CHOICES: dict[tuple[Subject, Role], tuple[str, ...]] = {
    (S.HEADER, R.CASE_GROUP): ("r", "R"),
    (S.HEADER, R.FAMILY): ("r", "R"),
    (S.HEADER, R.SUPERVISOR): ("M", "R"),
    (S.HEADER, R.EVALUATOR): ("M", "-"),
    (S.DECISIONS, R.SUPERVISOR): ("R", "-"),
    (S.RAW_NOTES, R.TEAM): ("Wp+N", "Wp"),
    (S.WRITE_UPS, R.TEAM): ("N", "R"),
    (S.WRITE_UPS, R.SUPERVISOR): ("N", "-"),
    (S.RECORDS, R.CASE_GROUP): ("N", "-"),
    (S.WORKING, R.SUPERVISOR): ("N", "-"),
    (S.FOLLOW_ON, R.FAMILY): ("N", "r", "-"),
    (S.FOLLOW_ON, R.SUPERVISOR): ("N", "R", "-"),
    (S.DRAFT_REPORT, R.AGENCY_CONTACT): ("N", "-"),
    (S.DRAFT_REPORT, R.ACCOUNTABLE): ("r", "-"),
    (S.DRAFT_REPORT, R.SUPERVISOR): ("N", "R", "-"),
    (S.FAMILY_RECORD, R.TEAM): ("R", "-"),
    (S.FAMILY_RECORD, R.ACCOUNTABLE): ("M", "-"),
    (S.PROCEEDINGS, R.TEAM): ("M", "-"),
    (S.PROCEEDINGS, R.ACCOUNTABLE): ("M", "-"),
    (S.QUALITY, R.SUPERVISOR): ("R", "-"),
    (S.QUALITY, R.EVALUATOR): ("R", "-"),
}

CELL_WORDS: dict[str, str] = {
    "W": "create and change it",
    "R": "read it",
    "r": "read it once a lead releases it",
    "O": "read what is their own",
    "A": "read what is of their own agency",
    "N": "read it by a grant, with a reason and a last day",
    "M": "know that it is there, not what it says",
    "T": "see totals",
    "P": "read what is published",
    "Wp": "write and read what their own pair holds",
    "-": "do not see it",
}
NO_CONTENT = frozenset({R.LEGAL, R.RECORDS, R.ADMIN})
BOARD_NEVER = frozenset({S.RAW_NOTES, S.WRITE_UPS, S.RECORDS, S.WORKING, S.READINGS, S.FOLLOW_ON, S.COMMENTS})


def in_words(told: str) -> str:
    """A cell as the end of a sentence: "W+A" becomes "create and change what is of their own agency"."""
    if told == "W+A":
        return "create and change what is of their own agency"
    return ", and ".join(CELL_WORDS[part] for part in told.split("+"))


def column_of(role: Role) -> Role:
    """The role by which a column of the matrix is named."""
    return next(roles[0] for roles in COLUMNS if role in roles)


def choices(subject: Subject, column: Role) -> tuple[str, ...]:
    """What a site may put there; nothing where the cell is fixed."""
    return CHOICES.get((subject, column), ())


def why_fixed(subject: Subject, column: Role) -> str:
    """Why a site cannot change a cell; empty where it can."""
    default = cell(column, subject)
    if choices(subject, column):
        return ""
    if subject is S.PUBLISHED:
        return "What is published is for everybody."
    if subject is S.LEDGER:
        return "The record of who looked protects the people in it. It stays with leads and the records officer."
    if column in NO_CONTENT:
        return "This role sees no content by itself. Somebody who runs things must not gain a look by a setting."
    if "O" in default.split("+"):
        return "People can always see what is their own. The law on personal data gives them that."
    if column is R.ACCOUNTABLE and subject in BOARD_NEVER:
        return "Membership of the board never opens working material."
    if column is R.LEAD:
        return "The leads answer for the review and need this to lead it."
    if "W" in default:
        return "They do this work, so they have to be able to write it; nobody else is let write by a setting."
    if default == "-":
        return "Their part in a review does not need it."
    return "The method rests on this: who informs, checks and decides has to see it, and no more."
