"""Two people at one source, and a connection that goes away for a while: nothing is lost, nothing is there twice."""

import pytest
from playwright.sync_api import expect

from casement.foundation.access import Role
from casement.rooms.coding import commands
from casement.rooms.coding.models import Mark, Memo
from tests.factories import coding, rounds
from tests.journeys.test_marking import choose, enter, select

pytestmark = [pytest.mark.journey, pytest.mark.django_db(transaction=True)]

HARDER = "makes_problematic_practice_more_likely"


@pytest.fixture
def desk(page, live_server, oak):
    coding.framework(oak)
    coding.text(oak)
    page.set_default_timeout(8000)
    enter(page, f"{live_server.url}/reviews/{oak.ref}/sources/1/", oak.person(Role.LEAD))
    page.wait_for_selector("coding-desk[data-ready]")
    yield page
    page.goto("about:blank")


def near(page, words):
    return page.locator(".c-near").filter(has_text=words)


def test_what_another_does_appears_changes_and_goes_within_two_seconds(desk, oak):
    coding.mark(oak, words="The list", role=Role.TEAM, code="item:wrk.03", influence="harder")
    expect(near(desk, "Workload")).to_contain_text("Made it harder", timeout=2000)
    expect(desk.get_by_text("1 mark by others came in or changed.")).to_be_visible()
    assert desk.evaluate("CSS.highlights.get('mark-harder-0')?.size") == 1
    commands.change_mark(oak.seat(Role.TEAM), mark=1, influence="unclear")
    expect(near(desk, "Workload")).to_contain_text("Unclear", timeout=2000)
    commands.keep_memo(oak.seat(Role.TEAM), mark=1, memo="Who was asked?")
    expect(near(desk, "Workload")).to_contain_text("Memo: Who was asked?", timeout=2000)
    commands.remove_mark(oak.seat(Role.TEAM), mark=1)
    expect(near(desk, "Workload")).to_have_count(0, timeout=2000)
    expect(desk.locator("[data-part=count]")).to_have_text("0 in this source")


def test_what_others_mark_in_a_blind_round_stays_away_until_it_closes(desk, oak):
    made = rounds.opened(oak, [1], [rounds.code(oak)])
    coding.mark(oak, words="Nobody rang back", role=Role.TEAM, code=rounds.code(oak))
    coding.mark(oak, words="The list", role=Role.TEAM, code="new:Seen by all")
    expect(near(desk, "Seen by all")).to_have_count(1, timeout=2500)
    expect(near(desk, "Workload")).to_have_count(0)
    rounds.done(oak, made)
    commands.close_round(oak.seat(), number=made.number)
    expect(near(desk, "Workload")).to_have_count(1, timeout=2500)


def test_nothing_is_lost_or_doubled_when_the_connection_goes_away(desk, oak):
    desk.context.set_offline(True)
    for words, typed in (("Nobody rang back", "workload"), ("The list", "workload"), ("at home", "in their words")):
        select(desk, words)
        desk.keyboard.press("c")
        choose(desk, typed, "2")
    desk.keyboard.press("m")
    desk.get_by_label("Memo on this mark", exact=True).last.fill("Kept for later")
    desk.get_by_role("button", name="Keep the memo").click()
    saved = desk.locator(".c-saved")
    expect(saved).to_contain_text("Not saved yet: 3 marks, 1 memo. There is no connection.")
    assert saved.get_attribute("role") == "status"
    expect(near(desk, "Workload").filter(has_text="Not saved yet")).to_have_count(2)
    desk.keyboard.press("k")
    asked = []
    desk.once("dialog", lambda dialog: (asked.append(dialog.type), dialog.dismiss()))
    desk.evaluate("location.assign('../')")
    desk.wait_for_timeout(300)
    assert asked == ["beforeunload"]
    assert not Mark.objects.exists()
    kept = desk.evaluate("JSON.stringify({...sessionStorage})")
    assert "wrk.03" in kept
    for words in ("Nobody rang", "The list", "in their words", "Kept for later"):
        assert words not in kept
    desk.context.set_offline(False)
    expect(saved).to_have_text("All saved just now", timeout=20_000)
    made = Mark.objects.select_related("excerpt", "item", "code").order_by("number")
    assert [(one.excerpt.quote, one.item and one.item.item_id) for one in made] == [
        ("Nobody rang back", "wrk.03"), ("The list", "wrk.03"), ("at home", None),
    ]  # fmt: skip
    assert [one.influence for one in made] == [HARDER] * 3
    assert (Memo.objects.get().text, Memo.objects.get().mark) == ("Kept for later", made[2])
    assert desk.evaluate("sessionStorage.length") == 0


