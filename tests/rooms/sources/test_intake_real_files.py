"""Real files, where they are to be had: each is read or refused with a sentence, and none loses its words."""

import os
import re
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from casement.rooms.sources.intake import Extracted, Reader, Unreadable, read_whole
from casement.rooms.sources.intake.formats import BY_ENDING
from tests.rooms.sources.test_intake_offsets import check

SHARED = Path(os.environ.get("CASEMENT_SHARED", Path(__file__).parents[4] / "shared")) / "data"
FILES = sorted(path for path in SHARED.rglob("*.*") if path.suffix.lower().lstrip(".") in BY_ENDING)
TWINS = [path for path in FILES if path.suffix in (".docx", ".pdf") and path.with_suffix(".txt").exists()]
SLOWEST = 5.0

pytestmark = [pytest.mark.torture, pytest.mark.skipif(not FILES, reason="the shared files are not here")]


@pytest.fixture(scope="module")
def reader() -> Iterator[Reader]:
    with Reader(most_seconds=SLOWEST) as reader:
        yield reader


def read(reader: Reader, path: Path) -> Extracted | str:
    try:
        return read_whole(reader, path.name, path.read_bytes())
    except Unreadable as refusal:
        return refusal.sentence


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.name)
def test_each_is_read_or_refused_with_a_sentence(reader: Reader, path: Path) -> None:
    found = read(reader, path)
    if isinstance(found, str):
        assert re.fullmatch(r"[A-Z][^!]+\.", found)
        assert path.name == "tika_testZIP_corrupted_oom.zip" or (
            path.name == "tika_testOCR.pdf" and shutil.which("tesseract") is None
        )
    else:
        check(found, outside=r"\W*" if path.suffix == ".md" else r"\s*")


@pytest.mark.parametrize("path", TWINS, ids=lambda path: path.name)
def test_words_of_the_twin_text_are_all_there(reader: Reader, path: Path) -> None:
    found = read(reader, path)
    assert isinstance(found, Extracted)
    there = re.sub(r"\W", "", found.text).lower()
    twin = path.with_suffix(".txt").read_text(encoding="utf-8", errors="replace")
    sentences = [re.sub(r"\W", "", part).lower() for part in re.split(r"(?<=[.?!])\s+|\n\s*\n", twin)]
    lost = [sentence for sentence in sentences if sentence not in there]
    # The twins were typed or converted by other hands: a few differ by a page number or a corrected slip.
    assert len(lost) <= 0.04 * len(sentences)
