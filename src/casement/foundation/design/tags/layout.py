"""Tags for the parts of a page: panes, sections, notices, contents, steps, and what is empty."""

from typing import Any

from django import template
from django.template.loader import render_to_string
from django.utils.html import format_html
from django.utils.safestring import SafeString

from casement.foundation.design.parts import ContentsLine, Pane

register = template.Library()

_VOICES = {"waits": "lamp"}


@register.inclusion_tag("design/parts/panes.html")
def panes(panes: tuple[Pane, ...], label: str = "Where the review stands") -> dict[str, Any]:
    """The six panes of a review's window."""
    return {"panes": panes, "label": label}


@register.inclusion_tag("design/parts/strip.html")
def pane_strip(panes: tuple[Pane, ...]) -> dict[str, Any]:
    """The panes as a thin strip for a list of reviews, or for the headings of a guide."""
    return {"panes": panes, "now": next((pane for pane in panes if pane.state == "now"), None)}


@register.inclusion_tag("design/parts/contents.html")
def contents(lines: tuple[ContentsLine, ...], label: str = "On this page") -> dict[str, Any]:
    """A page's contents with what is written and what is open."""
    return {"lines": lines, "label": label}


@register.inclusion_tag("design/parts/steps.html")
def steps(names: tuple[str, ...], current: int) -> dict[str, Any]:
    """The steps of something done over several pages; `current` counts from one."""
    return {"names": names, "current": current}


@register.simple_block_tag
def section(content: str, heading: str, change: Any = None, beside: str = "", anchor: str = "") -> SafeString:
    """A section: its h2 on a two-pixel rule, an act at the right, then what stands between the tags."""
    context = {"content": content, "heading": heading, "change": change, "beside": beside, "anchor": anchor}
    return render_to_string("design/parts/section.html", context)


@register.simple_block_tag
def notice(content: str, kind: str = "holds") -> SafeString:
    """A notice in one of the voices of `frame.Notice`."""
    return format_html('<div class="c-notice c-notice--{}">{}</div>', _VOICES.get(kind, kind), content)


@register.simple_block_tag
def empty(content: str, sentence: str, example: str = "") -> SafeString:
    """Nothing here yet: what belongs here, a fictional example behind a summary, then the main act."""
    context = {"content": content, "sentence": sentence, "example": example}
    return render_to_string("design/parts/empty.html", context)
