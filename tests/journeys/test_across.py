"""Reading across in a real browser: from a table to the passages, keeping the view; on a wide screen and on a phone."""

import pytest
from playwright.sync_api import expect

from casement.foundation.access import Role
from tests.factories import coding
from tests.factories.reviews import PASSWORD
from tests.factories.sources import record

pytestmark = [pytest.mark.journey, pytest.mark.django_db(transaction=True)]
TEXT = "The list had 290 names and nobody rang back on Monday or on Tuesday."


@pytest.fixture
def marked(oak):
    coding.framework(oak)
    for number, date in ((1, "3 May 2024"), (2, "June 2024")):
        source = record(oak, text=f"{TEXT} {number}.", name=f"{number}.txt", date=date)
        coding.mark(oak, words="290 names and nobody", code="new:Load", number=source.number)
        coding.mark(oak, words="nobody rang back", code="item:wrk.03", influence="harder", number=source.number)
    return oak


@pytest.mark.parametrize("width", [1280, 390])
def test_from_a_number_to_the_passages_and_back_by_a_kept_view(walker, marked, width):
    page, at = walker.page, f"/reviews/{marked.ref}/across/"
    page.set_viewport_size({"width": width, "height": 900})
    walker.sign_in(marked.person(Role.LEAD).email, PASSWORD)
    walker.go(at)
    for by in ("by source", "by month", "with each other"):
        page.get_by_role("link", name=by, exact=True).click()
        walker.here()
        assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
        expect(page.locator("svg a rect").first).to_be_attached()
    page.locator("table").get_by_role("link", name="2 passages with Load, Workload: 2").click()
    walker.here()
    expect(page.get_by_text("2 passages in 2 texts")).to_be_visible()
    expect(page.locator("mark").first).to_have_text("290 names and nobody")
    page.get_by_text("Only some sources or marks").click()
    page.get_by_label("Date of the source").select_option(label="May 2024")
    page.get_by_role("button", name="Show", exact=True).click()
    walker.here()
    expect(page.get_by_text("1 passage in 1 text")).to_be_visible()
    page.get_by_role("button", name="Keep this view").click()
    expect(page.get_by_role("alert").get_by_text("Give the view a name.")).to_be_visible()
    walker.here()
    page.get_by_label("Name of the view").fill("Load in May")
    page.get_by_role("button", name="Keep this view").click()
    page.get_by_role("link", name="Load in May", exact=True).click()
    walker.here()
    expect(page.get_by_text("1 passage in 1 text")).to_be_visible()
    page.locator(".c-read__where a").first.click()
    expect(page.get_by_role("link", name="Back to the passages")).to_be_visible()


def test_the_picture_leads_where_the_table_does(walker, marked):
    walker.sign_in(marked.person(Role.LEAD).email, PASSWORD)
    walker.go(f"/reviews/{marked.ref}/across/?by=month")
    page = walker.page
    in_table = page.locator("table td a").evaluate_all("all => all.map(one => one.getAttribute('href'))")
    in_picture = page.locator("svg a").evaluate_all("all => all.map(one => one.getAttribute('href'))")
    assert in_table == in_picture and in_table
    assert set(page.locator("svg a").evaluate_all("all => all.map(one => one.getAttribute('tabindex'))")) == {"-1"}


@pytest.mark.parametrize("width", [1280, 390])
def test_a_code_is_merged_and_that_is_taken_back(walker, marked, width):
    coding.mark(marked, words="on Tuesday", code="new:Burden", number=1)
    page, at = walker.page, f"/reviews/{marked.ref}/codes/2/"
    page.set_viewport_size({"width": width, "height": 900})
    walker.sign_in(marked.person(Role.LEAD).email, PASSWORD)
    for path in ("history/", "split/", "place/", "merge/"):
        walker.go(at + path)
    page.get_by_label("Merge it into").select_option(label="Load")
    page.get_by_role("button", name="Merge the codes").click()
    walker.here()
    expect(page.get_by_text("Merged into “Load”. 1 mark that you may see went along.").first).to_be_visible()
    page.get_by_role("button", name="Take this back").first.click()
    walker.here()
    expect(page.get_by_text("Taken back: merged into “Load”")).to_be_visible()
    walker.go(f"/reviews/{marked.ref}/codes/")
    page.locator("summary", has_text="Conditions of work").click()
    expect(page.get_by_role("link", name="Workload", exact=True)).to_be_visible()
