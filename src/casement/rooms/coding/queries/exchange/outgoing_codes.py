"""The codebook as it goes out: the factors under their headings, then the open codes under their parents."""

from __future__ import annotations

from collections.abc import Callable

from casement.foundation.access import Seat
from casement.rooms.coding.models import Code
from casement.rooms.coding.queries.codebook import pinned
from casement.rooms.coding.rules.exchange import values
from casement.rooms.coding.rules.exchange.identifiers import FACTORS, UNCODED, factor, factor_group
from casement.rooms.coding.rules.exchange.items import Item, Outcome
from casement.rooms.coding.rules.exchange.labels import BETWEEN, own_name
from casement.rooms.reviews.models import FrameworkItem

TOP = "Contributory factors"
RETIRED = "That it is retired is not carried."


def outgoing_codes(
    seat: Seat, guid_of: Callable[[str, int], str], items: list[Item]
) -> tuple[tuple[values.Code, ...], dict[str, str]]:  # fmt: skip
    """The codes, each after the one it stands under, and the identifier of each open code by its number as text."""
    told = [*factors(seat, items)]
    rows = list(Code.objects.filter(review_id=seat.review).order_by("number"))
    guids = {row.pk: guid_of("code", row.number) for row in rows}
    by_pk = {row.pk: row for row in rows}
    under: dict[int | None, list[Code]] = {}
    for row in rows:
        under.setdefault(row.parent_id, []).append(row)
    paths: dict[int, str] = {}
    waiting = list(reversed(under.get(None, [])))
    while waiting:
        row = waiting.pop()
        waiting += reversed(under.get(row.pk, []))
        parent = by_pk[row.parent_id] if row.parent_id else None
        if guids[row.pk] == UNCODED:
            said = "Passages with it go out without a code, as they came."
            items.append(Item("code", row.label, Outcome.ADAPTED, said, UNCODED, row.number))
            continue
        above = paths.get(row.parent_id or 0, "")
        name = own_name(row.label, above)
        paths[row.pk] = f"{above}{BETWEEN}{name}" if above else name
        told.append(
            values.Code(
                guids[row.pk], name, guids[parent.pk] if parent else "", not row.heading, "", row.definition
            )
        )  # fmt: skip
        outcome = Outcome.ADAPTED if row.retired_at else Outcome.KEPT
        items.append(Item("code", row.label, outcome, RETIRED if row.retired_at else "", guids[row.pk], row.number))
    return tuple(told), {str(row.number): guids[row.pk] for row in rows}


def factors(seat: Seat, items: list[Item]) -> list[values.Code]:
    """The factors of the framework this review uses, under one heading and that of their group."""
    rows = list(FrameworkItem.objects.filter(framework__in=pinned(seat)).order_by("order"))
    if not rows:
        return []
    told = [values.Code(FACTORS, TOP, codable=False)]
    seen: set[str] = set()
    for row in rows:
        group = factor_group(row.group)
        if group not in seen:
            seen.add(group)
            told.append(values.Code(group, row.group or "Factors", FACTORS, codable=False))
        told.append(values.Code(factor(row.item_id), row.label, group, True, "", row.help))
        said = "A factor of the framework goes out as a code under its group."
        items.append(Item("factor", row.label, Outcome.ADAPTED, said, factor(row.item_id)))
    return told
