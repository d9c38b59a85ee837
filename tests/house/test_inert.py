"""Script in every field that people fill in: whatever was typed or sent, no page turns it into anything but text."""

from html.parser import HTMLParser

import pytest

from casement.foundation.access import Role
from casement.rooms.analysis import commands as analysis
from casement.rooms.chronology import commands as chronology
from casement.rooms.coding import commands as coding
from casement.rooms.reviews import commands as reviews
from tests.factories.furnished import furnish
from tests.factories.reviews import cast
from tests.house.addresses import OF_THE_BOARD, OF_THE_HEARD, OF_THE_READER, PAGES, body, filled, signed_in

SHORT = "'\"><img src=x onerror=alert(1)></textarea></title><script>alert(2)</script>"
EVENTS = ("onload", "onerror", "onfocus", "onclick", "ontoggle", "onmouseover", "onanimationend", "onpointerenter")
HOLDERS = (
    "<svg {}=alert(1)>", "<img src=x {}=alert(1)>", "\"><input autofocus {}=alert(1) x=\"", "'><details open {}=alert(1)>",
    "</script><body {}=alert(1)>",
)  # fmt: skip
PAYLOADS = (
    *(holder.format(event) for holder in HOLDERS for event in EVENTS),
    "<script>alert(1)</script>", "</textarea><script>alert(1)</script>", "</title><script>alert(1)</script>",
    "<iframe srcdoc='<script>alert(1)</script>'>", "<a href=javascript:alert(1)>go</a>", "[go](javascript:alert(1))",
    "![x](https://evil.example/x.png)", "<math><mtext><mglyph><style><img src=x onerror=alert(1)>",
    "<noscript><p title=\"</noscript><img src=x onerror=alert(1)>\">", "<base href=//evil.example/>",
    "<meta http-equiv=refresh content='0;url=//evil.example'>", "<object data=data:text/html,x>", "{{ 7|add:7 }}",
    "{% debug %}", "<style>@import '//evil.example/x.css'</style>", "--><script>alert(1)</script><!--",
    "</script><script>alert(1)</script>", "\u2028</script><script>alert(1)//", "&lt;script&gt;alert(1)&lt;/script&gt;",
)  # fmt: skip
NEVER = {"iframe", "object", "embed", "base", "noscript", "math", "style", "applet", "frame"}
HEARD = 3  # the place of somebody of the case group


class Watching(HTMLParser):
    """Notes every element that could act, as a browser would build the page."""

    def __init__(self) -> None:
        super().__init__()
        self.found: list[str] = []

    def handle_starttag(self, tag, attrs):
        told = {name: value or "" for name, value in attrs}
        acts = [name for name in told if name.startswith("on") or name in ("style", "srcdoc", "formaction")]
        links = [told[name] for name in ("href", "src", "action", "xlink:href") if name in told]
        away = [link for link in links if not link.startswith(("/", "#", "?", "../", "./")) and ":" in link[:30]]
        if tag in NEVER or acts or away:
            self.found.append(self.get_starttag_text() or tag)
        if (
            tag == "script"
            and told.get("type") != "application/json"
            and not told.get("src", "").startswith("/static/")
        ):
            self.found.append(self.get_starttag_text() or tag)
        if (tag == "meta" and "http-equiv" in told) or (tag == "img" and not told.get("src", "").startswith("/")):
            self.found.append(self.get_starttag_text() or tag)


def acting(page: bytes) -> list[str]:
    """What on a page could run, fetch or lead away."""
    watching = Watching()
    watching.feed(page.decode())
    return watching.found


@pytest.mark.parametrize("payload", [payload for payload in PAYLOADS if "<" in payload and "&lt;" not in payload])
def test_the_watch_sees_what_acts(payload):
    assert acting(f'<p title="x">{payload}</p>'.encode()) or payload.startswith(('"', "'", "</", "--"))


def test_nothing_that_was_typed_or_sent_acts_on_any_page(db, settings):
    oak = cast("Oak")
    furnish(oak, SHORT)
    seat = oak.seat()
    for at, payload in enumerate(PAYLOADS):
        reviews.ask_question(seat, text=f"{payload} {at}?")
        chronology.add_entry(seat, agency=1, date="3 May 2024", event=payload, action=payload, present=payload)
        coding.write_memo(seat, text=payload, number=1)
        coding.add_code(seat, label=f"{payload} {at}"[:100], definition=payload)
        analysis.write_statement(seat, owner="finding", number=1, part="in_case", text=f"{payload} {at}")
    client, office, wrong, showing = signed_in(oak), signed_in(oak, Role.BUSINESS), {}, 0
    for address in [one for one in PAGES if one not in OF_THE_READER]:
        answer = (office if address in OF_THE_BOARD else client).get(
            filled(address, oak.ref, HEARD if address in OF_THE_HEARD else 1)
        )
        if not answer["Content-Type"].startswith("text/html") or answer.has_header("Content-Disposition"):
            continue
        assert answer.status_code == 200, address
        content = body(answer)
        showing += b"&lt;script&gt;alert(" in content or b"&lt;img src=x" in content
        if found := acting(content):
            wrong[address] = found[:3]
    assert not wrong
    assert showing >= 25
