"""Pages and actions of the meetings room, declared."""

from typing import Any

from casement.foundation.access import Seat
from casement.foundation.actions import Action
from casement.foundation.web import action, page
from casement.rooms.meetings import commands
from casement.rooms.meetings.queries import READ_KIND
from casement.rooms.meetings.web import forms
from casement.rooms.meetings.web.pages import agenda as agendas
from casement.rooms.meetings.web.pages import minutes as kept
from casement.rooms.meetings.web.pages import notes as notes_pages

READ, NOTES, WORK = Action.MEETINGS_READ, Action.MEETINGS_NOTES, Action.MEETINGS_WORK


def one(act: Action, build: Any, template: str, noted: str = "meeting", **forms_: Any) -> Any:
    """A page about one meeting; `noted` is the kind of thing that the ledger says was seen."""
    return page(act, build, f"meetings/{template}.html" if template else "", place="meetings", kind=noted,
                forms=forms_)  # fmt: skip


def at(end: str) -> Any:
    """To a page of the meeting."""

    def to(seat: Seat, made: Any, *, number: int, **parts: Any) -> str:
        return f"/reviews/{seat.ref}/meetings/{number}/{end}"

    return to


def to_item(seat: Seat, made: Any, *, number: int, item: int, **parts: Any) -> str:
    """Back to the item."""
    return f"/reviews/{seat.ref}/meetings/{number}/agenda/items/{item}/"


def to_entry(seat: Seat, made: Any, *, number: int, **parts: Any) -> str:
    """To the entry among the notes."""
    return f"/reviews/{seat.ref}/meetings/{number}/notes/#entry-{made.number}"


def to_mine(seat: Seat, made: Any, **parts: Any) -> str:
    """Back to one's own actions."""
    return f"/reviews/{seat.ref}/my-actions/"


def told(seat: Seat, made: Any) -> dict[str, Any]:
    """What a script is told of an entry it sent."""
    return {"number": made.number}


agenda = one(READ, agendas.agenda_page, "agenda", kind=forms.ChooseKind, item=forms.ItemForm)
item = one(WORK, agendas.item_page, "item", form=forms.ItemForm, paper=forms.PaperForm)
attendance = one(WORK, agendas.attendance_page, "attendance", form=forms.AttendanceForm)
notes = one(NOTES, notes_pages.notes_page, "notes", form=forms.EntryForm)
news = one(NOTES, notes_pages.news_page, "")
entry = one(WORK, notes_pages.entry_page, "entry", form=forms.ChangeEntry, link=forms.LinkForm, settle=forms.Settle,
            said=forms.SaidForm)  # fmt: skip
minutes = one(READ, kept.minutes_page, "minutes", READ_KIND, form=forms.CorrectForm)
edition = one(NOTES, kept.edition_page, "minutes", form=forms.CorrectForm)
minutes_file = one(READ, kept.minutes_file, "", READ_KIND)
still_open = page(NOTES, notes_pages.open_page, "meetings/open.html", place="meetings")
mine = page(Action.MEETINGS_MINE, notes_pages.mine_page, "meetings/mine.html", forms={"settle": forms.Settle})

AGENDA, NOTED = at("agenda/"), at("notes/")
choose_agenda = action(
    commands.choose_agenda, form=forms.ChooseKind, back=agenda, name="kind", then=AGENDA,
    said="The agenda is there. Change it as this meeting needs.",
)  # fmt: skip
add_item = action(
    commands.add_item, form=forms.ItemForm, back=agenda, name="item", then=AGENDA, said="The item is added."
)
change_item = action(commands.change_item, form=forms.ItemForm, back=item, then=AGENDA, said="The item is changed.")
move_item = action(commands.move_item, form=forms.Order, back=item, then=AGENDA)
drop_item = action(commands.drop_item, form=None, back=item, then=AGENDA, said="The item is left out.")
link_paper = action(
    commands.link_paper, form=forms.PaperForm, back=item, name="paper", then=to_item, said="The paper is linked."
)
unlink_paper = action(
    commands.unlink_paper, form=None, back=agenda, then=AGENDA, said="The paper is off the agenda."
)
note_attendance = action(
    commands.note_attendance, form=forms.AttendanceForm, back=attendance, then=at("attendance/"), said="Saved."
)
add_entry = action(commands.add_entry, form=forms.EntryForm, back=notes, then=to_entry, as_json=told)
change_entry = action(
    commands.change_entry, form=forms.ChangeEntry, back=entry, then=to_entry, said="Your entry is changed."
)
take_back_entry = action(
    commands.take_back_entry, form=None, back=entry, then=NOTED, said="Your entry is taken back."
)
link_entry = action(
    commands.link_entry, form=forms.LinkForm, back=entry, name="link", then=to_entry, said="Linked."
)
settle_entry = action(
    commands.settle_entry, form=forms.Settle, back=entry, name="settle", then=to_entry, said="Saved."
)
decide_said = action(
    commands.decide_said, form=forms.SaidForm, back=entry, name="said", then=to_entry, said="It is decided."
)
agree_minutes = action(
    commands.agree_minutes, form=None, back=minutes, then=at("minutes/"),
    said="The minutes are agreed. Those whose role reads them find them at the meeting.",
)  # fmt: skip
correct_minutes = action(
    commands.correct_minutes, form=forms.CorrectForm, back=minutes, then=at("minutes/"),
    said="The minutes are open again. Change the notes, then agree the minutes afresh.",
)  # fmt: skip
settle_mine = action(
    commands.settle_my_action, form=forms.Settle, back=mine, name="settle", then=to_mine, said="Thank you. Saved."
)
