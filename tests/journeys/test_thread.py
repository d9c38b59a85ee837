"""The thread, from an empty installation to a final report, with the mouse and again with the keyboard alone."""

import io
import re
import zipfile

import docx
import pikepdf
import pytest

from tests.factories.reviews import PASSWORD, person
from tests.journeys import paper
from tests.journeys.hands import Keyboard, Mouse

pytestmark = [pytest.mark.journey, pytest.mark.django_db(transaction=True)]


@pytest.fixture(params=[Mouse, Keyboard], ids=["mouse", "keyboard"])
def hand(request, walker):
    return request.param(walker.page)


def open_a_review(walker, hand) -> str:
    walker.go("/reviews/new/")
    hand.write("Code name", "Bittern")
    hand.choose("Children")
    hand.write("Which board commissions it?", "The partnership")
    hand.write("Which time does it look at?", "March 2023 to November 2024")
    hand.write("What could this case let us see", "How do services notice slow change?")
    hand.write("Which agencies worked", "Housing\nPolice")
    hand.choose("Full")
    hand.choose("I am a lead reviewer")
    hand.choose("Independent of the agencies and the board", within="If you lead it")
    hand.press("Open the review")
    walker.page.wait_for_url(re.compile(r"/reviews/[A-Z0-9]{6,}/"))
    walker.here()
    return re.search(r"/reviews/([A-Z0-9]+)/", walker.page.url).group(1)


def prepare(walker, hand, at: str) -> None:
    walker.go(f"{at}data-protection/")
    hand.write("Reference of the assessment", "DPIA 7, signed 1 May 2026")
    hand.press("Record the assessment")
    walker.here()
    walker.go(f"{at}members/new/")
    hand.pick("What are they in this review?", "Case group member")
    hand.write("How do they appear in texts?", "Housing Officer 1")
    hand.pick("Which agency do they speak for?", "Housing")
    hand.press("Give the place")
    walker.here()
    walker.go(f"{at}identity/")
    hand.write("Label or pseudonym", "Housing Officer 1")
    hand.choose("Worker")
    hand.write("Names", "Ottoline Quarrick")
    hand.press("Save the label")
    walker.here()


def bring_in(walker, hand, at: str, files) -> None:
    walker.go(f"{at}sources/new/")
    names = ("minutes.docx", "letter.pdf", "duty.txt", "trail.eml", "locked.pdf", "old.doc")
    hand.send_files("Files", [files[name] for name in names])
    hand.pick("Which agency do they come from?", "Housing")
    hand.write("Date of the papers", "early May 2024")
    hand.press("Add")
    walker.page.wait_for_url(re.compile(r"/sources/batches/\d+/"))
    walker.here()
    walker.do_the_work()
    walker.page.reload()
    walker.here()
    told = walker.page.get_by_role("main").inner_text()
    assert "locked" in told.lower() and "password" in told.lower()
    assert told.count("minutes") >= 1
    walker.go(f"{at}sources/")
    assert (
        walker.page.get_by_role("main").get_by_role("link", name=re.compile("minutes|letter|duty|trail")).count()
        >= 4
    )


def bring_in_chronology(walker, hand, at: str, files) -> None:
    walker.go(f"{at}chronologies/new/")
    hand.send_files("The chronology", [files["housing.xlsx"]])
    hand.pick("Which agency sent it?", "Housing")
    hand.press("Read the file")
    walker.do_the_work()
    walker.page.reload()
    walker.go(f"{at}chronologies/imports/1/columns/")
    walker.page.get_by_role("button", name=re.compile("^Bring in")).first.wait_for()
    hand.press("Bring in")
    walker.do_the_work()
    walker.go(f"{at}chronologies/imports/1/rows/")
    assert "September has 30 days" in walker.page.get_by_role("main").inner_text()
    hand.write("Date", "30/09/24")
    hand.press("Bring it in like this")
    walker.go(f"{at}chronologies/imports/1/done/")
    walker.go(f"{at}strands/")
    assert "Rings again" in walker.page.get_by_role("main").inner_text()


