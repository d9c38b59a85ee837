"""What stands in the way of the next step, and what is worth a look: sentences with a place to go."""

from collections.abc import Sequence

from casement.desk.asked import asked_for
from casement.desk.known import Known, Obstacle, at, may
from casement.desk.material import in_analysis, in_evidence
from casement.desk.outside import outside
from casement.desk.panes import amount
from casement.desk.responding import responding
from casement.desk.spoken import spoken
from casement.foundation.access import Role, Seat
from casement.foundation.actions import Action
from casement.foundation.clock import today
from casement.foundation.design.day_words import date_words
from casement.foundation.design.frame import Place
from casement.foundation.waiting import Waiting as Mine
from casement.rooms.conversations.queries import Waits
from casement.rooms.letters.queries import LetterNeeds
from casement.rooms.meetings.queries import CORRECTED
from casement.rooms.planning.queries.waiting import Dates
from casement.rooms.proceedings.queries import Due
from casement.rooms.reports.queries import Needs, ToRead


def obstacles(known: Known) -> tuple[Obstacle, ...]:
    """What this person can do about the next step, what blocks it first; nothing for a closed review."""
    if known.stand.closed_at is not None:
        return ()
    people = [*_own(known), *asked_about(known.dates), *_gates(known), *_setting_up(known), *_dates(known)]
    work = [*in_evidence(known), *in_analysis(known)] if known.stand.may_hold_data else []
    setting_up = known.stand.process.step(known.stand.step).phase == "setting_up"
    told = [
        *outside_of(known.seat, known.outside),
        *letters_of(known.letters, known.stand.ref),
        *taken_on(known.actions, known.stand.ref),
        *minutes_of(known.minutes, known.stand.ref),
        *_conversations(known),
        *_follow_on(known),
        *_readings(known),
        *responding(known),
        *_requests(known),
        *(people + work if setting_up else work + people),
        *_markers(known),
    ]
    return tuple(sorted(told, key=lambda each: (not each.blocks, each.gentle)))


def letters_of(needs: LetterNeeds, ref: str) -> list[Obstacle]:
    """A letter to read, and letters that did not arrive."""
    told = []
    if needs.mine:
        title = "A letter waits for you" if needs.mine == 1 else f"{needs.mine} letters wait for you"
        told.append(Obstacle(title, "", Place("Read it", f"/reviews/{ref}/my-letters/")))
    if needs.back:
        came = f"{amount(needs.back, 'letter')} came back"
        go = Place("See the letters", f"/reviews/{ref}/letters/?show=back")
        told.append(Obstacle(came, "Check the address with the person, or send it another way.", go))
    return told


def taken_on(actions: Sequence[Mine], ref: str) -> list[Obstacle]:
    """What somebody took on in meetings, the nearest day first; what it is stands behind the link."""
    if not actions:
        return []
    title = (
        "You took on something in a meeting"
        if len(actions) == 1
        else f"You took on {len(actions)} things in meetings"
    )
    day = actions[0].day
    detail = "" if day is None else f"{'It was wanted' if day < today() else 'It is wanted'} by {date_words(day)}."
    return [Obstacle(title, detail, Place("See your actions", f"/reviews/{ref}/my-actions/"))]


def minutes_of(waiting: Sequence[Mine], ref: str) -> list[Obstacle]:
    """Minutes of meetings that somebody was at, the earliest meeting first; once opened, the next."""
    if not waiting:
        return []
    title = (
        "Minutes are ready to read"
        if len(waiting) == 1
        else f"Minutes of {len(waiting)} meetings are ready to read"
    )
    detail = "They were corrected after they were agreed." if waiting[0].kind == CORRECTED else "You were there."
    return [Obstacle(title, detail, Place("Read them", f"/reviews/{ref}/meetings/{waiting[0].number}/minutes/"))]


def outside_of(seat: Seat, due: Sequence[Due]) -> list[Obstacle]:
    """What waits because of courts, police and others outside the review."""
    clears = seat.standing.role in (Role.LEAD, Role.LEGAL)
    return [
        Obstacle(one.title, one.detail, Place(one.text, f"/reviews/{seat.ref}/{one.path}"), one.blocks)
        for one in outside(due, clears=clears)
    ]


def _own(known: Known) -> list[Obstacle]:
    if not known.stand.my_conflict_missing:
        return []
    return [
        Obstacle(
            "Say what could pull you two ways",
            "Everyone who leads or sits in the team writes it down, or that there is nothing.",
            at(known, "Write your statement", f"members/{known.stand.my_number}/"),
        )
    ]


def asked_about(dates: Dates | None) -> list[Obstacle]:
    """What others wait for this person to say about dates; for people who see nothing else of a review too."""
    if dates is None or not (dates.my_polls or dates.my_dates):
        return []
    detail = "Say for each date whether you can come." if dates.my_polls else "Say whether you can come."
    return [Obstacle("Dates wait for your answer", detail, Place("Answer", "/calendar/"))]


def _dates(known: Known) -> list[Obstacle]:
    """What whoever plans can do about dates."""
    told: list[Obstacle] = []
    if known.dates is None or not may(known, Action.PLANNING_PLAN):
        return told
    if not known.dates.planned:
        told.append(
            Obstacle(
                "There is no dated plan yet",
                "Every step is worked back from a target.",
                at(known, "Plan", "plan/"),
            )
        )
    if known.dates.to_arrange:
        what = amount(known.dates.to_arrange, "meeting", "meetings")
        told.append(
            Obstacle(
                f"{what} of the next six weeks {'is' if known.dates.to_arrange == 1 else 'are'} not arranged",
                "Ask which dates suit, or arrange it on its day.",
                at(known, "Plan", "plan/"),
            )
        )
    if known.dates.unanswered:
        told.append(
            Obstacle(
                f"{amount(known.dates.unanswered, 'person has', 'people have')} not said which dates suit",
                "They are reminded two days before the poll ends.",
                at(known, "Plan", "plan/"),
            )
        )
    return told


