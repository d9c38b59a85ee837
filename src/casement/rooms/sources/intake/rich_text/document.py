"""Reads a whole Rich Text file, group inside group."""

from collections.abc import Callable
from dataclasses import dataclass, replace

from casement.rooms.sources.intake.containers import CUT_SHORT
from casement.rooms.sources.intake.extracted import Extracted, Unreadable
from casement.rooms.sources.intake.outside import reaching
from casement.rooms.sources.intake.rich_text.asking import ASKING, leaves_behind
from casement.rooms.sources.intake.rich_text.flow import Flow, Sink
from casement.rooms.sources.intake.rich_text.fonts import fonts, heading_styles, usual_encoding
from casement.rooms.sources.intake.rich_text.tokens import Token, tokens
from casement.rooms.sources.intake.rich_text.vocabulary import (
    COUNTED,
    LOOKED_INTO,
    PARTS,
    PASSED_OVER,
    SIGNS,
)
from casement.rooms.sources.intake.symbols import sign

_MOST_DEPTH = 2000


def read(data: bytes) -> Extracted:
    """The text of a Rich Text file. `Unreadable` where its outermost group is never closed."""
    return _Groups(data).read()


@dataclass(slots=True)
class _Group:
    """What holds inside one group; a group begins with what holds around it."""

    sink: Sink
    encoding: str
    name: str = ""
    unnamed: bool = True
    starred: bool = False
    passed_over: bool = False
    letters_after: int = 1
    hidden: bool = False
    deleted: bool = False
    inserted: bool = False
    struck: bool = False
    asked: list[str] | None = None


