"""An agency contact: sends a record of their own agency, sees it arrive, and nothing of other agencies."""

import pytest

from casement.foundation.access import Role
from tests.factories.sources import record
from tests.journeys.hands import Mouse
from tests.journeys.looking import arrive, inside, main, sections, shut, walk

pytestmark = [pytest.mark.journey, pytest.mark.django_db(transaction=True)]


def test_an_agency_contact(walker, oak, tmp_path):
    record(oak, "What the health visitor wrote.", agency=oak.agency("Health visiting").number)
    paper = tmp_path / "log.txt"
    paper.write_text("A call at nine.\n\nNobody answered.")
    home = arrive(walker, oak, Role.AGENCY_CONTACT)
    assert "Nothing has come from your agency yet" in home and "Send your agency’s chronology" in home
    walk(walker, inside(oak, ""))
    walker.page.goto(walker.base + "/")
    walker.page.get_by_role("main").get_by_role("link", name="Send records of your agency").click()
    assert sections(walker.page) == ["Overview", "Evidence", "Analysis", "Report", "Process"]
    hand = Mouse(walker.page)
    hand.send_files("Files", [paper])
    hand.press("Add")
    walker.page.wait_for_url(lambda url: "/batches/" in url)
    walker.do_the_work()
    walker.go(f"/reviews/{oak.ref}/sources/")
    assert "log" in main(walker.page) and "Health visiting" not in main(walker.page)
    shut(walker, inside(oak, "sources/1/", "sources/1/about/", "questions/", "episodes/", "identity/", "report/",
                        "members/new/", "codes/", "who-looked/"))  # fmt: skip