def test_an_answer_that_is_lost_on_its_way_marks_once(desk, oak):
    lost = []

    def lose(route):
        if lost:
            return route.continue_()
        lost.append(route.fetch())  # the server did it, and its answer never arrives
        return route.abort("connectionreset")

    desk.route("**/sources/1/marks/", lose)
    select(desk, "Nobody rang back")
    desk.keyboard.press("c")
    choose(desk, "workload", "1")
    expect(desk.locator(".c-saved")).to_have_text("All saved just now", timeout=10_000)
    assert Mark.objects.count() == 1
    expect(desk.locator("[data-part=count]")).to_have_text("1 in this source")


def test_what_was_marked_without_a_connection_is_taken_back_without_one(desk, oak):
    desk.context.set_offline(True)
    for words in ("Nobody rang back", "The list"):
        select(desk, words)
        desk.keyboard.press("c")
        choose(desk, "workload", "1")
    desk.keyboard.press("u")
    expect(desk.locator("[data-part=count]")).to_have_text("1 in this source")
    desk.context.set_offline(False)
    expect(desk.locator(".c-saved")).to_have_text("All saved just now", timeout=20_000)
    assert [one.excerpt.quote for one in Mark.objects.select_related("excerpt")] == ["Nobody rang back"]
    desk.keyboard.press("Shift+U")
    expect(desk.locator("[data-part=count]")).to_have_text("2 in this source")
    desk.keyboard.press("u")
    expect(desk.locator("[data-part=count]")).to_have_text("1 in this source")
    expect(desk.locator(".c-saved")).to_have_text("Saved just now")
    assert [one.removed_at is None for one in Mark.objects.order_by("number")] == [True, False]


def test_what_was_not_sent_is_sent_by_the_next_visit_of_the_same_person_only(desk, oak, live_server):
    desk.route("**/sources/1/marks/", lambda route: route.abort("internetdisconnected"))
    select(desk, "Nobody rang back")
    desk.keyboard.press("c")
    choose(desk, "workload", "1")
    expect(desk.locator(".c-saved")).to_contain_text("Not saved yet: 1 mark.")
    desk.on("dialog", lambda dialog: dialog.accept())
    desk.goto("about:blank")
    desk.unroute_all()
    enter_as = f"{live_server.url}/reviews/{oak.ref}/sources/1/"
    cookies = desk.context.cookies()
    desk.context.clear_cookies()
    enter(desk, enter_as, oak.person(Role.TEAM))
    desk.wait_for_selector("coding-desk[data-ready]")
    expect(desk.locator("[data-part=count]")).to_have_text("0 in this source")
    desk.context.clear_cookies()
    desk.context.add_cookies(cookies)
    desk.goto(enter_as)
    expect(desk.locator("[data-part=count]")).to_have_text("1 in this source")
    expect(desk.locator(".c-saved")).to_have_attribute("data-state", "saved")
    made = Mark.objects.select_related("excerpt").get()
    assert (made.excerpt.quote, made.by_id) == ("Nobody rang back", oak.person(Role.LEAD).pk)


def test_a_memo_on_the_source_is_written_from_the_desk_once(desk, oak):
    lost = []

    def lose(route):
        if lost:
            return route.continue_()
        lost.append(route.fetch())
        return route.abort("connectionreset")

    desk.route("**/sources/1/memo/", lose)
    desk.locator("#text").focus()
    desk.keyboard.press("m")
    desk.get_by_label("Memo on this source").fill("Read it beside the log")
    desk.get_by_role("button", name="Keep the memo").click()
    expect(desk.locator(".c-saved")).to_have_text("All saved just now", timeout=10_000)
    memo = Memo.objects.get()
    assert (memo.text, memo.source.number, memo.mark) == ("Read it beside the log", 1, None)
    desk.keyboard.press("t")
    expect(desk.get_by_text("Read it beside the log")).to_be_visible()
