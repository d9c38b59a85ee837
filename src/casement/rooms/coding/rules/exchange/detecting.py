"""Finds out how a file counts places, from where its passages would begin and end, and says how sure that is.

People mark words. Counted the right way nearly every passage begins at the first letter of a word and ends after
the last letter of one; counted another way many cut words in two. The way that fits best is taken. How sure it is
rests on the passages that another way would place elsewhere: only they can tell.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from casement.rooms.coding.rules.exchange.counting import EVERY, Counting, Ruler, Traits, in_words, traits, usual
from casement.rooms.coding.rules.exchange.values import Source

TIGHT = 0.5  # what it adds that no white space stands inside the edge
LINES = 0.1  # and that, if it does, the passage takes whole lines
FEWEST, ENOUGH = 3, 10  # passages that tell two ways apart, to believe it at all and to be certain
CLEARLY = 0.3  # of 3, for each of those passages


@dataclass(frozen=True)
class Found:
    """How a file counts. `edges` of `of` stand at the edge of a word; the next best way gives `rival`.

    `sure` is certain (no way differs, or the passages leave no doubt), likely, or unsure.
    """

    counting: Counting
    sure: str
    edges: int
    of: int
    rival: int
    sentence: str


Span = tuple[int, int] | None
Placed = list[tuple[str, Span]]


def detect(sources: Sequence[Source], origin: str) -> Found:
    """How the passages of these sources are counted, all in the one way of the program that wrote them."""
    texts = [each for each in sources if each.text and each.selections]
    has = Traits()
    for each in texts:
        has |= traits(each.text, each.marked)
    known = _nearest(usual(origin), has)
    ways = [told for told in EVERY if has.differ(told)]
    ways.sort(key=lambda told: (told != known, told != Counting(), told.end_is_last))
    placed = {told: list(_spans(texts, told)) for told in ways}
    of = 2 * len(placed[known])
    if not of:
        return Found(
            known, "certain", 0, 0, 0, "There are no passages, so it does not matter how places are counted."
        )
    scores = {told: sum(_worth(text, span) for text, span in placed[told]) for told in ways}
    best = max(ways, key=lambda told: scores[told])  # the first of equals: what is known, then the standard
    as_good = [told for told in ways if not _clearly_worse(placed[best], placed[told])]
    taken = as_good[0]
    others = [told for told in ways if placed[told] != placed[taken]]
    edges = _edges(placed[taken])
    if not others:
        return Found(taken, "certain", edges, of, edges, _no_matter(edges, of))
    rival = max(others, key=lambda told: scores[told])
    if any(placed[told] != placed[taken] for told in as_good):
        sure = "unsure"
    else:
        sure = "certain" if _tells(placed[taken], placed[rival]) >= ENOUGH else "likely"
    surprise = taken != known and usual(origin) != Counting()
    words = _sentence(in_words(taken, has), sure, edges, of, _edges(placed[rival]), surprise)
    return Found(taken, sure, edges, of, _edges(placed[rival]), words)


def at_edges(text: str, span: Span) -> int:
    """How many ends of a passage stand exactly at the edge of a word: none, one or two.

    It begins there when its first character is no white space and no letter before it belongs to the same word.
    It ends there in the same way, or when it takes whole lines with their end.
    """
    if span is None or span[0] >= span[1]:
        return 0
    start, end = span
    begins = not text[start].isspace() and not _cuts(text, start)
    return begins + ((not text[end - 1].isspace() or _takes_lines(text, start, end)) and not _cuts(text, end))


def _worth(text: str, span: Span) -> float:
    """How well a passage fits, up to 3: two for cutting no word, and more where no white space stands inside."""
    if span is None or span[0] >= span[1]:
        return 0.0
    start, end = span
    told = (not _cuts(text, start)) + (not _cuts(text, end)) + TIGHT * (not text[start].isspace())
    if not text[end - 1].isspace():
        return told + TIGHT
    return told + LINES * _takes_lines(text, start, end)


def _takes_lines(text: str, start: int, end: int) -> bool:
    """Whether a passage goes from the start of a line to the end of one, line end and all."""
    return text[end - 1] == "\n" and (start == 0 or text[start - 1] in "\r\n")


def _cuts(text: str, at: int) -> bool:
    """Whether a place stands between two letters, or digits, of one word."""
    return 0 < at < len(text) and text[at - 1].isalnum() and text[at].isalnum()


def _spans(texts: Iterable[Source], told: Counting) -> Iterable[tuple[str, Span]]:
    """Every passage once, placed in this way; the same passage with another code tells nothing new."""
    for each in texts:
        ruler = Ruler(each.text, each.marked, told)
        for start, end in sorted({(one.start, one.end) for one in each.selections if one.end > one.start}):
            yield each.text, ruler.span(start, end)


def _edges(placed: Placed) -> int:
    return sum(at_edges(text, span) for text, span in placed)


def _tells(one: Placed, other: Placed) -> int:
    """How many passages the two ways place differently."""
    return sum(first != second for (_, first), (_, second) in zip(one, other, strict=True))


def _clearly_worse(best: Placed, other: Placed) -> bool:
    """Whether the passages that two ways place differently fit the other way clearly worse."""
    pairs = zip(best, other, strict=True)
    differing = [(text, one, two) for (text, one), (_, two) in pairs if one != two]
    gain = sum(_worth(text, one) - _worth(text, two) for text, one, two in differing)
    return len(differing) >= FEWEST and gain / len(differing) >= CLEARLY


def _nearest(known: Counting, has: Traits) -> Counting:
    """A known way without what the texts lack."""
    return Counting(
        known.wide_is_two and has.wide,
        known.line_end_is_two or not has.line_ends,
        known.mark_counts and has.mark,
        known.end_is_last,
    )


def _no_matter(edges: int, of: int) -> str:
    return (
        f"All ways of counting places come to the same here. {edges} of {of} ends of passages stand at the edge "
        "of a word."
    )


def _sentence(told: str, sure: str, edges: int, of: int, other: int, surprise: bool) -> str:
    stands = f"{edges} of {of} ends of passages stand at the edge of a word; the next best way gives {other}."
    if sure == "unsure":
        return (
            f"The passages do not show how places are counted, so the way this program is known for was taken: "
            f"{told}. {stands} Look at some of them before you rely on them."
        )
    how = "The passages leave no doubt" if sure == "certain" else "The passages make it likely"
    beside = "" if not surprise else " This program is known to count in another way; the passages were believed."
    return f"{how} how places are counted: {told}. {stands}{beside}"
