"""Every way letters and their texts change."""

from casement.rooms.letters.commands.letters import fill_letter, throw_letter_away, write_letter
from casement.rooms.letters.commands.receiving import confirm_letter, take_returned
from casement.rooms.letters.commands.sending import send_letter
from casement.rooms.letters.commands.wordings import use_wording, write_wording

__all__ = [
    "confirm_letter",
    "fill_letter",
    "send_letter",
    "take_returned",
    "throw_letter_away",
    "use_wording",
    "write_letter",
    "write_wording",
]
