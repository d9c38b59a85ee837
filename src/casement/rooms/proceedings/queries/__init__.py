"""How proceedings, flags, holds, disclosures and keeping are read."""

from casement.rooms.proceedings.queries.flags import Flag, flag_of, flags_of
from casement.rooms.proceedings.queries.holds import InForce, held, holds_in_force

__all__ = ["Flag", "InForce", "flag_of", "flags_of", "held", "holds_in_force"]
