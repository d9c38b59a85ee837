"""The whole task with a keyboard and what a screen reader is given: names, roles, states, and what is said."""

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import expect

from casement.foundation.access import Role
from casement.rooms.coding.models import Mark, Memo
from tests.factories import coding
from tests.journeys.test_marking import enter

pytestmark = [pytest.mark.journey, pytest.mark.django_db(transaction=True)]


class Hands:
    """Somebody who presses keys and hears what is said; nothing here looks at the page or points at it."""

    def __init__(self, page):
        self.page = page

    def press(self, *keys):
        for key in keys:
            self.page.keyboard.press(key)

    def write(self, words):
        self.page.keyboard.type(words)

    def hears(self, words):
        expect(self.page.get_by_role("status").filter(has_text=words).first).to_be_attached()

    def reads(self):
        """The page as the accessibility tree tells it."""
        return self.page.locator("body").aria_snapshot()

    def stands_on(self, role, name):
        expect(self.page.get_by_role(role, name=name)).to_be_focused()

    def finds_nothing_wrong(self):
        self.page.evaluate("document.getAnimations().forEach(each => each.finish())")
        found = Axe().run(self.page).response["violations"]
        assert not found, [(one["id"], [node["html"][:120] for node in one["nodes"]]) for one in found]


@pytest.mark.parametrize("width", [1280, 390])
def test_a_person_at_a_screen_reader_marks_notes_undoes_and_reads_the_list(page, live_server, oak, width):
    coding.framework(oak)
    coding.text(oak)
    coding.mark(oak, words="The list", code="item:fam.01", influence="unclear", role=Role.TEAM)
    page.set_default_timeout(8000)
    page.set_viewport_size({"width": width, "height": 844})
    enter(page, f"{live_server.url}/reviews/{oak.ref}/sources/1/", oak.person(Role.LEAD))
    page.wait_for_selector("coding-desk[data-ready]")
    me = Hands(page)

    me.press("Tab", "Tab", "Enter")  # skip to the text
    me.press("j", "j", "v")
    me.hears("Nobody rang back.")
    me.stands_on("application", "Selecting.")
    me.press("Shift+ArrowDown")
    me.hears("Nobody rang back. The list had 290 names & <no> order.")

    me.press("c")
    me.stands_on("combobox", "Code: type to search")
    suggestions = me.reads()
    assert "On these words already, once" in suggestions
    me.write("wrokl")
    expect(page.get_by_role("listbox", name="Codes").get_by_role("option", selected=True)).to_contain_text(
        "Workload"
    )
    me.finds_nothing_wrong()
    me.press("Enter")
    me.hears("Press 1 for helped, 2 for made it harder, 3 for unclear.")
    me.press("2")
    me.hears("Marked, Workload, made it harder. 2 marks in this source.")

    me.press("m")
    me.stands_on("textbox", "Memo on this mark")
    me.write("Who was asked?")
    me.press("Tab", "Tab", "Enter")
    me.hears("Memo kept.")

    me.press("u")
    me.hears("Taken back: Workload is not marked.")
    me.press("Shift+U")
    me.hears("Marked again: Workload, made it harder.")
    me.press("1")
    me.hears("Changed: Workload, helped.")
    me.press("u")
    me.hears("Taken back: Workload, made it harder.")

    me.press("k", "v", "r")
    me.hears("Marked, Workload, made it harder. 3 marks in this source.")
    me.press("k", "v", "i")
    expect(page.get_by_role("listbox", name="Codes").get_by_role("option", selected=True)).to_contain_text(
        "New code"
    )
    me.press("Enter", "Enter")
    me.hears("Marked, Visit on 3 May, no influence. 4 marks in this source.")

    me.press("n")
    me.hears("Workload, made it harder:")
    me.finds_nothing_wrong()
    me.press("t")
    expect(page.get_by_role("row")).to_have_count(5)
    expect(page.get_by_role("rowheader", name="Workload")).to_have_count(2)
    expect(page.get_by_role("cell", name="Who was asked?")).to_have_count(1)
    me.finds_nothing_wrong()

    kept = Mark.objects.order_by("number").values_list("item__item_id", "code__label", "influence", "removed_at")
    harder = "makes_problematic_practice_more_likely"
    assert list(kept) == [
        ("fam.01", None, "unclear", None),
        ("wrk.03", None, harder, None),
        ("wrk.03", None, harder, None),
        (None, "Visit on 3 May", "", None),
    ]
    assert Memo.objects.get().text == "Who was asked?"
