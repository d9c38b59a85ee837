"""Reads every file of a folder as the sources room would, and prints what became of each.

Run as `python -m tools.read_everything FOLDER`; `--json` prints one line for a program per file.
"""

import json
import time
from collections import Counter
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
    milliseconds: int


def read_one(reader: Reader, folder: Path, path: Path) -> Outcome:
    """Read one file of the folder."""
    name, data = str(path.relative_to(folder)), path.read_bytes()
    began = time.perf_counter()

    def took() -> int:
        return round((time.perf_counter() - began) * 1000)

    try:
        extracted = read_whole(reader, path.name, data)
    except Unreadable as refusal:
        return Outcome(name, "refused", refusal.sentence, 0, (), (), took())
    return Outcome(name, "read", "", len(extracted.text), extracted.kept, extracted.dropped, took())


@click.command()
@click.argument("folder", type=click.Path(exists=True, file_okay=False, path_type=Path))
@click.option("--json", "as_json", is_flag=True, help="One line of JSON per file.")
def main(folder: Path, as_json: bool) -> None:
    """Read every file of FOLDER and print what became of each."""
    console = Console()
    table = Table(Column("File", overflow="fold"), "Outcome", "Characters", "ms", "Sentence, or what was left out")
    counts: Counter[str] = Counter()
    with Reader() as reader:
        for path in sorted(path for path in folder.rglob("*") if path.is_file()):
            found = read_one(reader, folder, path)
            counts[found.outcome] += 1
            if as_json:
                click.echo(json.dumps(asdict(found), ensure_ascii=False))
            else:
                remarks = found.sentence or " ".join(found.dropped)
                numbers = f"{found.characters:,}", str(found.milliseconds)
                table.add_row(found.name, found.outcome, *numbers, remarks)
    if not as_json:
        console.print(table)
        console.print(", ".join(f"{count} {outcome}" for outcome, count in sorted(counts.items())))


if __name__ == "__main__":
    main()
