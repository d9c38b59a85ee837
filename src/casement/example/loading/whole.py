"""The whole example, step by step, through commands only."""

from casement.example.case import load_case
from casement.example.loading.analysis import think
from casement.example.loading.answered import respond
from casement.example.loading.beside import lay_beside
from casement.example.loading.chronologies import bring_in_all, send_again
from casement.example.loading.dates import plan_ahead
from casement.example.loading.evidence import bring_in, title
from casement.example.loading.given import give
from casement.example.loading.letters import write
from casement.example.loading.meetings import meet
from casement.example.loading.people import open_review
from casement.example.loading.places import Places
from casement.example.loading.requests import ask
from casement.example.loading.round import go_through
from casement.example.loading.spent import account_for, check_ourselves
from casement.example.loading.talks import talk
from casement.example.loading.tested import doubt
from casement.example.loading.told import tell
from casement.example.whole import Case
from casement.foundation.access import Seat
from casement.foundation.shell import progress
from casement.rooms.coding import commands as coding
from casement.rooms.reports import commands as reports
from casement.rooms.reports.rules.assembling import assembled_text
from casement.rooms.reviews.queries import seat_of


def load(*, password: str) -> Seat:
    """Load the worked example into an empty installation; returns the seat of its first lead reviewer.

    Every account of it has `password`. Raises Refused when somebody runs this installation already.
    """
    case = load_case()
    with progress() as bar:
        step = bar.add_task("Loading the worked example", total=6)
        places = open_review(case, password)
        seat = places.seats[case.review.participations[0].key]
        bar.advance(step)
        made = bring_in(places, seat)
        bar.advance(step)
        bring_in_all(made, places, seat)
        send_again(made, case.again, places, seat)
        title(case, places, seat)
        tell(case, places, seat)
        ask(case, places, seat)
        write(case, places, seat)
        talk(case, places, seat)
        plan_ahead(case, places, seat)
        bar.advance(step)
        mark(case, places, seat)
        bar.advance(step)
        think(case, places, seat)
        doubt(case.tested, places, seat)
        lay_beside(case, places, seat)
        account_for(case, places, seat)
        bar.advance(step)
        give(case, places, seat)
        meet(case, places, seat)
        write_report(case, seat)
        check_ourselves(case, places)
        respond(case, places, seat)
        bar.advance(step)
    return seat_of(seat.person_id, seat.ref) or seat  # as it is now: something may be held by now


def mark(case: Case, places: Places, seat: Seat) -> None:
    """Open codes, the blind round, and marks with their memos; every third mark is the second lead's."""
    for code in case.open_codes:
        places.codes[code.key] = coding.add_code(seat, label=code.label, definition=code.definition).number
    for each in case.rounds:
        go_through(each, places, seat)
    other = places.seats[case.review.participations[1].key]
    for place, told in enumerate(case.marks):
        number, start, end, quote = places.passage(told.source, told.quote)
        coding.mark_passage(
            other if place % 3 == 2 else seat,
            number=number,
            start=start,
            end=end,
            quote=quote,
            code=f"item:{told.item}" if told.item else f"open:{places.codes[told.open_code]}",
            influence=told.influence,
            memo=told.memo,
        )


def write_report(case: Case, seat: Seat) -> None:
    """The report's own prose, in front of what is assembled from the data."""
    reports.start_report(seat)
    for key, prose in case.sections.items():
        told = key.replace("_", "-")
        body = prose.split("\n", 1)[1].strip() if prose.startswith("# ") else prose.strip()
        assembled = assembled_text(told)
        text = f"{body}\n\n{assembled}" if "{{" in assembled else body
        reports.edit_section(seat, key=told, text=text, based_on=1)
