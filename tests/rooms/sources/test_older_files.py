"""Older Word and Excel files: turned into newer ones where LibreOffice is, refused with what to do where it is not."""

import io
import shutil
import subprocess
from pathlib import Path

import docx
import openpyxl
import pytest

from casement.foundation import files
from casement.rooms.sources.intake import Reader, Unreadable, read_whole
from casement.rooms.sources.intake.office import converting
from casement.rooms.sources.models import Source
from tests.factories.sources import bring_in
from tests.rooms.sources.made_messages import compound

needs_office = pytest.mark.skipif(shutil.which("soffice") is None, reason="LibreOffice is not installed here")


def older(data: bytes, ending: str, into: str, folder: Path) -> bytes:
    (folder / f"new.{ending}").write_bytes(data)
    profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
    command = ["soffice", "--headless", profile, "--convert-to", into, "--outdir", str(folder), f"new.{ending}"]
    subprocess.run(command, cwd=folder, check=True, capture_output=True, timeout=120)
    made = folder / f"new.{into}"
    if not made.exists():
        pytest.skip(f"this LibreOffice cannot make .{into}")
    return made.read_bytes()


@needs_office
def test_an_older_word_document_comes_in_with_its_original_kept(oak, tmp_path):
    made = docx.Document()
    made.add_heading("Home visit", 1)
    made.add_paragraph("Nobody answered the door.")
    into = io.BytesIO()
    made.save(into)
    data = older(into.getvalue(), "docx", "doc", tmp_path)
    batch = bring_in(oak, ("visit.doc", data))
    source = Source.objects.get()
    assert batch.uploads.get().state == "in"
    assert source.current.text == "Home visit\n\nNobody answered the door."
    assert source.current.kept[0] == converting.SAID
    assert source.current.media_type == "application/msword"
    assert files.fetch(source.current.original_sha256) == data


@needs_office
def test_an_older_workbook_comes_in_with_its_cells(tmp_path):
    book = openpyxl.Workbook()
    book.active.append(["When", "What"])
    into = io.BytesIO()
    book.save(into)
    with Reader() as reader:
        found = read_whole(reader, "log.xls", older(into.getvalue(), "xlsx", "xls", tmp_path))
    assert "When\tWhat" in found.text
    assert "Sheet!B1" in [anchor.label for anchor in found.anchors]


@needs_office
def test_a_broken_older_document_is_refused_and_leaves_nothing_behind(tmp_path, monkeypatch):
    (own := tmp_path / "own").mkdir()
    monkeypatch.setattr("tempfile.tempdir", str(own))
    data = compound({"WordDocument": b"\xec\xa5" + b"\0" * 5000})
    with Reader() as reader, pytest.raises(Unreadable) as refusal:
        read_whole(reader, "a.doc", data)
    assert refusal.value.sentence.endswith("bring that in.")
    assert list(own.iterdir()) == []


def test_a_locked_older_document_is_refused_as_locked():
    data = compound({"WordDocument": b"\xec\xa5" + b"\0" * 9 + b"\x01" + b"\0" * 5000})
    with Reader() as reader, pytest.raises(Unreadable, match="password"):
        read_whole(reader, "a.doc", data)


@pytest.mark.parametrize(
    ("name", "stream", "into"), [("a.doc", "WordDocument", "docx"), ("a.xls", "Workbook", "xlsx")]
)
def test_without_the_program_the_refusal_says_what_to_do(monkeypatch, name, stream, into):
    monkeypatch.setenv("PATH", "/nowhere")
    with Reader() as reader, pytest.raises(Unreadable) as refusal:
        read_whole(reader, name, compound({stream: b"\0" * 5000}))
    assert refusal.value.sentence == converting.ABSENT[into]
