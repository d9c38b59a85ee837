"""What waits because of the board's response: questions, actions to report on, a check to sign."""

from datetime import date

from casement.desk.known import Known, Obstacle, at
from casement.desk.panes import amount
from casement.foundation.clock import today
from casement.foundation.design.day_words import date_words


def responding(known: Known) -> list[Obstacle]:
    """One thing for each kind of what waits; what it is stands behind the link."""
    needs, told = known.response, []
    if needs.unanswered:
        wait = f"{amount(needs.unanswered, 'question waits', 'questions wait')} for the board"
        told.append(
            Obstacle(
                wait,
                "Each answer has its reasons. The board may disagree.",
                at(known, "See what is asked", "response/"),
            )
        )
    if needs.due:
        number, day = needs.due[0]
        whose = " of your agency" if needs.of_agency else ""
        title = f"{amount(len(needs.due), f'action{whose} is', f'actions{whose} are')} to be reported on"
        path = f"response/actions/{number}/" if len(needs.due) == 1 else "response/actions/"
        told.append(Obstacle(title, _by(day), at(known, "Report", path), by=day))
    if needs.to_sign:
        told.append(
            Obstacle(
                "The publication check waits for a second signature",
                "Read what was answered before you sign.",
                at(known, "Read it", "publication/"),
            )
        )
    return told


def _by(day: date | None) -> str:
    if day is None:
        return "Say what was done, and apart from it what became different."
    was = "Its day was" if day < today() else "The nearest is due by"
    return f"{was} {date_words(day)}."
