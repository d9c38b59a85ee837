"""Identifiers that Casement gives its own things in the files it writes: always the same for the same thing."""

import re
from functools import lru_cache
from hashlib import sha1
from uuid import UUID, uuid5

_OURS = UUID("6f1d0a3e-6a0b-5a41-9d52-6c1b1f4a2d10")
_GUID = re.compile(r"[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}")
# The code that stands for passages which another program picked out without giving them a code.
UNCODED = str(uuid5(_OURS, "uncoded"))
FACTORS = str(uuid5(_OURS, "factors"))


def own(ref: str, kind: str, number: int | str) -> str:
    """The identifier of thing `number` of the review `ref`."""
    return named(f"{ref}/{kind}/{number}")


def named(name: str) -> str:
    """The identifier of version 5 for a name (RFC 9562, 5.5), as uuid.uuid5 gives it.

    That one takes five times as long, and a project asks for two hundred thousand.
    """
    told = bytearray(sha1(_OURS.bytes + name.encode(), usedforsecurity=False).digest()[:16])
    told[6] = told[6] & 0x0F | 0x50
    told[8] = told[8] & 0x3F | 0x80
    hexed = told.hex()
    return f"{hexed[:8]}-{hexed[8:12]}-{hexed[12:16]}-{hexed[16:20]}-{hexed[20:]}"


@lru_cache(maxsize=1024)  # items come from files too, so no more are kept
def factor(item: str) -> str:
    """The identifier of a factor, the same in every review and every installation."""
    return str(uuid5(_OURS, f"factor/{item}"))


def factor_group(name: str) -> str:
    """The identifier of a group of factors."""
    return str(uuid5(_OURS, f"factors/{name}"))


def well_formed(guid: str) -> bool:
    """Whether the schema takes this identifier."""
    return _GUID.fullmatch(guid) is not None
