"""Builds Outlook messages for the tests: a compound file, written by hand, that holds properties."""

import struct
from collections.abc import Mapping
from datetime import UTC, datetime
from typing import TypeAlias

Folder: TypeAlias = "Mapping[str, bytes | Folder]"
_FREE, _END, _FAT = 0xFFFFFFFF, 0xFFFFFFFE, 0xFFFFFFFD
_SECTOR, _SMALL, _CUTOFF = 512, 64, 4096


def compound(top: Folder) -> bytes:
    """A compound file (OLE) with these streams (bytes) and folders (mappings)."""
    rows: list[list[object]] = [["Root Entry", 5, _FREE, b""]]  # name, kind, child, content

    def add(folder: Folder) -> list[int]:
        made = []
        for name, content in folder.items():
            at = len(rows)
            rows.append([name, 1 if isinstance(content, bytes) else 5, _FREE, b""])
            made.append(at)
            if isinstance(content, bytes):
                rows[at][1], rows[at][3] = 2, content
            else:
                rows[at][1] = 1
                kids = add(content)
                rows[at][2] = kids[0] if kids else _FREE
        for at, after in zip(made, [*made[1:], _FREE], strict=True):
            rows[at].append(after)
        return made

    kids = add(top)
    rows[0][2] = kids[0] if kids else _FREE
    rows[0].append(_FREE)
    small, small_fat, sectors, fat = b"", [], [], []  # type: ignore[var-annotated]

    def large(data: bytes) -> int:
        pieces = [data[at : at + _SECTOR].ljust(_SECTOR, b"\0") for at in range(0, len(data), _SECTOR)]
        first = len(sectors)
        sectors.extend(pieces)
        fat.extend([*range(first + 1, first + len(pieces)), _END])
        return first if pieces else _END

    places = []
    for _, kind, _, content, _ in rows:
        assert isinstance(content, bytes)
        if kind != 2 or not content:
            places.append(_END)
        elif len(content) >= _CUTOFF:
            places.append(large(content))
        else:
            count = -(-len(content) // _SMALL)
            places.append(len(small_fat))
            small_fat.extend([*range(len(small_fat) + 1, len(small_fat) + count), _END])
            small += content.ljust(count * _SMALL, b"\0")
    places[0] = large(small)
    table = b""
    for (name, kind, child, content, after), place in zip(rows, places, strict=True):
        assert isinstance(name, str) and isinstance(content, bytes)
        letters = name.encode("utf-16-le") + b"\0\0"
        size = len(small) if kind == 5 else len(content)
        table += letters.ljust(64, b"\0") + struct.pack("<HBBIII", len(letters), kind, 1, _FREE, after, child)
        table += b"\0" * 36 + struct.pack("<IQ", place, size)
    directory = large(table)
    small_table = large(struct.pack(f"<{len(small_fat)}I", *small_fat)) if small_fat else _END
    small_count = -(-len(small_fat) * 4 // _SECTOR)
    fats = 1
    while (len(fat) + fats) * 4 > fats * _SECTOR:
        fats += 1
    places_of_fat = list(range(len(sectors), len(sectors) + fats))
    fat += [_FAT] * fats
    packed = struct.pack(f"<{len(fat)}I", *fat).ljust(fats * _SECTOR, b"\xff")
    head = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 16 + struct.pack("<HHHHH", 0x3E, 3, 0xFFFE, 9, 6)
    head += b"\0" * 6 + struct.pack("<IIIII", 0, fats, directory, 0, _CUTOFF)
    head += struct.pack("<IIII", small_table, small_count, _END, 0)
    head += struct.pack("<109I", *places_of_fat, *[_FREE] * (109 - fats))
    return head + b"".join(sectors) + packed


def message(
    words: str = "", *, attached: Mapping[str, "bytes | Folder"] | None = None, **more: "str | bytes | datetime"
) -> "dict[str, bytes | Folder]":
    """The folder of one message. `more` are properties by their number in hexadecimal, such as `p0037="Visit"`."""
    told = {"p001A": "IPM.Note", "p0C1A": "Duty Desk", "p5D01": "duty@example.org", "p0037": "Visit", **more}
    if words:
        told["p1000"] = words
    folder = _properties(told, 32)
    people = [("Health Visitor 1", "hv@example.org", 1), ("School", "school@example.org", 2)]
    for number, (name, address, part) in enumerate(people):
        folder[f"__recip_version1.0_#{number:08X}"] = _properties(
            {"p3001": name, "p39FE": address, "p0C15": part}, 8
        )
    for number, (name, content) in enumerate((attached or {}).items()):
        own = _properties({"p3707": name}, 8)
        own["__substg1.0_37010102" if isinstance(content, bytes) else "__substg1.0_3701000D"] = content
        folder[f"__attach_version1.0_#{number:08X}"] = own
    return folder


def _properties(told: "Mapping[str, str | bytes | int | datetime]", head: int) -> "dict[str, bytes | Folder]":
    folder: dict[str, bytes | Folder] = {}
    table = b"\0" * head
    for key, value in told.items():
        number = int(key[1:], 16)
        if isinstance(value, str):
            folder[f"__substg1.0_{key[1:]}001F"] = value.encode("utf-16-le")
        elif isinstance(value, bytes):
            folder[f"__substg1.0_{key[1:]}0102"] = value
        elif isinstance(value, int):
            table += struct.pack("<IIQ", number << 16 | 0x0003, 6, value)
        else:
            ticks = round((value - datetime(1601, 1, 1, tzinfo=UTC)).total_seconds()) * 10_000_000
            table += struct.pack("<IIQ", number << 16 | 0x0040, 6, ticks)
    return {"__properties_version1.0": table, **folder}
