"""Reads every file of a folder as the rooms would, and prints what became of each.

Run as `python -m tools.read_everything FOLDER`; `--json` prints one line for a program per file. Projects and
codebooks of other programs go through their own import. Ends with 1 where a file of a kind that is taken did not
come in, unless it is one that must not.
"""

import csv
import json
import sys
import time
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import asdict
from pathlib import Path

import click
from rich.console import Console
from rich.table import Column, Table

from casement.rooms.sources.intake import Reader, Unreadable, read_whole
from casement.rooms.sources.intake.formats import BY_ENDING
from tools.read_everything.exchanges import ENDINGS, bring_in
from tools.read_everything.outcome import Outcome

WIDTH = 140


def read_one(reader: Reader, folder: Path, path: Path) -> Outcome:
    """Read one file of the folder as a source."""
    name, data = str(path.relative_to(folder)), path.read_bytes()
    began = time.perf_counter()

    def took() -> int:
        return round((time.perf_counter() - began) * 1000)

    try:
        extracted = read_whole(reader, path.name, data)
    except Unreadable as refusal:
        return Outcome(name, "refused", refusal.sentence, milliseconds=took())
    scanned = any("by machine" in said for said in extracted.kept)
    told = extracted.kept, extracted.dropped, len(extracted.inside), scanned, took()
    return Outcome(name, "read", "", len(extracted.text), *told)


def every_one(folder: Path) -> Iterator[Outcome]:
    """What became of each file of the folder, and of those that its manifest names and that are not there."""
    paths = sorted(path for path in folder.rglob("*") if path.is_file())
    with Reader() as reader:
        for path in paths:
            if path.suffix.lower() not in ENDINGS:
                yield read_one(reader, folder, path)
    yield from bring_in(folder, [path for path in paths if path.suffix.lower() in ENDINGS])
    manifest = folder / "manifest.csv"
    if manifest.is_file():
        with manifest.open(newline="", encoding="utf-8") as lines:
            for row in csv.DictReader(lines):
                if not (folder / row["path"]).is_file():
                    yield Outcome(row["path"], "not here", "The manifest names it, and it is not in the folder.")


def by_kind(found: Sequence[Outcome]) -> Table:
    """One row for each ending: how many came in, with what declared, and how long the slowest took."""
    table = Table("Kind", "Files", "Read", "Kept beside", "Left out, said", "Scanned", "Files inside",
                  "Refused", "Not here", "Slowest, ms")  # fmt: skip
    for kind in sorted({one.kind for one in found}):
        these = [one for one in found if one.kind == kind]
        read = [one for one in these if one.outcome == "read"]
        fates = Counter(one.outcome for one in these)
        counts = (
            len(these),
            len(read),
            sum(bool(one.kept) for one in read),
            sum(bool(one.dropped) for one in read),
            sum(one.scanned for one in read),
            sum(one.inside for one in read),
            fates["refused"],
            fates["not here"],
            max(one.milliseconds for one in these),
        )
        table.add_row(kind, *map(str, counts))
    return table


def is_taken(found: Outcome) -> bool:
    """Whether its ending is of a kind that is taken."""
    return found.kind in BY_ENDING or f".{found.kind}" in ENDINGS


@click.command()
@click.argument("folder", type=click.Path(exists=True, file_okay=False, path_type=Path))
@click.option("--json", "as_json", is_flag=True, help="One line of JSON per file.")
@click.option("--refused", default=0, help="How many files of the kinds that are taken must be refused (0).")
def main(folder: Path, as_json: bool, refused: int) -> None:
    """Read every file of FOLDER and print what became of each."""
    console = Console()
    console.width = max(console.width, WIDTH)
    table = Table(Column("File", overflow="fold"), "Outcome", "Characters", "ms", "Refused, kept or declared")
    all_found: list[Outcome] = []
    for found in every_one(folder):
        all_found.append(found)
        if as_json:
            click.echo(json.dumps(asdict(found), ensure_ascii=False))
        else:
            inside = f"{found.inside} files inside, each a source of its own." if found.inside else ""
            remarks = found.sentence or " ".join((inside, *found.kept, *found.dropped)).strip()
            table.add_row(found.name, found.outcome, f"{found.characters:,}", str(found.milliseconds), remarks)
    sent_back = [one.name for one in all_found if one.outcome == "refused" and is_taken(one)]
    if not as_json:
        console.print(table)
        console.print(by_kind(all_found))
        counts = Counter(one.outcome for one in all_found)
        console.print(", ".join(f"{count} {outcome}" for outcome, count in sorted(counts.items())))
        console.print(f"Refused, of the kinds that are taken: {', '.join(sent_back) or 'none'}.")
    sys.exit(len(sent_back) != refused)


if __name__ == "__main__":
    main()
