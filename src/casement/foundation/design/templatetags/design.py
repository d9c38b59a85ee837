"""Casement's own components as tags: signs, evidence, statements, panes, lists, notices and forms."""

from typing import Any

from django import template
from django.forms.boundfield import BoundField
from django.template.loader import render_to_string
from django.utils.html import format_html
from django.utils.safestring import SafeString

from casement.foundation.design import signs as drawn
from casement.foundation.design.components import component
from casement.foundation.design.dates import date_words
from casement.foundation.design.differences import differing
from casement.foundation.design.fields import render_field
from casement.foundation.design.parts import Evidence, Pages, Pane, Statement, TwoTexts

register = template.Library()

_MOST_SIGNS = 12
_PLURAL = {"record": "records", "conversation": "conversations", "family": "family accounts"}


@register.simple_tag
def field(bound: BoundField, **wishes: Any) -> SafeString:
    """A form field as GOV.UK markup; wishes are those of `fields.render_field`."""
    return render_field(bound, **wishes)


@register.simple_tag
def error_summary(*forms: Any, refusal: str = "") -> SafeString | str:
    """What stops these forms from being sent, with a link to each field; `refusal` is a command's own sentence."""
    lines: list[dict[str, str]] = [{"text": refusal}] if refusal else []
    for form in forms:
        if not form:
            continue
        for name, errors in form.errors.items():
            target = {"href": f"#{form[name].auto_id}"} if name in form.fields else {}
            lines += [{"text": str(error), **target} for error in errors]
    if not lines:
        return ""
    return component("error-summary", {"titleText": "There is something to put right", "errorList": lines})


@register.simple_tag
def sign(kind: str, text: str = "", href: str = "", hide_words: bool = False) -> SafeString:
    """The square, circle or diamond of a source (or a factor's triangle) with its word, or with `text` as a link."""
    shape, said = drawn.drawing(kind), drawn.words(kind)
    if text:
        hidden = format_html('<span class="govuk-visually-hidden">{}: </span>', said)
        words = format_html('<a class="c-link" href="{}">{}</a>', href, text) if href else text
        return format_html('<span class="c-signed">{}<span>{}{}</span></span>', shape, hidden, words)
    css = "govuk-visually-hidden" if hide_words else ""
    return format_html('<span class="c-signed">{}<span class="{}">{}</span></span>', shape, css, said)


@register.simple_tag
def signs(kind: str, count: int, none: str = "None") -> SafeString:
    """As many signs as there are sources, with the number in words; past twelve, the number stands beside one sign."""
    short = drawn.short_name(kind)
    noun = drawn.words(kind) if count == 1 else _PLURAL.get(short, drawn.words(kind))
    if not count:
        return format_html('<span class="c-quiet">{}</span>', none)
    if count > _MOST_SIGNS:
        return format_html('<span class="c-signed">{}<span>{} {}</span></span>', drawn.drawing(kind), count, noun)
    shapes = SafeString("").join(drawn.drawing(kind) for _ in range(count))
    words = format_html('<span class="govuk-visually-hidden">{} {}</span>', count, noun)
    return format_html('<span class="c-signs">{}{}</span>', shapes, words)


@register.simple_tag
def influence(kind: str, long: bool = False) -> SafeString:
    """How a factor bore on practice: sign and word on its tint. `long` prints the full wording of the method."""
    short = drawn.short_name(kind)
    said = drawn.LONG_INFLUENCE[short] if long else drawn.INFLUENCE[short]
    template_ = '<span class="c-influence c-influence--{}">{}<span>{}</span></span>'
    return format_html(template_, short, drawn.drawing(short), said)


@register.simple_tag
def influence_sign(kind: str) -> SafeString:
    """The triangle or broken circle alone, in its colour; nothing for a choice that has none."""
    if str(kind) not in INFLUENCE_KINDS:
        return SafeString("")
    return format_html('<span class="c-{}">{}</span>', drawn.short_name(kind), drawn.drawing(kind))


@register.simple_tag
def sign_only(kind: str) -> SafeString:
    """The shape alone, for a row of signs that is named once in words."""
    return drawn.drawing(kind)


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
    item = quote if isinstance(quote, Evidence) else Evidence(quote, kind, source, href, note, influence, lost)
    return {"item": item}


@register.inclusion_tag("design/parts/pair.html")
def evidence_pair(supporting: Any, against: Any, looked: str = "", link: Any = None) -> dict[str, Any]:
    """For and against in halves of equal width; an empty against says whether anybody looked."""
    return {"supporting": supporting, "against": against, "looked": looked, "link": link}


@register.inclusion_tag("design/parts/statement.html")
def statement(part: Statement, level: int = 2) -> dict[str, Any]:
    """A part of an episode, pattern or finding with its words, its evidence and the way to change it."""
    return {"part": part, "level": level}


