"""Addresses, pairs, ties, and polls."""

from casement.foundation.access import Seat
from casement.foundation.actions import Action, Purpose
from casement.foundation.web import action, page
from casement.rooms.planning import commands
from casement.rooms.planning.web.forms import people as forms
from casement.rooms.planning.web.pages import people as pages
from casement.rooms.planning.web.pages import polls

PEOPLE, READ, ANSWER, HERE = Action.PLANNING_PEOPLE, Action.PLANNING_PAIRS, Action.PLANNING_ANSWER, "plan"

people = page(READ, pages.people_page, "planning/people.html", place=HERE, kind="addresses")
address = page(
    PEOPLE,
    pages.address_page,
    "planning/address.html",
    place=HERE,
    kind="address",
    forms={"form": forms.KeepAddress},
)
pairs = page(READ, pages.pairs_page, "planning/pairs.html", place=HERE, kind="pairs", forms={"tie": forms.NoteTie})
pair = page(PEOPLE, pages.pair_page, "planning/pair.html", place=HERE, kind="pair", forms={"form": forms.KeepPair})
ask = page(PEOPLE, polls.ask_page, "planning/ask.html", place=HERE, forms={"form": forms.AskPoll})
poll = page(READ, polls.poll_page, "planning/poll.html", place=HERE, kind="poll", forms={"form": forms.TakeDates})
mine = page(ANSWER, polls.answer_page, "planning/answer.html", kind="poll", forms={"form": forms.AnswerPoll})
by_link = page(
    ANSWER,
    polls.answer_page,
    "planning/answer.html",
    kind="poll",
    forms={"form": forms.AnswerPoll},
    through=Purpose.POLL,
)


def to_people(seat: Seat, result: object, **parts: object) -> str:
    """Back to the addresses."""
    return f"/reviews/{seat.ref}/plan/people/"


def to_pairs(seat: Seat, result: object, **parts: object) -> str:
    """Back to the pairs."""
    return f"/reviews/{seat.ref}/plan/pairs/"


def to_poll(seat: Seat, result: object, **parts: object) -> str:
    """To the poll."""
    return f"/reviews/{seat.ref}/plan/polls/{parts.get('number') or getattr(result, 'number', '')}/"


def to_meetings(seat: Seat, result: object, **parts: object) -> str:
    """To the meetings."""
    return f"/reviews/{seat.ref}/meetings/"


def to_mine(seat: Seat, result: object, **parts: object) -> str:
    """Back to one's own answer."""
    return f"/reviews/{seat.ref}/polls/{parts['number']}/"


def back_by_link(seat: Seat, result: object, *, token: str, **parts: object) -> str:
    """Back to the private page."""
    return f"/poll/{token}/"


keep_address = action(
    commands.keep_address, form=forms.KeepAddress, back=address, then=to_people, said="The address is saved."
)
keep_pair = action(commands.keep_pair, form=forms.KeepPair, back=pair, then=to_pairs, said="The pair is decided.")
accept_pairs = action(
    commands.accept_pairs, form=None, back=pairs, then=to_pairs, said="The proposed pairs are decided."
)
note_tie = action(
    commands.note_tie,
    form=forms.NoteTie,
    back=pairs,
    name="tie",
    then=to_pairs,
    said="It is noted. These two will not be proposed for one conversation.",
)
end_tie = action(commands.end_tie, form=None, back=pairs, then=to_pairs, said="It is taken back.")
ask_poll = action(
    commands.ask_poll,
    form=forms.AskPoll,
    back=ask,
    then=to_poll,
    said="The dates are offered, and people are asked.",
)
remind_poll = action(commands.remind_poll, form=None, back=poll, then=to_poll, said="They are asked again.")
take_dates = action(
    commands.take_dates,
    form=forms.TakeDates,
    back=poll,
    then=to_meetings,
    said="The meetings are arranged. Nobody is told yet: open each to send its invitations.",
)
answer_mine = action(
    commands.answer_poll, form=forms.AnswerPoll, back=mine, then=to_mine, said="Thank you. Your answer is saved."
)
answer_by_link = action(
    commands.answer_poll, form=forms.AnswerPoll, back=by_link, then=back_by_link,
    said="Thank you. Your answer is saved. You can change it here until the dates are chosen.",
)  # fmt: skip
