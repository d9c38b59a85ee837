"""A page as somebody sees it: its words, its links, what it complains of, and the boxes of its forms."""

import re
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property
from typing import Any

from django.core.files.uploadedfile import SimpleUploadedFile
from lxml import html

ELSEWHERE = re.compile(r"^(https?:|mailto:|tel:|#|$)|\.(docx|csv|pdf|xlsx|ics|qdc|qdpx|css|js)$")


def told(node: html.HtmlElement) -> str:
    """The words of a part of a page, on one line."""
    return " ".join(node.text_content().split())


@dataclass
class Page:
    """A page as it came: where it stands, what it answered, and what can be read on it."""

    at: str
    status: int
    content: bytes
    kind: str = "text/html"

    @cached_property
    def tree(self) -> html.HtmlElement:
        """The page to look through; read once."""
        return html.fromstring(self.content or b"<p></p>")

    @property
    def words(self) -> str:
        """What stands in the main part of the page."""
        main = self.tree.xpath("//main")
        return told(main[0] if main else self.tree)

    @property
    def complaint(self) -> str:
        """What the page says is wrong; empty when nothing is."""
        found = self.tree.xpath("//*[contains(@class, 'error-summary') or contains(@class, 'error-message')]")
        return " ".join(dict.fromkeys(told(each) for each in found))

    @property
    def links(self) -> list[str]:
        """Where its links lead, in order."""
        return [href for href in self.tree.xpath("//a/@href") if not ELSEWHERE.search(href)]

    def link(self, words: str) -> str:
        """The address behind the link with these words."""
        every = [*self.tree.xpath("//main//a[@href]"), *self.tree.xpath("//a[@href]")]
        found = [(told(each), str(each.get("href"))) for each in every]
        for fits in (str.__eq__, str.__contains__):
            for said, href in found:
                if fits(said, words):
                    return href
        raise AssertionError(f"no link “{words}” on {self.at}: {[told(a) for a in self.tree.xpath('//main//a')]}")


@dataclass
class Boxes:
    """A form of a page: what it holds already, and what each of its boxes offers."""

    form: html.HtmlElement
    page: Page
    holds: dict[str, Any] = field(default_factory=dict)
    offers: dict[str, list[tuple[str, str]]] = field(default_factory=dict)
    kinds: dict[str, str] = field(default_factory=dict)

    def __post_init__(self) -> None:
        own = self.form.get("id")
        apart = self.form.xpath("//*[@form=$own]", own=own) if own else []
        for each in [*self.form.xpath(".//input|.//select|.//textarea"), *apart]:
            name, kind = each.get("name"), each.get("type") or each.tag
            if name and kind not in ("submit", "button") and each.tag != "button":
                self._take(each, name, kind)

    def _take(self, each: html.HtmlElement, name: str, kind: str) -> None:
        self.kinds[name] = kind
        if kind == "select":
            self.offers[name] = [(o.get("value", told(o)), told(o)) for o in each.xpath(".//option")]
            chosen = each.xpath(".//option[@selected]/@value")
            self.holds[name] = chosen[-1] if chosen else self.offers[name][0][0] if self.offers[name] else ""
        elif kind in ("radio", "checkbox"):
            value = each.get("value", "on")
            label = each.xpath("//label[@for=$own]", own=each.get("id") or "")
            self.offers.setdefault(name, []).append((value, told(label[0]) if label else value))
            if each.get("checked") is not None:
                self.holds[name] = [*self.holds.get(name, []), value] if kind == "checkbox" else value
        elif kind != "file":
            self.holds[name] = (each.text if kind == "textarea" else each.get("value")) or ""

    @property
    def pressable(self) -> list[html.HtmlElement]:
        """Its buttons, also those that stand elsewhere on the page and name it."""
        own = self.form.get("id")
        apart = self.form.xpath("//button[@form=$own]", own=own) if own else []
        return [*self.form.xpath(".//button"), *apart]

    @property
    def buttons(self) -> list[str]:
        """What its buttons say."""
        return [told(each) for each in self.pressable]

    def has(self, name: str) -> bool:
        """Whether there is such a box, or a day in three boxes of that name."""
        return name in self.kinds or f"{name}_day" in self.kinds

    def choose(self, name: str, wish: Any) -> Any:
        """The value of the choice that was wished for, by its value or by the words it begins with."""
        if name not in self.offers:
            return wish
        several = self.kinds[name] == "checkbox"
        wishes = wish if isinstance(wish, list | tuple) else ["on"] if wish is True else [wish]
        found = []
        for each in map(str, wishes):
            match = [value for value, label in self.offers[name] if value == each or label == each]
            match = match or [value for value, label in self.offers[name] if each in label]
            assert match, f"“{each}” is not offered for {name} on {self.page.at}: {self.offers[name]}"
            found.append(match[0])
        return found if several else found[0]

    def filled(self, wishes: dict[str, Any]) -> dict[str, Any]:
        """What is sent: what the form holds, with what is wished."""
        sent = dict(self.holds)
        for name, wish in wishes.items():
            if f"{name}_day" in self.kinds:
                assert isinstance(wish, date)
                sent |= {f"{name}_{part}": str(getattr(wish, part)) for part in ("day", "month", "year")}
            elif self.kinds[name] == "file":
                sent[name] = SimpleUploadedFile(*wish)
            else:
                sent[name] = self.choose(name, wish)
        return sent
