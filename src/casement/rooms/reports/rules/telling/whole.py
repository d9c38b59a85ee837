"""Puts the whole report together: parts, sections, numbers, and what is wrong with it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace

from casement.rooms.reports.rules import reading
from casement.rooms.reports.rules.assembling import assembled_text
from casement.rooms.reports.rules.material import Material
from casement.rooms.reports.rules.references import Reference
from casement.rooms.reports.rules.telling.context import Telling
from casement.rooms.reports.rules.telling.references import block_of, line_of, nothing
from casement.rooms.reports.rules.tree import (
    Block,
    Heading,
    Item,
    Line,
    Listing,
    Notice,
    Paragraph,
    Quotation,
    ReportTree,
    Run,
    SectionTree,
    Table,
)
from casement.rooms.reports.rules.tree import plain as words_of
from casement.rooms.reports.vocabulary import (
    EDITION_NAMES,
    FINAL,
    NAMES,
    PARTS_OF,
    REVIEW_KINDS,
    SECTION,
    Edition,
    Trouble,
)

DEEPEST = 6


@dataclass(frozen=True)
class Written:
    """A section as the team has it now."""

    key: str
    title: str
    text: str


def report_tree(material: Material, written: Iterable[Written], edition: Edition, kind: str = FINAL) -> ReportTree:
    """The whole report in one edition. Nothing is left out in silence: what is wrong is in `problems`."""
    telling = Telling(material, edition)
    texts = {one.key: one for one in written}
    sections: list[SectionTree] = []
    parts = 0
    for part in PARTS_OF[kind]:
        single = len(part.sections) == 1
        place = str(parts + 1) if part.numbered else ""
        kept = 0
        for words in part.sections:
            written_now = texts.get(words.key)
            number = place if single else f"{place}.{kept + 1}"
            if written_now is None:
                continue
            opening = [] if single or kept else [part_heading(telling, part.title, place)]
            made = told_section(telling, written_now, number, level=1 if single else 2)
            if len(made.blocks) == 1:
                telling.anchors -= {one.anchor for one in (*opening, *made.blocks) if isinstance(one, Heading)}
                continue
            kept += 1
            blocks = (*opening, *made.blocks)
            sections.append(replace(made, blocks=run_on(blocks) if part.runs_on else blocks))
        parts += bool(kept) and part.numbered
    if kind == FINAL:
        left_out(telling)
    of_review = REVIEW_KINDS.get(material.kind, "a systems case review")
    name = "report of a systems case review" if kind == FINAL else f"{NAMES[kind][0].lower()}{NAMES[kind][1:]}"
    return ReportTree(
        title=f"{material.code_name}: {name}",
        subtitle=of_review[0].upper() + of_review[1:],
        edition=edition,
        facts=facts(telling),
        sections=tuple(sections),
        notes=tuple(telling.notes),
        problems=tuple(telling.problems),
        site=material.site if telling.internal else "",
        statements=tuple(telling.statements),
    )


def section_tree(material: Material, written: Written) -> ReportTree:
    """One section alone, as the internal edition has it: what the section's own page shows."""
    telling = Telling(material, Edition.INTERNAL)
    made = told_section(telling, written, "", level=2)
    return ReportTree(
        title=written.title,
        subtitle="",
        edition=Edition.INTERNAL,
        facts=(),
        sections=(made,),
        notes=tuple(telling.notes),
        problems=tuple(telling.problems),
        site=material.site,
        statements=tuple(telling.statements),
    )


def method_tree(material: Material) -> ReportTree:
    """The appendix on method by itself, as it is put together from what is there now."""
    written = Written("method", SECTION["method"].title, assembled_text("method"))
    return replace(section_tree(material, written), subtitle=material.code_name)


def facts(telling: Telling) -> tuple[tuple[str, str], ...]:
    """What stands on the cover."""
    material = telling.material
    told = [("Edition", EDITION_NAMES[telling.edition])]
    if material.board and telling.internal:
        told.append(("Commissioned by", material.board))
    if material.period:
        told.append(("Period looked at", telling.when(material.period)))
    return tuple(told)


def part_heading(telling: Telling, title: str, number: str) -> Heading:
    """The heading of a part that has several sections."""
    return Heading(1, title, telling.anchor(f"part-{number}"), number)


def run_on(blocks: tuple[Block, ...]) -> tuple[Block, ...]:
    """A short part that follows the one before it on the same page."""
    first = blocks[0]
    return (replace(first, runs_on=True), *blocks[1:]) if isinstance(first, Heading) else blocks


