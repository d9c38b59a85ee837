"""Runs Tesseract on one drawn page and gathers its words into paragraphs."""

from __future__ import annotations

import csv
import io
import os
import shutil
import subprocess
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from casement.rooms.sources.intake.extracted import Unreadable
from casement.rooms.sources.intake.scans.page import PageRead

SECONDS = 100.0
PROGRAM = "tesseract"
_FULL_LINE = 0.75
_OF_A_WORD = "5"
_PASSED = ("PATH", "LANG", "LC_ALL", "SYSTEMROOT", "TESSDATA_PREFIX")

NO_MACHINE = (
    "This is a scan, a picture with no text in it, and the program that reads scans (Tesseract) is not installed "
    "here: ask whoever looks after Casement to install tesseract-ocr, ask the sender for a version with text, "
    "or type up what it says."
)
NOT_READ = "This page could not be read by machine."


def is_here() -> bool:
    """Whether this machine can read scans."""
    return shutil.which(PROGRAM) is not None


@dataclass(frozen=True, slots=True)
class _Word:
    place: tuple[str, str]
    line: str
    left: int
    right: int
    sureness: float
    text: str


def read_page(picture: bytes) -> PageRead:
    """The words on a picture (PGM). `Unreadable` where the program is missing, fails, or takes too long."""
    program = shutil.which(PROGRAM)
    if program is None:
        raise Unreadable(NO_MACHINE)
    command = [program, "stdin", "stdout", "-l", "eng", "--psm", "3", "--dpi", "300", "tsv"]
    passed = {key: os.environ[key] for key in _PASSED if key in os.environ}
    try:
        done = subprocess.run(
            command,
            input=picture,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            timeout=SECONDS,
            check=True,
            env={**passed, "OMP_THREAD_LIMIT": "1"},
        )
    except (subprocess.SubprocessError, OSError) as failed:
        raise Unreadable(NOT_READ) from failed
    return _gathered(done.stdout.decode("utf-8", errors="replace"))


def _gathered(table: str) -> PageRead:
    words = list(_words(table))
    sure = [word.sureness for word in words]
    return PageRead(tuple(_paragraphs(words)), round(sum(sure) / len(sure)) if sure else 0)


def _words(table: str) -> Iterator[_Word]:
    for row in csv.DictReader(io.StringIO(table), delimiter="\t", quoting=csv.QUOTE_NONE):
        text = (row.get("text") or "").strip()
        if row.get("level") == _OF_A_WORD and text and float(row["conf"]) >= 0:
            left = int(row["left"])
            place = row["block_num"], row["par_num"]
            yield _Word(place, row["line_num"], left, left + int(row["width"]), float(row["conf"]), text)


def _paragraphs(words: Iterable[_Word]) -> Iterator[str]:
    """Lines run on where the line before was full; a short line ended because it was meant to."""
    gathered: dict[tuple[str, str], dict[str, list[_Word]]] = {}
    for word in words:
        gathered.setdefault(word.place, {}).setdefault(word.line, []).append(word)
    for lines in gathered.values():
        left = min(line[0].left for line in lines.values())
        edge = max(line[-1].right for line in lines.values())
        text, full = "", False
        for line in lines.values():
            said = " ".join(word.text for word in line)
            text += (" " if full else "\n") + said if text else said
            full = line[-1].right - left >= _FULL_LINE * (edge - left)
        yield text
