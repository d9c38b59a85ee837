"""Which letters the bytes of a Rich Text file stand for, font by font."""

import codecs
import re

from casement.rooms.sources.intake.rich_text.vocabulary import CODE_PAGES

_FONT_TABLE = re.compile(rb"\{\\fonttbl")
_FONT = re.compile(rb"\\f(\d{1,6})(?!\d)[^{}]{0,200}?\\fcharset(\d{1,3})(?!\d)")
_BRACE = re.compile(rb"[{}]")
_CODE_PAGE = re.compile(rb"\\ansicpg(\d{1,5})")
_STYLE = re.compile(rb"\{(?:\\\*)?(?:\\s(\d{1,5}))?(?!\d)((?:\\[a-z]+-?\d* ?)*)([^{};\\]*);\}")
_HEADING = re.compile(rb"heading (\d)", re.IGNORECASE)
_MAC = re.compile(rb"\{\\rtf\d*\s*\\mac(?![a-z])")


def usual_encoding(data: bytes) -> str:
    """The encoding that the file states for letters whose font states none."""
    stated = _CODE_PAGE.search(data[:2000])
    if stated is None:
        return "mac_roman" if _MAC.match(data) else "cp1252"
    return known(f"cp{stated[1].decode('ascii')}") or "cp1252"


def known(name: str) -> str:
    """The name of an encoding where Python has it, else nothing."""
    try:
        return codecs.lookup(name).name
    except LookupError:
        return ""


def fonts(data: bytes) -> dict[int, str]:
    """The encoding of each font in the font table; `symbol` for one that draws signs."""
    table = _group(data, _FONT_TABLE)
    return {
        int(number): known(CODE_PAGES[int(charset)]) or "symbol"
        for number, charset in _FONT.findall(table)
        if int(charset) in CODE_PAGES and int(charset) != 0
    }


def heading_styles(data: bytes) -> dict[int, int]:
    """The level of each paragraph style that is a heading."""
    sheet = _group(data, re.compile(rb"\{\\stylesheet"))
    levels: dict[int, int] = {}
    for number, _, name in _STYLE.findall(sheet):
        heading = _HEADING.match(name.strip())
        if number and (heading or name.strip().lower() == b"title"):
            levels[int(number)] = int(heading[1]) if heading else 1
    return levels


def _group(data: bytes, opening: re.Pattern[bytes]) -> bytes:
    start = opening.search(data)
    if start is None:
        return b""
    depth = 0
    for brace in _BRACE.finditer(data, start.start()):
        depth += 1 if brace.group() == b"{" else -1
        if depth == 0:
            return data[start.start() : brace.end()]
    return b""
