"""The coding room on the command line."""

from casement.rooms.coding.cli.across import across
from casement.rooms.coding.cli.exchange import coding
from casement.rooms.coding.cli.marks import code, mark, memo
from casement.rooms.coding.cli.rounds import group

commands = (code, mark, memo, group, across, coding)
