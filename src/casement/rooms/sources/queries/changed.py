"""What is new of records, accounts and requests for them."""

from collections.abc import Sequence

from django.db.models import Q

from casement.foundation.actions import Action
from casement.foundation.since import Since, amounts, newer, who_may
from casement.foundation.waiting import Rows
from casement.rooms.reviews.queries import label_of
from casement.rooms.sources.models import RecordRequest, RequestEvent, Source
from casement.rooms.sources.queries.lists import known_sources
from casement.rooms.sources.queries.request_needs import theirs_to_answer


def changed_sources(sinces: Sequence[Since]) -> list[Rows]:
    """Sources that came, and what happened to requests, for those who may know of them."""
    listing = who_may(sinces, Action.SOURCES_LIST)
    known = Q(pk__in=[])
    for one in listing:
        known |= known_sources(one.seat)
    came = newer(Source.objects.filter(known, withdrawal=None), listing, at="added_at", by="added_by")
    following = who_may(sinces, Action.REQUESTS_ANSWER)
    mine = Q(pk__in=[])
    for one in following:
        mine |= theirs_to_answer(one.seat)
    requests = RecordRequest.objects.filter(mine)
    events = RequestEvent.objects.filter(request__in=requests.values("pk"), taken_back_at=None)
    happened = newer(events, following, review="request__review")
    return [
        amounts(newer(requests, following), "asked", who=label_of()),
        amounts(came, "sources", by="added_by", who=label_of(by="added_by")),
        amounts(happened, "requests", review="request__review", who=label_of("request__review")),
    ]
