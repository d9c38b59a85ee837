"""Files of other programs are read whatever their dialect, and what was odd about them is said."""

import pytest

from casement.rooms.coding.intake import ProjectReader, read
from casement.rooms.coding.rules.exchange.attributes import attributes
from casement.rooms.coding.rules.exchange.telling import note_places
from casement.rooms.sources.intake import Unreadable
from tests.rooms.coding.made_projects import SPACE, USERS, codes, coding, document, g, selection, text, zipped

PLAIN = {f"{g(10)}.txt": b"Nobody rang back."}


def project(body: str, files=None, **more):
    return read(
        "p.qdpx", zipped(document(USERS + codes("Ringing") + body), PLAIN if files is None else files, **more)
    )


@pytest.mark.parametrize("called", ["project.qde", "Project.qde", "Trial.qde"])
@pytest.mark.parametrize("folder", ["sources", "Sources", "SOURCES", ""])
def test_the_document_and_the_folder_are_found_whatever_their_case(called, folder):
    told = project(f"<Sources>{text(10)}</Sources>", called=called, folder=folder)
    assert told.sources[0].text == "Nobody rang back."
    assert any("not called project.qde" in one for one in told.remarks) == (called != "project.qde")
    assert any("not called sources" in one for one in told.remarks) == (folder in ("Sources", "SOURCES"))


@pytest.mark.parametrize(
    ("path", "found"),
    [
        (f"internal://{g(10)}.txt", True),
        (f"internal:///{g(10)}.txt", True),
        (f"{g(10)}.txt", True),
        (f"sources/{g(10)}.txt", True),
        (f"internal://{g(10).upper()}.TXT", True),
        ("internal://nowhere.txt", False),
        (f"relative:///{g(10)}.txt", False),
        ("absolute:///etc/passwd", False),
        ("http://example.org/x.txt", False),
        ("internal://../../etc/passwd", False),
        ("C:\\Users\\me\\x.txt", False),
    ],
)
def test_a_text_is_taken_from_inside_the_project_and_from_nowhere_else(path, found):
    source = project(f"<Sources>{text(10, path=path)}</Sources>").sources[0]
    assert bool(source.text) is found
    assert found or "project" in source.trouble


def test_a_file_without_internal_and_a_hidden_file_are_noticed():
    told = project(f"<Sources>{text(10, path=f'{g(10)}.txt')}</Sources>", {**PLAIN, ".root": b""})
    assert "without internal://" in told.sources[0].remarks[0]
    assert any("hidden file" in one for one in told.remarks)


@pytest.mark.parametrize(
    "space", [SPACE, "urn:QDA-XML:project:1:0", "urn:QDA-XML:project:0:4", ""], ids=["1.0", "1:0", "0:4", "none"]
)
def test_other_versions_of_the_name_of_the_format_are_read(space):
    told = read("p.qde", document(codes("Ringing"), space=space))
    assert [code.name for code in told.codes] == ["Ringing"] and told.schema == ""
    assert bool(told.remarks) == (space != SPACE)


@pytest.mark.parametrize("version", ["1.0", "1:0", "0:4"])
def test_a_codebook_is_read_whatever_its_version(version):
    body = f'<Codes><Code guid="{{{g(1).upper()}}}" name="A" isCodable="false"><Code guid="{g(2)}" name="Ä" isCodable="1" color="#0AF"/></Code></Codes>'
    book = f'<CodeBook origin="X" xmlns="urn:QDA-XML:codebook:{version}">{body}</CodeBook>'
    told = read("c.qdc", book.encode())
    assert told.kind == "codebook" and told.schema == ""
    assert [(c.guid, c.name, c.parent, c.codable, c.colour) for c in told.codes] == [
        (g(1), "A", "", False, ""), (g(2), "Ä", g(1), True, "#0AF"),
    ]  # fmt: skip


def test_deep_codes_keep_their_places():
    deep = "".join(f'<Code guid="{g(n)}" name="level {n}" isCodable="true">' for n in range(1, 31)) + "</Code>" * 30
    told = read("p.qde", document(f"<CodeBook><Codes>{deep}</Codes></CodeBook>"))
    assert [code.parent for code in told.codes] == ["", *(g(n) for n in range(1, 30))]


def test_where_it_departs_from_the_schema_is_said_and_it_is_read_all_the_same():
    told = read("p.qde", document(f'<CodeBook><Codes><Code guid="{g(1)}" name="A"/></Codes></CodeBook>'))
    assert "departs from the published schema in line 1" in told.schema and told.codes[0].codable


def test_a_byte_order_mark_is_no_character_but_is_remembered():
    source = project(f"<Sources>{text(10)}</Sources>", {f"{g(10)}.txt": b"\xef\xbb\xbfNobody\r\nrang."}).sources[0]
    assert (source.text, source.marked) == ("Nobody\r\nrang.", True)


