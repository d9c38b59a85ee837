"""Tags for evidence: signs, influences, quotations, and statements with what speaks for and against them."""

from typing import Any

from django import template
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString

from casement.foundation.design import signs as drawn
from casement.foundation.design.parts import Evidence, Statement

register = template.Library()

_MOST_SIGNS = 12
_PLURAL = {"record": "records", "conversation": "conversations", "family": "family accounts"}
_INFLUENCES = (*drawn.INFLUENCE, *drawn.LONG_KEYS)


@register.simple_tag
def sign(kind: str, text: str = "", href: str = "", hide_words: bool = False) -> SafeString:
    """The square, circle or diamond of a source with its word, or with `text` beside it as a link."""
    shape, said = drawn.drawing(kind), drawn.words(kind)
    if text:
        hidden = format_html('<span class="govuk-visually-hidden">{}: </span>', said)
        words = format_html('<a class="c-link" href="{}">{}</a>', href, text) if href else text
        return format_html('<span class="c-signed">{}<span>{}{}</span></span>', shape, hidden, words)
    css = "govuk-visually-hidden" if hide_words else ""
    return format_html('<span class="c-signed">{}<span class="{}">{}</span></span>', shape, css, said)


@register.simple_tag
def sign_only(kind: str) -> SafeString:
    """The shape alone, for a row of signs that is named once in words."""
    return drawn.drawing(kind)


@register.simple_tag
def signs(kind: str, count: int, none: str = "None") -> SafeString:
    """As many signs as there are sources, with the number in words; past twelve, one sign and the number."""
    if not count:
        return format_html('<span class="c-quiet">{}</span>', none)
    noun = drawn.words(kind) if count == 1 else _PLURAL.get(drawn.short_name(kind), drawn.words(kind))
    if count > _MOST_SIGNS:
        shape = drawn.drawing(kind)
        return format_html('<span class="c-signed">{}<span>{} {}</span></span>', shape, count, noun)
    shapes = format_html_join("", "{}", ((drawn.drawing(kind),) for _ in range(count)))
    words = format_html('<span class="govuk-visually-hidden">{} {}</span>', count, noun)
    return format_html('<span class="c-signs">{}{}</span>', shapes, words)


@register.simple_tag
def influence(kind: str, long: bool = False) -> SafeString:
    """How a factor bore on practice: sign and word on its tint; `long` prints the method's full wording."""
    short = drawn.short_name(kind)
    said = drawn.LONG_INFLUENCE[short] if long else drawn.INFLUENCE[short]
    markup = '<span class="c-influence c-influence--{}">{}<span>{}</span></span>'
    return format_html(markup, short, drawn.drawing(short), said)


@register.simple_tag
def influence_sign(kind: str) -> SafeString:
    """The triangle or broken circle alone, in its colour; nothing for a choice that has none."""
    if str(kind) not in _INFLUENCES:
        return SafeString("")
    return format_html('<span class="c-{}">{}</span>', drawn.short_name(kind), drawn.drawing(kind))


@register.simple_tag
def state(kind: str) -> SafeString:
    """The tick of something written or the dash of something open, with its word for a screen reader."""
    hidden = format_html('<span class="govuk-visually-hidden">{}: </span>', drawn.words(kind))
    return format_html("{}{}", drawn.drawing(kind), hidden)


@register.inclusion_tag("design/parts/evidence.html")
def evidence(
    quote: Evidence | str,
    kind: str = "record",
    source: str = "",
    href: str = "",
    note: str = "",
    influence: str = "",
    lost: str = "",
) -> dict[str, Any]:
    """A passage in its own voice, with the sign of where it comes from and the way to it."""
    if isinstance(quote, Evidence):
        return {"item": quote}
    return {"item": Evidence(quote, kind, source, href, note, influence, lost)}


@register.inclusion_tag("design/parts/pair.html")
def evidence_pair(
    supporting: tuple[Evidence, ...], against: tuple[Evidence, ...], looked: str = "", link: Any = None
) -> dict[str, Any]:
    """For and against in halves of equal width; an empty against says whether anybody looked."""
    return {"supporting": supporting, "against": against, "looked": looked, "link": link}


@register.inclusion_tag("design/parts/statement.html")
def statement(part: Statement, level: int = 2) -> dict[str, Any]:
    """A part of an episode, pattern or finding with its words, its evidence and the way to change it."""
    return {"part": part, "level": level}
