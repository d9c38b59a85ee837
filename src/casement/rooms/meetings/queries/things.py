"""What an entry may name: places of the review, episodes, findings and open queries."""

from casement.foundation.access import Role, Seat
from casement.rooms.analysis.models import Episode, Finding, OpenQuery
from casement.rooms.reviews.models import Participation


def places(seat: Seat, *roles: Role) -> tuple[tuple[int, str], ...]:
    """Places that are taken now, by number and role label; of these roles only where any are named."""
    rows = Participation.objects.filter(review_id=seat.review, ended_at=None)
    if roles:
        rows = rows.filter(role__in=roles)
    return tuple(rows.values_list("number", "role_label"))


def things(seat: Seat) -> tuple[tuple[str, str], ...]:
    """Episodes, findings and open queries of the review: a key such as "episode:3", and its title."""
    told = []
    for thing, model in (("episode", Episode), ("finding", Finding)):
        rows = model._default_manager.filter(review_id=seat.review).order_by("number")
        told += [
            (f"{thing}:{number}", f"{thing.capitalize()} {number}: {title}")
            for number, title in rows.values_list("number", "title")
        ]
    asked = OpenQuery.objects.filter(review_id=seat.review).order_by("number").values_list("number", "text")
    told += [(f"open_query:{number}", f"Open query {number}: {text[:80]}") for number, text in asked]
    return tuple(told)
