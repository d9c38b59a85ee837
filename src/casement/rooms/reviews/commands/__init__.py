"""Every way a review changes."""

from casement.rooms.reviews.commands.agencies import add_agency, rename_agency
from casement.rooms.reviews.commands.describing import change_variant, describe_review, leave_steps_out
from casement.rooms.reviews.commands.frameworks import install_frameworks
from casement.rooms.reviews.commands.hearing import note_hearing
from casement.rooms.reviews.commands.holding import note_held
from casement.rooms.reviews.commands.identities import identify, put_names, rename_identity
from casement.rooms.reviews.commands.local import set_right
from casement.rooms.reviews.commands.members import (
    declare_conflict,
    end_participation,
    say_profession,
    seat_member,
)
from casement.rooms.reviews.commands.opening import Lead, open_review
from casement.rooms.reviews.commands.places import fill_place
from casement.rooms.reviews.commands.protection import record_dpia, waive_dpia
from casement.rooms.reviews.commands.questions import ask_question
from casement.rooms.reviews.commands.rights import end_grant, end_release, grant_access, release
from casement.rooms.reviews.commands.secluding import let_back, seclude
from casement.rooms.reviews.commands.steps import answer_gate, close_review, move_step, note_gate, reopen_review
from casement.rooms.reviews.commands.visits import note_visit

__all__ = [
    "Lead",
    "add_agency",
    "answer_gate",
    "ask_question",
    "change_variant",
    "close_review",
    "declare_conflict",
    "describe_review",
    "end_grant",
    "end_participation",
    "end_release",
    "fill_place",
    "grant_access",
    "identify",
    "install_frameworks",
    "leave_steps_out",
    "let_back",
    "move_step",
    "note_gate",
    "note_hearing",
    "note_held",
    "note_visit",
    "open_review",
    "put_names",
    "record_dpia",
    "release",
    "rename_agency",
    "rename_identity",
    "reopen_review",
    "say_profession",
    "seat_member",
    "seclude",
    "set_right",
    "waive_dpia",
]
