"""What the forms of the analysis offer to choose from."""

from dataclasses import dataclass

from django.db.models import CharField, Exists, OuterRef, Q, Value
from django.db.models.functions import Left

from casement.foundation.access import Role, Seat
from casement.rooms.analysis.models import Evidence
from casement.rooms.analysis.queries.gathering import working
from casement.rooms.coding.queries import not_walled
from casement.rooms.reviews.models import Agency, Participation
from casement.rooms.sources.models import Excerpt, Source

Offer = tuple[str, str]
Offers = tuple[tuple[str, tuple[Offer, ...]], ...]
SHOWN = 200
VOICES = {Role.CASE_GROUP: "Case group", Role.FAMILY: "Family"}


@dataclass(frozen=True)
class Voices:
    """Whose view a text may be: (number, name) pairs, roles in groups."""

    roles: Offers
    agencies: tuple[Offer, ...]


def voices(seat: Seat) -> Voices:
    """The roles and agencies of this review, in one query."""
    working(seat)
    people = (
        Participation.objects.filter(review_id=seat.review).order_by().values_list("number", "role_label", "role")
    )
    agencies = (
        Agency.objects.filter(review_id=seat.review)
        .order_by()
        .values_list("number", "name", Value("", output_field=CharField()))
    )
    groups: dict[str, list[Offer]] = {name: [] for name in (*VOICES.values(), "Others")}
    places: list[tuple[int, str]] = []
    for number, name, role in sorted(people.union(agencies, all=True)):
        if role:
            groups[VOICES.get(Role(role), "Others")].append((str(number), name))
        else:
            places.append((number, name))
    roles = tuple((name, tuple(told)) for name, told in groups.items() if told)
    return Voices(roles, tuple((str(number), name) for number, name in places))


@dataclass(frozen=True)
class Citable:
    """What may be cited: passages already taken up, newest first within their source, and sources."""

    passages: Offers
    sources: tuple[Offer, ...]


def in_sight(seat: Seat) -> Q:
    """Excerpts that nobody marks behind the wall of a blind round, and those that something rests on already."""
    return not_walled(seat) | Q(Exists(Evidence.objects.filter(excerpt=OuterRef("pk"))))


def citable(seat: Seat) -> Citable:
    """The passages and sources this seat may read, in two queries; the newest passages when there are many."""
    working(seat)
    readable = Source.objects.visible_to(seat)
    found = (
        Excerpt.objects.filter(in_sight(seat), review_id=seat.review, version__source__in=readable)
        .annotate(opening=Left("shown", 90))
        .order_by("-number")
        .values_list(
            "number", "opening", "paragraph", "version__source__number", "version__source__title", "start", "end"
        )[:SHOWN]
    )
    groups: dict[tuple[int, str], list[Offer]] = {}
    for number, opening, paragraph, source, title, start, end in found:
        words = " ".join(opening.split()) + ("…" if end - start > 90 else "")
        groups.setdefault((source, title), []).append((str(number), f"para {paragraph}: “{words}”"))
    passages = tuple((f"{number} {title}", tuple(told)) for (number, title), told in sorted(groups.items()))
    sources = readable.order_by("number").values_list("number", "title")
    return Citable(passages, tuple((str(number), f"{number} {title}") for number, title in sources))
