"""Tables of the response."""

from casement.rooms.responses.models.actions import ActionVersion, Impact, Progress, ResponseAction
from casement.rooms.responses.models.answers import BoardResponse, BoardView, Closing, Raised
from casement.rooms.responses.models.presentation import Presentation, PresentationNote
from casement.rooms.responses.models.publication import (
    CheckAnswer,
    Notice,
    Publication,
    PublicationCheck,
    Signature,
)

__all__ = [
    "ActionVersion",
    "BoardResponse",
    "BoardView",
    "CheckAnswer",
    "Closing",
    "Impact",
    "Notice",
    "Presentation",
    "PresentationNote",
    "Progress",
    "Publication",
    "PublicationCheck",
    "Raised",
    "ResponseAction",
    "Signature",
]
