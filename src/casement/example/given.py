"""The follow-on reports of the worked example: prose of their own, what the case group said, and the answers."""

from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True)
class Reply:
    """What was done with a comment; `told`: to the whole group."""

    by: str
    disposition: str
    text: str = ""
    stands: bool = False
    told: bool = False


@dataclass(frozen=True)
class Remark:
    """A comment by a participant on the paragraph that holds `at` (empty: on the whole report).

    `episode` names the episode it concerns, `status` what the team makes of it there, and `note` why.
    """

    by: str
    kind: str
    text: str
    at: str = ""
    anonymous: bool = False
    replies: tuple[Reply, ...] = ()
    episode: str = ""
    status: str = ""
    note: str = ""


@dataclass(frozen=True)
class Given:
    """Follow-on report 1 as it went out, with what came back. `sections` stand before what is assembled."""

    sections: Mapping[str, str]
    remarks: tuple[Remark, ...]
