"""Marking in a real browser: what is selected is what is kept, by mouse, by keyboard and without script."""

import pytest
from playwright.sync_api import expect

from casement.foundation.access import Role
from casement.rooms.coding.models import Mark
from tests.factories import coding
from tests.factories.reviews import PASSWORD

pytestmark = [pytest.mark.journey, pytest.mark.django_db(transaction=True)]


def enter(page, address, person):
    """Follow a link to a page, be asked to sign in, and arrive there."""
    page.goto(address)
    page.get_by_label("E-mail address").fill(person.email)
    page.get_by_role("textbox", name="Password").fill(PASSWORD)
    page.get_by_role("button", name="Sign in", exact=True).click()
    page.wait_for_url(address)


@pytest.fixture
def desk(walker, oak):
    coding.framework(oak)
    coding.text(oak)
    enter(walker.page, f"{walker.base}/reviews/{oak.ref}/sources/1/", oak.person(Role.LEAD))
    expect(walker.page.locator("coding-desk[data-ready]")).to_be_attached()
    return walker


def select(page, words):
    """Drag over these words, as a hand would: from the left of the first to the right of the last."""
    box = page.evaluate(
        """words => {
            for (const p of document.querySelectorAll("[data-start]")) {
                const at = p.textContent.indexOf(words);
                if (at < 0) continue;
                const place = index => {
                    const walk = document.createTreeWalker(p, NodeFilter.SHOW_TEXT);
                    while (walk.nextNode()) {
                        if (index <= walk.currentNode.length) return [walk.currentNode, index];
                        index -= walk.currentNode.length;
                    }
                };
                const range = document.createRange();
                range.setStart(...place(at)); range.setEnd(...place(at + words.length));
                p.scrollIntoView({block: "center"});
                const rects = [...range.getClientRects()];
                const a = rects[0], b = rects.at(-1);
                return [a.left, a.top + a.height / 2, b.right, b.top + b.height / 2];
            }
        }""",
        words,
    )
    page.mouse.move(box[0] + 0.5, box[1])
    page.mouse.down()
    page.mouse.move((box[0] + box[2]) / 2, box[1])
    page.mouse.move(box[2] - 0.5, box[3])
    page.mouse.up()
    return page.evaluate("document.getSelection().toString()")


def choose(page, typed, influence):
    page.get_by_role("combobox").fill(typed)
    page.keyboard.press("Enter")
    page.keyboard.press(influence)


@pytest.mark.parametrize(
    "words", ["Ze\u0301 said", "\U0001f468\u200d\U0001f469\u200d\U0001f467 were \U0001f642", "290 names & <no>"]
)
def test_what_the_mouse_selects_is_what_is_kept(desk, words):
    page = desk.page
    selected = select(page, words)
    assert selected.strip()
    page.get_by_role("button", name="Code these words").click()
    choose(page, "workload", "2")
    expect(page.locator("[data-part=said]")).to_contain_text("Marked")
    made = Mark.objects.select_related("excerpt__version", "item").get()
    assert made.excerpt.quote == selected.strip() == words
    assert made.excerpt.version.text[made.excerpt.start : made.excerpt.end] == made.excerpt.quote
    assert (made.item.item_id, made.influence) == ("wrk.03", "makes_problematic_practice_more_likely")
    desk.here()


def test_marking_undoing_and_doing_again_by_keyboard(desk, oak):
    page = desk.page
    page.locator("#text").focus()
    for key in ("j", "v", "Shift+ArrowDown", "c"):
        page.keyboard.press(key)
    choose(page, "in their words", "Enter")
    expect(page.locator("[data-part=said]")).to_contain_text("Marked, in their words")
    made = Mark.objects.select_related("excerpt", "code").get()
    assert made.excerpt.quote == coding.AWKWARD.split("\n")[1]
    assert (made.code.label, made.influence) == ("in their words", "")
    for key, gone in (("u", True), ("Shift+U", False), ("u", True)):
        page.keyboard.press(key)
        expect(page.locator("[data-part=count]")).to_have_text(f"{0 if gone else 1} in this source")
        expect(page.locator(".c-saved")).to_have_attribute("data-state", "saved")
        assert (Mark.objects.get().removed_at is not None) is gone
    desk.here()


