"""Identifiers that Casement gives its own things in the files it writes: always the same for the same thing."""

import re
from functools import lru_cache
from uuid import UUID, uuid5

_OURS = UUID("6f1d0a3e-6a0b-5a41-9d52-6c1b1f4a2d10")
_GUID = re.compile(r"[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}")
# The code that stands for passages which another program picked out without giving them a code.
UNCODED = str(uuid5(_OURS, "uncoded"))
FACTORS = str(uuid5(_OURS, "factors"))


def own(ref: str, kind: str, number: int | str) -> str:
    """The identifier of thing `number` of the review `ref`."""
    return str(uuid5(_OURS, f"{ref}/{kind}/{number}"))


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
