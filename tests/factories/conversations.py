"""Conversations brought as far as a test needs, through the commands; the lead and the team member are the pair."""

from datetime import time, timedelta

from casement.foundation.access import Role
from casement.foundation.clock import today
from casement.rooms.conversations import commands
from casement.rooms.conversations.models import Conversation
from casement.rooms.proceedings.models import Hold, WitnessFlag
from casement.rooms.reviews.models import Participation
from tests.factories.coding import framework
from tests.factories.reviews import Cast

PAIR = (1, 2)
SAID = "I had eleven visits that day."


def place(cast: Cast, role: Role) -> Participation:
    """The place of this role."""
    return Participation.objects.filter(review=cast.review, role=role, ended_at=None).order_by("number")[0]


def proposed(cast: Cast, role: Role = Role.CASE_GROUP, **asked) -> Conversation:
    """A conversation with the person in this role."""
    framework(cast)
    guide = "family" if role is Role.FAMILY else "practitioner"
    told = {"participation": place(cast, role).number, "guide": guide, "pair": PAIR} | asked
    return commands.propose_conversation(cast.seat(), **told)


def explained(cast: Cast, role: Role = Role.CASE_GROUP, **asked) -> Conversation:
    made = proposed(cast, role, **asked)
    return commands.explain_status(cast.seat(), number=made.number, text_version="1")


def booked(cast: Cast, role: Role = Role.CASE_GROUP, **asked) -> Conversation:
    made = explained(cast, role, **asked)
    return commands.book_conversation(
        cast.seat(), number=made.number, on=today() + timedelta(days=3), at=time(14, 30), place="Room 2"
    )


def held(cast: Cast, role: Role = Role.CASE_GROUP, said: str = SAID, **asked) -> Conversation:
    """Held, with a turning point and a note of each of the pair."""
    made = booked(cast, role, **asked)
    key, other = ("F1", "F2") if role is Role.FAMILY else ("C2", "C3b.1")
    turn = 0
    if role is not Role.FAMILY:
        turn = commands.name_turning_point(cast.seat(), number=made.number, words=f"the day of {said}"[:150]).number
    commands.save_note(cast.seat(), number=made.number, heading=key, said=said, reflection=f"Mine: {said}")
    commands.save_note(cast.seat(Role.TEAM), number=made.number, heading=other, turn=turn, said=f"Also: {said}")
    return commands.move_conversation(cast.seat(), number=made.number, to="held", note="On time.")


def sent(cast: Cast, role: Role = Role.CASE_GROUP, said: str = SAID, **asked) -> Conversation:
    """With the participant to check."""
    made = held(cast, role, said, **asked)
    part = "F1-0" if role is Role.FAMILY else "C2-0"
    commands.save_write_up(cast.seat(), number=made.number, texts={part: said})
    return commands.send_write_up(cast.seat(), number=made.number)


def agreed(
    cast: Cast, role: Role = Role.CASE_GROUP, said: str = SAID, use: str = "paraphrase_only", **asked
) -> Conversation:
    """Agreed, with a remark that stands beside the text."""
    made = sent(cast, role, said, **asked)
    part = "F1-0" if role is Role.FAMILY else "C2-0"
    own = cast.seat(role)
    commands.remark_on_write_up(own, number=made.number, part=part, kind="disagreement", text=f"Not so: {said}")
    return commands.agree_write_up(own, number=made.number, version=made.sent, use=use)


def flagged(cast: Cast, role: Role = Role.CASE_GROUP, state: str = "possible", conditions: str = "") -> None:
    WitnessFlag.objects.create(
        participation=place(cast, role), state=state, conditions=conditions, by=cast.person(Role.LEAD)
    )


def hold(cast: Cast, scope: str = "conversation", thing: int | None = None) -> Hold:
    last = Hold.objects.filter(review=cast.review).count()
    return Hold.objects.create(
        review=cast.review, number=last + 1, scope=scope, thing=thing, reason="criminal", words="Asked for.",
        look_on=today() + timedelta(days=14), by=cast.person(Role.LEAD),
    )  # fmt: skip
