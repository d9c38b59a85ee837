"""Two ways of using a page: with the mouse, and with the keyboard alone. A journey is walked with either."""

from pathlib import Path

from playwright.sync_api import Locator, Page, TimeoutError

IS_FOCUSED = "el => el === document.activeElement"


class Mouse:
    """Clicks and types."""

    def __init__(self, page: Page) -> None:
        self.page = page

    def field(self, label: str) -> Locator:
        return self.page.get_by_label(label, exact=False).first

    def write(self, label: str, text: str) -> None:
        box = self.page.get_by_role("textbox", name=label).first
        box.click()
        box.fill(text)

    def choose(self, label: str, *, within: str = "") -> None:
        place = self.page.get_by_role("group", name=within) if within else self.page
        place.get_by_label(label, exact=True).first.click()

    def pick(self, label: str, option: str) -> None:
        box = self.page.get_by_role("combobox", name=label).first
        value = box.locator("option", has_text=option).first.get_attribute("value")
        box.select_option(value)

    def send_files(self, label: str, paths: list[Path]) -> None:
        with self.page.expect_file_chooser() as asked:
            self.field(label).click()
        asked.value.set_files([str(path) for path in paths])

    def press(self, name: str) -> None:
        self.page.get_by_role("button", name=name).first.click()

    def follow(self, name: str) -> None:
        self.open(self.page.get_by_role("main").get_by_role("link", name=name).first)

    def open(self, link: Locator) -> None:
        link.click()

    def select_words(self, paragraph: int, words: str) -> None:
        """Drag over the words."""
        spot = self.page.evaluate(
            """([paragraph, words]) => {
                const el = document.querySelector('#p' + paragraph);
                const walk = document.createTreeWalker(el, NodeFilter.SHOW_TEXT);
                for (let n = walk.nextNode(); n; n = walk.nextNode()) {
                    const at = n.data.indexOf(words);
                    if (at < 0) continue;
                    el.scrollIntoView({block: 'center'});
                    const r = document.createRange();
                    r.setStart(n, at); r.setEnd(n, at + words.length);
                    const boxes = r.getClientRects(), a = boxes[0], z = boxes[boxes.length - 1];
                    return [a.left + 1, a.top + a.height / 2, z.right - 1, z.top + z.height / 2];
                }
            }""",
            [paragraph, words],
        )
        mouse = self.page.mouse
        mouse.move(spot[0], spot[1])
        mouse.down()
        mouse.move((spot[0] + spot[2]) / 2, (spot[1] + spot[3]) / 2, steps=4)
        mouse.move(spot[2], spot[3], steps=4)
        mouse.up()


class Keyboard:
    """Tab, Shift+Tab, arrows, Space, Enter and typing; never a click."""

    def __init__(self, page: Page) -> None:
        self.page = page

    def reach(self, target: Locator) -> None:
        """Tab until the focus is on the target."""
        target.wait_for()
        for _ in range(400):
            if target.evaluate(IS_FOCUSED):
                return
            self.page.keyboard.press("Tab")
        raise AssertionError(f"the keyboard does not reach {target}")

    def write(self, label: str, text: str) -> None:
        self.reach(self.page.get_by_role("textbox", name=label).first)
        self.page.keyboard.press("Control+A")
        self.page.keyboard.insert_text(text)

    def choose(self, label: str, *, within: str = "") -> None:
        place = self.page.get_by_role("group", name=within) if within else self.page
        target = place.get_by_label(label, exact=True).first
        if target.get_attribute("type") == "checkbox":
            self.reach(target)
            self.page.keyboard.press("Space")
            return
        name = target.get_attribute("name")
        group = self.page.locator(f"input[type=radio][name='{name}']")
        for _ in range(400):
            if self.page.evaluate("document.activeElement.name || ''") == name:
                break
            self.page.keyboard.press("Tab")
        if target.evaluate(IS_FOCUSED):
            self.page.keyboard.press("Space")
        for _ in range(group.count()):
            if target.is_checked():
                return
            self.page.keyboard.press("ArrowDown")
        raise AssertionError(f"the keyboard cannot choose {label}")

    def pick(self, label: str, option: str) -> None:
        box = self.page.get_by_role("combobox", name=label).first
        self.reach(box)
        wanted = box.locator("option", has_text=option).first.get_attribute("value")
        for _ in range(400):
            if box.input_value() == wanted:
                return
            self.page.keyboard.press("ArrowDown")
        raise AssertionError(f"the keyboard cannot pick {option}")

    def send_files(self, label: str, paths: list[Path]) -> None:
        """Enter opens the chooser; a browser on a busy machine may miss the first press, and then one presses again."""
        for last in (False, False, True):
            self.reach(self.page.get_by_label(label).first)
            try:
                with self.page.expect_file_chooser(timeout=5000) as asked:
                    self.page.keyboard.press("Enter")
            except TimeoutError:
                if last:
                    raise
                continue
            asked.value.set_files([str(path) for path in paths])
            return

    def press(self, name: str) -> None:
        self.reach(self.page.get_by_role("button", name=name).first)
        with self.page.expect_navigation():
            self.page.keyboard.press("Enter")

    def follow(self, name: str) -> None:
        self.open(self.page.get_by_role("main").get_by_role("link", name=name).first)

    def open(self, link: Locator) -> None:
        self.reach(link)
        with self.page.expect_navigation():
            self.page.keyboard.press("Enter")

    def select_words(self, paragraph: int, words: str) -> None:
        """Go to the paragraph with J, then select its first sentence with V."""
        self.reach(self.page.locator("#text"))
        for _ in range(paragraph - 1):
            self.page.keyboard.press("j")
        self.page.keyboard.press("v")
