"""Tags for the reader and its desk: the text of a source, and the signs a script may copy."""

from collections.abc import Iterable, Sequence

from django import template
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString

from casement.foundation.design import signs as drawn
from casement.foundation.design.reader import Painted, Paragraph, reader_text

register = template.Library()


@register.simple_tag(name="reader_text")
def reader_text_tag(paragraphs: Sequence[Paragraph], painted: Iterable[Painted] = ()) -> SafeString:
    """The numbered paragraphs of a source; `painted` marks them in the text itself, for pages without script."""
    return reader_text(paragraphs, painted)


@register.simple_tag
def sign_templates() -> SafeString:
    """Every sign once, out of sight, for a script to copy."""
    kinds = (*drawn.EVIDENCE, *drawn.INFLUENCE)
    rows = ((kind, _coloured(kind)) for kind in kinds)
    return format_html_join("", '<template data-sign="{}">{}</template>', rows)


def _coloured(kind: str) -> SafeString:
    css = f"c-{kind}" if kind in drawn.INFLUENCE else ""
    return format_html('<span class="{}">{}</span>', css, drawn.drawing(kind))