def test_text_inside_the_document_is_read():
    body = f'<Sources><TextSource guid="{g(10)}" name="In"><PlainTextContent>One 🙂 two</PlainTextContent>{selection(11, 4, 5)}</TextSource></Sources>'
    source = read("p.qde", document(body)).sources[0]
    assert source.text == "One 🙂 two" and (source.selections[0].start, source.selections[0].end) == (4, 5)


def test_a_pdf_counts_in_its_representation_and_its_regions_stand_elsewhere():
    own = f'<Representation guid="{g(21)}" plainTextPath="internal://{g(10)}.txt">{selection(22, 0, 6, coding(23))}</Representation>'
    region = f'<PDFSelection guid="{g(24)}" page="0" firstX="1" firstY="2" secondX="3" secondY="4">{coding(25)}</PDFSelection>'
    body = f'<Sources><PDFSource guid="{g(20)}" name="Paper" path="internal://paper.pdf">{region}{own}</PDFSource></Sources>'
    source = project(body).sources[0]
    assert (source.kind, source.text, source.selections[0].codings[0].code) == ("pdf", "Nobody rang back.", g(100))
    assert source.elsewhere[0].where == "page index 0 (counted from 0), region 1,2 to 3,4"


def test_a_recording_has_no_text_but_its_transcript_is_a_source():
    inner = (
        f'<Transcript guid="{g(31)}" plainTextPath="internal://{g(10)}.txt"><SyncPoint guid="{g(32)}" timeStamp="0" position="0"/>'
        f'<SyncPoint guid="{g(33)}" timeStamp="900" position="6"/>'
        f'<TranscriptSelection guid="{g(34)}" fromSyncPoint="{g(32)}" toSyncPoint="{g(33)}">{coding(35)}</TranscriptSelection></Transcript>'
        f'<AudioSelection guid="{g(36)}" begin="61000" end="62500">{coding(37)}</AudioSelection>'
    )
    body = f'<Sources><AudioSource guid="{g(30)}" name="" path="internal://x.mp3">{inner}</AudioSource></Sources>'
    sound, words = project(body).sources
    assert (sound.kind, sound.text, sound.elsewhere[0].where) == ("audio", "", "0:01:01.000 to 0:01:02.500")
    assert (words.kind, words.text) == ("transcript", "Nobody rang back.")
    assert (words.selections[0].start, words.selections[0].end) == (0, 6)


def test_attributes_are_found_in_their_four_places():
    value = f'<VariableValue><VariableRef targetGUID="{g(50)}"/><IntegerValue>34</IntegerValue></VariableValue>'
    body = (
        f'<Variables><Variable guid="{g(50)}" name="Age" typeOfVariable="Integer"/></Variables>'
        f'<Cases><Case guid="{g(60)}" name="Anna">{value}<SourceRef targetGUID="{g(10)}"/></Case>'
        f'<Case guid="{g(61)}">{value.replace("34", "35")}<SourceRef targetGUID="{g(10)}"/></Case></Cases>'
        f"<Sources>{text(10, value.replace('34', '36'))}</Sources>"
        f'<Sets><Set guid="{g(70)}" name="gender: female"><MemberSource targetGUID="{g(10)}"/></Set></Sets>'
    )
    told = attributes(project(body))
    assert told.of_source[g(10)] == ["Age: 36", "Case: Anna", "Age: 34", "Age: 35", "gender: female"]
    assert {item.guid for item in told.items} == {g(50), g(60), g(61), g(70)}


def test_memos_are_found_in_their_three_places_and_by_a_line():
    body = (
        f"<Sources>{text(10, selection(11, 0, 6, coding(12) + f'<NoteRef targetGUID={chr(34)}{g(80)}{chr(34)}/>'))}</Sources>"
        f'<Notes><Note guid="{g(80)}" name="N1"><PlainTextContent>First</PlainTextContent></Note>'
        f'<Note guid="{g(81)}" name="N2" plainTextPath="internal://{g(10)}.txt"/><Note guid="{g(82)}" name="Alone"/></Notes>'
        f'<Links><Link guid="{g(90)}" name="about" direction="OneWay" originGUID="{g(81)}" targetGUID="{g(11)}"/></Links>'
    )
    told = project(body)
    assert {thing: [note.text for note in notes] for thing, notes in note_places(told).items()} == {
        g(11): ["First", "Nobody rang back."]
    }
    assert told.notes[2].trouble


@pytest.mark.parametrize("data", [b"", b"hello", b"%PDF-1.4", b"<html/>", b"<a xmlns='urn:x'/>", b"PK\x03\x04rest"])
def test_something_else_is_refused_in_a_sentence(data):
    with pytest.raises(Unreadable) as no:
        read("x.qdpx", data)
    assert no.value.sentence.endswith(".") and len(no.value.sentence) < 200


def test_the_process_apart_gives_the_same_project():
    data = zipped(
        document(USERS + codes("Ringing") + f"<Sources>{text(10, selection(11, 0, 6, coding(12)))}</Sources>"),
        PLAIN,
    )
    with ProjectReader() as reader:
        assert reader.read("p.qdpx", data) == read("p.qdpx", data)
