"""Folders packed into one file: each file inside becomes a source or is refused, and none harms."""

import io
import stat
import time
import zipfile

import pytest

from casement.foundation import files
from casement.rooms.sources import queries
from casement.rooms.sources.intake import Reader, Unreadable, read
from casement.rooms.sources.intake.containers import LOCKED, TOO_MUCH_INSIDE
from casement.rooms.sources.intake.packed import A_LINK, LEADS_OUT
from casement.rooms.sources.models import Source
from tests.factories.sources import bring_in
from tests.rooms.sources.made_files import mail, zipped


def test_each_file_inside_becomes_a_source_or_is_refused_by_itself(oak):
    message = mail("See attached.")
    message.add_attachment(b"Seen.", maintype="text", subtype="plain", filename="note.txt")
    packed = zipped(
        {"Health/visit.txt": b"Visited.", "letter.eml": bytes(message), "x.xyz": b"\x00\x01\x02" * 50, "e/": b""}
    )
    batch = bring_in(oak, ("papers.zip", packed), date="May 2024")
    told = queries.batch(oak.seat(), batch.number)
    assert [(one.name, one.inside, one.folder, one.outcome) for one in told.files] == [
        ("papers.zip", "", "", "unpacked"),
        ("visit.txt", "papers.zip", "Health", "in"),
        ("letter.eml", "papers.zip", "", "in"),
        ("note.txt", "letter.eml", "", "in"),
        ("x.xyz", "papers.zip", "", "refused"),
    ]
    sources = {one.title: one for one in Source.objects.all()}
    assert set(sources) == {"visit", "letter", "note"}
    assert sources["visit"].came_with is None and sources["note"].came_with == sources["letter"]
    assert sources["visit"].date_recorded == "May 2024"
    assert files.fetch(sources["visit"].current.original_sha256) == b"Visited."


def test_a_packed_folder_in_a_mail_ties_its_files_to_the_mail(oak):
    message = mail("See attached.")
    message.add_attachment(zipped({"a.txt": b"Seen."}), maintype="application", subtype="zip", filename="p.zip")
    bring_in(oak, ("m.eml", bytes(message)))
    assert Source.objects.get(title="a").came_with.title == "m"


@pytest.mark.parametrize(
    "name", ["../../etc/passwd", "a/../../b.txt", "/etc/passwd", "C:/b.txt", "..\\b.txt", "C:\\b.txt"]
)
def test_places_that_lead_out_of_the_folder_are_refused_and_said(name):
    inside = read("a.zip", zipped({name: b"x", "ok.txt": b"y"})).inside
    assert [(one.sentence, one.data) for one in inside] == [(LEADS_OUT, b""), ("", b"y")]
    assert "/" not in inside[0].name and "\\" not in inside[0].name


def test_a_link_is_refused():
    into = io.BytesIO()
    with zipfile.ZipFile(into, "w") as packed:
        link = zipfile.ZipInfo("link.txt")
        link.external_attr = (stat.S_IFLNK | 0o777) << 16
        packed.writestr(link, "/etc/passwd")
    [one] = read("a.zip", into.getvalue()).inside
    assert (one.sentence, one.data) == (A_LINK, b"")


@pytest.mark.filterwarnings("ignore:Duplicate name")
@pytest.mark.parametrize(
    ("first", "second"), [("Visit.txt", "visit.TXT"), ("Zo\u00e9.txt", "Zoe\u0301.txt"), ("a.txt", "a.txt")]
)
def test_twins_by_name_are_both_taken_and_said(first, second):
    into = io.BytesIO()
    with zipfile.ZipFile(into, "w") as packed:
        packed.writestr(first, b"one")
        packed.writestr(second, b"two")
    extracted = read("a.zip", into.getvalue())
    assert [one.data for one in extracted.inside] == [b"one", b"two"]
    assert extracted.dropped[0].startswith("2 files have names that differ by nothing, or only by capitals or")


def test_a_locked_one_and_a_bomb_are_refused_at_once_and_small():
    locked = bytearray(zipped({"a.txt": b"x"}))
    for at in (6, locked.index(b"PK\x01\x02") + 8):
        locked[at] |= 1
    bomb = zipped({f"{number}.txt": b"\0" * 30_000_000 for number in range(4)})
    with Reader() as reader:
        for data, sentence in ((bytes(locked), LOCKED), (bomb, TOO_MUCH_INSIDE)):
            began = time.monotonic()
            with pytest.raises(Unreadable) as refusal:
                reader.read("a.zip", data)
            assert refusal.value.sentence == sentence
            assert time.monotonic() - began < 5


def test_one_damaged_file_inside_costs_only_itself():
    data = bytearray(zipped({"a.txt": b"One is here.", "b.txt": b"Two is here."}, zipfile.ZIP_STORED))
    data[data.index(b"One")] ^= 1
    inside = read("a.zip", bytes(data)).inside
    assert [bool(one.sentence) for one in inside] == [True, False]


def test_a_folder_that_packs_itself_over_and_over_ends(oak):
    data = b"The end."
    for depth in range(12):
        data = zipped({f"{depth}.zip" if depth else "end.txt": data})
    batch = bring_in(oak, ("top.zip", data))
    assert batch.uploads.last().state == "refused"
    assert batch.uploads.count() == 7


def test_files_come_through_the_process_apart_whole():
    content = {f"{number}.txt": bytes([number]) * number * 1000 for number in range(1, 200)}
    with Reader() as reader:
        inside = reader.read("a.zip", zipped(content)).inside
    assert {one.name: one.data for one in inside} == content


def test_what_computers_add_is_left_out_and_said():
    extracted = read("a.zip", zipped({"a.txt": b"x", "__MACOSX/._a.txt": b"\0", ".DS_Store": b"\0"}))
    assert [one.name for one in extracted.inside] == ["a.txt"]
    assert extracted.dropped == ("2 files that computers make for themselves are left out.",)


def test_an_empty_folder_is_refused():
    with pytest.raises(Unreadable, match="empty"):
        read("a.zip", zipped({"e/": b""}))
