"""The evidence trail as a table: every statement of the analysis, and each thing it rests on, one to a row.

For somebody who was not there and has to see how the team knows what it says. Evidence that this reader may not
open is counted and not quoted, as everywhere. After the statements come the passages that were looked at for what
they might say against a claim, with what the team made of each, answers that were taken back included.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from casement.rooms.analysis.queries.against import WeighedView
from casement.rooms.analysis.queries.tree import AnalysisTree, EvidenceView, Parts, StatementView
from casement.rooms.analysis.vocabulary import PART_WORDS, SUPPORT_WORDS, WEIGHING_NAMES, Part

COLUMNS = (
    "Statement", "Where", "Part", "For", "What we say", "How it stands", "Evidence", "Speaks", "Kind",
    "Source", "Place", "Agency", "Whose account", "Words", "Does it still stand", "Address",
)  # fmt: skip
KINDS = {
    "record": "Record",
    "conversation": "Conversation",
    "family": "Family account",
    "entry": "Chronology entry",
}
Row = tuple[str | int, ...]


def rows(tree: AnalysisTree, site: str, looked_at: Iterable[WeighedView] = ()) -> Iterator[Row]:
    """Findings first, then patterns, episodes and their factors; a statement without evidence has one row.

    Last what was `looked_at` from the other side.
    """
    for finding in tree.findings:
        yield from of(f"Finding {finding.number}", finding.layers, site)
    for pattern in tree.patterns:
        yield from of(f"Pattern {pattern.number}", pattern.parts, site)
    for episode in tree.episodes:
        yield from of(f"Episode {episode.number}", episode.parts, site)
        for use in episode.factor_uses:
            for said in use.how:
                yield from of_statement(f"Episode {episode.number}, factor: {use.label}", said, site)
    yield from (weighed(one, site) for one in looked_at)


def of(place: str, parts: Parts, site: str) -> Iterator[Row]:
    """The statements of one thing, in the order of its parts."""
    for part in Part:
        for said in parts.get(part, ()):
            yield from of_statement(place, said, site)


def of_statement(place: str, said: StatementView, site: str) -> Iterator[Row]:
    """One statement, a row for each piece of evidence."""
    head = (
        said.number, place, PART_WORDS[Part(said.part)].name, said.about, said.text,
        SUPPORT_WORDS.get(said.support, said.support),
    )  # fmt: skip
    if not said.evidence:
        yield (*head, *[""] * 10)
    for one in said.evidence:
        yield (*head, *told(one, site))


def told(one: EvidenceView, site: str) -> Row:
    """One piece of evidence."""
    stands = "Yes" if one.live else one.lost or "No"
    side = "Against" if one.direction == "against" else "For"
    if not one.open:
        return (one.number, side, KINDS.get(one.kind, one.kind), "Not open to you", "", "", "", "", stands, "")
    place = f"Paragraph {one.paragraph}" if one.paragraph is not None else one.when
    source = f"{one.source_number} {one.source_title}" if one.source_number else f"Entry {one.entry_number}"
    return (
        one.number, side, KINDS.get(one.kind, one.kind), source, place, one.agency, one.speaker, one.quote, stands,
        f"{site}{one.href}" if one.href else "",
    )  # fmt: skip


def weighed(one: WeighedView, site: str) -> Row:
    """One passage that was looked at for what it might say against a claim, and the team's answer."""
    answer = WEIGHING_NAMES[one.answer] + (", taken back" if one.back else "")
    source = one.source if one.open else "Not open to you"
    return (
        "", f"{one.owner.capitalize()} {one.about}", "Looked at from the other side", "", one.reason, answer, "",
        "Weighed", KINDS.get(one.kind, one.kind), source, one.where, one.agency, one.whose, one.words,
        "Yes" if one.live else "No", f"{site}{one.href}" if one.href else "",
    )  # fmt: skip
