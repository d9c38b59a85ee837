"""Every way the sources room changes."""

from casement.rooms.sources.commands.answers import note_gap, promise_records, receive_records, take_back_event
from casement.rooms.sources.commands.arriving import add_files, kept, read_again
from casement.rooms.sources.commands.corrected import (
    READ_CORRECTED,
    begin_reading_corrected,
    give_up_corrected,
    leave_corrected_file,
    say_corrected_progress,
    send_corrected_file,
    settle_reading,
    take_corrected_file,
)
from casement.rooms.sources.commands.correcting import correct_paragraph
from casement.rooms.sources.commands.excerpts import excerpt, excerpts, find_passage, text_of
from casement.rooms.sources.commands.facts import edit_source
from casement.rooms.sources.commands.naming import (
    accept_names,
    add_variant,
    decide_name,
    look_for_names,
    name_words,
    undo_name,
)
from casement.rooms.sources.commands.placing import leave_passage, place_passage
from casement.rooms.sources.commands.proposing import propose
from casement.rooms.sources.commands.redacting import LEAVE_NO_TRACE, redact_words
from casement.rooms.sources.commands.requests import ask_for_records, chase_request, end_request, reopen_request
from casement.rooms.sources.commands.settling import LOST_PLACE, begin_reading, give_up, say_progress, settle_upload
from casement.rooms.sources.commands.speakers import name_speakers
from casement.rooms.sources.commands.taking_out import restore_source, withdraw_source
from casement.rooms.sources.commands.texts import add_text, text_may_come
from casement.rooms.sources.commands.write_ups import add_said_together, add_write_up

__all__ = [
    "LEAVE_NO_TRACE",
    "LOST_PLACE",
    "READ_CORRECTED",
    "accept_names",
    "add_files",
    "add_said_together",
    "add_text",
    "add_variant",
    "add_write_up",
    "ask_for_records",
    "begin_reading",
    "begin_reading_corrected",
    "chase_request",
    "correct_paragraph",
    "decide_name",
    "edit_source",
    "end_request",
    "excerpt",
    "excerpts",
    "find_passage",
    "give_up",
    "give_up_corrected",
    "kept",
    "leave_corrected_file",
    "leave_passage",
    "look_for_names",
    "name_speakers",
    "name_words",
    "note_gap",
    "place_passage",
    "promise_records",
    "propose",
    "read_again",
    "receive_records",
    "redact_words",
    "reopen_request",
    "restore_source",
    "say_corrected_progress",
    "say_progress",
    "send_corrected_file",
    "settle_reading",
    "settle_upload",
    "take_back_event",
    "take_corrected_file",
    "text_may_come",
    "text_of",
    "undo_name",
    "withdraw_source",
]
