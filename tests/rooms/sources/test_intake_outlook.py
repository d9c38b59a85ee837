"""What an Outlook message says, and what came along with it."""

import os
import struct
from datetime import UTC, datetime
from pathlib import Path

import pytest

from casement.rooms.sources.intake import Extracted, Unreadable, read
from casement.rooms.sources.intake.mail.outlook_text import unpacked
from tests.rooms.sources.made_messages import compound, message

SHARED = Path(os.environ.get("CASEMENT_SHARED", Path(__file__).parents[4] / "shared")) / "data"
REAL = SHARED / "d_torture" / "tika_testMSG_att_msg.msg"


def said(extracted: Extracted) -> list[str]:
    return [extracted.text[anchor.start : anchor.end] for anchor in extracted.blocks]


def test_the_head_and_the_words_are_read_as_from_any_e_mail() -> None:
    data = compound(message("Seen.\r\n\r\n> Was she?", p0039=datetime(2024, 3, 5, 9, 15, tzinfo=UTC)))
    assert said(read("a.msg", data)) == [
        "From: Duty Desk <duty@example.org>\nTo: Health Visitor 1 <hv@example.org>\nCc: School <school@example.org>\n"
        "Date: Tue, 05 Mar 2024 09:15:00 +0000\nSubject: Visit",
        "Seen.",
        "> Was she?",
    ]


def test_the_web_form_is_read_where_the_plain_one_is_missing() -> None:
    data = compound(message(p1013=b"<p>Seen <b>at home</b></p><script>x()</script>"))
    assert said(read("a.msg", data))[1:] == ["Seen at home"]


def test_words_kept_only_as_packed_rich_text_are_read() -> None:
    rich = rb"{\rtf1\ansi Seen at home\par}"
    packed = struct.pack("<II4sI", len(rich) + 12, len(rich), b"MELA", 0) + rich
    assert said(read("a.msg", compound(message(p1009=packed))))[1:] == ["Seen at home"]


def test_packed_rich_text_is_unpacked_as_its_description_says() -> None:
    # The example of [MS-OXRTFCP], 3.1.1.
    data = bytes.fromhex(
        "2d0000002b0000004c5a4675f1c5c7a703000a007263706731323542320af32068656c090020627705b06c647d0a800fa0"
    )
    assert unpacked(data) == b"{\\rtf1\\ansi\\ansicpg1252\\pard hello world}\r\n"
    for cut in range(16, len(data)):
        assert len(unpacked(data[:cut])) <= 43


def test_attachments_are_handed_on_and_attached_messages_follow_with_theirs() -> None:
    inner = message("Inner words", p0037="Re: Visit", attached={"notes.txt": b"deep"})
    data = compound(message("Outer words", attached={"plan.docx": b"x" * 5000, "Re: Visit": inner}))
    extracted = read("a.msg", data)
    assert [(one.name, one.data) for one in extracted.inside] == [
        ("plan.docx", b"x" * 5000),
        ("notes.txt", b"deep"),
    ]
    assert [a.label for a in extracted.anchors if a.kind == "mail"] == ["e-mail 1", "e-mail 2"]
    assert extracted.text.index("Outer words") < extracted.text.index("Inner words")
    assert extracted.kept[-1].startswith("1 attached e-mail is kept") or extracted.kept[0].startswith("2 attach")


def test_the_depth_of_messages_in_messages_is_bounded() -> None:
    made = message("number 0")
    for depth in range(1, 9):
        made = message(f"number {depth}", attached={f"letter {depth}": made})
    extracted = read("a.msg", compound(made))
    assert "number 4" in extracted.text
    assert "number 3" not in extracted.text
    assert extracted.dropped == ("1 attachment is not brought in: letter 4.",)


def test_an_encrypted_message_is_refused() -> None:
    with pytest.raises(Unreadable, match="encrypted"):
        read("a.msg", compound(message("x", p001A="IPM.Note.SMIME")))


def test_a_message_that_carries_an_old_word_document_is_still_a_message() -> None:
    old = compound({"WordDocument": b"x" * 5000})
    extracted = read("a.msg", compound(message("See attached", attached={"old.doc": old})))
    assert extracted.inside[0].data == old


@pytest.mark.parametrize("share", [0.1, 0.3, 0.5, 0.8])
def test_a_message_cut_short_never_ends_otherwise_than_as_refused(share: float) -> None:
    whole = compound(message("Seen at home. " * 900, attached={"plan.docx": b"x" * 9000}))
    with pytest.raises(Unreadable):
        read("a.msg", whole[: int(len(whole) * share)])


@pytest.mark.skipif(not REAL.exists(), reason="the shared files are not here")
def test_a_real_message_with_a_message_and_a_pdf() -> None:
    extracted = read("a.msg", REAL.read_bytes())
    assert "Test email with 1 msg attachment, 1 pdf" in extracted.text
    assert "e-mail 2" in [a.label for a in extracted.anchors]
    assert [(one.name, one.data[:5]) for one in extracted.inside] == [("smbprn.00009008.KdcPjl.pdf", b"%PDF-")]
