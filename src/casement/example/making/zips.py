"""Office files are zips; here their clocks are set to one time, so that a file made twice is the same."""

import io
import re
import zipfile

_TIME = (2025, 1, 6, 9, 0, 0)
_CHANGED = re.compile(rb"(<dcterms:modified[^>]*>)[^<]*")


def settled(data: bytes) -> bytes:
    """The same zip with every entry dated alike, and the document said to be last changed at that time."""
    with zipfile.ZipFile(io.BytesIO(data)) as zipped:
        entries = {name: zipped.read(name) for name in zipped.namelist()}
    core = "docProps/core.xml"
    entries[core] = _CHANGED.sub(rb"\g<1>2025-01-06T09:00:00Z", entries[core])
    return zipped_up(list(entries.items()))


def zipped_up(entries: list[tuple[str, bytes]], *, stored: tuple[str, ...] = ()) -> bytes:
    """A zip of the entries in order; those named in `stored` are not compressed."""
    held = io.BytesIO()
    with zipfile.ZipFile(held, "w") as zipped:
        for name, data in entries:
            entry = zipfile.ZipInfo(name, _TIME)
            entry.compress_type = zipfile.ZIP_STORED if name in stored else zipfile.ZIP_DEFLATED
            zipped.writestr(entry, data)
    return held.getvalue()
