"""How the response is read: always from a seat."""

from casement.rooms.responses.queries.checks import (
    Asked,
    Before,
    CheckView,
    ItemView,
    before_publication,
    item,
    items_of,
)
from casement.rooms.responses.queries.people import agency_choices, board_of, totals
from casement.rooms.responses.queries.presentations import (
    PresentationView,
    answered_of,
    meeting_choices,
    presentation,
    presentations,
    presentations_of,
)
from casement.rooms.responses.queries.public import frozen_response, public_response, published_response, summary_of
from casement.rooms.responses.queries.views import (
    ActionView,
    AnswerView,
    FindingPart,
    ImpactView,
    QuestionView,
    Response,
)
from casement.rooms.responses.queries.waiting import (
    ResponseNeeds,
    changed_responses,
    response_waiting,
    responses_from,
)
from casement.rooms.responses.queries.whole import action, actions, finding, question, response

__all__ = [
    "ActionView",
    "AnswerView",
    "Asked",
    "Before",
    "CheckView",
    "FindingPart",
    "ImpactView",
    "ItemView",
    "PresentationView",
    "QuestionView",
    "Response",
    "ResponseNeeds",
    "action",
    "actions",
    "agency_choices",
    "answered_of",
    "before_publication",
    "board_of",
    "changed_responses",
    "finding",
    "frozen_response",
    "item",
    "items_of",
    "meeting_choices",
    "presentation",
    "presentations",
    "presentations_of",
    "public_response",
    "published_response",
    "question",
    "response",
    "response_waiting",
    "responses_from",
    "summary_of",
    "totals",
]