def told_section(telling: Telling, written: Written, number: str, level: int) -> SectionTree:
    """A section with its heading and everything its references print."""
    telling.section = written.key
    title = written.title or SECTION[written.key].title
    heading = Heading(level, title, telling.anchor(f"section-{written.key}"), number)
    blocks: list[Block] = []
    says, missing = False, None
    for one in reading.read(written.text):
        told = told_block(telling, one, level)
        says = says or (bool(told) and not isinstance(one, reading.Title))
        if not told and isinstance(one, reading.Alone) and awaited(blocks, missing):
            missing = nothing(telling, one.reference)
            told = [missing] if missing not in blocks[-1:] else []
        blocks += told
    if not says:
        telling.problem(Trouble.EMPTY, f"There is nothing under “{title}” yet.")
        if not telling.internal:
            blocks = []
        elif not blocks:
            blocks.append(Notice("There is nothing here yet."))
    return SectionTree(written.key, number, title, tuple(stepped([heading, *blocks])))


def awaited(blocks: list[Block], missing: Block | None) -> bool:
    """Whether a reader now waits for something: after a heading, a colon, or words that something is missing.

    Where the team has written its own text already, a reference that prints nothing is passed over.
    """
    last = blocks[-1] if blocks else None
    if isinstance(last, Paragraph) and last is not missing:
        return words_of(last.line).rstrip().endswith(":")
    return last is None or last is missing or isinstance(last, Heading)


def told_block(telling: Telling, written: reading.Written, level: int) -> list[Block]:
    """One block as written, told."""
    match written:
        case reading.Words(pieces):
            return [Paragraph(told_line(telling, pieces))]
        case reading.Alone(reference):
            return block_of(telling, reference, level + 1)
        case reading.Title(depth, pieces):
            line = told_line(telling, pieces)
            return [Heading(level + depth, words_of(line), telling.anchor(f"{telling.section}-heading"))]
        case reading.Items():
            return [told_items(telling, written)]
        case reading.Grid(head, rows):
            told = tuple(tuple(told_line(telling, cell) for cell in row) for row in rows)
            names = tuple(words_of(told_line(telling, cell)) for cell in head)
            return [Table(telling.caption(", ".join(name for name in names if name)), names, told)]
        case reading.Quoted(pieces):
            return [Quotation(told_line(telling, pieces))]
        case reading.Unprintable(words):
            telling.problem(Trouble.NOT_UNDERSTOOD, words)
            return [Notice(words)]


def told_items(telling: Telling, items: reading.Items) -> Listing:
    """A list, told."""
    return Listing(
        tuple(
            Item(told_line(telling, said), tuple(told_items(telling, one) for one in inside))
            for said, inside in items.items
        ),
        items.ordered,
    )


def told_line(telling: Telling, pieces: tuple[reading.Piece, ...]) -> Line:
    """Words and references within a sentence, told. A sentence that begins with a reference has a capital."""
    told: Line = ()
    for piece in pieces:
        if isinstance(piece, Reference):
            opens = not words_of(told).strip() or words_of(told).rstrip()[-1] in ".?!\n"
            told += capital(line_of(telling, piece)) if opens else line_of(telling, piece)
        else:
            told += (piece,)
    return told


def capital(line: Line) -> Line:
    """A line with a capital at its beginning."""
    first = line[0] if line else None
    if isinstance(first, Run) and first.text:
        return (replace(first, text=first.text[0].upper() + first.text[1:]), *line[1:])
    return line


def stepped(blocks: list[Block]) -> list[Block]:
    """Headings that never go down more than one level at a time."""
    told: list[Block] = []
    last = 0
    for block in blocks:
        if isinstance(block, Heading):
            level = min(block.level, last + 1 if last else block.level, DEEPEST)
            last = level
            block = replace(block, level=level)
        told.append(block)
    return told


def left_out(telling: Telling) -> None:
    """Say which periods of the narrative, chosen episodes and findings the report does not tell."""
    for period in telling.material.tree.periods:
        if period.voices and ("period", period.number) not in telling.told:
            telling.section = "narrative"
            words = f"{period.title}. Put {{{{perspective {period.number}}}}} on a line of its own."
            telling.problem(Trouble.LEFT_OUT, words)
    for episode in telling.material.chosen:
        if ("episode", episode.number) not in telling.told:
            telling.section = "synopsis"
            words = f"{episode.title} Put {{{{episode {episode.number}}}}} on a line of its own."
            telling.problem(Trouble.LEFT_OUT, words)
    for finding in telling.material.reported:
        if ("finding", finding.number) not in telling.told:
            telling.section = "findings"
            words = f"{finding.title} Put {{{{finding {finding.number}}}}} on a line of its own."
            telling.problem(Trouble.LEFT_OUT, words)
