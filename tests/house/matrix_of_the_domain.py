"""The matrix of who may see what, typed from the domain's own table and sentences, and what it means in words.

Nothing here is taken from the program's tables: rows and cells are the published wording, and `expected` says what a
cell gives in each state. Where the program departs from the wording, `DEPARTURES` says so and why.
"""

from dataclasses import dataclass

# | Lead | Team | Case group | Family | Agency contact | Board | Business manager | Supervisor | Evaluator |
TYPED = """
header        | W | R | r | r | A | R | W | M | M
decisions     | W | R | r | r | - | W | W | R | -
identity      | W | R | O | O | A | - | W | - | -
raw_notes     | W (its pair) | N | O | O | - | - | M | - | -
write_ups     | W (its pair), R | N or R | O | O | - | - | M | N | -
records       | W | R | N | - | W A | - | M | - | -
working       | W | W | - | - | - | - | - | N | -
follow_on     | W | W | r | N | - | - | M | N | -
comments      | R | R | O | O | - | - | M | - | -
draft_report  | W | W | r | r | N | r | M | N | -
final_report  | R | R | r | r | r | W | W | R | -
published     | P | P | P | P | P | P | W | P | P
family_record | W | R | - | O | - | M | W | - | -
proceedings   | W | M | - | - | - | M | W | - | -
response      | R | R | r | r | W A | W | W | - | T
quality       | W | R | - | - | - | W | W | R | R
time          | O, T | O | O | - | T A | T | W | - | T
supervision   | O | - | - | - | - | - | - | W | -
evaluation    | T | T | O | O | O | T | T | T | W
library       | R | R | r | - | R | R | R | R | R
"""
COLUMNS = (
    ("lead_reviewer",), ("review_team_member",), ("case_group_member",), ("family_member",), ("agency_contact",),
    ("accountable", "delegated"), ("business_manager",), ("supervisor",), ("evaluator",),
)  # fmt: skip
# The sentences below the table, and rows that the program keeps apart.
SENTENCES = {
    ("proceedings", "legal_liaison"): "W",  # "has W on proceedings, flags, holds and disclosures, nothing else"
    ("ledger", "records_officer"): "R",  # "reads the audit log"
    ("ledger", "lead_reviewer"): "R",  # G: who opened what, for leads
    **{("published", role): "P" for role in ("legal_liaison", "records_officer", "technical_admin")},  # is public
    # Meetings: leads and team read all, everybody else those they are asked to; the office knows when they are (4.1).
    **{("meetings", role): "R" for role in ("lead_reviewer", "review_team_member")},
    **{
        ("meetings", role): "O"
        for role in ("case_group_member", "family_member", "accountable", "delegated", "supervisor")
    },
    ("meetings", "business_manager"): "M",
    # The check before publication (7: "a gate, signed by two people"): leads and the office sign (the page map says
    # "L M"), the board decides; the team and whoever supervises read what stands beside it.
    **{("publication", role): "W" for role in ("lead_reviewer", "accountable", "delegated", "business_manager")},
    **{("publication", role): "R" for role in ("review_team_member", "supervisor")},
    **{("readings", role): "W" for role in ("lead_reviewer", "review_team_member")},  # as working material
}
# The tracker of requests stands in the header's row of the published table.
SAME_AS = {"requests": "header"}
DEPARTURES = {
    # The pair may be of the team, and writes what its own conversation needs (2.1: "holds conversations in pairs").
    ("raw_notes", "review_team_member"): "W (its pair), N",
    # A choice is offered; the stricter one stands until a site decides.
    ("write_ups", "review_team_member"): "N",
    # Leads bring in accounts that were written on paper, whoever held them, and release what was agreed to.
    ("write_ups", "lead_reviewer"): "W",
}
# While somebody reads blind for a second opinion.
SHUT_TO_BLIND_READERS = {"working", "follow_on", "comments", "draft_report", "final_report", "meetings",
                         "response", "publication"}  # fmt: skip
ROLES = [role for roles in COLUMNS for role in roles] + ["legal_liaison", "records_officer", "technical_admin"]


def typed() -> dict[tuple[str, str], str]:
    """Every (subject, role) with its cell."""
    rows = {}
    for line in TYPED.strip().splitlines():
        subject, *cells = (part.strip() for part in line.split("|"))
        assert len(cells) == len(COLUMNS), line
        for roles, cell in zip(COLUMNS, cells, strict=True):
            rows.update({(subject, role): cell for role in roles})
    for new, old in SAME_AS.items():
        rows.update({(new, role): cell for (subject, role), cell in list(rows.items()) if subject == old})
    return rows | SENTENCES | DEPARTURES


CELLS = typed()
SUBJECTS = sorted({subject for subject, _ in CELLS})


@dataclass(frozen=True)
class Case:
    """What holds when somebody asks: whether it was released to them or granted, and how the review stands."""

    there: bool = True
    released: bool = False
    granted: bool = False
    closed: bool = False
    blind: bool = False


def expected(subject: str, role: str, verb: str, case: Case) -> set[str]:
    """How far somebody reaches: "all", "own", "agency", "pair", "granted", "meta"; nothing means nothing at all."""
    if not case.there or (case.blind and subject in SHUT_TO_BLIND_READERS):
        return set()
    cell = CELLS.get((subject, role), "-")
    if cell == "W A":
        return set() if verb == "write" and case.closed else {"agency"}
    found: set[str] = set()
    for part in (one.strip() for one in cell.split(",")):
        found |= part_of(part, verb, case)
    return found


def part_of(part: str, verb: str, case: Case) -> set[str]:
    """What one part of a cell gives."""
    if part in ("W", "W (its pair)"):
        whole = {"all"} if part == "W" else {"pair"}
        return set() if verb == "write" and case.closed else whole
    if verb == "write":
        return set()
    match part:
        case "R" | "P":
            return {"all"}
        case "r":
            return {"all"} if case.released else set()
        case "N":
            return {"granted"} if case.granted else set()
        case "O":
            return {"own"}
        case "A" | "T A":
            return {"agency"}
        case "M":
            return {"meta"} if verb == "meta" else set()
        case "T" | "-":
            return set()
    raise AssertionError(part)
