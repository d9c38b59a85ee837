"""A meeting with everything around it, made through the commands."""

from datetime import timedelta

from django.test import Client

from casement.foundation.access import Role
from casement.foundation.clock import now, today
from casement.rooms.meetings import commands
from casement.rooms.meetings.models import Entry, Item
from casement.rooms.planning import commands as planning_commands
from casement.rooms.planning.models import Meeting
from tests.factories import planning
from tests.factories.reviews import Cast


def invited(cast: Cast, key: str = "follow_on_1", roles=(Role.CASE_GROUP,)) -> Meeting:
    """A meeting of the plan to which the lead, the team and these roles are invited."""
    made = planning.arranged(cast, key, also=[planning.number_of(cast, role) for role in roles])
    return planning_commands.invite(cast.seat(), number=made.number)


def ready(cast: Cast, key: str = "follow_on_1", kind: str = "", **more) -> Meeting:
    """The same with its agenda."""
    made = invited(cast, key, **more)
    commands.choose_agenda(cast.seat(), number=made.number, kind=kind or key)
    return made


def begun(cast: Cast, number: int) -> None:
    """The meeting began an hour ago, so that its minutes can be agreed."""
    at = now() - timedelta(hours=1)
    Meeting.objects.filter(review=cast.review, number=number).update(
        starts_at=at, ends_at=at + timedelta(minutes=50)
    )


def said(cast: Cast, number: int, text: str, kind: str = "discussion", role: Role = Role.LEAD, **more) -> Entry:
    """An entry of the notes, under the first item."""
    first = Item.objects.filter(meeting__review=cast.review, meeting__number=number, dropped_at=None).first()
    item = first.number if first else None
    return commands.add_entry(cast.seat(role), number=number, kind=kind, text=text, item=item, **more)


def furnish(cast: Cast, word: str) -> None:
    """Meeting 1 with minutes that were corrected; meeting 2, begun, with an agenda, a paper, notes of every kind."""
    seat, lead = cast.seat(), planning.number_of(cast, Role.LEAD)
    commands.choose_agenda(seat, number=1, kind="planning")
    commands.note_attendance(seat, number=1, came={lead: "came"})
    first = said(cast, 1, f"First of all {word}.")
    told = Meeting.objects.filter(review=cast.review, number=1)
    planned = told.values("starts_at", "ends_at").get()
    begun(cast, 1)
    commands.agree_minutes(seat, number=1)
    commands.correct_minutes(seat, number=1, why=f"It was not {word}.")
    commands.change_entry(
        seat, number=1, entry=first.number, based_on=1, kind="discussion", text=f"After all {word}."
    )
    commands.agree_minutes(seat, number=1)
    told.update(**planned)  # whoever is asked to it can still answer
    commands.choose_agenda(seat, number=2, kind="introductory")
    commands.add_item(seat, number=2, title=f"About {word}"[:200], minutes=10, purpose=f"Talk of {word}.")
    first = Item.objects.filter(meeting__review=cast.review, meeting__number=2)[0].number
    commands.link_paper(seat, number=2, item=first, key="findings")
    commands.note_attendance(seat, number=2, came={lead: "apologies"})
    said(cast, 2, f"They said {word}.", "said")
    said(cast, 2, f"Do {word}.", "action", owner=lead, by_when=today())
    said(cast, 2, f"Decided: {word}.", "decision", reason=f"For {word}.", who=f"{word}"[:200])
    asked = said(cast, 2, f"Why {word}?", "question")
    commands.link_entry(seat, number=2, entry=asked.number, about=["episode:1", "finding:1"])
    let_go = said(cast, 2, f"Perhaps {word}.", "hunch", Role.TEAM)
    commands.settle_entry(seat, number=2, entry=let_go.number, state="let_go", outcome=f"Because {word}.")
    begun(cast, 2)


def at(oak: Cast, role: Role) -> Client:
    """A browser in which this role is signed in."""
    client = Client()
    client.force_login(oak.person(role))
    return client


def address(oak: Cast, number: int, end: str) -> str:
    """A page of a meeting."""
    return f"/reviews/{oak.ref}/meetings/{number}/{end}"


def seen(oak: Cast, role: Role, path: str) -> tuple[int, str]:
    """What this role gets."""
    answer = at(oak, role).get(path)
    return answer.status_code, answer.content.decode()
