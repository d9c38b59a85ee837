"""Writing the team's own words, part by part, so that two writers never lose a word."""

from typing import cast

from django.db.models import Max

from casement.foundation.access import Seat
from casement.foundation.actions import Action
from casement.foundation.changes import command, next_number
from casement.foundation.clock import now
from casement.foundation.refusals import Conflict, NotHere, Refused
from casement.rooms.analysis.commands.editions import label_of
from casement.rooms.analysis.commands.indexing import index
from casement.rooms.analysis.commands.rows import agencies, owner_row, participation, row, said
from casement.rooms.analysis.models import Episode, FactorUse, Finding, Pattern, Period, Statement, StatementText
from casement.rooms.analysis.rules.episodes import FIRST_SAY_WHY
from casement.rooms.analysis.vocabulary import PART_WORDS, PARTS_OF, PER_ROLE, Owner, Part

Holder = Episode | FactorUse | Pattern | Finding | Period


@command(Action.ANALYSIS_WRITE)
def write_statement(
    seat: Seat,
    *,
    owner: str,
    number: int,
    part: str,
    text: str,
    about: int | None = None,
    about_agency: int | None = None,
    order: int | None = None,
    inference: bool = False,
) -> Statement:
    """Add one piece of text to a part of the episode, factor use, pattern, finding or period `number`.

    `about` is the number of the participation, `about_agency` that of the agency whose view it is. Sending the
    same text for the same place twice adds it once. Refused when the text is empty, when a part that is written
    per role names nobody, and when an appraisal comes before any reason why it made sense.
    """
    return add_statement(
        seat, owner_row(seat, owner, number), part=part, text=text, about=about, about_agency=about_agency,
        order=order, inference=inference,
    )  # fmt: skip


def add_statement(
    seat: Seat,
    holder: object,
    *,
    part: str,
    text: str,
    about: int | None = None,
    about_agency: int | None = None,
    order: int | None = None,
    inference: bool = False,
) -> Statement:
    """Add a statement inside another command; rules as in `write_statement`."""
    thing = cast(Holder, holder)
    owner = Owner(owner_name(thing))
    if part not in PARTS_OF[owner]:
        raise NotHere
    whole = said(text, "Write something first. " + PART_WORDS[Part(part)].asks)
    if part == Part.APPRAISAL:
        needs_reason_first(cast(Episode, thing))
    who = participation(seat, about, field="about")
    agency = agencies(seat, [about_agency], field="about")[0] if about_agency is not None else None
    if part in PER_ROLE and who is None and agency is None:
        raise Refused("Say whose view this is: choose a role or an agency.", field="about")
    there = Statement.objects.filter(**{owner.value: thing}, part=part, removed_at=None)
    twin = there.filter(text=whole, about=who, about_agency=agency).first()
    if twin is not None:
        return twin
    last = there.aggregate(last=Max("order"))["last"]
    made = Statement.objects.create(
        review_id=seat.review,
        number=next_number(Statement, seat.review),
        part=part,
        about=who,
        about_agency=agency,
        order=order if order is not None else (0 if last is None else last + 1),
        text=whole,
        inference=inference,
        **{owner.value: thing},
    )
    StatementText.objects.create(statement=made, edition=1, text=whole, by_id=seat.person_id)
    index(seat, thing)
    return made


def owner_name(thing: Holder) -> str:
    """The vocabulary's word for what holds a statement."""
    return Owner.FACTOR_USE if isinstance(thing, FactorUse) else str(thing._meta.model_name)


def holder_of(statement: Statement) -> Holder:
    """What a statement belongs to."""
    places = (statement.episode, statement.factor_use, statement.pattern, statement.finding, statement.period)
    return next(place for place in places if place is not None)


def needs_reason_first(episode: Episode) -> None:
    """Refuse an appraisal before at least one role's reasons are written."""
    if not episode.statements.filter(part=Part.LOCAL_RATIONALITY, removed_at=None).exists():
        raise Refused(FIRST_SAY_WHY)


