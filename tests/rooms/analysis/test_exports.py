"""The episode table as files: everything in it, nothing a spreadsheet would run, real Word structure."""

import csv
import io
import zipfile

import pytest
from docx import Document
from hypothesis import given
from hypothesis import strategies as st

from casement.foundation.access import Role
from casement.rooms.analysis import queries
from casement.rooms.analysis.exports import episode_csv, episode_docx
from casement.rooms.analysis.exports.comma_separated import STARTS, inert, read_back
from casement.rooms.analysis.exports.episode_rows import COLUMNS
from casement.rooms.analysis.queries.tree import EpisodeView, StatementView
from tests.factories.analysis import whole

cells = st.text(max_size=40) | st.builds(
    lambda sign, rest: sign + rest, st.sampled_from(STARTS), st.text(max_size=20)
)


def episode(text: str, title: str = "A title") -> EpisodeView:
    """An episode with one text."""
    parts = {part: (StatementView(1, part, text, "unsupported"),) for part in ("gaps", "why_key")}
    return EpisodeView(1, title, "chosen", "2024", parts=parts)


@given(cells)
def test_a_cell_never_runs_and_reads_back_to_the_letter(cell):
    safe = inert(cell)
    assert not safe.startswith(("=", "+", "-", "@", "\t", "\r"))
    assert read_back(safe) == cell


@pytest.mark.parametrize("text", ["=1+1", "+44 20", "-5", "@SUM(A1)", "\t=1", "'quoted", "two\nlines", 'a "b", c'])
def test_csv_holds_every_word_and_nothing_that_runs(text):
    data = episode_csv([episode(text, title=text)])
    assert data.startswith(b"\xef\xbb\xbf")
    head, row = csv.reader(io.StringIO(data.decode("utf-8-sig"), newline=""))
    assert tuple(head) == COLUMNS
    assert read_back(row[3]) == text
    assert not any(cell.startswith(("=", "+", "-", "@", "\t", "\r")) for cell in row)


def test_word_has_headings_landscape_sheets_and_header_rows_that_repeat(oak):
    whole(oak)
    data = episode_docx(queries.episodes(oak.seat()), made_for="Lead reviewer A")
    document = Document(io.BytesIO(data))
    section = document.sections[0]
    assert section.page_width > section.page_height
    assert [p.style.name for p in document.paragraphs if p.text][:2] == ["Heading 1", "Heading 2"]
    told = "\n".join(cell.text for table in document.tables for row in table.rows for cell in row.cells)
    for words in ("Workload", "Makes problematic practice more likely", "record 1, Police, para 3", "mixed",
                  "Threshold guidance, 2022", "Indicated", "chronology entry 1, Police"):  # fmt: skip
        assert words in told
    xml = zipfile.ZipFile(io.BytesIO(data)).read("word/document.xml").decode()
    assert xml.count("w:tblHeader") == len(document.tables)
    assert "Lead reviewer A" in section.footer.paragraphs[0].text
    assert document.core_properties.author == ""


def test_words_that_xml_cannot_hold_do_not_break_the_file():
    data = episode_docx([episode("bell \x07 and null \x00 and 🙂 end")])
    document = Document(io.BytesIO(data))
    told = "\n".join(cell.text for table in document.tables for row in table.rows for cell in row.cells)
    assert "🙂 end" in told


def test_files_come_as_attachments_under_a_name_without_a_title(oak, client):
    whole(oak)
    client.force_login(oak.person(Role.TEAM))
    for kind in ("docx", "csv"):
        answer = client.get(f"/reviews/{oak.ref}/episodes/table.{kind}")
        assert answer.status_code == 200
        assert answer["Content-Disposition"] == f'attachment; filename="episode-table.{kind}"'


def test_words_from_a_closed_source_stay_out_of_the_files(oak):
    from casement.rooms.analysis import commands
    from tests.factories.analysis import source

    whole(oak)
    secret = source(oak, "A very private sentence.", access="leads", title="For leads only")
    commands.cite(oak.seat(), statement=1, excerpt=secret.excerpt("private").number)
    told = episode_csv(queries.episodes(oak.seat(Role.TEAM))).decode()
    assert "private" not in told
    assert "For leads only" not in told
