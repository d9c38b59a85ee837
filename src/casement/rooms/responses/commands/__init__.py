"""Every way the response changes."""

from casement.rooms.responses.commands.actions import (
    add_action,
    change_action,
    note_impact,
    note_impact_of_answer,
    note_progress,
)
from casement.rooms.responses.commands.answers import (
    answer_question,
    close_question,
    note_reply,
    raise_elsewhere,
    reopen_question,
    view_finding,
)
from casement.rooms.responses.commands.presentation import note_said, record_presentation, take_back_said
from casement.rooms.responses.commands.publication import (
    answer_item,
    begin_check,
    decide_outcome,
    note_notice,
    record_publication,
    sign_check,
)

__all__ = [
    "add_action",
    "answer_item",
    "answer_question",
    "begin_check",
    "change_action",
    "close_question",
    "decide_outcome",
    "note_impact",
    "note_impact_of_answer",
    "note_notice",
    "note_progress",
    "note_reply",
    "note_said",
    "raise_elsewhere",
    "record_presentation",
    "record_publication",
    "reopen_question",
    "sign_check",
    "take_back_said",
    "view_finding",
]
