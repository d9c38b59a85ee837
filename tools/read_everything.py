"""Reads every file of a folder as the sources room would, and prints what became of each.

Run as `python -m tools.read_everything FOLDER`; `--json` prints one line for a program per file.
"""

import json
import time
from collections import Counter
from collections.abc import Sequence
from dataclasses import asdict, dataclass
from pathlib import Path

import click
from rich.console import Console
from rich.table import Column, Table

from casement.rooms.sources.intake import Reader, Unreadable, read_whole


@dataclass(frozen=True)
class Outcome:
    """What became of one file."""

    name: str
    outcome: str
    sentence: str
    characters: int
    kept: tuple[str, ...]
    dropped: tuple[str, ...]
    inside: int
    scanned: bool
    milliseconds: int

    @property
    def kind(self) -> str:
        """The ending of its name."""
        return Path(self.name).suffix.lower().lstrip(".") or "none"


def read_one(reader: Reader, folder: Path, path: Path) -> Outcome:
    """Read one file of the folder."""
    name, data = str(path.relative_to(folder)), path.read_bytes()
    began = time.perf_counter()

    def took() -> int:
        return round((time.perf_counter() - began) * 1000)

    try:
        extracted = read_whole(reader, path.name, data)
    except Unreadable as refusal:
        return Outcome(name, "refused", refusal.sentence, 0, (), (), 0, False, took())
    scanned = any("by machine" in said for said in extracted.kept)
    told = extracted.kept, extracted.dropped, len(extracted.inside), scanned, took()
    return Outcome(name, "read", "", len(extracted.text), *told)


def by_kind(found: Sequence[Outcome]) -> Table:
    """One row for each ending: how many came in, with what declared, and how long the slowest took."""
    table = Table("Kind", "Files", "Read", "Something declared left out", "Scanned", "Files inside", "Refused",
                  "Slowest, ms")  # fmt: skip
    for kind in sorted({one.kind for one in found}):
        these = [one for one in found if one.kind == kind]
        read = [one for one in these if one.outcome == "read"]
        counts = (len(these), len(read), sum(bool(one.dropped) for one in read), sum(one.scanned for one in read),
                  sum(one.inside for one in read), len(these) - len(read))  # fmt: skip
        table.add_row(kind, *map(str, counts), str(max(one.milliseconds for one in these)))
    return table


@click.command()
@click.argument("folder", type=click.Path(exists=True, file_okay=False, path_type=Path))
@click.option("--json", "as_json", is_flag=True, help="One line of JSON per file.")
def main(folder: Path, as_json: bool) -> None:
    """Read every file of FOLDER and print what became of each."""
    console = Console()
    table = Table(Column("File", overflow="fold"), "Outcome", "Characters", "ms", "Sentence, or what was left out")
    all_found: list[Outcome] = []
    with Reader() as reader:
        for path in sorted(path for path in folder.rglob("*") if path.is_file()):
            found = read_one(reader, folder, path)
            all_found.append(found)
            if as_json:
                click.echo(json.dumps(asdict(found), ensure_ascii=False))
            else:
                inside = f"{found.inside} files inside, each a source of its own." if found.inside else ""
                remarks = found.sentence or " ".join((inside, *found.dropped)).strip()
                numbers = f"{found.characters:,}", str(found.milliseconds)
                table.add_row(found.name, found.outcome, *numbers, remarks)
    if not as_json:
        console.print(table)
        console.print(by_kind(all_found))
        counts = Counter(one.outcome for one in all_found)
        console.print(", ".join(f"{count} {outcome}" for outcome, count in sorted(counts.items())))


if __name__ == "__main__":
    main()
