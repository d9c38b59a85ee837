"""The strands as a drawing. Its hundreds of shapes are written in one pass: a template takes ten times longer."""

from __future__ import annotations

from collections.abc import Iterator
from html import escape

from django.utils.safestring import SafeString, mark_safe

from casement.rooms.chronology.queries.strands import LANE, Lane, Picture
from casement.rooms.chronology.rules.lanes import SIGN, Gap, Lozenge, Sign

INK, QUIET, LINE, TINT = "#10272d", "#47585e", "#c6d0d1", "#e6f0f0"
SHADE, MOST_TALL = "#b9cfd2", 7
LEVELS = (27, 13, 3)  # the height of a lozenge within its lane, by how many it overlaps
ROOM_FOR_WORDS = 190


def drawing(picture: Picture, ref: str, *, apart: bool = False) -> SafeString:
    """The drawing as SVG, its shapes leading to the entries they stand for.

    One that stands `apart` from the whole strands leads only to its own table, since they show more than it may.
    """
    key = (ref, apart)
    if key not in picture.kept:
        picture.kept[key] = "".join(parts(picture, ref, apart=apart))
    return mark_safe(picture.kept[key])


def parts(picture: Picture, ref: str, *, apart: bool = False) -> Iterator[str]:
    """The pieces of the drawing: the axis, then one lane after another."""
    width, height, count = picture.width, picture.height, len(picture.lanes)
    yield (
        f'<svg width="{width}" height="{height}" viewBox="0 0 {width} {height}" role="group" '
        f'aria-label="{count} strand{"" if count == 1 else "s"} over time" font-size="14">'
    )
    for tick in picture.ticks:
        yield f'<path d="M{tick.x} 4V{height}" stroke="{LINE}" fill="none"/>'
        if tick.words:
            yield f'<text x="{tick.x}" y="18" dx="6" fill="{QUIET}">{escape(tick.words)}</text>'
    for at, lane in enumerate(picture.lanes):
        yield f'<g transform="translate(0 {lane.y})">'
        if at % 2 == 0:
            yield f'<rect x="0" y="0" width="{width}" height="{LANE:g}" fill="{TINT}" fill-opacity="0.5"/>'
        yield f'<path d="M0 0H{width}" stroke="{LINE}" fill="none"/>{named(lane, apart=apart)}'
        yield density_drawn(lane)
        yield from map(gap_drawn, lane.gaps)
        for lozenge in lane.lozenges:
            yield lozenge_drawn(lozenge, lane, ref, apart=apart)
        for sign in lane.signs:
            yield sign_drawn(sign, lane, ref, apart=apart)
        yield "</g>"
    yield "</svg>"


def named(lane: Lane, *, apart: bool = False) -> str:
    """The name of a lane, leading to that lane alone."""
    words = escape(lane.name) + ("" if lane.count else ": nothing recorded")
    text = f'<text x="16" y="17" font-weight="650" fill="{INK}">{words}</text>'
    return text if apart else f'<a href="?agency={lane.number}">{text}</a>'


def gap_drawn(gap: Gap) -> str:
    """A dotted line where nothing is recorded, with words where there is room for them."""
    words = escape(gap.words)
    dotted = f'stroke="{QUIET}" stroke-width="1.3" stroke-dasharray="1.5 4" fill="none"'
    line = f'<path d="M{gap.x} 52h{gap.width}" {dotted}/>'
    style = f'fill="{QUIET}" font-style="italic" font-size="13"'
    said = f'<text x="{gap.x}" dx="14" y="46" {style}>{words}</text>' if gap.width > ROOM_FOR_WORDS else ""
    return f"<g><title>{words[:1].upper()}{words[1:]}</title>{line}{said}</g>"


def density_drawn(lane: Lane) -> str:
    """How much is recorded, as a shade at the foot of the lane that is taller where there is more."""
    if not lane.density:
        return ""
    bars = "".join(f"M{x:g} {LANE:g}v-{1 + share * MOST_TALL:.1f}h{SIGN:g}V{LANE:g}z" for x, share in lane.density)
    return f'<path d="{bars}" fill="{SHADE}"/>'


def lozenge_drawn(one: Lozenge, lane: Lane, ref: str, *, apart: bool = False) -> str:
    """A date in doubt, as long as the doubt, or several with their number."""
    shape = (
        f'<rect x="{one.x}" y="{LEVELS[one.level]}" width="{one.width}" height="11" rx="5.5" fill="#fff" '
        f'fill-opacity="0.6" stroke="{INK}" stroke-width="1.3" stroke-dasharray="3 2"/>'
    )
    if len(one.numbers) == 1:
        return link(f"/reviews/{ref}/chronologies/entries/{one.numbers[0]}/", one.words, shape)
    shape += (
        f'<text x="{one.x + one.width / 2:.1f}" y="{LEVELS[one.level] + 9.5}" text-anchor="middle" font-size="10" '
        f'font-weight="650" fill="{INK}">{len(one.numbers)}</text>'
    )
    return link(narrowed(lane, one, apart=apart), one.words, shape)


def sign_drawn(sign: Sign, lane: Lane, ref: str, *, apart: bool = False) -> str:
    """One entry as a square, or several as a square with their number."""
    if len(sign.numbers) == 1:
        shape = f'<rect x="{sign.x}" y="47" width="9" height="9" transform="translate(-4.5 0)" fill="{INK}"/>'
        return link(f"/reviews/{ref}/chronologies/entries/{sign.numbers[0]}/", sign.words, shape)
    shape = (
        f'<rect x="{sign.x}" y="43" width="20" height="17" transform="translate(-10 0)" fill="{INK}"/>'
        f'<text x="{sign.x}" y="56" text-anchor="middle" font-size="12" font-weight="650" fill="#fff">'
        f"{len(sign.numbers)}</text>"
    )
    return link(narrowed(lane, sign, apart=apart), sign.words, shape)


def narrowed(lane: Lane, crowd: Sign | Lozenge, *, apart: bool) -> str:
    """Where several lead: to the strands narrowed to them."""
    return "#table" if apart else f"?agency={lane.number}&from={crowd.first}&until={crowd.last}#table"


def link(href: str, words: str, shape: str) -> str:
    """A shape that leads somewhere and says what it is; the keyboard goes by the table."""
    said = escape(words)
    return f'<a href="{escape(href)}" tabindex="-1" aria-label="{said}"><title>{said}</title>{shape}</a>'
