"""Tags for lists and tables: facts, counts, tables, pages of a list, and dates in words."""

from collections.abc import Sequence
from typing import Any

from django import template
from django.utils.safestring import SafeString

from casement.foundation.design.day_words import date_words
from casement.foundation.design.parts import Fact, Pages

register = template.Library()


@register.simple_tag
def date(value: Any, recorded: bool = False) -> SafeString | str:
    """A date in words, never in figures; `recorded` adds what was written at the time."""
    return date_words(value, recorded)


@register.inclusion_tag("design/parts/pagination.html")
def pagination(pages: Pages) -> dict[str, Any]:
    """Which lines of how many are shown, and the way to the others."""
    return {"pages": pages}


@register.inclusion_tag("design/parts/facts.html")
def facts(rows: Sequence[Fact], desk: bool = False) -> dict[str, Any]:
    """Facts about one thing, each with its Change link."""
    return {"rows": rows, "desk": desk}


@register.inclusion_tag("design/parts/counts.html")
def counts(rows: Sequence[tuple[int, str]]) -> dict[str, Any]:
    """Amounts that add up, each with its words: pairs of (number, words)."""
    return {"rows": rows}


@register.inclusion_tag("design/parts/table.html")
def table(
    caption: str,
    headings: Sequence[str],
    rows: Sequence[Sequence[Any]],
    hide_caption: bool = False,
    cards: bool = True,
    compact: bool = False,
) -> dict[str, Any]:
    """A table with a caption; a row's first cell is its header. On a phone each row becomes a card."""
    named = [[(cell, "" if at == 0 else headings[at]) for at, cell in enumerate(row)] for row in rows]
    shape = {"hide_caption": hide_caption, "cards": cards, "compact": compact}
    return {"caption": caption, "headings": headings, "rows": named} | shape
