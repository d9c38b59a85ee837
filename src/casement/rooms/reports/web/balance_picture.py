"""What the findings rest on, drawn: a bar for each, in parts for each kind of source. A table says the same."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from html import escape

from django.utils.safestring import SafeString, mark_safe

from casement.rooms.analysis.queries.balance import Claim
from casement.rooms.analysis.rules.balance import KIND_NAMES, Kind

LOOKS: dict[str, tuple[str, str]] = {
    Kind.RECORD: ("#1d5a66", "#ffffff"),
    Kind.CONVERSATION: ("#b9d5d5", "#10272d"),
    Kind.FAMILY: ("#ffffff", "#10272d"),
}
LEFT, WIDE, HIGH, STEP, WORDS = 90, 560, 20, 32, 14


def drawing(claims: Sequence[Claim]) -> SafeString:
    """The bars as SVG, each leading to its finding's row in the table; empty when nothing rests on anything."""
    if not any(one.rests.total for one in claims):
        return mark_safe("")
    return mark_safe("".join(parts(claims)))


def parts(claims: Sequence[Claim]) -> Iterator[str]:
    """The pieces: what the looks mean, then a bar for each claim."""
    width, height = LEFT + WIDE + 10, 34 + len(claims) * STEP
    yield (
        f'<svg width="{width}" height="{height}" viewBox="0 0 {width} {height}" role="img" '
        f'aria-label="Passages that speak for each finding, by kind of source; the table below says the same" '
        f'font-size="14">'
    )
    x = LEFT
    for kind, (fill, _) in LOOKS.items():
        yield f'<rect x="{x}" y="3" width="14" height="14" fill="{fill}" stroke="#10272d"/>'
        yield f'<text x="{x + 20}" y="15" fill="#10272d">{KIND_NAMES[kind]}</text>'
        x += 165
    most = max(one.rests.total for one in claims)
    for at, one in enumerate(claims):
        y = 34 + at * STEP
        yield f'<text x="0" y="{y + WORDS}" fill="#10272d">{escape(f"Finding {one.number}")}</text>'
        yield from bar(one, y, WIDE / most)
    yield "</svg>"


def bar(claim: Claim, y: int, share: float) -> Iterator[str]:
    """One bar in its parts, with a number in each that has room for it."""
    x = float(LEFT)
    for kind, (fill, ink) in LOOKS.items():
        count = claim.rests.kinds[kind]
        if not count:
            continue
        width = round(count * share, 1)
        yield f'<rect x="{x:g}" y="{y}" width="{width:g}" height="{HIGH}" fill="{fill}" stroke="#10272d"/>'
        if width >= 9 * len(str(count)) + 6:
            yield f'<text x="{x + width / 2:g}" y="{y + 15}" text-anchor="middle" fill="{ink}">{count}</text>'
        x = round(x + width, 1)
