"""What an e-mail says, and what came along with it."""

from email.message import EmailMessage

import pytest

from casement.rooms.sources.intake import Extracted, Unreadable, read
from tests.rooms.sources.made_files import mail


def said(extracted: Extracted) -> list[str]:
    return [extracted.text[anchor.start : anchor.end] for anchor in extracted.blocks]


def test_the_head_and_the_plain_form_are_read() -> None:
    message = mail(
        "Seen.\n\n> Was she?",
        "<p>Seen in html</p>",
        to="a@example.org",
        date="Tue, 05 Mar 2024 09:15:00 +0000",
    )
    extracted = read("a.eml", bytes(message))
    assert said(extracted) == [
        "From: Duty Desk <duty@example.org>\nTo: a@example.org\n"
        "Date: Tue, 05 Mar 2024 09:15:00 +0000\nSubject: Visit",
        "Seen.",
        "> Was she?",
    ]
    assert extracted.anchors[0].kind == "mail"


def test_the_web_form_is_read_where_the_plain_one_is_missing_or_empty() -> None:
    page = "<p>Seen</p><script>x()</script><img src='http://example.org/pixel.gif'>"
    for message in (mail(page=page), mail(" \n", page)):
        assert said(read("a.eml", bytes(message)))[1:] == ["Seen"]


def test_attachments_are_named_and_handed_on_as_files_of_their_own() -> None:
    message = mail("See attached.")
    for name in ("plan.docx", "Zeitplan für März.pdf"):
        message.add_attachment(name.encode(), maintype="application", subtype="octet-stream", filename=name)
    extracted = read("a.eml", bytes(message))
    assert extracted.dropped == ()
    assert extracted.kept == (
        "2 attachments came with it, each read as a file of its own: plan.docx, Zeitplan für März.pdf.",
    )
    assert [(one.name, one.data) for one in extracted.inside] == [
        ("plan.docx", b"plan.docx"),
        ("Zeitplan für März.pdf", "Zeitplan für März.pdf".encode()),
    ]


def test_a_picture_that_stands_in_the_text_is_counted_and_one_that_was_attached_is_handed_on() -> None:
    message = mail("Hello", page="<p>Hello <img src='cid:logo'></p>")
    message.get_payload()[1].add_related(b"x", "image", "png", cid="<logo>", filename="logo.png")
    message.add_attachment(b"scan", maintype="image", subtype="png", filename="scan.png")
    extracted = read("a.eml", bytes(message))
    assert [one.name for one in extracted.inside] == ["scan.png"]


def test_attachments_of_attached_e_mails_are_handed_on_as_well() -> None:
    inner, outer = mail("Inner"), mail("Outer")
    inner.add_attachment(b"deep", maintype="application", subtype="octet-stream", filename="deep.txt")
    outer.add_attachment(inner)
    extracted = read("a.eml", bytes(outer))
    assert [(one.name, one.data) for one in extracted.inside] == [("deep.txt", b"deep")]
    assert "Inner" in extracted.text


def test_attached_e_mails_follow_and_their_depth_is_bounded() -> None:
    message = mail("number 0")
    for depth in range(1, 9):
        outer = mail(f"number {depth}")
        outer.add_attachment(message)
        message = outer
    extracted = read("a.eml", bytes(message))
    assert [a.label for a in extracted.anchors if a.kind == "mail"] == [f"e-mail {n}" for n in range(1, 6)]
    assert "number 8" in extracted.text
    assert "number 3" not in extracted.text
    assert extracted.dropped == ("1 attachment is not brought in: an e-mail.",)


def test_coded_heads_and_letters_are_read() -> None:
    raw = (
        b"From: =?iso-8859-1?Q?J=F6rg?= <j@example.org>\r\nSubject: =?utf-8?B?wqMyMA==?=\r\n"
        b"MIME-Version: 1.0\r\nContent-Type: text/plain; charset=windows-1252\r\n"
        b"Content-Transfer-Encoding: quoted-printable\r\n\r\n"
        b"Paid =A320 =96 twice\r\n"
    )
    assert said(read("a.eml", raw)) == ["From: Jörg <j@example.org>\nSubject: £20", "Paid £20 – twice"]


@pytest.mark.parametrize("charset", ["no-such-set", "utf-8", "rot13", "us-ascii", "base64"])
def test_a_wrong_encoding_falls_back_to_what_fits(charset: str) -> None:
    raw = (
        f"From: a@example.org\nSubject: x\nContent-Type: text/plain; charset={charset}\n\nPaid ".encode()
        + b"\xa320"
    )
    assert "Paid £20" in read("a.eml", raw).text


@pytest.mark.parametrize(
    "head",
    [
        b'From: @@@<<>>\nTo: "\nDate: yesterday',
        b"From: a@example.org\nSubject: =?utf-8?B?///?=",
        b"To: [\nFrom: ]",
    ],
)
def test_broken_heads_never_stop_the_text(head: bytes) -> None:
    assert "Still here" in read("a.eml", head + b"\nMIME-Version: 1.0\n\nStill here").text


def test_an_encrypted_e_mail_is_refused() -> None:
    message = EmailMessage()
    message["From"], message["Subject"] = "a@example.org", "x"
    message.set_content(b"0", maintype="application", subtype="pkcs7-mime")
    with pytest.raises(Unreadable, match="encrypted"):
        read("a.eml", bytes(message))