class _Groups:
    def __init__(self, data: bytes) -> None:
        self._data = data
        self._fonts = fonts(data)
        self._levels = heading_styles(data)
        self._usual = usual_encoding(data)
        self._flow = Flow()
        self._tally = self._flow.text.tally
        self._groups = [_Group(self._flow.body, self._usual)]
        self._bytes = bytearray()
        self._high_half = 0
        self._skip = 0
        self._author = ""
        self._in_struck = False

    def read(self) -> Extracted:
        for token in tokens(self._data):
            self._take(token)
            if len(self._groups) == 1 and token.brace == "}":
                return self._flow.finish()  # What follows the outermost group is not part of the document.
        raise Unreadable(CUT_SHORT)

    def _take(self, token: Token) -> None:
        group = self._groups[-1]
        if token.data:
            group.unnamed = False
            self._letters(token.data, group)
            return
        self._flush(group)
        if token.brace == "{":
            self._open(group)
        elif token.brace:
            self._close()
        elif token.word == "u":
            self._unicode(token.number or 0, group)
            return
        else:
            self._word(token, group)
        self._skip = 0

    def _open(self, group: _Group) -> None:
        if len(self._groups) > _MOST_DEPTH:
            raise RecursionError
        self._groups.append(replace(group, name="", unnamed=True, starred=False))

    def _close(self) -> None:
        if len(self._groups) == 1:
            return
        closed = self._groups.pop()
        if closed.name in ASKING:
            self._tally["elsewhere"] += leaves_behind(closed.name, "".join(closed.asked or ()))
        outer = self._groups[-1].sink
        if closed.sink is outer:
            return
        if closed.sink.kind == "author":
            self._author = closed.sink.words()
        else:
            self._flow.set_aside(closed.sink, outer)

    def _letters(self, data: bytes, group: _Group) -> None:
        if self._skip:
            data, self._skip = data[self._skip :], max(0, self._skip - len(data))
        if not group.passed_over:
            self._bytes += data
        elif group.asked is not None:
            group.asked.append(data.decode("cp1252", errors="replace"))

    def _flush(self, group: _Group) -> None:
        if self._bytes:
            data, self._bytes = bytes(self._bytes), bytearray()
            if group.encoding == "symbol":
                words = "".join(chr(code) if code < 128 else sign(code) or "\ufffd" for code in data)
            else:
                words = data.decode(group.encoding, errors="replace")
            self._tally["letter"] += words.count("\ufffd")
            self._put(words, group)

    def _unicode(self, number: int, group: _Group) -> None:
        self._skip = group.letters_after
        code = number + 0x10000 if number < 0 else number
        if 0xD800 <= code < 0xDC00:
            self._high_half = code
        elif 0xDC00 <= code < 0xE000 and self._high_half:
            self._put(chr(0x10000 + ((self._high_half - 0xD800) << 10) + (code - 0xDC00)), group)
        elif code < 0x110000:
            self._put(chr(code), group)

    def _put(self, words: str, group: _Group) -> None:
        if group.passed_over and group.asked is not None:
            group.asked.append(words)
        if group.passed_over or group.hidden or group.deleted:
            return
        group.sink.pieces.append(words)
        if words.strip():
            self._tally["struck"] += group.struck and not self._in_struck
            self._in_struck = group.struck

    def _word(self, token: Token, group: _Group) -> None:
        word = token.word
        if group.unnamed:
            if word == "*":
                group.starred = True
                return
            group.unnamed = False
            if self._name(word, group):
                return
        if word in SIGNS:
            self._put(SIGNS[word], group)
        elif group.passed_over:
            return
        elif word in ("par", "sect", "page", "column", "\n", "\r"):
            self._end(group.sink, self._flow.end_paragraph)
        elif word == "cell":
            self._end(group.sink, self._flow.end_cell)
        elif word == "row":
            self._end(group.sink, self._flow.end_row)
        else:
            self._setting(word, token.number, group)

    def _end(self, sink: Sink, in_body: Callable[[], None]) -> None:
        if sink is self._flow.body:
            in_body()
        else:
            sink.end_line()

    def _name(self, word: str, group: _Group) -> bool:
        """Set up a group that its first word names; false where that word is a mere setting."""
        if word in PARTS and not group.passed_over:
            group.sink = Sink(PARTS[word], self._author if word == "annotation" else "")
        elif word == "ud" and self._groups[-2].name == "upr":
            group.passed_over = self._groups[-3].passed_over
        elif word in PASSED_OVER or (group.starred and word not in LOOKED_INTO):
            if word in COUNTED and not group.passed_over:
                self._tally[COUNTED[word]] += 1
            group.passed_over = True
            if word in ASKING:
                group.asked = []
        elif word not in LOOKED_INTO:
            return False
        group.name = word
        return True

    def _setting(self, word: str, number: int | None, group: _Group) -> None:
        on = number != 0
        match word:
            case "uc":
                group.letters_after = max(0, number or 0)
            case "f":
                group.encoding = self._fonts.get(number or 0, self._usual)
            case "deff":
                self._usual = group.encoding = self._fonts.get(number or 0, self._usual)
            case "plain":
                group.hidden = group.deleted = group.inserted = group.struck = False
                group.encoding = self._usual
            case "v":
                self._tally["hidden"] += on and not group.hidden
                group.hidden = on
            case "deleted":
                self._tally["deletion"] += on and not group.deleted
                group.deleted = on
            case "revised":
                self._tally["insertion"] += on and not group.inserted
                group.inserted = on
            case "strike" | "striked":
                group.struck = on
            case "objautlink" | "objlink":
                raise reaching("an object")
            case "ftnalt" if group.sink.kind == "footnote":
                group.sink.kind = "endnote"
            case _ if group.sink is self._flow.body:
                self._paragraph_setting(word, number or 0)

    def _paragraph_setting(self, word: str, number: int) -> None:
        match word:
            case "pard":
                self._flow.level, self._flow.in_table = 0, False
            case "intbl":
                self._flow.in_table = True
            case "outlinelevel":
                self._flow.level = number + 1 if number < 9 else 0
            case "s":
                self._flow.level = self._levels.get(number, self._flow.level)
