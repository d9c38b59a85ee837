"""Somebody at a browser: reads the page in front of them, follows its links, fills in its own forms and sends them.

Nothing here knows an address by heart. A page that no link leads to cannot be opened, a box that a page does not
have cannot be filled in, and a choice that is not offered cannot be made.
"""

import re
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from lxml import html

ELSEWHERE = re.compile(r"^(https?:|mailto:|tel:|#|$)|\.(docx|csv|pdf|xlsx|ics|qdc|qdpx|css|js)$")
TOKEN = "csrfmiddlewaretoken"


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

    @property
    def tree(self) -> html.HtmlElement:
        """The page to look through; read once."""
        if not hasattr(self, "_tree"):
            self._tree = html.fromstring(self.content or b"<p></p>")
        return self._tree

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
        found = [(told(each), str(each.get("href"))) for each in self.tree.xpath("//main//a[@href]")]
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


class Hand:
    """One person at their own browser."""

    def __init__(self, email: str, password: str, *, desk: int = 1, keep: Any = None) -> None:
        self.email, self.password = email, password
        self.client = Client(raise_request_exception=False, REMOTE_ADDR=f"10.0.{desk // 250}.{desk % 250 + 1}")
        self.page = Page("", 0, b"")
        self.known: dict[str, None] = {"/": None}
        self.keep = keep

    def open(self, address: str) -> Page:
        """Open an address, signing in where that is asked."""
        page = self._came(self.client.get(address, follow=True), address)
        if page.at.startswith("/sign-in/") and not address.startswith("/sign-in/"):
            self.send(press="Sign in", login=self.email, password=self.password)
            page = self._came(self.client.get(address, follow=True), address)
        return page

    def follow(self, words: str) -> Page:
        """Follow the link with these words on the page in front of them."""
        return self.open(self.page.link(words))

    def go(self, end: str, *, within: str = "") -> Page:
        """Open the page whose address ends so, by links they have seen or find two steps from the front page."""
        wanted = [one for one in reversed(self.known) if self._ends(one, end, within)]
        if not wanted:
            wanted = self._look_for(end, within)
        assert wanted, f"{self.email} finds no way to {within}…{end}"
        return self.open(wanted[0])

    @staticmethod
    def _ends(address: str, end: str, within: str) -> bool:
        return address.split("?")[0].split("#")[0].endswith("/" + end.lstrip("/")) and within in address

    def _look_for(self, end: str, within: str) -> list[str]:
        above = end.strip("/").rpartition("/")[0]
        if above:
            self.go(f"{above}/", within=within)
            if found := [one for one in self.known if self._ends(one, end, within)]:
                return found
        front = within if within.startswith("/") else f"/reviews/{within}/" if within else "/"
        for near in (self.open(front), self.open("/")):
            for address in ["", *near.links]:
                if address.startswith("/reviews/") and within in address and "?" not in address:
                    self.open(address)
                if found := [one for one in self.known if self._ends(one, end, within)]:
                    return found
        return []

    def forms(self, *, towards: str = "") -> list[Boxes]:
        """The forms of the page that change something, and go to an address with this end."""
        sent = [each for each in self.page.tree.forms if (each.get("method") or "get").lower() == "post"]
        return [
            Boxes(each, self.page)
            for each in sent
            if (each.get("action") or self.page.at).split("?")[0].endswith(towards)
        ]

    def boxes(self, *names: str, press: str = "", towards: str = "", holding: Any = None) -> Boxes:
        """The form of the page with these boxes and this button, that goes to an address with this end.

        `holding` is what it must hold already, where a page has many alike.
        """
        for boxes in self.forms(towards=towards):
            if all(boxes.has(name) for name in names) and (
                not press or any(press in each for each in boxes.buttons)
            ):
                if all(boxes.holds.get(name) == value for name, value in (holding or {}).items()):
                    return boxes
        seen = [(each.form.get("action"), sorted(each.kinds), each.buttons) for each in self.forms()]
        raise AssertionError(f"{self.page.at} has no form with {names} “{press}” to …{towards}; it has {seen}")

    def try_to(self, press: str = "", towards: str = "", holding: Any = None, **wishes: Any) -> Page:
        """Fill in the form of the page and send it, whatever comes of it."""
        boxes = self.boxes(*wishes, press=press, towards=towards, holding=holding)
        sent = boxes.filled(wishes)
        there = boxes.form.get("action") or self.page.at
        if press:
            pressed = next((b for b in boxes.pressable if press in told(b)), None)
            if pressed is not None:
                there = pressed.get("formaction") or there
                if pressed.get("name"):
                    sent[pressed.get("name")] = pressed.get("value") or ""
        return self._came(self.client.post(there, sent, follow=True), there)

    def send(self, press: str = "", towards: str = "", holding: Any = None, **wishes: Any) -> Page:
        """Fill in the form of the page and send it; it is taken."""
        page = self.try_to(press, towards, holding, **wishes)
        assert page.status == 200, f"{page.at} answered {page.status}: {page.complaint or page.words[:300]}"
        return page

    def refused(self, words: str, press: str = "", towards: str = "", holding: Any = None, **wishes: Any) -> str:
        """Try something too early: the page says why not, with these words in its sentence."""
        page = self.try_to(press, towards, holding, **wishes)
        assert page.status in (409, 422), f"{page.at} answered {page.status}, not a refusal: {page.words[:300]}"
        assert words in page.complaint, f"{page.at} says: {page.complaint or page.words[:400]}"
        return page.complaint

    def sees(self, *words: str) -> None:
        """What is read on the page in front of them."""
        for each in words:
            assert each in self.page.words, f"“{each}” is not on {self.page.at}: {self.page.words[:1500]}"

    def _came(self, answer: Any, asked: str) -> Page:
        at = answer.redirect_chain[-1][0] if answer.redirect_chain else asked
        content = b"".join(answer.streaming_content) if answer.streaming else answer.content
        kind = answer.get("Content-Type", "").split(";")[0]
        page = Page(at.split("#")[0], answer.status_code, content, kind)
        if self.keep is not None:
            self.keep(self, page)
        assert page.status < 500, f"{at} answered {page.status} to {self.email}"
        if kind == "text/html":
            self.page = page
            for each in page.links:
                there = each if each.startswith("/") else page.at.split("?")[0] + each
                self.known.pop(there, None)
                self.known[there] = None
        return page
