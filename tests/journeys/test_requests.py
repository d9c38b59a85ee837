"""A lead asks an agency for records; its contact promises, sends and says what is not held; the lead sees it come."""

import pytest

from casement.foundation.access import Role
from tests.factories.requests import asked
from tests.factories.reviews import PASSWORD
from tests.journeys.hands import Mouse
from tests.journeys.looking import inside, main, narrow, shut

pytestmark = [pytest.mark.journey, pytest.mark.django_db(transaction=True)]


def both_widths(walker, *addresses: str) -> None:
    """Each page checked wide and on a phone."""
    for address in addresses:
        walker.go(address)
        narrow(walker)


def test_records_are_asked_for_and_come(walker, oak, tmp_path):
    paper = tmp_path / "log.txt"
    paper.write_text("A call at nine.\n\nNobody answered.")
    at = f"/reviews/{oak.ref}/requests/"

    walker.sign_in(oak.person(Role.LEAD).email, PASSWORD)
    hand = Mouse(walker.page)
    both_widths(walker, at, at + "new/")
    hand.press("Note the request")
    walker.page.get_by_text("There is something to put right").wait_for()
    walker.here()
    narrow(walker)
    hand.pick("Which agency is asked?", "Police")
    hand.write("Which records?", "Call log of 3 May\nThe tape of the same call")
    hand.write("Why is each needed?", "To hear what was said.")
    hand.pick("What allows you to ask?", "Children Act 2004, section 16H")
    hand.press("Note the request")
    walker.page.get_by_text("Nothing was sent").wait_for()
    walker.here()
    narrow(walker)
    asked(oak, agency="Health visiting", kinds="The visiting book")
    both_widths(
        walker,
        at,
        *(f"{at}1/{page}" for page in ("", "letter/", "promise/", "receipt/", "gap/", "chase/", "ending/")),
    )
    walker.go(at + "1/letter/")
    with walker.page.expect_download() as saved:
        walker.page.get_by_role("link", name="Save as Word").click()
    assert saved.value.suggested_filename == "request-1.docx"
    walker.page.context.clear_cookies()

    walker.sign_in(oak.person(Role.AGENCY_CONTACT).email, PASSWORD)
    walker.here()
    assert "1 request for records: no answer yet" in main(walker.page)
    hand.follow("See the request")
    assert "Chase it" not in main(walker.page)
    hand.follow("Say when they will come")
    for part, text in (("Day", "1"), ("Month", "2"), ("Year", "2040")):
        walker.page.get_by_role("group", name="By which day").get_by_label(part).fill(text)
    hand.press("Save the promise")
    walker.page.get_by_text("Promised for 1 February 2040.").first.wait_for()
    walker.here()
    narrow(walker)
    hand.follow("Send files")
    walker.here()
    narrow(walker)
    hand.send_files("Files", [paper])
    hand.press("Add")
    walker.page.wait_for_url(lambda url: "/batches/" in url)
    walker.do_the_work()
    walker.go(at + "1/gap/")
    hand.write("What is not there?", "The tape. It was used again.")
    hand.choose("Destroyed", within="Why?")
    walker.page.get_by_label("That is the whole answer").check()
    hand.press("Save it")
    walker.page.get_by_text("What is not there is saved").wait_for()
    told = main(walker.page)
    assert "Received." in told and "log" in told and "Destroyed: The tape" in told
    walker.here()
    walker.go(at)
    assert "The visiting book" not in main(walker.page)
    shut(walker, inside(oak, "requests/2/", "requests/2/letter/", "requests/2/gap/", "requests/new/",
                        "requests/1/chase/"))  # fmt: skip
    walker.page.context.clear_cookies()

    walker.sign_in(oak.person(Role.LEAD).email, PASSWORD)
    walker.go(at + "1/")
    assert "by Agency contact A" in main(walker.page)
    hand.follow("Close or withdraw it")
    hand.choose("Close it: nothing more is needed", within="How does it end?")
    hand.write("Why?", "All that can come is here.")
    hand.press("End it")
    walker.page.get_by_text("The request has ended").wait_for()
    walker.here()
    narrow(walker)
