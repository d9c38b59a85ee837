"""The frameworks a review has pinned, as far as the analysis uses them: factors and pattern categories."""

from casement.foundation.access import Seat
from casement.rooms.analysis.queries.tree import ItemView
from casement.rooms.reviews.models import FrameworkItem, Pin

FACTORS, PATTERNS = "factors", "patterns"


def pinned_item(seat: Seat, framework: str, item_id: str) -> FrameworkItem | None:
    """The item with this stable id in the version the review pins last; None when it has none."""
    found = Pin.objects.filter(
        review_id=seat.review, framework__key=framework, framework__items__item_id=item_id
    ).order_by("-at", "-pk")
    row = found.values_list("framework__items__pk", flat=True).filter(framework__items__item_id=item_id).first()
    return FrameworkItem.objects.get(pk=row) if row else None


def items(seat: Seat, framework: str) -> tuple[ItemView, ...]:
    """The items of a pinned framework in its order, without retired ones."""
    rows = (
        Pin.objects.filter(review_id=seat.review, framework__key=framework, framework__items__retired=False)
        .order_by("-at", "-pk", "framework__items__order")
        .values_list(
            "framework_id",
            "framework__items__item_id",
            "framework__items__label",
            "framework__items__short_label",
            "framework__items__group",
            "framework__items__level",
            "framework__items__order",
        )
    )
    told = list(rows)
    newest = told[0][0] if told else None
    return tuple(ItemView(*row[1:]) for row in told if row[0] == newest)
