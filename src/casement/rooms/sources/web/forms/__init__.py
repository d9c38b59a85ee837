"""Forms of the sources room by subject: they parse, commands decide."""

from casement.rooms.sources.web.forms.corrected import SendCorrected, TakeCorrected
from casement.rooms.sources.web.forms.correcting import CorrectText, PlacePassage
from casement.rooms.sources.web.forms.files import AddFiles
from casement.rooms.sources.web.forms.names import AcceptNames, AddVariant, DecideName, NameWords, RedactWords
from casement.rooms.sources.web.forms.one_source import Facts, TakeOut
from casement.rooms.sources.web.forms.requests import (
    AskForRecords,
    Chase,
    EndRequest,
    NoteGap,
    Promise,
    Receive,
    Reopen,
)
from casement.rooms.sources.web.forms.speakers import NameSpeakers
from casement.rooms.sources.web.forms.write_ups import ConversationForm, FamilyForm, WriteUpForm

__all__ = [
    "AcceptNames",
    "AddFiles",
    "AddVariant",
    "AskForRecords",
    "Chase",
    "ConversationForm",
    "CorrectText",
    "DecideName",
    "EndRequest",
    "Facts",
    "FamilyForm",
    "NameSpeakers",
    "NameWords",
    "NoteGap",
    "PlacePassage",
    "Promise",
    "Receive",
    "RedactWords",
    "Reopen",
    "SendCorrected",
    "TakeCorrected",
    "TakeOut",
    "WriteUpForm",
]
