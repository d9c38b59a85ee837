"""Pages and actions of requests for records, declared."""

from typing import Any

from casement.foundation.access import Seat
from casement.foundation.actions import Action
from casement.foundation.web import action, page
from casement.rooms.sources import commands
from casement.rooms.sources.web import forms, request_acts, requesting

READ, ASK, ANSWER = Action.REQUESTS_READ, Action.REQUESTS_ASK, Action.REQUESTS_ANSWER
HERE, KIND = "requests", "recordrequest"
ACT = "sources/requests/act.html"

requests = page(READ, requesting.requests_page, "sources/requests/requests.html", place="requests")
ask = page(
    ASK,
    requesting.ask_page,
    "sources/requests/ask.html",
    place="requests",
    forms={"form": forms.AskForRecords},
)
request = page(
    READ,
    requesting.request_page,
    "sources/requests/request.html",
    forms={"reopening": forms.Reopen},
    place=HERE,
    kind=KIND,
)
promise = page(ANSWER, request_acts.promise_page, ACT, forms={"form": forms.Promise}, place=HERE, kind=KIND)
receipt = page(
    ANSWER,
    request_acts.receipt_page,
    "sources/requests/receipt.html",
    forms={"form": forms.Receive},
    place=HERE,
    kind=KIND,
)
gap = page(ANSWER, request_acts.gap_page, ACT, forms={"form": forms.NoteGap}, place=HERE, kind=KIND)
chase = page(ASK, request_acts.chase_page, ACT, forms={"form": forms.Chase}, place=HERE, kind=KIND)
ending = page(ASK, request_acts.ending_page, ACT, forms={"form": forms.EndRequest}, place=HERE, kind=KIND)
letter = page(READ, request_acts.letter_page, "sources/requests/letter.html", place=HERE, kind=KIND)
letter_file = page(READ, request_acts.letter_file, "", kind=KIND)
as_csv = page(READ, request_acts.tracker_as_csv, "", kind="tracker")
as_xlsx = page(READ, request_acts.tracker_as_xlsx, "", kind="tracker")


def to_request(seat: Seat, made: Any, *, number: int | None = None, **parts: Any) -> str:
    """To the request."""
    return f"/reviews/{seat.ref}/requests/{number or made.number}/"


ask_for_records = action(
    commands.ask_for_records,
    form=forms.AskForRecords,
    back=ask,
    then=to_request,
    said="The request is noted. Nothing was sent: print or save the letter below.",
)
promise_records = action(
    commands.promise_records, form=forms.Promise, back=promise, then=to_request, said="The promise is saved."
)
receive_records = action(
    commands.receive_records, form=forms.Receive, back=receipt, then=to_request, said="What came is saved."
)
note_gap = action(
    commands.note_gap, form=forms.NoteGap, back=gap, then=to_request, said="What is not there is saved."
)
chase_request = action(
    commands.chase_request, form=forms.Chase, back=chase, then=to_request, said="The reminder is noted."
)
end_request = action(
    commands.end_request, form=forms.EndRequest, back=ending, then=to_request, said="The request has ended."
)
reopen_request = action(
    commands.reopen_request,
    form=forms.Reopen,
    back=request,
    then=to_request,
    name="reopening",
    said="The request is open again.",
)
take_back_event = action(
    commands.take_back_event,
    form=None,
    back=request,
    then=to_request,
    said="It is taken back, and stays in the history as such.",
)
