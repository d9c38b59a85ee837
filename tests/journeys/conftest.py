"""A real browser against a real server, with what every page must hold checked on the way."""

import os
import shutil
from dataclasses import dataclass, field

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page

from casement.foundation import jobs

BROWSER = next((p for n in ("chromium", "chromium-browser", "google-chrome") if (p := shutil.which(n))), None)
SECOND = "CASEMENT_TEST_DATABASE" in os.environ  # the same tests once more, on PostgreSQL
FLAGS = [
    "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
    "--disable-component-update", "--disable-sync",
]  # fmt: skip
# Every rule; but what passes is not written out node by node, which takes as long as the looking.
RULES = {
    "runOnly": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"],
    "resultTypes": ["violations"], "selectors": False,
}  # fmt: skip


def pytest_collection_modifyitems(config, items):
    # What each role finds at a browser is the same from either database; their rights are asked of both elsewhere.
    again = [each for each in items if not (SECOND and "journeys/roles" in each.nodeid)]
    config.hook.pytest_deselected(items=[each for each in items if each not in set(again)])
    items[:] = again
    if BROWSER is None:
        for item in items:
            if "journeys" in item.nodeid and "page" in item.fixturenames:
                item.add_marker(pytest.mark.skip(reason="NO BROWSER: install chromium to walk the journeys"))


@pytest.fixture(scope="session")
def browser_type_launch_args():
    return {"executable_path": BROWSER, "args": FLAGS}


@pytest.fixture(scope="session")
def browser_context_args():
    return {"viewport": {"width": 1280, "height": 900}, "locale": "en-GB"}


@dataclass
class Walker:
    """Somebody at a browser. `here` checks the page they stand on; `do_the_work` lets the worker run."""

    page: Page
    base: str
    outside: list[str] = field(default_factory=list)
    complaints: list[str] = field(default_factory=list)
    seen: set[str] = field(default_factory=set)

    def sign_in(self, email: str, password: str) -> None:
        self.page.goto(f"{self.base}/sign-in/")
        self.here()
        self.page.get_by_label("E-mail address").fill(email)
        self.page.get_by_role("textbox", name="Password").fill(password)
        self.page.get_by_role("button", name="Sign in", exact=True).click()
        self.page.wait_for_url(lambda url: "/sign-in/" not in url)

    def go(self, address: str) -> None:
        self.page.goto(self.base + address)
        self.here()

    def here(self) -> None:
        """The page is styled, silent, alone, and axe finds nothing.

        A page is the same whichever database it came from, so axe looks beside SQLite alone.
        """
        styled = self.page.locator("body").evaluate("body => getComputedStyle(body).fontFamily")
        assert "Atkinson" in styled, f"unstyled: {self.page.url}"
        assert self.page.locator("h1").count() == 1, f"h1: {self.page.url}"
        if not SECOND:
            # what fades in is looked at when it is there: half-faded words have too little contrast for a moment
            self.page.evaluate("document.getAnimations().forEach(each => each.finish())")
            found = Axe().run(self.page, options=RULES).response["violations"]
            told = [(each["id"], [node["html"][:160] for node in each["nodes"][:3]]) for each in found]
            assert not told, (self.page.url, told)
        assert not self.outside, self.outside
        assert not self.complaints, self.complaints
        self.seen.add(self.page.url.removeprefix(self.base))

    def do_the_work(self) -> int:
        return jobs.run_waiting()


# The browser reports by itself, and sometimes late, what was refused, what somebody else was first with, and that a
# journey cut its network.
EXPECTED = ("422", "409", "ERR_INTERNET_DISCONNECTED")


@pytest.fixture
def walker(page, live_server):
    """A browser window at the live server."""
    page.set_default_timeout(8000)
    made = Walker(page, live_server.url)
    ours = (live_server.url, "data:", "blob:")
    page.on("request", lambda asked: None if asked.url.startswith(ours) else made.outside.append(asked.url))
    page.on("pageerror", lambda fault: made.complaints.append(str(fault)))
    page.on(
        "console",
        lambda told: (
            made.complaints.append(told.text)
            if told.type == "error" and not any(one in told.text for one in EXPECTED)
            else None
        ),
    )
    return made


@pytest.fixture(scope="session")
def base_url():
    """No fixed address: each journey has its own server."""
    return None


@pytest.fixture
def quiet(page):
    """The page, and a promise that the browser had nothing to complain about while it was used."""
    complaints: list[str] = []
    page.on("console", lambda told: complaints.append(told.text) if told.type in ("error", "warning") else None)
    page.on("pageerror", lambda error: complaints.append(str(error)))
    yield page
    assert [words for words in complaints if "status of 503" not in words] == []
