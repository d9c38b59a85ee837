"""A board that was asked something, and everything that can come of it, made through the commands."""

from datetime import timedelta

from casement.foundation.access import Role
from casement.foundation.clock import now, today
from casement.rooms.analysis import commands as analysis
from casement.rooms.analysis.models import Finding
from casement.rooms.responses import commands
from casement.rooms.responses.queries import items_of
from casement.rooms.reviews.models import StageEntry
from tests.factories.reviews import Cast

CHAIR = Role.ACCOUNTABLE


def asked(cast: Cast, *kinds: str, title: str = "Nobody sees the run of them", level: str = "agency") -> list[int]:
    """A finding in the report with a question of each kind; the numbers of the questions."""
    made = analysis.propose_finding(cast.seat(), title=title)
    found = [
        analysis.ask_board(
            cast.seat(), finding=made.number, text=f"Does the board know, {made.number}-{place}?",
            response_kind=kind, level=level,
        ).number
        for place, kind in enumerate(kinds or ("clear_solution",), 1)
    ]  # fmt: skip
    in_report(cast, made.number)
    return found


def in_report(cast: Cast, finding: int) -> None:
    """Put a finding into the report, whatever it still lacks, and the review to the board."""
    Finding.objects.filter(review=cast.review, number=finding).update(state="in_report")
    if not StageEntry.objects.filter(review=cast.review, to_step="S14").exists():
        long_ago = now() - timedelta(days=900)
        StageEntry.objects.create(review=cast.review, to_step="S14", by=cast.person(Role.LEAD), at=long_ago)


def answered(cast: Cast, number: int = 1, role: Role = CHAIR, **more):
    """An answer by the chair."""
    told = {"decision": "accepted", "reasons": "It can be counted."} | more
    return commands.answer_question(cast.seat(role), number=number, **told)


def acted(cast: Cast, number: int = 1, agency: str = "Police", **more):
    """An action of the police."""
    told = {"what": "One list of missed visits.", "agency": cast.agency(agency).number if agency else None} | more
    return commands.add_action(cast.seat(CHAIR), number=number, **told)


def seen(cast: Cast, number: int = 1, role: Role = Role.AGENCY_CONTACT, **more):
    """An entry of impact of action `number`."""
    told = {
        "difference": "none",
        "evidence": "The audit shows the same.",
        "said_by": "The audit lead",
        "on": today(),
    }
    return commands.note_impact(cast.seat(role), number=number, **(told | more))


def checked(cast: Cast, outcome: str = "in_full", **more) -> None:
    """A check in which everything is answered with yes, and its outcome."""
    seat = cast.seat(Role.BUSINESS)
    commands.begin_check(seat)
    for one in items_of(seat):
        commands.answer_item(seat, check=one.key, answer="yes")
    commands.decide_outcome(seat, outcome=outcome, **more)


def furnish(cast: Cast, word: str) -> None:
    """Finding 1 before the board: answers, an action with reports, a closed question, a check under way."""
    seat, lead = cast.seat(CHAIR), cast.seat()
    again = analysis.ask_board(
        lead, finding=1, text=f"And {word}?", response_kind="clear_solution", level="national"
    )
    in_report(cast, 1)
    made = commands.record_presentation(seat, on=today(), present=f"The chair and {word}.", meeting=1)
    for kind, more in (("discussed", {}), ("challenge", {"role": f"{word}"[:200]}), ("puzzle", {"finding": 1})):
        commands.note_said(seat, number=made.number, kind=kind, text=f"Of {word}, {kind}.", **more)
    answered(cast, reasons=f"For {word}.")
    answered(cast, decision="accepted_in_part", reasons=f"Since {word}.", position=f"We take {word}.",
             public_text=f"To all: {word}.", fits=f"After {word}.", level="regional", reclassified=f"So says {word}.")  # fmt: skip
    commands.view_finding(seat, number=1, text=f"We know of {word}.", public_text=f"We heard of {word}.")
    commands.raise_elsewhere(seat, number=1, to=f"The body for {word}"[:200], on=today(), asks=f"Ask {word}.")
    commands.note_reply(seat, number=1, reply=f"They know {word}.", replied_on=today())
    acted(cast, what=f"A list of {word}.", measure=f"Fewer {word}.", baseline=f"Many {word}.", source=f"{word} log",
          due_words=f"before {word}"[:200])  # fmt: skip
    contact = cast.seat(Role.AGENCY_CONTACT)
    commands.note_progress(contact, number=1, doing="done", text=f"We did {word}.")
    seen(cast, evidence=f"Still {word}.", said_by=f"Auditor of {word}"[:200])
    answered(cast, again.number, reasons=f"Not {word}.", decision="not_accepted")
    commands.close_question(seat, number=again.number, reason=f"No more {word}.", without_evidence=f"No {word}.")
    office = cast.seat(Role.BUSINESS)
    commands.begin_check(office)
    commands.answer_item(office, check="PC01", answer="no", note=f"Not {word}.")
    commands.decide_outcome(office, outcome="delay", reason=f"Wait for {word}.", look_on=today())
    commands.note_notice(office, kind="family", whom=f"Aunt of {word}"[:200], on=today(), way="meeting", note=word)