def test_what_the_highlighted_code_means_is_seen_and_read_out(desk, oak):
    from casement.rooms.coding.commands import add_code

    page = desk.page
    add_code(oak.seat(), label="Aardvark", definition="It rang", exclusion="A letter", example="No one rang back")
    page.reload()
    expect(page.locator("coding-desk[data-ready]")).to_be_attached()
    select(page, "Nobody rang back")
    page.keyboard.press("c")
    page.get_by_role("combobox").fill("aardvark")
    told = page.locator("#picker-about")
    expect(told).to_contain_text("Not when: A letter")
    expect(page.locator("[role=option][aria-selected=true]")).to_have_accessible_description(
        "Use when: It rang Not when: A letter Example: No one rang back"
    )
    desk.here()
    page.get_by_role("combobox").fill("workload")
    expect(told).not_to_contain_text("A letter")
    expect(told).to_contain_text("Use when:")
    page.get_by_role("combobox").fill("no code like it at all")
    expect(told).to_be_hidden()


def test_a_memo_is_kept_and_a_second_coder_sees_it_all(desk, oak, browser):
    page = desk.page
    select(page, "Nobody rang back")
    page.keyboard.press("c")
    choose(page, "workload", "1")
    expect(page.locator(".c-near")).to_have_count(1)
    page.keyboard.press("m")
    page.get_by_label("Memo on this mark", exact=True).last.fill("Who was asked?")
    page.get_by_role("button", name="Keep the memo").click()
    expect(page.locator(".c-near")).to_contain_text("Memo: Who was asked?")
    other = browser.new_context()
    try:
        theirs = other.new_page()
        enter(theirs, page.url, oak.person(Role.TEAM))
        card = theirs.locator(".c-near")
        expect(card).to_contain_text("Workload")
        expect(card).to_contain_text("Lead reviewer A")
        expect(card).to_contain_text("Who was asked?")
    finally:
        other.close()


def test_a_refusal_is_said_and_the_choice_is_kept(desk, oak):
    from casement.rooms.coding.commands import add_code, retire_code

    page = desk.page
    add_code(oak.seat(), label="Going soon")
    page.reload()
    expect(page.locator("coding-desk[data-ready]")).to_be_attached()
    retire_code(oak.seat(), number=1)
    select(page, "Nobody rang back")
    page.keyboard.press("c")
    choose(page, "going soon", "1")
    expect(page.locator(".c-saved")).to_contain_text("This code was retired")
    assert not Mark.objects.exists()


def test_every_page_of_the_room_is_clean(desk, oak):
    coding.mark(oak, memo="A thought")
    coding.mark(oak, words="The list", code="item:wrk.03", influence="harder")
    for address in (
        "sources/1/?at=15-20&back=findings/1#p2", "sources/1/marks/", "marks/1/", "codes/", "codes/1/",
        "codes/item/wrk.03/", "memos/", "memos/1/",
    ):  # fmt: skip
        desk.go(f"/reviews/{oak.ref}/{address}")


def test_marking_where_no_script_runs(browser, live_server, oak):
    coding.framework(oak)
    coding.text(oak)
    context = browser.new_context(java_script_enabled=False)
    try:
        page = context.new_page()
        enter(page, f"{live_server.url}/reviews/{oak.ref}/sources/1/", oak.person(Role.LEAD))
        page.get_by_text("Mark a passage by its paragraph and words").click()
        page.get_by_label("Number of the paragraph").last.fill("3")
        page.get_by_label("The words, as they stand there").fill("290 names & <no> order")
        page.get_by_label("Factor or code").select_option("item:wrk.03")
        page.get_by_label("Made it harder").check()
        page.get_by_role("button", name="Mark these words").click()
        expect(page.locator("mark.c-painted--cited")).to_have_text("290 names & <no> order")
        assert Mark.objects.get().excerpt.quote == "290 names & <no> order"
    finally:
        context.close()
