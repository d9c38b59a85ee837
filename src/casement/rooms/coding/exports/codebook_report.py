"""The codebook as it is read outside: what each code means, and how many passages it has."""

from collections.abc import Iterable, Iterator, Mapping

from casement.rooms.coding.exports import word
from casement.rooms.coding.queries.codebook import Choice

COLUMNS = (
    "Code",
    "Group",
    "Under",
    "Use when",
    "Not when",
    "Example",
    "Retired",
    "Only holds others",
    "Marks",
    "Key",
    "Memos",
)


def report_rows(codes: Iterable[Choice], memos: Mapping[str, tuple[str, ...]]) -> Iterator[list[str | int]]:
    """One row for each code, in the order of the codebook."""
    for one in codes:
        yield [
            one.label, one.group, one.under, one.help, one.exclusion, one.example, "yes" if one.retired else "",
            "yes" if one.heading else "", one.count, one.value,
            "\n\n".join(memos.get(one.value, ())),
        ]  # fmt: skip


def report_words(codes: Iterable[Choice], memos: Mapping[str, tuple[str, ...]]) -> Iterator[str]:
    """Each group under a heading, each code with what is said of it."""
    group = None
    for one in codes:
        if one.group != group:
            group = one.group
            yield word.heading(group or "Factors")
        state = " (retired)" if one.retired else ""
        yield word.heading(f"{one.label}{state}", 3)
        parts = (
            ("Under", one.under),
            ("Use when", one.help),
            ("Not when", one.exclusion),
            ("Example", one.example),
            *(("Memo", text) for text in memos.get(one.value, ())),
        )
        for name, words in parts:
            if words:
                led = () if words.startswith(name) else ((f"{name}: ", "b"),)  # factors say "Use when" themselves
                yield word.paragraph(*led, (words, ""))
        yield word.paragraph((f"{one.count} mark{'' if one.count == 1 else 's'}", "i"))
