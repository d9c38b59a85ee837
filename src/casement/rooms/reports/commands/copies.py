"""Saving copies: numbered when asked for, made in the background, kept by their hash."""

from django.db.models import Max

from casement.foundation import files
from casement.foundation.access import Seat
from casement.foundation.actions import Action
from casement.foundation.changes import command
from casement.foundation.jobs import later
from casement.foundation.refusals import NotHere, Refused
from casement.rooms.proceedings.commands import refuse_while_held
from casement.rooms.proceedings.vocabulary import Scope
from casement.rooms.reports.models import Export, Report
from casement.rooms.reports.queries.whole import desk
from casement.rooms.reports.rules import publishing
from casement.rooms.reports.vocabulary import (
    FINAL,
    FINAL_EDITIONS,
    SECTION,
    TROUBLE_NAMES,
    CopyState,
    Edition,
    Format,
)

MAKE = "reports.make_copy"
MADE_BEFORE = (
    "Words were hidden behind labels or blacked out after this copy was made, so it is gone. Save it again."
)


@command(Action.REPORTS_EXPORT)
def export_report(seat: Seat, *, edition: str, format: str, looked: bool = False) -> Export:
    """Ask for a copy; it gets its number now and is made after this change is done.

    A publishable copy is refused while names, words that may not be printed or references that lead nowhere are
    in it, and until somebody says they `looked` at what else is listed. Refused before the report is started.
    """
    if edition not in FINAL_EDITIONS:
        raise Refused("Choose the internal or the publishable edition.", field="edition")
    if format not in tuple(Format):
        raise Refused("Choose Word, PDF or a web page.", field="format")
    told = desk(seat, afresh=True)
    report = Report.objects.select_for_update().filter(review_id=seat.review, kind=FINAL).first()
    if report is None or not told.started:
        raise Refused("Start the report first.")
    if edition == Edition.PUBLISHABLE:
        refuse_while_held(seat, Scope.PUBLICATION)
        tree = told.tree(Edition.PUBLISHABLE)
        if wrong := publishing.stops(tree):
            kinds = ", ".join(dict.fromkeys(TROUBLE_NAMES[one.kind].lower() for one in wrong))
            places = ", ".join(dict.fromkeys(place_of(one.section) for one in wrong))
            raise Refused(f"This copy cannot be published yet: {kinds}. Put them right in: {places}.")
        if publishing.to_look_at(tree) and not looked:
            raise Refused("Read the list of things to look at, then tick that you have.", field="looked")
    last = report.exports.aggregate(last=Max("number"))["last"]
    made = Export.objects.create(
        report=report, number=(last or 0) + 1, edition=edition, format=format, by_id=seat.person_id,
        by_label=seat.label,
    )  # fmt: skip
    made.job_id = later(MAKE, made.pk, seat.ref, seat=seat).pk
    made.save(update_fields=["job_id"])
    return made


def place_of(key: str) -> str:
    """Where in the report something is, in words."""
    return SECTION[key].title if key else "the cover and the notes"


@command(Action.REPORTS_EXPORT)
def keep_copy(seat: Seat, *, number: int, content: bytes) -> Export:
    """Keep the file of copy `number`; it can be fetched from now on. A second call changes nothing."""
    made = copy_row(seat, number)
    if made.state != CopyState.READY:
        made.sha256, made.state, made.sentence = files.keep(content), CopyState.READY, ""
        made.save(update_fields=["sha256", "state", "sentence"])
    return made


@command(Action.REPORTS_EXPORT)
def copy_failed(seat: Seat, *, number: int, sentence: str) -> Export:
    """Say why copy `number` could not be made."""
    made = copy_row(seat, number)
    if made.state == CopyState.MAKING:
        made.state, made.sentence = CopyState.FAILED, sentence
        made.save(update_fields=["state", "sentence"])
    return made


def let_go_of_copies(seat: Seat) -> None:
    """Let go of every copy of this review's report; its fingerprint stays, as the record of what left.

    For use inside a command that hid words of a source.
    """
    rows = Export.objects.filter(report__review_id=seat.review, state=CopyState.READY)
    for sha256 in rows.values_list("sha256", flat=True):
        files.let_go(sha256, still_named=True)
    rows.update(state=CopyState.FAILED, sentence=MADE_BEFORE)


def copy_row(seat: Seat, number: int) -> Export:
    """The copy, if this person asked for it."""
    found = Export.objects.filter(report__review_id=seat.review, number=number, by_id=seat.person_id).first()
    if found is None:
        raise NotHere
    return found
