"""Who takes part in the year: sixty people, three reviews, and words that no mail may ever hold."""

from dataclasses import dataclass, field

PASSWORD = "three plain lanterns 9"
# Each stands for one kind of confidence; all are invented, so that finding one in a mail is no accident.
SECRETS = {
    "code": ("Tamarrow", "Velmoth", "Oskelar"),
    "family": ("Quorvinex", "Drisken", "Plimmet"),
    "worker": ("Yandrick",),
    "place": ("Fernhollowe",),
    "record": ("Grusteen",),
    "account": ("Wexhame",),
    "analysis": ("Zelkovane",),
    "finding": ("Ingledrow",),
    "comment": ("Pomfrinne",),
    "report": ("Hasselquay",),
    "letter": ("Brackonie",),
    "hold": ("Mulvantry",),
    "meeting": ("Tresholm",),
    "marker": ("Ockerbeam",),
    "board": ("Wrenlocke",),
}
CODE, FAMILY = SECRETS["code"], SECRETS["family"]


def secret(kind: str) -> str:
    """The planted word of one kind of confidence."""
    return SECRETS[kind][0]


@dataclass(frozen=True)
class Somebody:
    """One person: their part, how they appear in texts, their agency, and whether they sign in."""

    number: int
    role: str
    label: str
    agency: str = ""
    account: bool = True

    @property
    def email(self) -> str:
        """Where mail reaches them."""
        return f"p{self.number:02}@reached.example.org"

    @property
    def name(self) -> str:
        """Their name, which no text or mail of the review shows."""
        return f"{secret('worker')} {'ABCDEFGHIJKLMNOPQRSTUVWXYZ'[self.number % 26]}{self.number}"


@dataclass
class Case:
    """One review of the year: its form, its people, and what is known of it on the way."""

    code: str
    kind: str
    variant: str
    family_name: str
    agencies: tuple[str, ...]
    left_out: tuple[str, ...] = ()
    people: list[Somebody] = field(default_factory=list)
    ref: str = ""
    poll: str = ""
    source: str = ""
    talks: dict[str, str] = field(default_factory=dict)
    family: dict[str, str] = field(default_factory=dict)
    follow_on: str = ""
    finding: str = ""
    requests: dict[str, str] = field(default_factory=dict)
    places: dict[str, int] = field(default_factory=dict)
    met: dict[str, str] = field(default_factory=dict)

    def takes(self, step: str) -> bool:
        """Whether this review takes a step."""
        return step not in self.left_out

    def of(self, role: str) -> list[Somebody]:
        """Everybody in this role."""
        return [one for one in self.people if one.role == role]

    def one(self, role: str) -> Somebody:
        """The first of this role."""
        return self.of(role)[0]


OFFICE = Somebody(1, "business_manager", "Business manager")
SHARED = [
    Somebody(2, "accountable", "Board chair"),
    Somebody(3, "delegated", "Subgroup chair"),
    Somebody(4, "legal_liaison", "Board solicitor"),
    Somebody(5, "supervisor", "Supervisor of the leads"),
    Somebody(6, "evaluator", "Evaluator"),
    Somebody(7, "records_officer", "Data protection officer"),
]
AGENCIES = ("Health visiting", "Children’s social care", "Police")


def cast() -> tuple[Case, ...]:
    """The three reviews with their people; seven of the sixty take part in all of them."""
    cases = (
        Case(CODE[0], "children", "full", FAMILY[0], AGENCIES),
        Case(CODE[1], "adults", "hybrid", FAMILY[1], AGENCIES, ("S07", "S16")),
        Case(CODE[2], "adults", "sar_rapid_time", FAMILY[2], AGENCIES),
    )
    number = 7
    sizes = ((4, 3, 10, 2), (3, 2, 8, 2), (3, 2, 6, 2))
    for case, (team, contacts, group, family) in zip(cases, sizes, strict=True):
        case.people += [OFFICE, *SHARED]
        for role, label, many in (
            ("lead_reviewer", "Lead reviewer", 2),
            ("review_team_member", "Reviewer", team),
            ("agency_contact", "Contact", contacts),
            ("case_group_member", "Worker", group),
            ("family_member", "Relative", family),
        ):
            for nth in range(many):
                number += 1
                at = (
                    case.agencies[nth % len(case.agencies)]
                    if role not in ("lead_reviewer", "family_member")
                    else ""
                )
                account = not (role in ("case_group_member", "family_member") and nth % 2)
                name = "AB"[nth] if role == "lead_reviewer" else str(nth + 1)
                case.people.append(Somebody(number, role, f"{label} {name}", at, account))
    return cases


def everybody(cases: tuple[Case, ...]) -> list[Somebody]:
    """Each person once."""
    return list({one.number: one for case in cases for one in case.people}.values())
