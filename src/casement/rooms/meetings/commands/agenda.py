"""The agenda of a meeting: taken from the template of its kind, then changed item by item, with papers."""

from __future__ import annotations

from casement.foundation.access import Seat
from casement.foundation.actions import Action
from casement.foundation.changes import command, next_number
from casement.foundation.clock import now
from casement.foundation.refusals import NotHere, Refused
from casement.foundation.saying import at_most, in_words
from casement.rooms.meetings.commands.rows import open_meeting, place_of
from casement.rooms.meetings.models import Agenda, Item, ItemPaper
from casement.rooms.meetings.queries import Here, paper_choices
from casement.rooms.meetings.rules.agendas import agendas, version
from casement.rooms.meetings.rules.moving import moved

SHORTEST, LONGEST = 1, 600
NO_TITLE = "Say in a few words what it is about."


@command(Action.MEETINGS_WORK)
def choose_agenda(seat: Seat, *, number: int, kind: str) -> Agenda:
    """Say what kind of meeting this is, and take its items. Items of another kind taken before are left out, items
    that somebody added stay.
    """
    meeting = open_meeting(seat, number)
    if kind not in agendas():
        raise Refused("Choose one of the kinds of meeting.", field="kind")
    told = agendas()[kind]
    before = Agenda.objects.filter(meeting=meeting.pk).first()
    if before is not None:
        shipped = {one.title for one in agendas()[before.kind].items}
        Item.objects.filter(meeting=meeting.pk, title__in=shipped, dropped_at=None).update(dropped_at=now())
    for each in told.items:
        _add(seat, meeting, each.title, each.purpose, each.minutes)
    made, _ = Agenda.objects.update_or_create(
        meeting_id=meeting.pk, defaults={"kind": kind, "version": version(), "by_id": place_of(seat), "at": now()}
    )
    return made


@command(Action.MEETINGS_WORK)
def add_item(seat: Seat, *, number: int, title: str, minutes: int, purpose: str = "") -> Item:
    """Put an item at the end of an agenda."""
    meeting = open_meeting(seat, number)
    return _add(seat, meeting, *_checked(title, purpose, minutes))


@command(Action.MEETINGS_WORK)
def change_item(seat: Seat, *, number: int, item: int, title: str, minutes: int, purpose: str = "") -> Item:
    """Change what an item is about, why, or how long it takes."""
    row = _item(seat, open_meeting(seat, number), item)
    row.title, row.purpose, row.minutes = _checked(title, purpose, minutes)
    row.save(update_fields=["title", "purpose", "minutes"])
    return row


@command(Action.MEETINGS_WORK)
def move_item(seat: Seat, *, number: int, item: int, by: int) -> Item:
    """Move an item up (-1) or down (1) by one place."""
    meeting = open_meeting(seat, number)
    if by not in (-1, 1):
        raise Refused("An item moves up or down by one place.")
    row = _item(seat, meeting, item)
    keys = list(Item.objects.filter(meeting=meeting.pk, dropped_at=None).values_list("pk", flat=True))
    for place, key in enumerate(moved(keys, row.pk, by), 1):
        Item.objects.filter(pk=key).update(order=place)
    return row


@command(Action.MEETINGS_WORK)
def drop_item(seat: Seat, *, number: int, item: int) -> Item:
    """Leave an item out. What was noted under it stays in the notes."""
    row = _item(seat, open_meeting(seat, number), item)
    row.dropped_at = now()
    row.save(update_fields=["dropped_at"])
    return row


@command(Action.MEETINGS_WORK)
def link_paper(seat: Seat, *, number: int, item: int, key: str) -> ItemPaper:
    """Link a paper to an item. It opens by its own door: nobody reads it here who may not read it there."""
    row = _item(seat, open_meeting(seat, number), item)
    if key not in dict(paper_choices(seat)):
        raise Refused("Choose one of the papers of this review.", field="key")
    if found := ItemPaper.objects.filter(item=row, key=key).first():
        return found
    return ItemPaper.objects.create(
        review_id=seat.review, item=row, number=next_number(ItemPaper, seat.review), key=key
    )


@command(Action.MEETINGS_WORK)
def unlink_paper(seat: Seat, *, number: int, paper: int) -> Agenda | None:
    """Take a paper off the agenda; the paper itself stays where it is."""
    meeting = open_meeting(seat, number)
    found = ItemPaper.objects.filter(review_id=seat.review, item__meeting=meeting.pk, number=paper).first()
    if found is None:
        raise NotHere
    found.delete()
    return Agenda.objects.filter(meeting=meeting.pk).first()


def _item(seat: Seat, meeting: Here, number: int) -> Item:
    found = Item.objects.filter(review_id=seat.review, meeting=meeting.pk, number=number, dropped_at=None).first()
    if found is None:
        raise NotHere
    return found


def _checked(title: str, purpose: str, minutes: int) -> tuple[str, str, int]:
    """What an item is made of; Refused with a sentence about the first that does not hold."""
    named = in_words(" ".join(title.split()), NO_TITLE, field="title", most=200)
    if not SHORTEST <= minutes <= LONGEST:
        raise Refused(f"Give a length from {SHORTEST} to {LONGEST} minutes.", field="minutes")
    return named, at_most(purpose, 2000, field="purpose"), minutes


def _add(seat: Seat, meeting: Here, title: str, purpose: str, minutes: int) -> Item:
    last = Item.objects.filter(meeting=meeting.pk).order_by("-order").first()
    return Item.objects.create(
        review_id=seat.review, meeting_id=meeting.pk, number=next_number(Item, seat.review),
        order=(last.order if last else 0) + 1, title=title, purpose=purpose, minutes=minutes,
    )  # fmt: skip
