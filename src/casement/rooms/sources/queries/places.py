"""Where an excerpt stands, for the trace from a statement to the very passage."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from casement.foundation.access import Seat
from casement.foundation.events import announce
from casement.foundation.refusals import NotHere
from casement.rooms.sources.models import Excerpt, Source
from casement.rooms.sources.vocabulary import PassagesCounted


@dataclass(frozen=True)
class ExcerptPlace:
    """An excerpt and where it stands. `withdrawn` says that its source was taken out of the review.

    `outdated` says that a corrected text of the source exists. `agency` and `participant` say whose it is.
    """

    number: int
    source: int
    kind: str
    title: str
    agency: str
    participant: str
    quote: str
    start: int
    end: int
    paragraph: int
    use: str
    withdrawn: bool
    outdated: bool


def excerpt_places(seat: Seat, ids: Iterable[int]) -> dict[int, ExcerptPlace]:
    """The places of these excerpts (by id), in one query; those this seat may not read are absent.

    An excerpt of a source that was taken out keeps its place, without its words, so that what rested on it
    can say so.
    """
    rows = Excerpt.objects.filter(
        pk__in=list(ids), version__source__in=Source.objects.reached_by(seat).values("pk")
    ).values(
        "pk", "number", "version__source__number", "version__source__kind", "version__source__title",
        "version__source__agency__name", "version__source__participation__role_label", "shown", "start", "end",
        "paragraph", "use", "version__source__withdrawal__pk", "version_id", "version__source__current_id",
    )  # fmt: skip
    found = {}
    for row in rows:
        withdrawn = row["version__source__withdrawal__pk"] is not None
        found[row["pk"]] = ExcerptPlace(
            row["number"],
            row["version__source__number"],
            row["version__source__kind"],
            "" if withdrawn else row["version__source__title"],
            row["version__source__agency__name"] or "",
            row["version__source__participation__role_label"] or "",
            "" if withdrawn else row["shown"],
            row["start"],
            row["end"],
            row["paragraph"],
            row["use"],
            withdrawn,
            row["version_id"] != row["version__source__current_id"],
        )
    return found


@dataclass(frozen=True)
class Standing:
    """A source in a few words, and how many of its passages are in use."""

    number: int
    kind: str
    title: str
    cited: int


def standing_of(seat: Seat, number: int) -> Standing:
    """What taking a source out would touch; NotHere when this seat may not read it."""
    rows = Source.objects.visible_to(seat).filter(number=number)
    row = rows.values_list("pk", "number", "kind", "title").first()
    if row is None:
        raise NotHere
    counted = PassagesCounted(seat, Excerpt.objects.filter(version__source=row[0]))
    announce(counted)
    return Standing(*row[1:], cited=counted.rows.count())


def excerpt_place(seat: Seat, excerpt_id: int) -> ExcerptPlace:
    """The place of one excerpt; NotHere when this seat may not read it."""
    found = excerpt_places(seat, [excerpt_id])
    if excerpt_id not in found:
        raise NotHere
    return found[excerpt_id]
