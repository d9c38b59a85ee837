"""Keeping the team's words findable: an episode, pattern, finding or period is indexed whole after each change."""

from django.db.models import Q

from casement.foundation import search
from casement.foundation.access import Seat, Subject
from casement.rooms.analysis.models import BoardQuestion, Episode, FactorUse, Finding, Pattern, Period, Statement


def index(seat: Seat, owner: Episode | FactorUse | Pattern | Finding | Period) -> None:
    """Put everything said in the thing that `owner` belongs to into the search index."""
    thing = owner.episode if isinstance(owner, FactorUse) else owner
    kind = str(thing._meta.model_name)
    within = Q(**{kind: thing})
    if isinstance(thing, Episode):
        within |= Q(factor_use__episode=thing, factor_use__removed_at=None)
    if isinstance(thing, Period) and thing.removed_at is not None:
        search.put(seat.review, Subject.WORKING, kind, thing.number, [], title="")
        return
    passages = [(0, thing.title)]
    passages += Statement.objects.filter(within, removed_at=None).order_by("number").values_list("number", "text")
    if isinstance(thing, Finding):
        asked = BoardQuestion.objects.filter(finding=thing, removed_at=None)
        passages += [(0, text) for text in asked.values_list("text", flat=True)]
    search.put(seat.review, Subject.WORKING, kind, thing.number, passages, title=thing.title)
