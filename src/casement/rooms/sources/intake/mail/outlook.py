"""E-mails as Outlook saves them (.msg): a folder of properties, told apart by number.

The numbers and places are those of [MS-OXMSG] and [MS-OXPROPS].
"""

from __future__ import annotations

import io
import struct
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from email import message_from_string
from email.policy import default
from email.utils import format_datetime
from typing import TYPE_CHECKING, Any, TypeAlias

import olefile

from casement.rooms.sources.intake.extracted import Extracted, Inside, Unreadable
from casement.rooms.sources.intake.mail.letter import DEEPEST, LOCKED_MAIL, Letter, written
from casement.rooms.sources.intake.mail.outlook_text import unpacked
from casement.rooms.sources.intake.rich_text import read as read_rich_text
from casement.rooms.sources.intake.web_page.letters import decode_page

_CLASS, _SUBJECT, _HEADERS, _BODY, _RICH, _PAGE = 0x001A, 0x0037, 0x007D, 0x1000, 0x1009, 0x1013
_SENDER, _SENDER_AT, _SENDER_SMTP, _FOR, _FOR_AT = 0x0C1A, 0x0C1F, 0x5D01, 0x0042, 0x0065
_TO, _CC, _SENT, _DELIVERED = 0x0E04, 0x0E03, 0x0039, 0x0E06
_NAME, _AT, _SMTP, _PART = 0x3001, 0x3003, 0x39FE, 0x0C15
_DATA, _LONG_NAME, _SHORT_NAME, _MEDIA, _CONTENT_ID, _FLAGS = 0x3701, 0x3707, 0x3704, 0x370E, 0x3712, 0x3714
_LETTERS = 0x3FFD
_SHOWN_IN_TEXT = 4
if TYPE_CHECKING:
    Ole: TypeAlias = olefile.OleFileIO[Any]
_EPOCH = datetime(1601, 1, 1, tzinfo=UTC)
_MOST_PARTS = 1000
_PICTURES = (".png", ".jpg", ".jpeg", ".gif", ".bmp", ".emz", ".wmz")


def read(data: bytes) -> Extracted:
    """The text of an Outlook message, and what is attached. `Unreadable` where it is encrypted."""
    with olefile.OleFileIO(io.BytesIO(data)) as ole:
        opened = _Opened(ole)
        return written(opened.letter((), 0), "msg", opened.left)


class _Opened:
    def __init__(self, ole: Ole) -> None:
        self._ole = ole
        self._entries: dict[tuple[str, ...], list[str]] = {}
        for path in ole.listdir(streams=True, storages=True):
            self._entries.setdefault(tuple(path[:-1]), []).append(path[-1])
        self._parts = 0
        self.left: list[str] = []

    def letter(self, where: tuple[str, ...], depth: int) -> Letter:
        """The letter in this folder, with those attached to it."""
        own = _Properties(self._ole, where, self._entries.get(where, ()), 24 if where else 32)
        kind = own.text(_CLASS).lower()
        if "smime" in kind and "multipartsigned" not in kind:
            raise Unreadable(LOCKED_MAIL)
        heads = message_from_string(own.text(_HEADERS), policy=default)
        letter = Letter(
            [
                ("From", _sender(own)),
                ("To", self._people(where, 1) or own.text(_TO)),
                ("Cc", self._people(where, 2) or own.text(_CC)),
                ("Date", _line(heads.get("Date")) or own.when(_SENT) or own.when(_DELIVERED)),
                ("Subject", own.text(_SUBJECT)),
            ]
        )
        self._words(letter, own)
        for folder in self._folders(where, "__attach_version1.0_"):
            self._attached(letter, folder, depth)
        return letter

    def _folders(self, where: tuple[str, ...], start: str) -> Iterator[tuple[str, ...]]:
        for name in sorted(self._entries.get(where, ())):
            if name.startswith(start):
                yield (*where, name)

    def _people(self, where: tuple[str, ...], part: int) -> str:
        told = []
        for folder in self._folders(where, "__recip_version1.0_"):
            one = _Properties(self._ole, folder, self._entries.get(folder, ()), 8)
            if one.number(_PART) == part:
                told.append(_person(one.text(_NAME), one.text(_SMTP) or one.text(_AT)))
        return ", ".join(told)

    @staticmethod
    def _words(letter: Letter, own: _Properties) -> None:
        if words := own.text(_BODY):
            letter.words.append((words, False))
        elif page := own.text(_PAGE):
            letter.words.append((page, True))
        elif data := own.bytes(_PAGE):
            words, notes = decode_page(data)
            letter.words.append((words, True))
            letter.notes += notes
        elif data := own.bytes(_RICH):
            letter.words.append((read_rich_text(unpacked(data)).text, False))

    def _attached(self, letter: Letter, folder: tuple[str, ...], depth: int) -> None:
        self._parts += 1
        one = _Properties(self._ole, folder, self._entries.get(folder, ()), 8)
        name = one.text(_LONG_NAME) or one.text(_SHORT_NAME) or one.text(_NAME)
        inner = (*folder, f"__substg1.0_{_DATA:04X}000D")
        is_letter = "__properties_version1.0" in self._entries.get(inner, ())
        if self._parts > _MOST_PARTS or (is_letter and depth + 1 >= DEEPEST):
            self.left.append(name or "an e-mail")
        elif is_letter:
            letter.inner.append(self.letter(inner, depth + 1))
        elif data := one.bytes(_DATA):
            shown = one.text(_CONTENT_ID) and one.number(_FLAGS) & _SHOWN_IN_TEXT
            if shown and (name.lower().endswith(_PICTURES) or one.text(_MEDIA).startswith("image/")):
                letter.pictures += 1
            else:
                letter.files.append(Inside(name or "attachment", data))
        else:  # A link to a file elsewhere, or an object that only its program can show.
            self.left.append(name)


