"""How a role is walked: sign in, home, every page the navigation offers at two widths, and doors that are shut."""

import re
from collections.abc import Iterable
from urllib.parse import urlsplit

from playwright.sync_api import Page

from casement.foundation.access import Role
from tests.factories.reviews import PASSWORD, Cast
from tests.journeys.conftest import SECOND, Walker

# What is left of notes on the device; beside it stands when somebody last acted.
LEFT = "Object.keys(localStorage).filter(each => !/^casement (acted|covered)( guide)?$/.test(each))"
WIDE, NARROW = {"width": 1280, "height": 900}, {"width": 390, "height": 844}
NARROWEST = {"width": 320, "height": 844}
NOT_FOUND = "There is nothing here for you"


def arrive(walker: Walker, cast: Cast, role: Role) -> str:
    """Sign in as this role; the words of their home."""
    walker.sign_in(cast.person(role).email, PASSWORD)
    walker.here()
    told = main(walker.page)
    assert "@" not in told, "no address of a person stands on their home"
    return told


def main(page: Page) -> str:
    """What the page itself says."""
    return page.get_by_role("main").inner_text()


HELP = "/help/"
FILES = (".docx", ".pdf", ".csv", ".xlsx")


def offered(page: Page) -> list[str]:
    """Where the navigation leads, in its order, each address once; files are saved and not shown."""
    hrefs = page.locator("header a[href], nav a[href], .c-bar a[href]").evaluate_all(
        "links => links.map(link => link.getAttribute('href'))"
    )
    return list(
        dict.fromkeys(href.split("#")[0] for href in hrefs if href.startswith("/") and not href.endswith(FILES))
    )


def ways(page: Page) -> list[str]:
    """Where the page itself leads."""
    hrefs = (
        page.get_by_role("main").locator("a[href]").evaluate_all("links => links.map(l => l.getAttribute('href'))")
    )
    return list(dict.fromkeys(href.split("#")[0].split("?")[0] for href in hrefs if href.startswith("/")))


def walk(walker: Walker, start: Iterable[str]) -> list[str]:
    """Open every page that `start` and the navigation of those pages offer; each is checked, and fits a phone.

    Of the pages of help, which are the same for everybody and are walked by themselves, one is opened.
    """
    todo, seen, helped = list(start), [], 0
    while todo:
        address = todo.pop(0)
        helped += address.startswith(HELP)
        if address in seen or (address.startswith(HELP) and helped > 1):
            continue
        seen.append(address)
        answer = walker.page.goto(walker.base + address)
        assert answer is not None and answer.status == 200, address
        walker.here()
        todo += [href for href in offered(walker.page) if href not in seen]
        narrow(walker)
    return seen


def narrow(walker: Walker) -> None:
    """The same page on the narrowest phone: nothing sticks out sideways. What axe says of it: `test_every_page`."""
    if not SECOND:
        walker.page.set_viewport_size(NARROWEST)
        out = walker.page.evaluate("document.documentElement.scrollWidth - window.innerWidth")
        assert out <= 0, (walker.page.url, out)
    walker.page.set_viewport_size(WIDE)


def sections(page: Page) -> list[str]:
    """The names of the sections this person is shown."""
    return page.get_by_role("navigation", name="Sections").get_by_role("link").all_inner_texts()


def shut(walker: Walker, addresses: Iterable[str]) -> None:
    """Typed addresses of what is not for them: the very page that an address of nothing gets."""
    nothing = shown(walker, "/reviews/NOTHING0/sources/1/")
    assert NOT_FOUND in nothing
    for address in addresses:
        assert shown(walker, address) == nothing, address


def shown(walker: Walker, address: str) -> str:
    """The page at a typed address that answers 404, without its address and tokens."""
    answer = walker.page.request.get(walker.base + address)
    assert answer.status == 404, (address, answer.status)
    return re.sub(r'value="[\w-]{20,}"|X-CSRFToken[^}]*|' + re.escape(urlsplit(address).path), "", answer.text())


def inside(cast: Cast, *paths: str) -> list[str]:
    """Addresses inside the review."""
    return [f"/reviews/{cast.ref}/{path}" for path in paths]
