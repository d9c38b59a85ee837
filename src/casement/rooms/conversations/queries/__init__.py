"""How the conversations room is read, always from a seat."""

from casement.rooms.conversations.queries.checking import (
    CheckView,
    DraftView,
    PartView,
    RemarkView,
    check,
    draft_of,
    to_release,
)
from casement.rooms.conversations.queries.guiding import GuideView, NotesView, ScreenView, guide, notes, opening
from casement.rooms.conversations.queries.lists import Line, listing
from casement.rooms.conversations.queries.one import About, Choices, Queries, about, choices, queries_for
from casement.rooms.conversations.queries.own import ContactsView, LearningView, contacts, learning_note, support_in
from casement.rooms.conversations.queries.rows import held, known, own
from casement.rooms.conversations.queries.stops import facts_of
from casement.rooms.conversations.queries.waiting import Waits, conversations_from, waiting_conversations

__all__ = [
    "About",
    "CheckView",
    "Choices",
    "ContactsView",
    "DraftView",
    "GuideView",
    "LearningView",
    "Line",
    "NotesView",
    "PartView",
    "Queries",
    "RemarkView",
    "ScreenView",
    "Waits",
    "about",
    "check",
    "choices",
    "contacts",
    "conversations_from",
    "draft_of",
    "facts_of",
    "guide",
    "held",
    "known",
    "learning_note",
    "listing",
    "notes",
    "opening",
    "own",
    "queries_for",
    "support_in",
    "to_release",
    "waiting_conversations",
]