@command(Action.ANALYSIS_WRITE)
def edit_statement(
    seat: Seat, *, number: int, text: str, based_on: int, inference: bool | None = None
) -> Statement:
    """Change the text of statement `number`, written over edition `based_on`.

    Raises Conflict when somebody saved a newer edition meanwhile: the text is kept beside theirs, and both are
    shown until `settle_conflict`.
    """
    statement = row(Statement, seat, number, removed_at=None)
    whole = said(text, "Write something first, or remove the text.")
    if inference is not None and inference != statement.inference:
        statement.inference = inference
        statement.save(update_fields=["inference"])
    if whole == statement.text:
        return statement
    if based_on != statement.edition:
        raise kept_beside(seat, statement, whole, based_on)
    replace_text(seat, statement, whole)
    return statement


def replace_text(seat: Seat, statement: Statement, text: str) -> None:
    """Give a statement its next text; the one before stays in its history."""
    statement.edition += 1
    statement.text = text
    statement.save(update_fields=["edition", "text"])
    StatementText.objects.create(statement=statement, edition=statement.edition, text=text, by_id=seat.person_id)
    index(seat, holder_of(statement))


def kept_beside(seat: Seat, statement: Statement, text: str, based_on: int) -> Conflict:
    """Keep a text that came second, once, and say so."""
    kept, _ = StatementText.objects.get_or_create(
        statement=statement,
        edition=based_on,
        text=text,
        kept_beside=True,
        settled_at=None,
        by_id=seat.person_id,
    )
    last = statement.texts.filter(kept_beside=False).order_by("-edition").first()
    who = label_of(seat, last.by_id) if last else "Somebody"
    return Conflict(
        f"{who} saved this part while you were writing. Both texts are kept. Read them side by side.",
        mine=text,
        theirs=statement.text,
        current=statement.edition,
        kept=statement.texts.filter(pk__lte=kept.pk).count(),
    )


@command(Action.ANALYSIS_WRITE)
def settle_conflict(seat: Seat, *, number: int, kept: int, based_on: int, choice: str, text: str = "") -> Statement:
    """Settle the two texts of statement `number`: `kept` says which of its texts, counted from 1, was kept
    beside, `based_on` the edition it was read against.

    `choice` is mine (the kept text stands), theirs (the present one stands), written (`text` stands) or both
    (nothing changes yet). Raises Conflict when the text changed again meanwhile; both are still kept.
    """
    statement = row(Statement, seat, number, removed_at=None)
    beside = statement.texts.order_by("pk")[max(kept - 1, 0) :].first()
    if beside is None or not beside.kept_beside:
        raise NotHere
    if choice not in ("mine", "theirs", "written", "both"):
        raise Refused("Choose which text should stand.", field="choice")
    if choice == "both" or beside.settled_at is not None:
        return statement
    stands = {"mine": beside.text, "theirs": statement.text}.get(choice) or said(text, "Write the text first.")
    if stands != statement.text:
        if based_on != statement.edition:
            if stands != beside.text:
                settle(beside)
            raise kept_beside(seat, statement, stands, based_on)
        replace_text(seat, statement, stands)
    settle(beside)
    return statement


def settle(beside: StatementText) -> None:
    """Mark a kept text as answered; it stays in the history."""
    beside.settled_at = now()
    beside.save(update_fields=["settled_at"])


@command(Action.ANALYSIS_WRITE)
def remove_statement(seat: Seat, *, number: int) -> Statement:
    """Take a statement off its page. It can be put back with `restore_statement`.

    Refused for the only explanation of a factor use.
    """
    statement = row(Statement, seat, number)
    alone = statement.factor_use is not None and not (
        statement.factor_use.statements.filter(removed_at=None).exclude(pk=statement.pk).exists()
    )
    if alone:
        raise Refused("A factor use needs to say how it bore on practice. Take the whole factor use off instead.")
    statement.removed_at = statement.removed_at or now()
    statement.save(update_fields=["removed_at"])
    index(seat, holder_of(statement))
    return statement


@command(Action.ANALYSIS_WRITE)
def restore_statement(seat: Seat, *, number: int) -> Statement:
    """Put a removed statement back where it stood."""
    statement = row(Statement, seat, number)
    statement.removed_at = None
    statement.save(update_fields=["removed_at"])
    index(seat, holder_of(statement))
    return statement


@command(Action.ANALYSIS_WRITE)
def mark_inference(seat: Seat, *, number: int, inference: bool = True) -> Statement:
    """Say that a statement is the reviewers' own inference and rests on no passage, or take that back."""
    statement = row(Statement, seat, number, removed_at=None)
    statement.inference = inference
    statement.save(update_fields=["inference"])
    return statement
