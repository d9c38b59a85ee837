"""Pages that are pictures: read by machine where there is one, marked as such, and never mistaken for text."""

import io
import shutil
import time
from collections.abc import Iterator

import pytest
from PIL import Image, ImageDraw, ImageFont

from casement.foundation import jobs
from casement.rooms.sources import commands, queries, tasks
from casement.rooms.sources.intake import Extracted, Reader, Unreadable, read, read_whole
from casement.rooms.sources.intake.scans import NO_MACHINE, PageRead, drawing, machine
from casement.rooms.sources.intake.scans.drawing import HUGE
from casement.rooms.sources.intake.scans.page import read_said
from casement.rooms.sources.models import Source
from tests.factories.sources import bring_in
from tests.rooms.sources.made_files import mail, zipped
from tests.rooms.sources.test_intake_offsets import check

needs_machine = pytest.mark.skipif(shutil.which("tesseract") is None, reason="tesseract is not installed here")
WORDS = "The health visitor called at the house on Tuesday and nobody answered the door."
MORE = "A second call was made on Friday."


def page(*lines: str) -> Image.Image:
    drawn = Image.new("L", (1700, 700), "white")
    for number, line in enumerate(lines):
        ImageDraw.Draw(drawn).text((60, 60 + 90 * number), line, font=ImageFont.load_default(40), fill="black")
    return drawn


def saved(kind: str, *pages: Image.Image, **more: object) -> bytes:
    into = io.BytesIO()
    pages[0].save(into, kind, save_all=True, append_images=pages[1:], **more) if kind != "JPEG" else pages[0].save(
        into, kind, **more
    )
    return into.getvalue()


@pytest.fixture(autouse=True)
def _reader_of_the_day() -> Iterator[None]:
    """The process apart keeps the environment it was started in, which some of these tests change."""
    tasks.READER.close()
    yield
    tasks.READER.close()


@pytest.fixture(scope="module")
def reader() -> Iterator[Reader]:
    with Reader() as reader:
        yield reader


@needs_machine
def test_each_page_of_a_scan_is_read_and_marked_with_how_sure_the_machine_was(reader: Reader) -> None:
    told: list[tuple[int, int]] = []
    data = saved("PDF", page(WORDS), page(MORE), resolution=200)
    extracted = read_whole(reader, "a.pdf", data, lambda *pages: told.append(pages))
    assert WORDS in extracted.text and MORE in extracted.text
    labels = [anchor.label for anchor in extracted.anchors if anchor.kind == "page"]
    assert [label.split(" (")[0] for label in labels] == ["page 1", "page 2"]
    assert all("read by machine" in label and "of 100" in label for label in labels)
    assert extracted.kept[0].startswith("2 pages were read by machine:")
    assert extracted.dropped == () and told == [(0, 2), (1, 2)]
    check(extracted)


@needs_machine
@pytest.mark.parametrize(("kind", "ending"), [("PNG", "png"), ("JPEG", "jpg"), ("TIFF", "tif"), ("JPEG", "jpeg")])
def test_pictures_of_pages_are_read(reader: Reader, kind: str, ending: str) -> None:
    extracted = read_whole(reader, f"a.{ending}", saved(kind, page(WORDS)))
    assert WORDS in extracted.text


@needs_machine
def test_a_picture_of_many_pages_is_read_in_order_and_one_without_words_is_said(reader: Reader) -> None:
    extracted = read_whole(reader, "fax.tif", saved("TIFF", page(WORDS), page(), page(MORE)))
    assert extracted.text.index(WORDS) < extracted.text.index(MORE)
    assert extracted.dropped == ("Page 2 was looked at by machine, and no words could be made out.",)


@needs_machine
def test_a_picture_on_its_side_in_the_camera_is_turned(reader: Reader) -> None:
    turned = page(WORDS).rotate(90, expand=True)
    marked = Image.Exif()
    marked[0x0112] = 6  # the camera was held so that the top is at the right
    assert WORDS in read_whole(reader, "a.jpg", saved("JPEG", turned, exif=marked)).text


@needs_machine
def test_a_picture_without_words_is_refused(reader: Reader) -> None:
    with pytest.raises(Unreadable, match="No words"):
        read_whole(reader, "a.png", saved("PNG", page()))


def test_text_is_left_as_it_is_and_only_silent_pages_are_given_to_the_machine() -> None:
    scans = {1: PageRead(("Seen at home.",), 62)}
    extracted = read("a.pdf", saved("PDF", page(WORDS), page(MORE)), scans)
    assert extracted.scanned == (2,)
    assert extracted.anchors[0].label == "page 1 (read by machine, doubtful: 62 of 100)"
    assert extracted.text == "Seen at home."


def test_how_sure_a_machine_was_is_said_in_words_and_figures() -> None:
    pages = {1: PageRead(("a",), 96), 2: PageRead(("b",), 80), 3: PageRead(("c",), 40)}
    assert read_said(pages) == (
        "3 pages were read by machine: 1 clear, 1 mostly clear, 1 doubtful. "
        "Least sure: page 3 (40 of 100), page 2 (80 of 100), page 1 (96 of 100). Check what you quote against the original."
    )


