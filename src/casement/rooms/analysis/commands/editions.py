"""Two people changing one thing: the second is told, and what they sent is kept beside what stands."""

from django.db import models

from casement.foundation.access import Seat
from casement.foundation.refusals import Conflict
from casement.rooms.analysis.models import FactsVersion
from casement.rooms.reviews.models import Participation

Facts = list[tuple[str, str]]


def label_of(seat: Seat, person_id: int) -> str:
    """How a person is called in this review."""
    label = (
        Participation.objects.filter(review_id=seat.review, person_id=person_id)
        .order_by("-began_at")
        .values_list("role_label", flat=True)
        .first()
    )
    return label or "Somebody"


def hold(seat: Seat, row: models.Model, *, based_on: int | None, sent: Facts, stands: Facts) -> None:
    """Raise Conflict when somebody changed `row` after edition `based_on`; what was sent is kept beside.

    `sent` and `stands` are pairs of words. Nothing happens when both say the same, or `based_on` is None.
    """
    edition: int = row.edition  # type: ignore[attr-defined]
    if based_on is None or based_on == edition or sent == stands:
        return
    kept = FactsVersion.objects.create(
        **place(seat, row), edition=based_on, facts=sent, kept_beside=True, by_id=seat.person_id
    )
    last = FactsVersion.objects.filter(**place(seat, row), kept_beside=False).last()
    who = label_of(seat, last.by_id) if last else "Somebody"
    raise Conflict(
        f"{who} changed this while you were writing. What you sent is kept. Read both, then save again.",
        mine=in_lines(sent),
        theirs=in_lines(stands),
        current=edition,
        kept=kept.pk,
    )


def raise_edition(seat: Seat, row: models.Model, facts: Facts) -> None:
    """Give `row` its next edition and keep the facts it has now; the caller saves the row."""
    row.edition += 1  # type: ignore[attr-defined]
    keep(seat, row, facts)


def keep(seat: Seat, row: models.Model, facts: Facts) -> None:
    """Keep the facts of `row` as they stand in this edition."""
    edition: int = row.edition  # type: ignore[attr-defined]
    FactsVersion.objects.create(**place(seat, row), edition=edition, facts=facts, by_id=seat.person_id)


def place(seat: Seat, row: models.Model) -> dict[str, object]:
    """Where the facts of `row` are kept."""
    return {
        "review_id": seat.review,
        "kind": str(row._meta.model_name),
        "number": row.number,  # type: ignore[attr-defined]
    }


def in_lines(facts: Facts) -> str:
    """Facts as lines that people can read side by side."""
    return "\n".join(f"{name}: {words}" for name, words in facts if words)
