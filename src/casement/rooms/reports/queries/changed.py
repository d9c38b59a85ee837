"""What is new of follow-on reports: what was said, and what was answered."""

from collections.abc import Sequence

from casement.foundation.access import Reach, Subject, Verb, reach
from casement.foundation.since import Since, amounts, newer
from casement.foundation.waiting import Rows
from casement.rooms.reports.models import Comment, CommentAnswer


def changed_comments(sinces: Sequence[Since]) -> list[Rows]:
    """Comments, for those who may read all of them, without who wrote them; answers, for who wrote the comment."""
    readers = [one for one in sinces if Reach.ALL in reach(one.seat.standing, Subject.COMMENTS, Verb.READ)]
    places = [one.seat.standing.participation_id for one in sinces]
    said = newer(Comment.objects.filter(taken_back_at=None), readers)
    answers = CommentAnswer.objects.filter(comment__participation__in=places, beside=False)
    told = newer(answers, sinces, review="comment__review")
    return [amounts(said, "comments"), amounts(told, "answers", review="comment__review")]
