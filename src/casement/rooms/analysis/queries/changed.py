"""What is new in the analysis."""

from collections.abc import Sequence

from casement.foundation.access import Reach, Subject, Verb, reach
from casement.foundation.since import Since, amounts, newer
from casement.foundation.waiting import Rows
from casement.rooms.analysis.models import Episode, Finding
from casement.rooms.reviews.queries import label_of


def changed_analysis(sinces: Sequence[Since]) -> list[Rows]:
    """Episodes and findings that were begun, for those who may read all of the analysis."""
    readers = [one for one in sinces if Reach.ALL in reach(one.seat.standing, Subject.WORKING, Verb.READ)]
    return [
        amounts(newer(Episode.objects.all(), readers), "episodes", who=label_of()),
        amounts(newer(Finding.objects.all(), readers), "findings", who=label_of()),
    ]
