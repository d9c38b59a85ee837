"""Forms of the chronology room by subject: they parse, commands decide."""

from casement.rooms.chronology.web.forms.copies import AnswerDoubt, SettleChange, SettleChanges
from casement.rooms.chronology.web.forms.entries import AddEntry, CorrectEntry, RemoveEntry
from casement.rooms.chronology.web.forms.files import BringIn, ChooseSheet, MatchColumns
from casement.rooms.chronology.web.forms.linking import Answered, Linked, RecordBirth, TakeBack, Tell
from casement.rooms.chronology.web.forms.rows import CorrectRow, KeepUndated, LeaveOut

__all__ = [
    "AddEntry",
    "AnswerDoubt",
    "Answered",
    "BringIn",
    "ChooseSheet",
    "CorrectEntry",
    "CorrectRow",
    "KeepUndated",
    "LeaveOut",
    "Linked",
    "MatchColumns",
    "RecordBirth",
    "RemoveEntry",
    "SettleChange",
    "SettleChanges",
    "TakeBack",
    "Tell",
]
