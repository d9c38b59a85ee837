"""How proceedings, flags, holds, disclosures and keeping are read."""

from casement.rooms.proceedings.queries.disclosed import DisclosureLine, disclosure, disclosures
from casement.rooms.proceedings.queries.due import Due, looks_due, waiting, waiting_from
from casement.rooms.proceedings.queries.flags import Flag, flag_of, flags_of
from casement.rooms.proceedings.queries.hold_list import HoldLine, hold, hold_list
from casement.rooms.proceedings.queries.holds import InForce, held, holds_in_force
from casement.rooms.proceedings.queries.kept import KeptLine, kept
from casement.rooms.proceedings.queries.people import HeardLine, Said, heard, heard_one
from casement.rooms.proceedings.queries.register import ProceedingLine, proceeding, proceeding_choices, register

__all__ = [
    "DisclosureLine",
    "Due",
    "Flag",
    "HeardLine",
    "HoldLine",
    "InForce",
    "KeptLine",
    "ProceedingLine",
    "Said",
    "disclosure",
    "disclosures",
    "flag_of",
    "flags_of",
    "heard",
    "heard_one",
    "held",
    "hold",
    "hold_list",
    "holds_in_force",
    "kept",
    "looks_due",
    "proceeding",
    "proceeding_choices",
    "register",
    "waiting",
    "waiting_from",
]