class _Properties:
    """The properties in one folder: long ones are streams of their own, short ones stand in one table."""

    def __init__(self, ole: Ole, where: tuple[str, ...], names: list[str] | tuple[()], head: int) -> None:
        self._ole, self._where, self._names = ole, where, frozenset(names)
        self._short: dict[int, bytes] = {}
        table = self._stream("__properties_version1.0")
        for at in range(head, len(table) - 15, 16):
            tag, _, value = struct.unpack_from("<II8s", table, at)
            self._short[tag >> 16] = value

    def _stream(self, name: str) -> bytes:
        if name not in self._names:
            return b""
        data: bytes = self._ole.openstream([*self._where, name]).read()
        return data

    def text(self, key: int) -> str:
        """The words of a property; empty where there is none."""
        data = self._stream(f"__substg1.0_{key:04X}001F")
        if data:
            words = data.decode("utf-16-le", errors="replace")
        else:
            data = self._stream(f"__substg1.0_{key:04X}001E")
            try:
                words = data.decode(f"cp{self.number(_LETTERS) or 1252}", errors="replace")
            except LookupError:
                words = data.decode("cp1252", errors="replace")
        return words.rstrip("\0") if key in (_BODY, _PAGE, _HEADERS) else _line(words)

    def bytes(self, key: int) -> bytes:
        """The bytes of a property; empty where there are none."""
        return self._stream(f"__substg1.0_{key:04X}0102")

    def number(self, key: int) -> int:
        """A whole number; 0 where there is none."""
        return int.from_bytes(self._short.get(key, b"")[:4], "little")

    def when(self, key: int) -> str:
        """A moment in the form of e-mail heads, in UTC; empty where there is none."""
        ticks = int.from_bytes(self._short.get(key, b""), "little")
        try:
            return format_datetime(_EPOCH + timedelta(microseconds=ticks // 10)) if ticks else ""
        except OverflowError:
            return ""


def _sender(own: _Properties) -> str:
    name = own.text(_SENDER) or own.text(_FOR)
    addresses = (own.text(_SENDER_SMTP), own.text(_SENDER_AT), own.text(_FOR_AT))
    return _person(name, next((one for one in addresses if "@" in one), ""))


def _person(name: str, address: str) -> str:
    if "@" not in address or address.lower() == name.lower():
        return name or address
    return f"{name} <{address}>" if name else address


def _line(words: object) -> str:
    return " ".join(str(words or "").replace("\0", " ").split())
