"""Who may be flagged, and who may say what of them. Plain Python."""

from casement.foundation.access import Role
from casement.rooms.proceedings.vocabulary import STOPPING, FlagState

# Those who are heard in conversations.
HEARD = (Role.CASE_GROUP, Role.FAMILY, Role.AGENCY_CONTACT)
CLEARS = (Role.LEAD, Role.LEGAL)


def why_not_put(role: Role, state: FlagState) -> str:
    """Why this role may not put this flag; empty when it may. Stopping is open to more people than clearing."""
    if state in STOPPING or role in CLEARS:
        return ""
    return "Only a lead reviewer or the legal liaison can clear somebody. You can say that they may be a witness."
