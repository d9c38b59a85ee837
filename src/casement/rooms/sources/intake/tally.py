"""Counts what a reader met and turns the counts into sentences for the person."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Remark:
    """One thing worth telling: what one and many of it are called, and what became of it."""

    one: str
    many: str
    fate_of_one: str
    fate_of_many: str
    kept: bool = False

    def sentence(self, count: int) -> str:
        """The whole sentence for this count."""
        if count == 1:
            return f"1 {self.one} {self.fate_of_one}."
        return f"{count:,} {self.many} {self.fate_of_many}."


def _left_out(one: str, many: str, why: str = "not brought in") -> Remark:
    return Remark(one, many, f"is {why}", f"are {why}")


def _kept(one: str, many: str, how: str) -> Remark:
    return Remark(one, many, f"is {how}", f"are {how}", kept=True)


REMARKS = {
    "insertion": _kept("tracked insertion", "tracked insertions", "kept as part of the text"),
    "move": _kept("tracked move", "tracked moves", "shown once, in the new place"),
    "footnote": _kept("footnote", "footnotes", "kept, after the main text"),
    "endnote": _kept("endnote", "endnotes", "kept, after the main text"),
    "comment": _kept("comment", "comments", "kept, after the text"),
    "header": _kept("page header", "page headers", "kept, after the main text"),
    "footer": _kept("page footer", "page footers", "kept, after the main text"),
    "text_box": _kept("text box", "text boxes", "kept, after the paragraph beside it"),
    "unfilled": _kept("form field that nobody filled in", "form fields that nobody filled in", "kept as shown"),
    "form_field": _kept("form answer", "form answers", "kept, after the text of the page"),
    "inner_mail": _kept("attached e-mail", "attached e-mails", "kept, after the main e-mail"),
    "hidden_sheet": _kept("hidden sheet", "hidden sheets", "kept, and marked as hidden"),
    "hidden_row": _kept("hidden row", "hidden rows", "kept, and marked as hidden"),
    "hidden_column": _kept("hidden column", "hidden columns", "kept, and each cell marked as hidden"),
    "sheet_box": _kept("text box", "text boxes", "kept, after the rows of its sheet"),
    "worked_out": _kept("formula", "formulas", "kept as the value last worked out"),
    "deletion": _left_out("tracked deletion", "tracked deletions", "left out, as deleted text"),
    "hidden": _left_out("piece of hidden text", "pieces of hidden text", "left out, as hidden"),
    "picture": _left_out("picture", "pictures"),
    "drawing": _left_out("chart or diagram", "charts or diagrams"),
    "embedded": _left_out("embedded file", "embedded files"),
    "inserted_document": _left_out("inserted document", "inserted documents"),
    "formula": _left_out("formula", "formulas"),
    "elsewhere": _left_out("part that stayed where it was made", "parts that stayed where they were made"),
    "frame": _left_out("part fetched from elsewhere", "parts fetched from elsewhere"),
    "repeated": _left_out("repeated empty stretch", "repeated empty stretches", "shortened"),
    "struck": Remark(
        "piece of text",
        "pieces of text",
        "has a line through it in the original and stands here without the line",
        "have a line through them in the original and stand here without the line",
    ),
    "symbol": Remark("symbol", "symbols", "could not be read and shows as �", "could not be read and show as �"),
    "letter": Remark("letter", "letters", "could not be read and shows as �", "could not be read and show as �"),
}


_MOST_NAMED = 20


def attachments_said(names: Sequence[str]) -> str:
    """The sentence on files that came along but could not be taken out, by their names."""
    count = "1 attachment is" if len(names) == 1 else f"{len(names):,} attachments are"
    return f"{count} not brought in: {_named(names)}."


def carried_said(names: Sequence[str]) -> str:
    """The sentence on files that came along and are read as files of their own, by their names."""
    if len(names) == 1:
        return f"1 attachment came with it and is read as a file of its own: {_named(names)}."
    return f"{len(names):,} attachments came with it, each read as a file of its own: {_named(names)}."


def _named(names: Sequence[str]) -> str:
    named = [" ".join(name.split()) or "one without a name" for name in names[:_MOST_NAMED]]
    more = len(names) - len(named)
    return f"{', '.join(named)}{f' and {more:,} more' if more else ''}"


def pages_said(pages: Sequence[int], one: str, many: str) -> str:
    """A sentence on these pages, with runs of them drawn together."""
    if len(pages) == 1:
        return f"Page {pages[0]} {one}."
    runs: list[list[int]] = []
    for page in pages:
        if runs and page == runs[-1][1] + 1:
            runs[-1][1] = page
        else:
            runs.append([page, page])
    said = [str(first) if first == last else f"{first} to {last}" for first, last in runs]
    together = said[0] if len(said) == 1 else f"{', '.join(said[:-1])} and {said[-1]}"
    return f"Pages {together} {many}."


class Tally(Counter[str]):
    """How often each remark applies; keys are those of `REMARKS`."""

    def sentences(self) -> tuple[tuple[str, ...], tuple[str, ...]]:
        """The sentences on what was kept, and those on what was left out."""
        told = [(remark.kept, remark.sentence(self[key])) for key, remark in REMARKS.items() if self[key]]
        return tuple(text for kept, text in told if kept), tuple(text for kept, text in told if not kept)