def mark(walker, hand, at: str) -> None:
    walker.go(f"{at}sources/1/")
    page = walker.page
    place = page.locator("p.c-para", has_text="Nobody had told").first.get_attribute("data-number")
    hand.select_words(int(place), paper.QUOTE)
    page.keyboard.press("c")
    page.keyboard.type("telephone", delay=5)
    page.keyboard.press("Control+Backspace")
    page.keyboard.type("workload", delay=5)
    page.keyboard.press("Enter")
    page.keyboard.press("2")
    page.get_by_text("Workload").first.wait_for()
    page.wait_for_timeout(600)
    walker.here()
    walker.go(f"{at}sources/1/marks/")
    assert paper.QUOTE in page.get_by_role("main").inner_text()


def episode(walker, hand, at: str) -> None:
    walker.go(f"{at}episodes/new/")
    hand.write("Title", "The lift stays broken")
    hand.write("Why may it be key?", "After it nobody visited the ninth floor.")
    hand.write("When did it begin?", "3 May 2024")
    hand.choose("Housing")
    hand.press("Put it forward")
    walker.page.wait_for_url(re.compile(r"/episodes/1/"))
    walker.here()
    walker.go(f"{at}episodes/1/parts/appraisal/")
    hand.write("Text", "The visit was late.")
    hand.press("Save")
    assert "First say why it made sense" in walker.page.get_by_role("main").inner_text()
    walker.go(f"{at}episodes/1/parts/local_rationality/")
    hand.pick("Whose view is it?", "Housing Officer 1")
    hand.write("Text", "The list is on paper, and the night desk has no copy.")
    hand.press("Save")
    walker.page.wait_for_url(re.compile(r"/episodes/1/"))
    walker.go(f"{at}episodes/1/factors/new/")
    hand.pick("Factor", "Workload")
    hand.choose("Made it harder")
    hand.write("How did it bear on practice?", "One caretaker for four towers.")
    hand.pick("A passage already marked", "Nobody had told")
    hand.press("Add this factor")
    walker.page.wait_for_url(re.compile(r"/episodes/1/"))
    walker.here()
    walker.go(f"{at}episodes/1/decision/")
    hand.write("Why is it one of the key episodes?", "It explains the late visits.")
    hand.press("Choose this episode")
    walker.go(f"{at}episodes/table/")
    assert "The lift stays broken" in walker.page.get_by_role("main").inner_text()


def fetched(walker, address: str) -> bytes:
    answer = walker.page.request.get(walker.base + address)
    assert answer.status == 200
    return answer.body()


def finding(walker, hand, at: str) -> None:
    walker.go(f"{at}patterns/new/")
    hand.write("What recurs?", "News of a fault stays with whoever took the call")
    hand.pick("Main category", "Management systems")
    hand.choose("Episode 1: Workload: made it harder")
    hand.press("Gather these")
    walker.page.wait_for_url(re.compile(r"/patterns/1/"))
    walker.here()
    walker.go(f"{at}findings/new/")
    hand.write("Title", "Faults are logged one by one, so nobody sees what they do to visits.")
    hand.pick("From which pattern?", "News of a fault")
    hand.pick("Main category", "Management systems")
    hand.choose("A weakness")
    hand.press("Draft it")
    walker.page.wait_for_url(re.compile(r"/findings/1/"))
    walker.here()
    for part, text in (
        ("in_case", "The night desk did not know."),
        ("underlying", "Other towers say the same."),
        ("prevalence", "Nobody has counted yet."),
    ):
        walker.go(f"{at}findings/1/parts/{part}/")
        hand.write("Text", text)
        hand.press("Save")
        walker.page.wait_for_url(re.compile(r"/findings/1/"))
    numbers = re.findall(r"/statements/(\d+)/", walker.page.content())
    cite(walker, hand, at, min(int(number) for number in numbers))
    walker.go(f"{at}findings/1/questions/")
    hand.write("What must the board think about?", "Does the board know how often news stays with one desk?")
    hand.choose("Needs finding out")
    hand.choose("Local, all agencies")
    hand.press("Save")
    walker.page.wait_for_url(re.compile(r"/findings/1/"))
    walker.here()
    for state in ("Drafted", "Tested with the case group", "Agreed by the team", "In the report"):
        walker.go(f"{at}findings/1/state/")
        hand.pick("Move it to", state)
        hand.write("Why?", "Talked through at the meeting.")
        hand.press("Move it")
        walker.page.wait_for_url(re.compile(r"/findings/1/(#.*)?$"))


