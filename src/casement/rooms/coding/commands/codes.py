"""Open codes: added, renamed, described, retired. A retired code keeps its marks."""

from casement.foundation.access import Seat
from casement.foundation.actions import Action
from casement.foundation.changes import command, next_number, wait_in_line
from casement.foundation.clock import now
from casement.foundation.prepared import Prepared, columns_of, rows_as
from casement.foundation.refusals import Conflict, NotHere, Refused
from casement.rooms.coding.commands.code_events import keep_event
from casement.rooms.coding.models import Code, CodeText


def code_row(seat: Seat, number: int) -> Code:
    """An open code of this review, which nobody else can change now, or NotHere. Call it inside a command."""
    wait_in_line(seat.review)
    found = rows_as(Code, CODE(review=seat.review, number=number))
    if not found:
        raise NotHere
    return found[0]


CODE = Prepared(
    lambda review, number: Code.objects.filter(review=review, number=number).values_list(*columns_of(Code))
)


def new_code(seat: Seat, label: str, definition: str = "") -> Code:
    """The open code with this label, made if it is not there; inside a command."""
    label = " ".join(label.split())
    if not label:
        raise Refused("Give the code a name.", field="label")
    if len(label) > 120:
        raise Refused(
            "Keep the name of a code under 120 letters; the rest belongs in its description.", field="label"
        )
    there = Code.objects.filter(review_id=seat.review, label__iexact=label).first()
    if there is not None and there.retired_at:
        raise Refused(
            "The code of that name was retired. Bring it back on its page, or choose another name.", field="label"
        )
    if there is not None:
        return there
    return Code.objects.create(
        review_id=seat.review,
        number=next_number(Code, seat.review),
        label=label,
        definition=definition,
        by_id=seat.person_id,
    )


@command(Action.CODING_CODES)
def add_code(seat: Seat, *, label: str, definition: str = "", exclusion: str = "", example: str = "") -> Code:
    """Add an open code. Refused when there is one of that name already."""
    wait_in_line(seat.review)
    if Code.objects.filter(review_id=seat.review, label__iexact=" ".join(label.split())).exists():
        raise Refused("There is a code of that name already. Use it, or choose another name.", field="label")
    made = new_code(seat, label, definition)
    made.exclusion, made.example = exclusion, example
    made.save(update_fields=["exclusion", "example"])
    return made


@command(Action.CODING_CODES)
def define_code(
    seat: Seat, *, number: int, label: str, definition: str = "", exclusion: str | None = None,
    example: str | None = None, based_on: int | None = None,
) -> Code:  # fmt: skip
    """Rename or describe an open code; what it said before is kept.

    Refused when another code has the name. When somebody saved another wording since edition `based_on`, this
    one is kept beside it and Conflict says so.
    """
    row = code_row(seat, number)
    label = " ".join(label.split())
    if not label:
        raise Refused("Give the code a name.", field="label")
    if Code.objects.filter(review_id=seat.review, label__iexact=label).exclude(pk=row.pk).exists():
        raise Refused("Another code has that name. Choose another name.", field="label")
    exclusion = row.exclusion if exclusion is None else exclusion
    example = row.example if example is None else example
    if (row.label, row.definition, row.exclusion, row.example) == (label, definition, exclusion, example):
        return row
    if based_on is not None and based_on != row.edition:
        kept = keep_text(seat, row, label, definition, exclusion, example, beside=True)
        raise Conflict(
            "Somebody else changed this code meanwhile. Both texts are kept. Read them and save again.",
            mine="\n".join((label, definition, exclusion, example)).strip(),
            theirs="\n".join((row.label, row.definition, row.exclusion, row.example)).strip(),
            current=row.edition,
            kept=kept.pk,
        )
    keep_text(seat, row, row.label, row.definition, row.exclusion, row.example, beside=False)
    row.label, row.definition, row.edition = label, definition, row.edition + 1
    row.exclusion, row.example = exclusion, example
    row.save(update_fields=["label", "definition", "exclusion", "example", "edition"])
    return row


def keep_text(
    seat: Seat, row: Code, label: str, definition: str, exclusion: str, example: str, *, beside: bool
) -> CodeText:  # fmt: skip
    """Keep one wording of a code; inside a command."""
    return CodeText.objects.create(
        code=row, edition=row.edition, label=label, definition=definition, exclusion=exclusion, example=example,
        by_id=seat.person_id, kept_beside=beside,
    )  # fmt: skip


@command(Action.CODING_CODES)
def retire_code(seat: Seat, *, number: int) -> Code:
    """Take a code out of the list of choices; its marks stay."""
    row = code_row(seat, number)
    if row.retired_at is None:
        keep_event(seat, row, "retired")
    row.retired_at = row.retired_at or now()
    row.save(update_fields=["retired_at"])
    return row


@command(Action.CODING_CODES)
def bring_back_code(seat: Seat, *, number: int) -> Code:
    """Put a retired code back among the choices."""
    row = code_row(seat, number)
    if row.retired_at is not None:
        keep_event(seat, row, "returned")
    row.retired_at = None
    row.save(update_fields=["retired_at"])
    return row
