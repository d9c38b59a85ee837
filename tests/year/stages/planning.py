"""S03: the plan is worked back, people say when they can, dates are taken, and calendars are invited and answer."""

from datetime import date, timedelta

import ics
import vobject

from tests.year.cast import OFFICE, Case, Somebody, secret
from tests.year.world import World, calendar_of, text_of


def plan(world: World, case: Case, target: date) -> None:
    """The plan, worked back from the day the report goes to the board."""
    office = world.hand(OFFICE)
    office.go("plan/", within=case.ref)
    office.go("plan/new/", within=case.ref)
    office.send(
        target=target,
        begins=world.today + timedelta(days=10),
        nation="england",
        note=f"Not in the week of {secret('place')}.",
    )
    world.note(case, "S03", "Dated plan", OFFICE.label)


def keep_addresses(world: World, case: Case) -> None:
    """Whoever has no account is reached at an address they gave."""
    office = world.hand(OFFICE)
    for person in case.people:
        if not person.account:
            office.go("plan/people/", within=case.ref)
            row = office.page.tree.xpath("//tr[th[normalize-space()=$who]]//a/@href", who=person.label)
            office.open(row[0])
            office.send(email=person.email)


def ask_dates(world: World, case: Case, asked: list[Somebody]) -> None:
    """The office asks which dates of the first two meetings suit."""
    office = world.hand(OFFICE)
    office.go("plan/polls/new/", within=case.ref)
    rows = [value for value, label in office.boxes("rows").offers["rows"]][:2]
    office.send(
        rows=rows, around="1", times="10am, 2pm", people=[one.label for one in asked],
        answer_by=world.today + timedelta(days=3),
    )  # fmt: skip
    case.poll = office.page.at
    world.note(case, "S03", f"{len(asked)} people asked for dates", OFFICE.label)


def answer_dates(world: World, case: Case, asked: list[Somebody]) -> None:
    """Each answers by the link in their mail, without an account; one does not answer, and is reminded."""
    for person in asked[:-1]:
        hand = world.stranger()
        hand.open(world.link(person, "poll"))
        names = [name for name in hand.boxes("access_needs").kinds if name.startswith("date_")]
        hand.send(**dict.fromkeys(names, "yes"), access_needs="Step-free, please.")
    world.note(case, "S03", "Dates answered by private links", "Review team")


def reminded(world: World, case: Case, person: Somebody) -> None:
    """Whoever has not answered two days before the end is reminded."""
    asked = [each for each in world.mails_to(person) if "/poll/" in text_of(each)]
    assert len(asked) > 1, f"{person.label} was not reminded"
    world.note(case, "S03", "Reminded of the dates", person.label)


def take_dates(world: World, case: Case) -> None:
    """The office takes the dates that are proposed."""
    office = world.hand(OFFICE)
    office.open(case.poll)
    office.send(press="Take these dates")
    world.note(case, "S03", "Dates taken into the plan", OFFICE.label)


def arrange(world: World, case: Case, label: str, needed: list[Somebody], also: list[Somebody]) -> str:
    """A meeting of the plan gets its room and its people; its page.

    Dates that were taken from a poll are meetings already; the others are arranged here.
    """
    office = world.hand(OFFICE)
    office.go("meetings/", within=case.ref)
    found = [one for one in office.page.tree.xpath("//main//a") if label in one.text_content()]
    asked = {}
    if found:
        office.open(found[0].get("href"))
        office.go("change/", within=office.page.at)
    else:
        office.go("meetings/new/", within=case.ref)
        asked = {"row": label, "at": "10:00", "minutes": "90"}
    office.send(
        **asked, place=f"Room {secret('place')}", needed=[one.label for one in needed],
        also=[one.label for one in also], anyway=True,
    )  # fmt: skip
    return office.page.at


def invite(world: World, case: Case, at: str, asked: list[Somebody]) -> None:
    """The invitations to a meeting go out, and two calendar programs that are not ours understand them."""
    office = world.hand(OFFICE)
    office.open(at)
    office.send(press="Send the invitations")
    for person in asked:
        _is_understood(world, person)
    world.note(case, "S03", f"{len(asked)} people invited to a meeting", OFFICE.label)


def _is_understood(world: World, person: Somebody) -> None:
    """Two calendar programs that are not ours read the invitation alike."""
    text = calendar_of(world.mails_to(person)[-1])
    one = vobject.readOne(text)
    other = next(iter(ics.Calendar(text).events))
    assert one.method.value == "REQUEST" and one.vevent.uid.value == other.uid
    assert one.vevent.dtstart.value == other.begin.datetime
    assert person.email in one.vevent.attendee.value.lower()


def reply(world: World, case: Case, person: Somebody, answer: str, *, by: str = "") -> None:
    """Somebody's calendar program answers the newest invitation by mail, and the office reads that in."""
    office, one = world.hand(OFFICE), vobject.readOne(calendar_of(world.mails_to(person)[-1]))
    sent = "\r\n".join(
        ("BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//Another//Calendar//EN", "METHOD:REPLY", "BEGIN:VEVENT",
         f"UID:{one.vevent.uid.value}", f"SEQUENCE:{one.vevent.sequence.value}", "DTSTAMP:20270105T100000Z",
         f"ATTENDEE;PARTSTAT={answer}:mailto:{by or person.email}", "END:VEVENT", "END:VCALENDAR", "")
    )  # fmt: skip
    office.go("meetings/replies/", within=case.ref)
    office.send(file=("reply.ics", sent.encode()))


def answer_invitations(world: World, case: Case, at: str, invited: list[Somebody]) -> None:
    """Calendars answer; one person answers by the link in the mail; a stranger's answer is left out."""
    first, second, *rest = invited
    reply(world, case, first, "ACCEPTED")
    reply(world, case, second, "TENTATIVE")
    reply(world, case, first, "DECLINED", by="stranger@elsewhere.example.org")
    office = world.hand(OFFICE)
    office.go("meetings/replies/", within=case.ref)
    office.sees("Replies that were left out")
    for person in rest:
        come(world, case, person)
    office.open(at)
    office.sees("Will come", "May come")
    world.note(case, "S03", "Calendars answered; a stranger's answer left out", OFFICE.label)


def come(world: World, case: Case, person: Somebody) -> None:
    """Somebody says that they come: in their calendar here, or without an account by the link in their mail."""
    if person.account:
        hand = world.hand(person)
        hand.go("calendar/")
        waiting = hand.page.tree.xpath("//li[contains(., 'Please answer')]//a/@href")
        hand.open(next(one for one in waiting if case.ref in one))
    else:
        hand = world.stranger()
        hand.open(world.link(person, "date"))
    hand.send(reply="yes")


def pair_up(world: World, case: Case) -> None:
    """Who may not sit with whom is noted; the pairs that are proposed are accepted, the rest decided one by one."""
    office, listener, heard = world.hand(OFFICE), case.one("review_team_member"), case.one("case_group_member")
    office.go("plan/pairs/", within=case.ref)
    office.send(listener=listener.label, heard=heard.label, kind="line")
    office.send(press="Accept the proposed pairs")
    world.note(case, "S03", "Pairs for conversations", OFFICE.label)


def calendar_feed(world: World, person: Somebody) -> None:
    """Somebody fetches their dates with their own calendar program."""
    hand = world.hand(person)
    hand.go("calendar/")
    hand.send(press="Make an address for my calendar")
