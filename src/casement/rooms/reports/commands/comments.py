"""What the case group says of a follow-on report, and what is done with it. Nothing that was sent is erased."""

from typing import Any

from casement.foundation.access import Reach, Seat, Subject, Verb, reach
from casement.foundation.actions import Action
from casement.foundation.changes import command, next_number, wait_in_line
from casement.foundation.clock import now, today
from casement.foundation.refusals import Conflict, NotHere, Refused
from casement.rooms.analysis.models import Episode, Finding
from casement.rooms.reports.commands.sections import follow_on
from casement.rooms.reports.models import Comment, CommentAnswer, CommentBearing
from casement.rooms.reports.queries.issued import edition_for, tree_of
from casement.rooms.reports.rules.freezing import paragraph_of
from casement.rooms.reports.vocabulary import Bearing, CommentKind, Disposition
from casement.rooms.reviews.queries.gates import labels_of

LONGEST = 20_000


@command(Action.COMMENTS_SEND)
def send_comment(
    seat: Seat, *, report: int, paragraph: int, kind: str, text: str, anonymous: bool = False
) -> Comment:
    """Say something of a paragraph of the edition this person may read; 0 is the whole report.

    After the day comments were asked for it is taken all the same and marked late. The same text sent twice is
    kept once. NotHere for those who have no say in it: only the case group and the family have.
    """
    own = Reach.OWN in reach(seat.standing, Subject.COMMENTS, Verb.READ)
    if not own or seat.standing.closed or seat.standing.participation_id is None:
        raise NotHere
    issued = edition_for(seat, report)
    if paragraph and paragraph_of(tree_of(issued), paragraph) is None:
        raise NotHere
    if kind not in tuple(CommentKind):
        raise Refused("Choose what kind of thing you want to say.", field="kind")
    whole = said(text, "Write what you want to say.")
    wait_in_line(seat.review)
    place: dict[str, Any] = {
        "issued": issued,
        "paragraph": paragraph,
        "kind": kind,
        "text": whole,
        "by_id": seat.person_id,
    }
    found = Comment.objects.filter(taken_back_at=None, **place).first()
    return found or Comment.objects.create(
        review_id=seat.review,
        number=next_number(Comment, seat.review),
        anonymous=anonymous,
        late=today() > issued.comments_by,
        participation_id=seat.standing.participation_id,
        **place,
    )


@command(Action.COMMENTS_SEND)
def take_back_comment(seat: Seat, *, report: int, number: int) -> Comment:
    """Take back one's own comment. Refused once it was answered: others may rest on it."""
    row = comment_row(seat, report, number)
    if row.by_id != seat.person_id:
        raise NotHere
    if row.answers.exists():
        raise Refused("This comment was answered, so it stays. Write another one to put it right.")
    row.taken_back_at = row.taken_back_at or now()
    row.save(update_fields=["taken_back_at"])
    return row


@command(Action.COMMENTS_ANSWER)
def answer_comment(
    seat: Seat, *, report: int, number: int, disposition: str, text: str, stands: bool = False, based_on: int = 0
) -> CommentAnswer:
    """Say what was done with a comment; its writer reads it. `based_on` counts the answers that were read.

    Refused without a disposition, and without words unless it was simply accepted. `stands`: the disagreement stays
    visible in the next report. Raises Conflict when somebody answered meanwhile; the text is kept beside theirs.
    """
    row = comment_row(seat, report, number)
    if disposition not in tuple(Disposition):
        raise Refused("Choose what was done with the comment.", field="disposition")
    whole = text.strip()
    if disposition != Disposition.ACCEPTED:
        whole = said(text, "Say why. The person who wrote the comment reads it.")
    if len(whole) > LONGEST:
        raise Refused("This is too long for one answer.", field="text")
    facts: dict[str, Any] = {
        "comment": row,
        "disposition": disposition,
        "text": whole,
        "stands": stands,
        "by_id": seat.person_id,
    }
    standing = list(row.answers.filter(beside=False).order_by("pk"))
    if len(standing) != based_on:
        last = standing[-1]
        if (last.disposition, last.text, last.by_id) == (disposition, whole, seat.person_id):
            return last
        CommentAnswer.objects.get_or_create(beside=True, **facts)
        raise Conflict(
            f"{labels_of(seat.review).get(last.by_id, 'Somebody')} answered this comment while you were writing. "
            "Both texts are kept. Read theirs, then save the one that should stand.",
            mine=whole,
            theirs=last.text,
            current=len(standing),
        )
    return CommentAnswer.objects.create(**facts)


@command(Action.COMMENTS_TELL)
def tell_comment(seat: Seat, *, report: int, number: int) -> Comment:
    """Tell a comment and its answer to the group: beneath the paragraph, and in what the next report prints.

    Refused before it is answered.
    """
    row = comment_row(seat, report, number)
    if not row.answers.filter(beside=False).exists():
        raise Refused("Answer the comment first. The group reads both.")
    row.told_at = row.told_at or now()
    row.save(update_fields=["told_at"])
    return row


@command(Action.COMMENTS_TELL)
def keep_comment(seat: Seat, *, report: int, number: int) -> Comment:
    """No longer tell a comment to the group. What was read cannot be taken back."""
    row = comment_row(seat, report, number)
    row.told_at = None
    row.save(update_fields=["told_at"])
    return row


@command(Action.COMMENTS_ANSWER)
def tie_comment(seat: Seat, *, report: int, number: int, to: str, status: str, note: str = "") -> CommentBearing:
    """Tie a comment to the episode or finding it concerns, such as "episode 3", with what the team makes of it."""
    row = comment_row(seat, report, number)
    owner, _, about = to.partition(" ")
    model = {"episode": Episode, "finding": Finding}.get(owner)
    if model is None or not about.isdigit() or not model._default_manager.filter(
        review_id=seat.review, number=int(about)
    ).exists():  # fmt: skip
        raise Refused("Choose an episode or a finding.", field="to")
    if status not in tuple(Bearing):
        raise Refused("Choose what it is to us there.", field="status")
    if status == Bearing.SET_ASIDE and not note.strip():
        raise Refused("Say why it is set aside.", field="note")
    return CommentBearing.objects.create(
        comment=row, owner=owner, about=int(about), status=status, note=note.strip(), by_id=seat.person_id
    )


def comment_row(seat: Seat, report: int, number: int) -> Comment:
    """A comment that stands, locked. NotHere for any other."""
    found = (
        Comment.objects.select_for_update(of=("self",))
        .filter(review_id=seat.review, issued__report__kind=follow_on(report), number=number, taken_back_at=None)
        .first()
    )
    if found is None:
        raise NotHere
    return found


def said(text: str, otherwise: str) -> str:
    """Words that must be there, as they are kept."""
    whole = text.replace("\r\n", "\n").strip()
    if not whole:
        raise Refused(otherwise, field="text")
    if len(whole) > LONGEST:
        raise Refused("This is too long for one comment. Send it in two.", field="text")
    return whole
