"""Every form that the pages of a review offer, found by walking its links, and filled in as a browser would."""

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field

from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import resolve
from lxml import html

from casement.foundation.clock import today
from tests.house.addresses import PAGES, filled

FILES = re.compile(r"\.(docx|csv|pdf|xlsx)$|/(original|file)/$")
MOST = 4  # pages of one kind
PAPER = ("paper.csv", b"Date,What happened\n3 May 2024,A call\n")
CODEBOOK = (
    "codes.qdc",
    b'<?xml version="1.0" encoding="utf-8"?><CodeBook xmlns="urn:QDA-XML:codebook:1.0"><Codes><Code '
    b'guid="6f1a7d1c-0000-4000-8000-000000000001" name="Waiting" isCodable="true"/></Codes><Sets/></CodeBook>',
)
REPLY = (
    "reply.ics",
    b"BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:x\r\nMETHOD:REPLY\r\nBEGIN:VEVENT\r\nUID:x@y\r\nSEQUENCE:0\r\n"
    b"DTSTAMP:20260105T100000Z\r\nATTENDEE;PARTSTAT=ACCEPTED:mailto:x@example.org\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n",
)
WORDS = "Words of a sentence, long enough to say something."
TEXTS = {
    "date": "3 May 2024", "began": "3 May 2024", "until": "5 May 2024", "time": "", "period": "March 2023 to May 2024",
    "email": "somebody.new@example.org", "name": "Somebody New", "names": "Ottoline Quarrick", "own": "",
    "until_year": str(today().year + 1), "label": "Another label", "importance": "Very", "free_text": "",
}  # fmt: skip


@dataclass(frozen=True)
class Field:
    """One field of a form: its name, how it is drawn, and the values it offers, if it offers any."""

    name: str
    kind: str
    offers: tuple[str, ...] = ()


@dataclass(frozen=True)
class Offer:
    """One form on one page: where it stands, where it is sent, which address pattern that is, its fields."""

    page: str
    to: str
    route: str
    fields: tuple[Field, ...] = ()
    holds: dict[str, list[str]] = field(default_factory=dict, hash=False, compare=False)

    def filled(self, **more: object) -> dict[str, object]:
        """What would be sent: what the page holds, one choice of each kind, and words where nothing stands."""
        sent: dict[str, object] = {}
        for each in self.fields:
            held = [value for value in self.holds.get(each.name, []) if value]
            if each.kind == "file":
                name, content = (
                    CODEBOOK if "exchange" in self.route else REPLY if "replies" in self.route else PAPER
                )
                sent[each.name] = SimpleUploadedFile(name, content)
            elif held:
                sent[each.name] = held if each.kind == "checkbox" else held[-1]
            elif each.offers and each.kind != "checkbox":
                sent[each.name] = next((value for value in each.offers if value), "")
            elif each.kind == "number":
                sent[each.name] = TEXTS.get(each.name, "1")
            elif each.kind not in ("hidden", "checkbox"):
                sent[each.name] = TEXTS.get(each.name, WORDS)
        return {name: value for name, value in (sent | more).items() if value is not None}


def pages_of(client: Client, ref: str) -> Iterator[tuple[str, bytes]]:
    """The pages a person finds from the map of addresses and from there by following links, once each."""
    base, seen, kinds = f"/reviews/{ref}/", set(), Counter()
    todo = [base, *(filled(address, ref) for address in PAGES)]
    while todo:
        asked = todo.pop(0)
        if asked in seen or FILES.search(asked) or kinds[resolve(asked).route] >= MOST:
            continue
        seen.add(asked)
        kinds[resolve(asked).route] += 1
        answer = client.get(asked)
        if answer.status_code != 200 or not answer["Content-Type"].startswith("text/html"):
            continue
        yield asked, answer.content
        for href in html.fromstring(answer.content).xpath("//main//a/@href"):
            there = href.split("#")[0].split("?")[0]
            if there.startswith(base) and there not in seen:
                todo.append(there)


def fields_of(form) -> tuple[tuple[Field, ...], dict[str, list[str]]]:
    """The fields of a form, and what each holds when the page is opened."""
    found: dict[str, tuple[str, list[str]]] = {}
    holds: dict[str, list[str]] = {}
    apart = form.xpath("//*[@form=$own]", own=form.get("id")) if form.get("id") else []  # they name their form
    for each in [*form.xpath(".//input|.//select|.//textarea|.//button[@name]"), *apart]:
        name, kind = each.get("name"), each.get("type") or each.tag
        if not name or name == "csrfmiddlewaretoken" or kind == "submit":
            continue
        kind = "number" if each.get("inputmode") == "numeric" else "radio" if kind == "button" else kind
        _, offers = found.setdefault(name, (kind, []))
        held = holds.setdefault(name, [])
        if each.tag == "select":
            offers += each.xpath(".//option/@value")
            held += each.xpath(".//option[@selected]/@value")[-1:]
        elif kind in ("radio", "checkbox"):
            offers.append(each.get("value", "on"))
            held += [each.get("value", "on")] if each.get("checked") is not None else []
        else:
            held.append((each.text if each.tag == "textarea" else each.get("value")) or "")
    return tuple(Field(name, kind, tuple(offers)) for name, (kind, offers) in found.items()), holds


def forms_on(page: str, content: bytes) -> Iterator[Offer]:
    """The forms on a page that change something, once for each address one of their buttons sends them to."""
    for form in html.fromstring(content).forms:
        if (form.get("method") or "get").lower() != "post":
            continue
        told, holds = fields_of(form)
        for to in [form.get("action") or page, *form.xpath(".//button/@formaction")]:
            yield Offer(page, to, resolve(to.split("?")[0].split("#")[0]).route, told, holds)


def offers_of(client: Client, ref: str) -> list[Offer]:
    """Every different form of a review: one for each address it is sent to and set of fields it has."""
    found: dict[tuple[str, tuple[Field, ...]], Offer] = {}
    for page, content in pages_of(client, ref):
        for offer in forms_on(page, content):
            if offer.to.startswith(f"/reviews/{ref}/"):
                found.setdefault((offer.to, offer.fields), offer)
    return list(found.values())
