"""Where things of the example are once they are in: numbers by the keys of its files."""

from dataclasses import dataclass, field

from casement.example.pieces import Cite
from casement.foundation.access import Seat
from casement.rooms.analysis.vocabulary import Cite as Cited
from casement.rooms.analysis.vocabulary import Side


class NotThere(LookupError):
    """The example points at something that did not come in as its files promise."""


@dataclass
class Places:
    """What came in so far: seats by participation key, numbers by key, texts by source slug."""

    seats: dict[str, Seat] = field(default_factory=dict)
    people: dict[str, int] = field(default_factory=dict)
    agencies: dict[str, int] = field(default_factory=dict)
    sources: dict[str, tuple[int, str]] = field(default_factory=dict)
    entries: dict[str, list[tuple[int, str]]] = field(default_factory=dict)
    codes: dict[str, int] = field(default_factory=dict)
    episodes: dict[str, int] = field(default_factory=dict)
    uses: dict[tuple[str, str], list[int]] = field(default_factory=dict)
    patterns: dict[str, int] = field(default_factory=dict)
    findings: dict[str, int] = field(default_factory=dict)

    def passage(self, slug: str, quote: str) -> tuple[int, int, int, str]:
        """Source number, start, end and words of a quotation that stands exactly once in its source."""
        if slug not in self.sources:
            raise NotThere(f"no source {slug}")
        number, text = self.sources[slug]
        if text.count(quote) != 1:
            raise NotThere(f"{slug}: found {text.count(quote)} times")
        start = text.index(quote)
        return number, start, start + len(quote), quote

    def entry(self, agency: str, text: str) -> int:
        """Number of the one entry of an agency whose event begins with `text`."""
        found = [number for number, event in self.entries.get(agency, []) if event.startswith(text)]
        if len(found) != 1:
            raise NotThere(f"{agency}: {len(found)} entries begin so")
        return found[0]

    def cited(self, cites: tuple[Cite, ...], side: Side = Side.FOR) -> list[Cited]:
        """The example's cites as the analysis room takes them."""
        told = []
        for cite in cites:
            if cite.source:
                number, start, end, quote = self.passage(cite.source, cite.quote)
                told.append(Cited(side=side, source=number, start=start, end=end, quote=quote))
            else:
                told.append(Cited(side=side, entry=self.entry(cite.entry, cite.text)))
        return told

    def who(self, key: str) -> dict[str, int | None]:
        """A participation or an agency as a statement's `about`."""
        if key in self.people:
            return {"about": self.people[key]}
        return {"about_agency": self.agencies[key]}
