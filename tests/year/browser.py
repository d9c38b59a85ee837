"""Somebody at a browser: reads the page in front of them, follows its links, fills in its own forms and sends them.

Nothing here knows an address by heart. A page that no link leads to cannot be opened, a box that a page does not
have cannot be filled in, and a choice that is not offered cannot be made.
"""

from typing import Any

from django.test import Client

from tests.year.page import Boxes, Page, told

# Behind which link somebody found a page before: whoever looks for it next looks there first.
WAYS: dict[str, str] = {}


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
            page = self.send(press="Sign in", login=self.email, password=self.password)
            if page.at.split("?")[0] != address.split("?")[0].split("#")[0]:
                page = self._came(self.client.get(address, follow=True), address)
        return page

    def follow(self, words: str) -> Page:
        """Follow the link with these words on the page in front of them."""
        return self.open(self.page.link(words))

    def go(self, end: str, *, within: str = "") -> Page:
        """Open the page whose address ends so, by links they have seen or find within two steps from the front page."""
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
            inside = [one for one in near.links if one.startswith("/reviews/") and within in one and "?" not in one]
            inside.sort(key=lambda one: not one.endswith(WAYS.get(end, "?")))
            for address in ["", *inside]:
                if address:
                    self.open(address)
                if found := [one for one in self.known if self._ends(one, end, within)]:
                    WAYS[end] = address.partition(within)[2] or "?"
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
            fits = all(boxes.has(name) for name in names)
            fits = fits and (not press or any(press in each for each in boxes.buttons))
            if fits and all(boxes.holds.get(name) == value for name, value in (holding or {}).items()):
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

    def awaits(self, words: str) -> None:
        """Their home page names this among what waits for them."""
        self.open("/")
        waiting = self.page.tree.xpath("//*[@class='c-next'] | //p[@class='c-rows__title']")
        assert any(words in told(each) for each in waiting), f"“{words}” does not wait on: {self.page.words[:900]}"

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
