"""A web page from marked text."""

from html import escape
from pathlib import Path

from casement.example.marked import Block, blocks, runs

_TAGS = {"": "{}", "bold": "<strong>{}</strong>", "italic": "<em>{}</em>"}


def write_html(path: Path, title: str, body: str) -> None:
    """Writes the page."""
    path.write_text(page(title, body), encoding="utf-8", newline="\n")


def page(title: str, body: str, style: str = "") -> str:
    """A whole page; `style` is CSS for its head."""
    head = f'<meta charset="utf-8"><title>{escape(title)}</title>'
    if style:
        head += f"<style>{style}</style>"
    head, text = f"<head>{head}</head>", f"<body>\n{content(body)}\n</body>"
    return f'<!doctype html>\n<html lang="en-GB">\n{head}\n{text}\n</html>\n'


def content(body: str) -> str:
    """The body's blocks as HTML."""
    return "\n".join(_block(block) for block in blocks(body))


def _block(block: Block) -> str:
    if block.kind == "table":
        head, *rest = block.rows
        rows = "\n".join(f"<tr>{_cells(row, 'td')}</tr>" for row in rest)
        return f"<table>\n<thead><tr>{_cells(head, 'th')}</tr></thead>\n<tbody>\n{rows}\n</tbody>\n</table>"
    if block.kind == "list":
        items = "".join(f"<li>{_inline(row[0])}</li>" for row in block.rows)
        return f"<ol>{items}</ol>" if block.numbered else f"<ul>{items}</ul>"
    tag = f"h{block.level}" if block.kind == "heading" else "p"
    return f"<{tag}>{_inline(block.text)}</{tag}>"


def _cells(row: tuple[str, ...], tag: str) -> str:
    return "".join(f"<{tag}>{_inline(cell)}</{tag}>" for cell in row)


def _inline(text: str) -> str:
    return "".join(_TAGS[run.style].format(escape(run.text, quote=False)) for run in runs(text))
