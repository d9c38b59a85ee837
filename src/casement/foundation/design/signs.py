"""The signs of evidence, of influence and of state, drawn once, as small SVG in the colour of the text."""

from django.utils.html import format_html
from django.utils.safestring import SafeString, mark_safe

EVIDENCE = {"record": "record", "conversation": "conversation", "family": "family account"}
INFLUENCE = {"helped": "Helped", "harder": "Made it harder", "unclear": "Unclear"}
LONG_INFLUENCE = {
    "helped": "supports good practice",
    "harder": "makes problematic practice more likely",
    "unclear": "unclear",
}
LONG_KEYS = ("supports_good_practice", "makes_problematic_practice_more_likely")
STATE = {"written": "written", "open": "still open"}

_SHORT = {
    "supports_good_practice": "helped",
    "makes_problematic_practice_more_likely": "harder",
    "write_up": "conversation",
    "document": "record",
}
_LINE = 'fill="none" stroke="currentColor"'
_SHAPES = {
    "record": '<path d="M0 0h10v10H0z"/>',
    "conversation": '<circle cx="5" cy="5" r="5"/>',
    "family": '<path d="M5-.8 10.8 5 5 10.8-.8 5z"/>',
    "helped": '<path d="M5 0l5.6 10H-.6z"/>',
    "harder": f'<path {_LINE} stroke-width="1.8" d="M.6 1h8.8L5 9z"/>',
    "unclear": f'<circle cx="5" cy="5" r="4.2" {_LINE} stroke-width="1.8" stroke-dasharray="3.2 2"/>',
    "elsewhere": f'<path {_LINE} stroke-width="1.2" stroke-dasharray="2 1.5" d="M.5.5h9v9h-9z"/>',
    "written": '<path d="M1 6l4 4 8-9"/>',
    "open": '<path d="M1 6h11"/>',
}


def short_name(kind: str) -> str:
    """The short key of a sign for the words the database uses; raises KeyError for one we do not draw."""
    short = _SHORT.get(str(kind), str(kind))
    if short not in _SHAPES:
        raise KeyError(f"no sign is drawn for {short!r}")
    return short


def drawing(kind: str) -> SafeString:
    """The shape alone, hidden from a screen reader; put words beside it."""
    short = short_name(kind)
    if short in STATE:
        box, css = "0 0 14 12", "c-state"
    else:
        box, css = "0 0 10 10", "c-sign"
    svg = '<svg class="{}" viewBox="{}" aria-hidden="true" focusable="false">{}</svg>'
    return format_html(svg, css, box, mark_safe(_SHAPES[short]))


def words(kind: str) -> str:
    """What a sign says."""
    short = short_name(kind)
    return {**EVIDENCE, **INFLUENCE, **STATE, "elsewhere": "known elsewhere"}[short]
