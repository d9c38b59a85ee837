"""Pages and actions of the conversations room, declared."""

from typing import Any

from casement.foundation.access import Seat
from casement.foundation.actions import Action
from casement.foundation.web import action, page
from casement.rooms.conversations import commands
from casement.rooms.conversations.web import checking, forms, guiding, pages

KNOW, ARRANGE, HOLD = Action.CONVERSATIONS_KNOW, Action.CONVERSATIONS_ARRANGE, Action.CONVERSATIONS_HOLD


def at(end: str = "") -> Any:
    """To a page of the conversation that was changed."""

    def to(seat: Seat, made: Any, *, number: int | None = None, **parts: Any) -> str:
        return f"/reviews/{seat.ref}/conversations/{number or made.number}/{end}"

    return to


def to_list(seat: Seat, made: Any, **parts: Any) -> str:
    """Back to the list."""
    return f"/reviews/{seat.ref}/conversations/"


def to_screen(seat: Seat, made: Any, *, number: int, heading: str, **parts: Any) -> str:
    """To the next or the former screen, whichever button was pressed; else the same again."""
    told = guiding.screen_beside(seat, number, heading, made.turn, made.go)
    end = f"{told[0]}/" + (f"?turn={told[1]}" if told[1] else "") if told else ""
    return f"/reviews/{seat.ref}/conversations/{number}/guide/{end}"


def one(action: Action, build: Any, template: str, **forms_: Any) -> Any:
    """A page about one conversation."""
    return page(action, build, f"conversations/{template}.html", place="conversations", kind="conversation",
                forms=forms_)  # fmt: skip


conversations = page(KNOW, pages.list_page, "conversations/list.html", place="conversations")
new = page(
    Action.CONVERSATIONS_PROPOSE, pages.propose_page, "conversations/propose.html", place="conversations",
    forms={"form": forms.Propose},
)  # fmt: skip
conversation = one(KNOW, pages.one_page, "one", form=forms.MoveOn, aside=forms.Aside)
pair = one(ARRANGE, pages.pair_page, "pair", form=forms.Pair)
explanation = one(ARRANGE, pages.explain_page, "explain", form=forms.Explain)
recording = one(ARRANGE, pages.recording_page, "recording", form=forms.Recording)
booking = one(ARRANGE, pages.book_page, "book", form=forms.Book)
puzzles = one(Action.CONVERSATIONS_QUERIES, pages.queries_page, "queries", form=forms.ChooseQuery)
guide = one(HOLD, guiding.headings_page, "headings", form=forms.TurningPoint)
screen = one(HOLD, guiding.screen_page, "screen", form=forms.NoteForm)
opening = one(HOLD, guiding.opening_page, "opening", form=forms.Open)
risk = one(HOLD, guiding.opening_page, "risk")
notes = one(Action.CONVERSATIONS_NOTES, guiding.notes_page, "notes")
write_up = one(HOLD, checking.write_up_page, "write_up", form=forms.WriteUp)
check = one(Action.CONVERSATIONS_CHECK, checking.check_page, "check", form=forms.RemarkForm)
agreement = one(Action.CONVERSATIONS_CHECK, checking.check_page, "agree", agree=forms.Agree)
leaving = one(Action.CONVERSATIONS_CHECK, checking.check_page, "leave")
release = one(Action.CONVERSATIONS_RELEASE, pages.release_page, "release")
contacts = page(
    Action.CONVERSATIONS_PROPOSE, pages.contacts_page, "conversations/contacts.html", place="conversations",
    forms={"form": forms.ContactsForm},
)  # fmt: skip
learning = page(
    Action.CONVERSATIONS_LEARNING, checking.learning_page, "conversations/learning.html", place="conversations",
    forms={"form": forms.Learning},
)  # fmt: skip

propose = action(
    commands.propose_conversation, form=forms.Propose, back=new, then=at(),
    said="The conversation is proposed. Nobody has been told yet.",
)  # fmt: skip
choose_pair = action(commands.choose_pair, form=forms.Pair, back=pair, then=at(), said="The pair is saved.")
explain = action(
    commands.explain_status, form=forms.Explain, back=explanation, then=at(), said="The explanation is recorded."
)
record_recording = action(
    commands.record_recording, form=forms.Recording, back=recording, then=at(), said="Their answer is recorded."
)
book = action(commands.book_conversation, form=forms.Book, back=booking, then=at(), said="The time is saved.")
move = action(commands.move_conversation, form=forms.MoveOn, back=conversation, then=at(), said="Saved.")
move_aside = action(
    commands.move_conversation, form=forms.Aside, back=conversation, name="aside", then=at(), said="Saved."
)
choose_query = action(
    commands.choose_query, form=forms.ChooseQuery, back=puzzles, then=at("queries/"),
    said="The puzzle is chosen. It stays covered until heading 6 is opened.",
)  # fmt: skip
drop_query = action(
    commands.drop_query, form=None, back=puzzles, then=at("queries/"), said="The puzzle is taken out."
)
save_note = action(
    commands.save_note, form=forms.NoteForm, back=screen, then=to_screen,
    as_json=lambda seat, note: {"edition": note.edition, "beside": note.kept_beside},
)  # fmt: skip
name_turning_point = action(
    commands.name_turning_point, form=forms.TurningPoint, back=guide,
    then=lambda seat, made, *, number: (
        f"/reviews/{seat.ref}/conversations/{number}/guide/C3b.1/?turn={made.number}"
    ),
)  # fmt: skip
open_queries = action(commands.open_queries, form=forms.Open, back=opening, then=at("guide/C6/"))
leave_process = action(
    commands.leave_process, form=None, back=risk, then=at("guide/risk/"),
    said="Noted: that the local route was used, and when. Nothing else is kept.",
)  # fmt: skip
save_write_up = action(
    commands.save_write_up, form=forms.WriteUp, back=write_up, then=at("write-up/"), said="The write-up is saved.",
)  # fmt: skip
send_write_up = action(
    commands.send_write_up, form=None, back=write_up, then=at(),
    said="They can check it now. Whoever has an account was told that something waits; make a link for others.",
)  # fmt: skip
make_link = action(
    commands.make_check_link, form=None, back=conversation, then=at(),
    said=lambda made: f"Hand over this address; it is shown once, and earlier ones no longer work: {made.link}",
)  # fmt: skip
remark = action(
    commands.remark_on_write_up, form=forms.RemarkForm, back=check, then=at("check/"),
    said="Thank you. The two who wrote it see this.",
    as_json=lambda seat, made: {"number": made.number},
)  # fmt: skip
agree = action(
    commands.agree_write_up, form=forms.Agree, back=agreement, name="agree", then=at("check/"),
    said="Thank you. This text is agreed and is not changed any more.",
)  # fmt: skip
leave = action(commands.leave_conversation, form=None, back=leaving, then=at("check/"))
release_it = action(
    commands.release_conversation, form=None, back=release, then=at(), said="The account is a source now."
)
save_contacts = action(
    commands.save_contacts,
    form=forms.ContactsForm,
    back=contacts,
    then=to_list,
    said="Saved. It stands on every page.",
)
save_learning = action(
    commands.save_learning_note, form=forms.Learning, back=learning, said="Your note is saved. Only you read it.",
    then=lambda seat, made: f"/reviews/{seat.ref}/learning-note/",
)  # fmt: skip
