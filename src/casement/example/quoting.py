"""Whether the words that a thought rests on are where it says they are."""

from collections.abc import Iterator, Mapping

from casement.example.pieces import Chronology, Cite
from casement.example.reading import CaseError
from casement.example.whole import Case


def check_quotations(case: Case) -> None:
    """Raises CaseError for a quotation or entry that is not in its source exactly once."""
    texts = case.texts
    entries = {agency.key: entry_texts(case.chronologies, agency.key) for agency in case.review.agencies}
    for where, cite in all_cites(case):
        check_cite(where, cite, texts, entries)


def check_cite(where: str, cite: Cite, texts: Mapping[str, str], entries: Mapping[str, list[str]]) -> None:
    """Raises CaseError unless the cite points at exactly one place."""
    if bool(cite.source) == bool(cite.entry):
        raise CaseError(where, f"a cite needs a source or an entry, and not both: {cite}")
    if cite.source:
        if cite.source not in texts:
            raise CaseError(where, f"there is no source {cite.source}")
        times = texts[cite.source].count(cite.quote)
        if not cite.quote or times != 1:
            raise CaseError(where, f"in {cite.source} found {times} times: {cite.quote!r}")
        return
    times = sum(text.startswith(cite.text) for text in entries.get(cite.entry, []))
    if not cite.text or times != 1:
        raise CaseError(where, f"in the chronology of {cite.entry} found {times} times: {cite.text!r}")


def entry_texts(chronologies: tuple[Chronology, ...], agency: str) -> list[str]:
    """The event text of each row that an agency's chronology holds, in order."""
    return [
        row[sheet.headings.index(next(h for h, field in sheet.mapping.items() if field == "event"))]
        for chronology in chronologies
        if chronology.agency == agency
        for sheet in chronology.sheets
        for row in sheet.cells
    ]


def all_cites(case: Case) -> Iterator[tuple[str, Cite]]:
    """Every cite in the analysis, with the place that makes it."""
    for mark in case.marks:
        yield "marks.yaml", Cite(source=mark.source, quote=mark.quote)
    yield from (("weighed.yaml", one.cite) for one in case.weighed)
    for rejected in case.rejected:
        yield from (("rejected.yaml", cite) for cite in rejected.cites)
    for episode in case.episodes:
        where = f"episode {episode.key}"
        for account in (*episode.accounts, *episode.local_rationality):
            yield from ((where, cite) for cite in account.cites)
        yield from ((where, cite) for cite in episode.appraisal.cites)
        for use in episode.factor_uses:
            yield from ((f"{where}, {use.item}", cite) for cite in (*use.cites, *use.against))
    for pattern in case.patterns:
        yield from ((f"patterns.yaml, {pattern.key}", cite) for cite in (*pattern.cites, *pattern.against))
    for finding in case.findings:
        for layer, statements in finding.layers.items():
            for statement in statements:
                where = f"finding {finding.key}, {layer}"
                yield from ((where, cite) for cite in (*statement.cites, *statement.against))
