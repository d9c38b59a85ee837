"""An OpenDocument text from marked text."""

from pathlib import Path

from lxml.builder import ElementMaker  # type: ignore[import-not-found]
from lxml.etree import _Element, tostring

from casement.example.making.zips import zipped_up
from casement.example.marked import Block, blocks, runs

_TYPE = "application/vnd.oasis.opendocument.text"
_BASE = "urn:oasis:names:tc:opendocument:xmlns:"
_SPACES = {
    "office": f"{_BASE}office:1.0", "text": f"{_BASE}text:1.0", "table": f"{_BASE}table:1.0",
    "style": f"{_BASE}style:1.0", "fo": f"{_BASE}xsl-fo-compatible:1.0", "manifest": f"{_BASE}manifest:1.0",
    "dc": "http://purl.org/dc/elements/1.1/",
}  # fmt: skip
_OFFICE, _TEXT, _TABLE, _STYLE, _MANIFEST, _DC = (
    ElementMaker(namespace=_SPACES[name], nsmap=_SPACES)
    for name in ("office", "text", "table", "style", "manifest", "dc")
)
_RUN = {"bold": ("font-weight", "bold"), "italic": ("font-style", "italic")}


def write_odt(path: Path, title: str, body: str) -> None:
    """Writes the document. The bytes are the same each time."""
    version = {_name("office", "version"): "1.3"}
    text = _OFFICE.text(*[element for block in blocks(body) for element in _block(block)])
    content = _OFFICE("document-content", _OFFICE("automatic-styles", *_styles()), _OFFICE.body(text), version)
    styles = _OFFICE("document-styles", _OFFICE.styles(_spacing()), version)
    meta = _OFFICE("document-meta", _OFFICE.meta(_DC.title(title), _DC.language("en-GB")), version)
    names = ("content.xml", "styles.xml", "meta.xml")
    entries = [("mimetype", _TYPE.encode())]
    entries += [(name, _xml(root)) for name, root in zip(names, (content, styles, meta), strict=True)]
    entries.append(("META-INF/manifest.xml", _xml(_listing(names))))
    path.write_bytes(zipped_up(entries, stored=("mimetype",)))


def _name(space: str, name: str) -> str:
    return f"{{{_SPACES[space]}}}{name}"


def _xml(root: _Element) -> bytes:
    return tostring(root, xml_declaration=True, encoding="UTF-8")


def _listing(names: tuple[str, ...]) -> _Element:
    full, kind = _name("manifest", "full-path"), _name("manifest", "media-type")
    entries = [_MANIFEST("file-entry", {full: "/", kind: _TYPE})]
    entries += [_MANIFEST("file-entry", {full: name, kind: "text/xml"}) for name in names]
    listing: _Element = _MANIFEST.manifest(*entries, {_name("manifest", "version"): "1.3"})
    return listing


def _styles() -> list[_Element]:
    return [
        _STYLE.style(
            _STYLE("text-properties", {_name("fo", key): value}),
            {_name("style", "name"): style, _name("style", "family"): "text"},
        )
        for style, (key, value) in _RUN.items()
    ]


def _spacing() -> _Element:
    space = _STYLE("paragraph-properties", {_name("fo", "margin-bottom"): "0.25cm"})
    spacing: _Element = _STYLE("default-style", space, {_name("style", "family"): "paragraph"})
    return spacing


def _block(block: Block) -> list[_Element]:
    if block.kind == "heading":
        level = {_name("text", "outline-level"): str(block.level)}
        return [_TEXT.h(*_inline(block.text), level)]
    if block.kind == "paragraph":
        return [_TEXT.p(*_inline(block.text))]
    if block.kind == "list":
        return [_TEXT.list(*[_TEXT("list-item", _TEXT.p(*_inline(row[0]))) for row in block.rows])]
    columns = _TABLE("table-column", {_name("table", "number-columns-repeated"): str(len(block.rows[0]))})
    head, *rest = [
        _TABLE("table-row", *[_TABLE("table-cell", _TEXT.p(*_inline(cell))) for cell in row]) for row in block.rows
    ]
    return [_TABLE.table(columns, _TABLE("table-header-rows", head), *rest)]


def _inline(text: str) -> list[str | _Element]:
    return [
        _TEXT.span(run.text, {_name("text", "style-name"): run.style}) if run.style else run.text
        for run in runs(text)
    ]
