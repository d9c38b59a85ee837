"""The tables of the sources room."""

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

__all__ = [
    "SUBJECT_OF",
    "Batch",
    "Correction",
    "Excerpt",
    "FollowedPassage",
    "Mention",
    "Redaction",
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
