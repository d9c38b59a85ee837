"""What each code means, for who marks without script."""

from collections.abc import Iterable
from html import escape
from itertools import groupby

from django.utils.safestring import SafeString, mark_safe

from casement.rooms.coding.queries import Choice

NOT_WRITTEN = "Its meaning is not written yet."


def meanings(codes: Iterable[Choice]) -> SafeString:
    """A list for each group of codes, in their order.

    Written here, since a template takes ten times as long where there are hundreds of codes.
    """
    told: list[str] = []
    for group, some in groupby(codes, key=lambda code: code.group):
        told.append(f'<p><strong>{escape(str(group) or "Factors")}</strong></p><dl class="c-meanings">')
        told += [f"<dt>{escape(code.label)}</dt><dd>{meaning(code)}</dd>" for code in some]
        told.append("</dl>")
    return mark_safe("".join(told))


def meaning(code: Choice) -> str:
    """When to use a code, when not, and an example, as far as they are written."""
    parts = [escape(code.help) or NOT_WRITTEN]
    if code.exclusion:
        parts.append(f"<b>Not when:</b> {escape(code.exclusion)}")
    if code.example:
        parts.append(f"<b>Example:</b> {escape(code.example)}")
    return "<br>".join(parts)