@register.inclusion_tag("design/parts/two_texts.html")
def two_texts(conflict: TwoTexts, csrf_token: str = "") -> dict[str, Any]:
    """Both writers' texts side by side with the differing words underlined, and the four ways on."""
    mine, theirs = differing(conflict.mine, conflict.theirs)
    return {"conflict": conflict, "mine": mine, "theirs": theirs, "csrf_token": csrf_token}


@register.simple_tag
def date(value: Any, recorded: bool = False) -> SafeString | str:
    """A date in words, never in figures; an uncertain one says so. `recorded` adds what was written at the time."""
    return date_words(value, recorded)


@register.inclusion_tag("design/parts/panes.html")
def panes(panes: tuple[Pane, ...], label: str = "Where the review stands") -> dict[str, Any]:
    """The six panes of a review's window."""
    return {"panes": panes, "label": label}


@register.inclusion_tag("design/parts/strip.html")
def pane_strip(panes: tuple[Pane, ...]) -> dict[str, Any]:
    """The panes as a thin strip for a list of reviews, or for the headings of a guide."""
    return {"panes": panes, "now": next((pane for pane in panes if pane.state == "now"), None)}


@register.inclusion_tag("design/parts/pagination.html")
def pagination(pages: Pages) -> dict[str, Any]:
    """Which lines of how many are shown, and the way to the others."""
    return {"pages": pages}


@register.inclusion_tag("design/parts/facts.html")
def facts(rows: Any, desk: bool = False) -> dict[str, Any]:
    """Facts about one thing, each with its Change link."""
    return {"rows": rows, "desk": desk}


@register.inclusion_tag("design/parts/counts.html")
def counts(rows: Any) -> dict[str, Any]:
    """Amounts that add up, each with its words: pairs of (number, words)."""
    return {"rows": rows}


@register.inclusion_tag("design/parts/table.html")
def table(
    caption: str,
    headings: Any,
    rows: Any,
    hide_caption: bool = False,
    cards: bool = True,
    compact: bool = False,
) -> dict[str, Any]:
    """A table with a caption; the first cell of a row is its header. On a phone each row becomes a card."""
    named = [[(cell, "" if at == 0 else headings[at]) for at, cell in enumerate(row)] for row in rows]
    return {
        "caption": caption, "headings": headings, "rows": named,
        "hide_caption": hide_caption, "cards": cards, "compact": compact,
    }  # fmt: skip


@register.inclusion_tag("design/parts/contents.html")
def contents(lines: Any, label: str = "On this page") -> dict[str, Any]:
    """A page's contents with what is written and what is open."""
    return {"lines": lines, "label": label}


@register.inclusion_tag("design/parts/steps.html")
def steps(names: Any, current: int) -> dict[str, Any]:
    """The steps of something done over several pages; `current` counts from one."""
    return {"names": names, "current": current}


@register.inclusion_tag("design/parts/progress.html")
def progress(done: int, total: int, text: str = "", label: str = "How far it has got") -> dict[str, Any]:
    """How far work in the background has got, in words and as a bar."""
    return {"done": done, "total": total, "text": text, "label": label}


@register.inclusion_tag("design/parts/saved.html")
def saved(text: str = "", state: str = "") -> dict[str, Any]:
    """The line that says where the text is: state is saved, waiting or failed."""
    return {"text": text, "state": state}


@register.simple_block_tag
def section(content: str, heading: str, change: Any = None, beside: str = "", anchor: str = "") -> SafeString:
    """A section: its h2 on a two-pixel rule, an act at the right, then what stands between the tags."""
    context = {"content": content, "heading": heading, "change": change, "beside": beside, "anchor": anchor}
    return render_to_string("design/parts/section.html", context)


@register.simple_block_tag
def notice(content: str, kind: str = "holds") -> SafeString:
    """A notice in one of the voices of `frame.Notice`."""
    return format_html('<div class="c-notice c-notice--{}">{}</div>', NOTICE_CSS.get(kind, kind), content)


@register.simple_block_tag
def empty(content: str, sentence: str, example: str = "") -> SafeString:
    """Nothing here yet: what belongs here, a fictional example behind a summary, then the main act between the tags."""
    context = {"content": content, "sentence": sentence, "example": example}
    return render_to_string("design/parts/empty.html", context)


INFLUENCE_KINDS = (*drawn.INFLUENCE, "supports_good_practice", "makes_problematic_practice_more_likely")
NOTICE_CSS = {
    "waits": "lamp",
    "holds": "holds",
    "done": "done",
    "refused": "refused",
    "hindsight": "hindsight",
}
