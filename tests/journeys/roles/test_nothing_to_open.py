"""Those to whom nothing of a review is open: told so in words fit for them, and every address is shut."""

import pytest

from casement.foundation.access import Role
from tests.factories.reviews import PASSWORD, person
from tests.house.addresses import PAGES, filled
from tests.journeys.looking import arrive, main, shut, walk, ways

pytestmark = [pytest.mark.journey, pytest.mark.django_db(transaction=True)]
WORDS = {
    Role.ADMIN: "nothing of a review is shown to you",
}


@pytest.mark.parametrize("role", WORDS)
def test_somebody_with_a_place_and_nothing_open(walker, oak, role):
    home = arrive(walker, oak, role)
    assert WORDS[role] in home and all(way.startswith("/help/") for way in ways(walker.page))
    walk(walker, ["/"])
    # Anybody with a place may get a letter or take on an action, keep a note of their own, and read the rules; those pages show nothing else.
    own = ("/my-letters/", "/my-actions/", "/learning-note/", "/who-sees-what/")
    shut(walker, [filled(address, oak.ref) for address in PAGES if not address.endswith(own)])


def test_somebody_with_an_account_and_no_place(walker, oak):
    visitor = person("Visitor")
    walker.sign_in(visitor.email, PASSWORD)
    assert "You have no place in a review yet" in main(walker.page)
    walk(walker, ["/", "/reviews/", "/account/"])
    shut(walker, [filled(address, oak.ref) for address in PAGES] + ["/reviews/new/"])


def test_somebody_not_signed_in(walker, oak):
    page = walker.page
    for address in (
        "/",
        "/reviews/",
        f"/reviews/{oak.ref}/",
        f"/reviews/{oak.ref}/sources/1/",
        "/reviews/NOTHING0/",
    ):
        page.goto(walker.base + address)
        assert "/sign-in/" in page.url and "Oak" not in page.content()
        walker.here()
    walk(walker, ["/sign-in/", "/sign-in/forgotten/"])
