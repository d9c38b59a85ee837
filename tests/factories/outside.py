"""What bears on a review from outside, and the record of its family: one of everything, holding a word."""

from datetime import timedelta

from casement.foundation.access import Role
from casement.foundation.clock import today
from casement.rooms.family import commands as family
from casement.rooms.proceedings import commands
from casement.rooms.proceedings.models import Hold
from casement.rooms.reviews.models import Participation
from tests.factories.reviews import Cast

SOON = timedelta(days=30)


def place_of(cast: Cast, role: Role) -> int:
    """The number of the place of this role."""
    return Participation.objects.get(review=cast.review, role=role).number


def held(cast: Cast, scope: str, role: Role = Role.LEGAL, **more) -> Hold:
    """A hold by the legal liaison."""
    more.setdefault("words", "The police asked for it.")
    return commands.place_hold(
        cast.seat(role), scope=scope, reason="criminal", look_on=today() + SOON, **more
    )  # fmt: skip


def lifted(cast: Cast, hold: Hold) -> None:
    """Whoever placed it asks, a lead agrees."""
    commands.ask_to_lift(cast.seat(Role.LEGAL), number=hold.number, words="They have no objection.")
    commands.lift_hold(cast.seat(Role.LEAD), number=hold.number)


def outside(cast: Cast, word: str) -> None:
    """One proceeding, one flag, one hold on meetings that the lead may lift, one disclosure, one day of keeping."""
    seat, short = cast.seat(), word[:80]
    commands.record_proceeding(
        seat, kind="coroner", stage=f"Opened about {short}", reference=f"Ref {short}", contact=f"Officer of {short}",
        dates=f"When {word}", protocol=f"Not to ask {word}", look_on=today() + SOON,
    )  # fmt: skip
    commands.put_flag(
        seat, number=place_of(cast, Role.CASE_GROUP), state="cleared_with_conditions", conditions=f"Not of {word}."
    )
    hold = held(cast, "meeting", thing=77, words=f"Because of {word}.", proceeding=1)
    commands.look_at_hold(cast.seat(Role.LEGAL), number=hold.number, words=f"Still {word}.", look_on=today() + SOON)
    commands.ask_to_lift(cast.seat(Role.LEGAL), number=hold.number, words=f"No more {word}.")
    disclosed(cast, f"Log of {short}", redactions=f"Name of {word}", told=f"Told {word}")
    commands.set_keeping(seat, material="recordings", until=today() + SOON, reason=f"Schedule of {word}.")


def disclosed(cast: Cast, what: str = "Log of the ward", **more):
    """A line of the disclosure log: something else than Casement holds, unless asked otherwise."""
    told = {
        "direction": "out", "party": f"Officer, {what}", "basis": "order", "basis_words": f"Order on {what}",
        "decided_by": f"Chair, {what}"[:100], "told": "The agency was told.",
    }  # fmt: skip
    return commands.disclose(cast.seat(), what=what, **{**told, **more})


def taking_part(cast: Cast, word: str) -> None:
    """The record of the family member, with one of everything."""
    seat, short = cast.seat(), word[:80]
    number = family.open_involvement(seat, participation=place_of(cast, Role.FAMILY)).number
    family.put_wishes(
        seat, number=number, contact=f"Lead of {short}", pace=f"Not when {word}"[:300], form="other",
        form_words=f"As {word}"[:300], language=f"Of {short}"[:80], supporter=f"Aunt of {short}",
        interpreter=f"For {short}", agreed=True,
    )  # fmt: skip
    family.answer_question(seat, number=number, topic="why", text=f"Because of {word}.")
    family.note_contact(seat, number=number, how="met", text=f"Spoke of {word}.")
    family.give_feedback(seat, number=number, told=False, text=f"They asked to wait for {word}.")
