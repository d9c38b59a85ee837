"""Which roles need what, and what a team should be told about itself (domain 2.2). Warnings never block."""

from collections.abc import Iterable

from casement.foundation.access import Role

DECLARES = frozenset({Role.LEAD, Role.TEAM})
ONLY_LEADS_SEAT = frozenset({Role.LEAD})
NEEDS_AGENCY = frozenset({Role.AGENCY_CONTACT})


def why_not_seated(role: Role, by: Role | None, *, has_agency: bool) -> str:
    """Why somebody may not be given this role, as a sentence; empty when they may."""
    if role in ONLY_LEADS_SEAT and by is not Role.LEAD:
        return "Only a lead reviewer can name another lead reviewer. Ask one of them."
    if role in NEEDS_AGENCY and not has_agency:
        return "An agency contact speaks for one agency. Choose it."
    return ""


def why_not_ended(role: Role, by: Role | None, leads: int) -> str:
    """Why a place may not be ended, as a sentence; empty when it may."""
    if role is Role.LEAD and by is not Role.LEAD:
        return "Only a lead reviewer can end the place of a lead reviewer. Ask one of them."
    if role is Role.LEAD and leads <= 1:
        return "This is the only lead reviewer. Name another one first."
    return ""


def lead_warnings(independence: Iterable[str]) -> tuple[str, ...]:
    """What to think about in the lead pair: one lead alone, or nobody known to be independent."""
    leads = list(independence)
    told: list[str] = []
    if len(leads) == 1:
        told.append(
            "There is one lead reviewer. The method asks for two, because the load is too big for one "
            "and analysis needs somebody to think with."
        )
    if leads and "independent" not in leads:
        told.append("No lead reviewer is recorded as independent of the agencies.")
    return tuple(told)
