"""How requests for records are read: the list, one request, what to choose from, and what waits for whom."""

from casement.rooms.sources.queries.asking.choosing import (
    AskChoices,
    RecordChoice,
    RecordChoices,
    ask_choices,
    open_requests,
    record_choices,
    records_of,
)
from casement.rooms.sources.queries.asking.lists import RequestLine, Requests, requests
from casement.rooms.sources.queries.asking.one import RequestView, request

__all__ = [
    "AskChoices",
    "RecordChoice",
    "RecordChoices",
    "RequestLine",
    "RequestView",
    "Requests",
    "ask_choices",
    "open_requests",
    "record_choices",
    "records_of",
    "request",
    "requests",
]
