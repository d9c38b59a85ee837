"""The tables of the sources room."""

from casement.rooms.sources.models.corrected import CorrectedFile
from casement.rooms.sources.models.material import (
    SUBJECT_OF,
    Batch,
    Correction,
    Excerpt,
    FollowedPassage,
    Source,
    SourceRows,
    Speaker,
    TextCorrection,
    Turns,
    Upload,
    Version,
    Withdrawal,
    within,
)
from casement.rooms.sources.models.names import Mention, Redaction
from casement.rooms.sources.models.requests import RecordRequest, RequestEvent

__all__ = [
    "SUBJECT_OF",
    "Batch",
    "CorrectedFile",
    "Correction",
    "Excerpt",
    "FollowedPassage",
    "Mention",
    "RecordRequest",
    "Redaction",
    "RequestEvent",
    "Source",
    "SourceRows",
    "Speaker",
    "TextCorrection",
    "Turns",
    "Upload",
    "Version",
    "Withdrawal",
    "within",
]
