"""Forms of the chronology room by subject: they parse, commands decide."""

from casement.rooms.chronology.web.forms.entries import AddEntry, CorrectEntry, RemoveEntry
from casement.rooms.chronology.web.forms.files import BringIn, ChooseSheet, MatchColumns
from casement.rooms.chronology.web.forms.rows import CorrectRow, KeepUndated, LeaveOut

__all__ = [
    "AddEntry",
    "BringIn",
    "ChooseSheet",
    "CorrectEntry",
    "CorrectRow",
    "KeepUndated",
    "LeaveOut",
    "MatchColumns",
    "RemoveEntry",
]
