"""The thread on the command line alone, and what its Word file and its PDF hold when another program reads them."""

import os
import re
import shutil
import subprocess
import sys
from collections import Counter
from pathlib import Path

import docx
import pytest
from docx.oxml.ns import qn

from tests.journeys import paper
from tools.check_pdf_ua import faults

THREAD = Path(__file__).with_name("thread.sh")
OFFICE = shutil.which("soffice")
READER = shutil.which("pdftotext")
pytestmark = pytest.mark.journey


@pytest.fixture(scope="module")
def made(tmp_path_factory) -> Path:
    """The folder the script left its files in."""
    at = tmp_path_factory.mktemp("shell")
    home, out = at / "home", at / "out"
    home.mkdir()
    out.mkdir()
    paper.make(at / "papers")
    kept = {key: word for key, word in os.environ.items() if not key.startswith(("CASEMENT", "DJANGO"))}
    here = os.pathsep.join([str(Path(sys.executable).parent), kept["PATH"]])
    told = subprocess.run(
        ["sh", str(THREAD), str(at / "papers"), str(out)],
        env={**kept, "PATH": here, "CASEMENT_HOME": str(home), "PYTHONUTF8": "1"},
        capture_output=True, text=True, check=False,
    )  # fmt: skip
    assert told.returncode == 0, told.stderr[-3000:]
    assert "The chain is whole." in told.stdout
    return out


def words(text: str) -> list[str]:
    """The words of a text in their order; a line broken at a hyphen or a space makes no difference."""
    return re.findall(r"[^\W_]+", text)


def paragraphs(path: Path) -> list[str]:
    """Every paragraph of a Word file, tables and contents list included, without the codes of its fields."""
    body = docx.Document(str(path)).element.body
    told = ("".join(run.text or "" for run in each.iter(qn("w:t"))) for each in body.iter(qn("w:p")))
    return [text for text in told if text.strip()]


def read_by_another(path: Path) -> str:
    assert READER
    told = subprocess.run([READER, "-layout", str(path), "-"], capture_output=True, text=True, check=True)
    return told.stdout


def test_the_report_holds_the_analysis_under_labels(made):
    told = "\n".join(paragraphs(made / "report.docx"))
    assert "Faults are logged one by one" in told
    assert "Housing Officer 1 rang twice" in told
    assert "Ottoline" not in told and "Quarrick" not in told


def test_the_episode_table_opens_in_word(made):
    cells = [cell.text for row in docx.Document(str(made / "table.docx")).tables[0].rows for cell in row.cells]
    assert any("The lift stays broken" in text for text in cells)


@pytest.mark.skipif(not (OFFICE and READER), reason="install LibreOffice and poppler-utils")
def test_another_program_reads_the_word_file_without_loss(made, tmp_path):
    command = [OFFICE, f"-env:UserInstallation={(tmp_path / 'profile').as_uri()}", "--headless", "--convert-to"]
    subprocess.run(
        [*command, "pdf", "--outdir", str(tmp_path), str(made / "report.docx")], check=True, capture_output=True
    )
    sent = Counter(word for text in paragraphs(made / "report.docx") for word in words(text) if not word.isdigit())
    assert sent - Counter(words(read_by_another(tmp_path / "report.pdf"))) == Counter()


def test_nothing_is_found_against_the_standard_for_reading_aloud(made):
    assert faults((made / "report.pdf").read_bytes()) == []


@pytest.mark.skipif(not READER, reason="install poppler-utils")
def test_the_pdf_says_what_the_word_file_says(made):
    there = set(words(read_by_another(made / "report.pdf")))
    assert {"Faults", "logged", "caretaker", "towers", "Housing", "Officer"} <= there
    assert not {"Ottoline", "Quarrick"} & there