def cite(walker, hand, at: str, statement: int) -> None:
    """The first layer rests on the marked passage."""
    walker.go(f"{at}statements/{statement}/evidence/")
    hand.choose("For: it supports what we say")
    hand.pick("A passage already marked", "Nobody had told")
    hand.press("Link it")
    walker.page.wait_for_url(lambda address: "/evidence/" not in address)
    walker.here()


def report(walker, hand, at: str) -> None:
    page = walker.page
    walker.go(f"{at}report/")
    hand.press("Start the report")
    page.wait_for_url(re.compile(r"/report/"))
    walker.here()
    walker.go(f"{at}report/sections/summary/")
    hand.write("Text", "News of a fault stays with whoever took the call.")
    hand.press("Save the section")
    walker.here()
    walker.go(f"{at}report/preview/?edition=internal")
    hand.open(page.locator("main a[href*='/sources/1/?at=']").first)
    page.wait_for_url(re.compile(r"/sources/1/\?at="))
    walker.here()
    assert "".join(page.locator("mark").all_inner_texts()).strip() == paper.QUOTE


def take_out_and_back(walker, hand, at: str) -> None:
    page = walker.page
    walker.go(f"{at}sources/1/withdrawal/")
    hand.write("Why is it taken out?", "The agency asked for it back.")
    hand.press("Take it out")
    walker.here()
    walker.go(f"{at}report/trace/")
    assert "no longer supported" in page.get_by_role("main").inner_text().lower()
    walker.go(f"{at}sources/")
    hand.press("Bring back source 1")
    walker.go(f"{at}report/trace/")
    assert "no longer supported" not in page.get_by_role("main").inner_text().lower()


def save_copies(walker, hand, at: str) -> None:
    for number, (edition, form) in enumerate(
        (("internal", "Word"), ("internal", "PDF"), ("publishable", "Word"), ("publishable", "PDF")), 1
    ):
        walker.go(f"{at}report/preview/?edition={edition}")
        looked = walker.page.get_by_role("checkbox", name=re.compile("looked"))
        if looked.count():
            hand.choose(looked.first.evaluate("el => el.labels[0].innerText"))
        hand.choose(form)
        hand.press("Save a copy")
        walker.do_the_work()
        data = fetched(walker, f"{at}report/copies/{number}/file/")
        check_copy(data, edition, form)


def check_copy(data: bytes, edition: str, form: str) -> None:
    if form == "Word":
        words = "\n".join(each.text for each in docx.Document(io.BytesIO(data)).paragraphs)
        assert "News of a fault" in words
        parts = zipfile.ZipFile(io.BytesIO(data))
        raw = b"".join(parts.read(name) for name in parts.namelist())
        assert edition == "internal" or (b"Quarrick" not in raw and b"/reviews/" not in raw)
    else:
        with pikepdf.open(io.BytesIO(data)) as pdf:
            assert pdf.Root.MarkInfo.Marked
            assert edition == "internal" or b"Quarrick" not in data


def test_the_thread(walker, hand, tmp_path):
    files = paper.make(tmp_path)
    lead = person("Lead", opens_reviews=True)
    walker.sign_in(lead.email, PASSWORD)
    at = f"/reviews/{open_a_review(walker, hand)}/"
    prepare(walker, hand, at)
    bring_in(walker, hand, at, files)
    bring_in_chronology(walker, hand, at, files)
    mark(walker, hand, at)
    episode(walker, hand, at)
    table = docx.Document(io.BytesIO(fetched(walker, f"{at}episodes/table.docx")))
    assert any("The lift stays broken" in cell.text for row in table.tables[0].rows for cell in row.cells)
    assert b"The lift stays broken" in fetched(walker, f"{at}episodes/table.csv")
    finding(walker, hand, at)
    report(walker, hand, at)
    take_out_and_back(walker, hand, at)
    save_copies(walker, hand, at)
