"""Plain values that the components of a page are printed from; rooms fill them, templates print them."""

from dataclasses import dataclass
from typing import Literal

from casement.foundation.design.frame import Place


@dataclass(frozen=True)
class Evidence:
    """One passage somebody said or wrote. `kind` is record, conversation or family.

    `source` names it by role label or kind ("Contact Officer 2, para 22"); `href` leads to the very passage.
    `note` is our sentence about it. `lost` says that the passage no longer stands, in words.
    """

    quote: str
    kind: str
    source: str
    href: str = ""
    note: str = ""
    influence: str = ""
    lost: str = ""

    @property
    def marked(self) -> str:
        """The words in quotation marks, unless they open with their own."""
        return self.quote if self.quote[:1] in "“‘\"'«" else f"“{self.quote}”"


@dataclass(frozen=True)
class Statement:
    """A part of an episode, pattern or finding: our words, and the evidence for and against them.

    `text` is plain unless marked safe. `looked` says who looked for the opposite, when, and with what result.
    `unset` is the question printed while the part is empty. `state` and `counts` stand beside the heading.
    """

    heading: str
    text: str = ""
    supporting: tuple[Evidence, ...] = ()
    against: tuple[Evidence, ...] = ()
    looked: str = ""
    change: Place | None = None
    link_evidence: Place | None = None
    unset: str = ""
    anchor: str = ""
    weighed: bool = True


@dataclass(frozen=True)
class Fact:
    """One line of a summary list; `said` sets the value in the serif, because somebody wrote it."""

    name: str
    text: str
    change: Place | None = None
    said: bool = False


@dataclass(frozen=True)
class Pane:
    """One pane of where we are: done is glass, now is lamplight, ahead is clear, covered is hatched."""

    name: str
    text: str = ""
    state: Literal["done", "now", "ahead", "covered"] = "ahead"
    href: str = ""


@dataclass(frozen=True)
class ContentsLine:
    """One line of a page's contents: written or still open, and a word of what is open."""

    text: str
    href: str
    state: Literal["written", "open", ""] = ""
    note: str = ""
    current: bool = False


@dataclass(frozen=True)
class Pages:
    """Where a long list stands. `query` is the rest of the address ("&kind=record"), already encoded."""

    current: int
    last: int
    total: int
    size: int
    noun: str = "lines"
    query: str = ""

    @property
    def first_shown(self) -> int:
        """The number of the first line on this page, counted from one."""
        return (self.current - 1) * self.size + 1 if self.total else 0

    @property
    def last_shown(self) -> int:
        """The number of the last line on this page."""
        return min(self.current * self.size, self.total)

    @property
    def numbers(self) -> tuple[int | None, ...]:
        """Page numbers to offer: first, last, and those near; None where some are left out."""
        near = {1, self.last, *range(self.current - 1, self.current + 2)}
        wanted = sorted(number for number in near if 1 <= number <= self.last)
        shown: list[int | None] = []
        for number in wanted:
            before = shown[-1] if shown else 0
            if before is not None and number - before > 1:
                shown.append(None)
            shown.append(number)
        return tuple(shown)


@dataclass(frozen=True)
class TwoTexts:
    """Two people wrote the same part. Both texts whole; nothing is merged by machine."""

    part: str
    mine: str
    theirs: str
    their_label: str
    their_time: str
    action: str
    version: str = ""