TABLE = (
    "level\tpage_num\tblock_num\tpar_num\tline_num\tword_num\tleft\ttop\twidth\theight\tconf\ttext\n"
    "5\t1\t1\t1\t1\t1\t0\t0\t400\t10\t90\tNobody\n5\t1\t1\t1\t1\t2\t410\t0\t500\t10\t80\tanswered\n"
    '5\t1\t1\t1\t2\t1\t0\t20\t90\t10\t70\t"the\n5\t1\t1\t1\t3\t1\t0\t40\t80\t10\t60\tdoor\n'
    "5\t1\t2\t1\t1\t1\t0\t90\t80\t10\t95\tEnd\n5\t1\t2\t1\t1\t2\t0\t90\t80\t10\t-1\t \n"
)


def test_lines_run_on_where_they_were_full_and_end_where_they_were_short() -> None:
    told = machine._gathered(TABLE)
    assert told == PageRead(('Nobody answered "the\ndoor', "End"), 79)


def test_a_scan_is_refused_with_what_to_install_where_there_is_no_machine(oak, monkeypatch) -> None:
    monkeypatch.setenv("PATH", "/nowhere")
    batch = bring_in(oak, ("a.pdf", saved("PDF", page(WORDS))), ("b.png", saved("PNG", page(WORDS))))
    assert [one.sentence for one in batch.uploads.all()] == [NO_MACHINE, NO_MACHINE]
    assert "tesseract-ocr" in NO_MACHINE


def test_pages_with_text_come_in_and_scanned_ones_are_declared_where_there_is_no_machine(monkeypatch) -> None:
    monkeypatch.setenv("PATH", "/nowhere")

    class Half(Reader):
        """A reader that met a file with one page of text and one scanned page."""

        def read(self, name, data, scans=None):
            return Extracted("application/pdf", "Seen.", (), scanned=(2,))

    found = read_whole(Half(), "a.pdf", b"")
    assert found.text == "Seen." and found.scanned == ()
    assert found.dropped[0].startswith("Page 2 is a picture with no text, and the program that reads scans")


def test_pictures_of_too_many_dots_are_refused_at_once_and_small() -> None:
    small = io.BytesIO()
    Image.new("1", (60_000, 60_000)).save(small, "PNG")
    with Reader(most_memory=300 * 1024 * 1024 + 400 * 1024 * 1024) as reader:
        began = time.monotonic()
        with pytest.raises(Unreadable) as refusal:
            reader.read("a.png", small.getvalue())
    assert refusal.value.sentence == HUGE
    assert time.monotonic() - began < 5


@pytest.mark.parametrize("share", [0.05, 0.3, 0.9])
@pytest.mark.parametrize("kind", ["PNG", "JPEG", "TIFF"])
def test_a_picture_cut_short_is_refused_or_said_never_a_fault(kind: str, share: float) -> None:
    whole = saved(kind, page(WORDS))
    with Reader() as reader, pytest.raises(Unreadable):
        reader.read_scan(f"a.{kind.lower()[:3].replace('jpe', 'jpg')}", whole[: int(len(whole) * share)], 1)


def test_a_huge_sheet_of_paper_is_drawn_within_bounds() -> None:
    data = saved("PDF", page(WORDS), resolution=2)  # more than twenty metres wide
    drawn = drawing.pdf_page(data, 1)
    assert len(drawn) <= drawing.MOST_DOTS * 1.01


def test_the_place_where_a_picture_was_taken_is_said_and_not_brought_in() -> None:
    marked = Image.Exif()
    marked[0x8825] = {1: "N", 2: (51.0, 30.0, 0.0)}
    extracted = read("a.jpg", saved("JPEG", page(WORDS), exif=marked), {1: PageRead(("Seen",), 90)})
    assert "place where the picture was taken" in extracted.dropped[0]
    assert "51" not in extracted.text


@needs_machine
def test_scans_come_in_from_mails_and_folders_with_their_progress_told(oak, monkeypatch) -> None:
    monkeypatch.setattr(tasks, "SIGN_OF_LIFE", 0.01)
    message = mail("See the scan.")
    message.add_attachment(saved("PNG", page(WORDS)), maintype="image", subtype="png", filename="scan.png")
    said: list[str] = []
    monkeypatch.setattr(commands, "say_progress", lambda upload, sentence: said.append(sentence))
    packed = zipped({"m.eml": bytes(message), "old.pdf": saved("PDF", page(MORE), page(WORDS))})
    batch = commands.add_files(oak.seat(), files=[("p.zip", packed)], agency=1)
    jobs.run_waiting()
    assert [one.state for one in batch.uploads.all()] == ["unpacked", "in", "in", "in"]
    scan = Source.objects.get(title="scan")
    assert scan.came_with.title == "m" and WORDS in scan.current.text
    assert "Page 2 of 2 is being read by machine." in said
    reading = queries.reading(oak.seat(), scan.number)
    assert reading.paragraphs[0].page.startswith("page 1 (read by machine")
