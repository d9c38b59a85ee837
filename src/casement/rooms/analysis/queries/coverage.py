"""What of the review's material has been opened, marked and cited, and what each further conversation added."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass

from django.db.models import Count, Exists, F, OuterRef, Q
from django.db.models.functions import Coalesce

from casement.foundation.access import Role, Seat
from casement.foundation.actions import Action
from casement.foundation.models import LedgerEntry
from casement.rooms.analysis.models import Evidence
from casement.rooms.analysis.queries.gathering import working
from casement.rooms.analysis.rules.coverage import Added, Reached, additions
from casement.rooms.coding.models import Mark
from casement.rooms.reviews.models import Participation
from casement.rooms.sources.models import Source, Speaker
from casement.rooms.sources.queries import visible_sources

READERS = (Role.LEAD, Role.TEAM)
HEARD = ("conversation", "family")


@dataclass(frozen=True)
class Coverage:
    """Every source this seat may read; what each conversation and family account added; roles not heard yet."""

    sources: tuple[Reached, ...]
    added: tuple[Added, ...]
    silent: tuple[str, ...]


def coverage(seat: Seat) -> Coverage:
    """How far the work has come, in five queries however much there is. Marks behind a wall are not counted."""
    working(seat)
    rows = visible_sources(seat).order_by(Coalesce("date_start", "date_end").asc(nulls_last=True), "number")
    sources = list(rows.values_list("pk", "number", "title", "kind"))
    groups = (
        Mark.objects.visible_to(seat)
        .filter(review_id=seat.review, removed_at=None)
        .order_by()
        .annotate(label=Coalesce("item__label", "code__label"))
        .values("excerpt__version__source", "by", "said_by", "label")
        .annotate(n=Count("pk"))
        .values_list("excerpt__version__source", "by", "said_by", "label", "n")
    )
    marks: Counter[int] = Counter()
    coders: dict[int, set[tuple[int, str]]] = {}
    readers: dict[int, set[int]] = {}
    codes: dict[int, list[str]] = {}
    for source, by, said_by, label, count in groups:
        marks[source] += count
        coders.setdefault(source, set()).add((by, said_by))
        if not said_by:  # who marks a text here has read it
            readers.setdefault(source, set()).add(by)
        codes.setdefault(source, []).append(label)
    opened, cited = opened_by(seat), cited_in(seat)
    told = tuple(
        Reached(
            number, title, kind, len(opened.get(number, set()) | readers.get(pk, set())), marks[pk],
            len(coders.get(pk, ())), cited.get(pk, 0),
        )
        for pk, number, title, kind in sources
    )  # fmt: skip
    heard = ((number, title, codes.get(pk, ())) for pk, number, title, kind in sources if kind in HEARD)
    return Coverage(tuple(sorted(told, key=lambda one: one.number)), additions(heard), silent(seat))


def opened_by(seat: Seat) -> dict[int, set[int]]:
    """Which leads and members of the team opened each source, by its number; only how many there are is told."""
    seen = LedgerEntry.objects.filter(
        review_id=seat.review, action=Action.SOURCES_READ, outcome="seen", kind="source", role__in=READERS
    )
    told: dict[int, set[int]] = {}
    for number, person in seen.order_by().values_list("number", "person_id").distinct():
        if number is not None and person is not None:
            told.setdefault(number, set()).add(person)
    return told


def cited_in(seat: Seat) -> dict[int, int]:
    """How many pieces of live evidence stand in each source, by its key."""
    rows = Evidence.objects.filter(
        Q(statement__factor_use=None) | Q(statement__factor_use__removed_at=None),
        review_id=seat.review, removed_at=None, statement__removed_at=None, excerpt__isnull=False,
    )  # fmt: skip
    told = rows.order_by().values(source=F("excerpt__version__source")).annotate(n=Count("pk"))
    return dict(told.values_list("source", "n"))


def silent(seat: Seat) -> tuple[str, ...]:
    """Role labels of the case group and the family from whom there is no conversation or account yet."""
    theirs = Source.objects.filter(participation=OuterRef("pk"), kind__in=HEARD, withdrawal=None)
    spoken = Speaker.objects.filter(
        participation=OuterRef("pk"), turns__version=F("turns__version__source__current"),
        turns__version__source__withdrawal=None,
    )  # fmt: skip
    rows = Participation.objects.filter(review_id=seat.review, role__in=(Role.CASE_GROUP, Role.FAMILY))
    unheard = rows.filter(~Exists(theirs), ~Exists(spoken))
    return tuple(unheard.order_by("role_label").values_list("role_label", flat=True))