def _gates(known: Known) -> list[Obstacle]:
    if not may(known, Action.REVIEWS_MOVE):
        return []
    told = []
    for gate in known.stand.open_gates:
        if gate.key == "data_protection":
            continue
        go = (
            at(known, "Make the check", gate.page)
            if gate.page
            else at(known, "Write it down", f"steps/gates/{gate.key}/")
        )
        told.append(Obstacle(gate.missing.split(". ")[0].rstrip("."), gate.asks, go, blocks=True))
    return told


def _setting_up(known: Known) -> list[Obstacle]:
    stand, told = known.stand, []
    if may(known, Action.REVIEWS_PROTECT) and not stand.may_hold_data:
        blocks = any(gate.key == "data_protection" for gate in stand.open_gates)
        told.append(
            Obstacle(
                "Record the data protection assessment",
                "Until then no record and no conversation can be brought in.",
                at(known, "Record it", "data-protection/"),
                blocks,
            )
        )
    if may(known, Action.REVIEWS_ASK) and not stand.questions:
        told.append(
            Obstacle(
                "Ask the first question",
                "Open questions take the place of terms of reference.",
                at(known, "Ask a question", "questions/"),
            )
        )
    if may(known, Action.REVIEWS_EDIT) and not stand.agencies:
        told.append(
            Obstacle(
                "Add the agencies",
                "Every record and every chronology belongs to one.",
                at(known, "Add an agency", "about/"),
            )
        )
    if may(known, Action.REVIEWS_SEAT_MEMBER):
        told += _people(known)
    return told


def _people(known: Known) -> list[Obstacle]:
    stand, told = known.stand, []
    place = at(known, "Give a place", "members/new/")
    if stand.leads < 2:
        told.append(
            Obstacle(
                "There is one lead reviewer",
                "The method asks for two: the load is too big for one, and analysis needs somebody to think with.",
                place,
            )
        )
    if not stand.team:
        told.append(Obstacle("Nobody is in the review team yet", "Senior managers from the main agencies.", place))
    if stand.undeclared and known.seat.standing.role is Role.LEAD:
        others = stand.undeclared - (1 if stand.my_conflict_missing else 0)
        if others:
            told.append(
                Obstacle(
                    f"{amount(others, 'other has', 'others have')} not said what could pull them two ways",
                    "Leads and team members write it down, or that there is nothing.",
                    at(known, "Team and access", "members/"),
                )
            )
    return told


def _readings(known: Known) -> list[Obstacle]:
    """What this person was asked to read without seeing what the team makes of it."""
    return [
        Obstacle(
            "You are asked for a second reading",
            "Until you hand it in or give it back, the analysis is shut to you.",
            at(known, "Read it", f"readings/{number}/blind/"),
        )
        for number in known.readings
    ]


def _markers(known: Known) -> list[Obstacle]:
    """Quality markers that ask this person's level at the step of the review: one line, whatever their number."""
    if not known.markers:
        return []
    go = at(known, "See what it asks", "quality/")
    return [
        Obstacle(
            "The self-check asks your level something at this step",
            "In your own words; there is no score.",
            go,
            gentle=True,
        )
    ]


def _follow_on(known: Known) -> list[Obstacle]:
    """What the case group has to read, and what its members wait to have answered."""
    if known.follow_on is None:
        return []
    return to_read_of(known.seat, known.follow_on) + [
        Obstacle(
            f"{amount(count, 'comment waits', 'comments wait')} for an answer",
            f"On follow-on report {report}. Whoever wrote it comes back to read what you did.",
            at(known, "Answer", f"follow-on/{report}/comments/"),
        )
        for report, count in known.follow_on.unanswered.items()
    ]


def to_read_of(seat: Seat, needs: Needs | None) -> list[Obstacle]:
    """The follow-on reports that are open to somebody who has not opened them yet."""
    return [
        Obstacle(
            f"There is follow-on report {one.report} for you to read",
            open_until(one),
            Place("Read it", f"/reviews/{seat.ref}/follow-on/{one.report}/read/"),
            by=one.comments_by,
        )
        for one in (needs.to_read if needs else ())
        if not one.opened
    ]


def open_until(one: ToRead) -> str:
    """Until when a report is open, and by when comments are asked for."""
    return f"Comments by {one.comments_by:%-d %B}. It is open to you until {one.until:%-d %B %Y}."


def _conversations(known: Known) -> list[Obstacle]:
    return conversations_of(known.seat, known.conversations)


def conversations_of(seat: Seat, waiting: Sequence[Waits]) -> list[Obstacle]:
    """What waits in the conversations; for somebody who is asked to one, their own."""
    return [
        Obstacle(one.title, one.detail, Place(one.text, f"/reviews/{seat.ref}/{one.path}"))
        for one in spoken(waiting)
    ]


def _requests(known: Known) -> list[Obstacle]:
    contact = known.seat.standing.role is Role.AGENCY_CONTACT
    waiting = asked_for(known.requests, contact=contact)
    return [Obstacle(one.title, one.detail, at(known, one.text, one.path), by=one.by) for one in waiting]
