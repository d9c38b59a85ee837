"""Takes the pictures of the guide from the worked example, served by itself on a scratch folder and a free port."""

import os
import re
import shutil
import socket
import subprocess
import sys
import tempfile
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from io import BytesIO
from pathlib import Path

from PIL import Image
from playwright.sync_api import Browser, Page, sync_playwright

from casement.config.demo import PASSWORD

LEAD = "lead.a@example.org"
HEIGHT = 860
COLOURS = 64


@dataclass(frozen=True)
class Picture:
    """One picture: its file, the page inside the review, who looks, and what to bring to the top.

    A page that begins with a stroke is outside the review. `width` is that of the window, in pixels.
    """

    name: str
    page: str
    who: str = LEAD
    top: str = ""
    width: int = 1280


PHONE = 390
PICTURES = (
    Picture("home", "/"),
    Picture("where", ""),
    Picture("sources", "sources/"),
    Picture("reader", "sources/1/", top="mark >> nth=7"),
    Picture("chronologies", "chronologies/"),
    Picture("strands", "strands/"),
    Picture("episode", "episodes/1/"),
    Picture("patterns", "patterns/"),
    Picture("finding", "findings/1/"),
    Picture("report", "report/"),
    Picture("members", "members/"),
    Picture("guide", "conversations/1/guide/C2/", width=PHONE),
    Picture("notes", "meetings/2/notes/", top=".c-entry >> nth=2"),
    Picture("rigour", "rigour/"),
    Picture("think-first", "findings/3/against/"),
    Picture("chair", "", who="chair@example.org"),
)


def take(folder: Path) -> None:
    """Write every picture into `folder`, in place of those that stand there."""
    browser_path = next(
        (p for n in ("chromium", "chromium-browser", "google-chrome") if (p := shutil.which(n))), None
    )
    if browser_path is None:
        print("No browser: install chromium to take the screenshots. Those that stand were kept.", file=sys.stderr)
        return
    folder.mkdir(parents=True, exist_ok=True)
    with serving() as address, sync_playwright() as play:
        browser = play.chromium.launch(executable_path=browser_path, args=["--no-sandbox", "--disable-gpu"])
        for who in dict.fromkeys(each.who for each in PICTURES):
            page, review = signed_in(browser, address, who)
            for each in (picture for picture in PICTURES if picture.who == who):
                target = folder / f"{each.name}.png"
                page.set_viewport_size({"width": each.width, "height": HEIGHT})
                there = address if each.page.startswith("/") else review
                target.write_bytes(small(shot(page, there + each.page, each.top)))
                print(target)
            page.context.close()
        browser.close()


@contextmanager
def serving() -> Iterator[str]:
    """The address of the demo, served until the block ends. CASEMENT_SHOTS_HOME names a demo already loaded."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    address = f"http://127.0.0.1:{port}"
    with tempfile.TemporaryDirectory(prefix="casement-shots-") as scratch:
        home = os.environ.get("CASEMENT_SHOTS_HOME", scratch)
        served = subprocess.Popen(
            [Path(sys.executable).with_name("casement"), "demo", "--port", str(port)],
            env={**os.environ, "CASEMENT_HOME": home},
            stdout=subprocess.DEVNULL,
        )
        try:
            wait_for(f"{address}/sign-in/", served)
            yield address
        finally:
            served.terminate()
            served.wait(timeout=30)


def wait_for(address: str, served: subprocess.Popen[bytes], seconds: int = 600) -> None:
    """Return when `address` answers; TimeoutError or RuntimeError when it never does."""
    until = time.monotonic() + seconds
    while time.monotonic() < until:
        if served.poll() is not None:
            raise RuntimeError(f"The demo stopped with exit code {served.returncode}.")
        try:
            urllib.request.urlopen(address, timeout=5).close()
            return
        except (urllib.error.URLError, OSError):
            time.sleep(0.5)
    raise TimeoutError(f"Nothing answered at {address}.")


def signed_in(browser: Browser, address: str, who: str) -> tuple[Page, str]:
    """A page signed in as `who`, and the address of the review of the worked example."""
    page = browser.new_context(
        viewport={"width": 1280, "height": HEIGHT}, locale="en-GB", reduced_motion="reduce"
    ).new_page()
    page.goto(f"{address}/sign-in/")
    page.get_by_label("E-mail address").fill(who)
    page.get_by_role("textbox", name="Password").fill(PASSWORD)
    page.get_by_role("button", name="Sign in", exact=True).click()
    page.wait_for_url(lambda url: "/sign-in/" not in url)
    page.goto(f"{address}/reviews/")
    for link in page.locator("main a[href^='/reviews/']").all():
        href = link.get_attribute("href") or ""
        if re.fullmatch(r"/reviews/[0-9A-Z]+/", href):
            return page, address + href
    raise LookupError(f"{who} has no review.")


def shot(page: Page, address: str, top: str) -> bytes:
    """What the window shows of a page, with the first `top` a third of the way down when one is named."""
    answer = page.goto(address, wait_until="networkidle")
    if answer is None or not answer.ok:
        raise RuntimeError(f"{address} did not open.")
    page.evaluate("document.fonts.ready")
    if top and page.locator(top).count():
        page.locator(top).first.evaluate("it => it.scrollIntoView({block: 'center'})")
        page.wait_for_timeout(400)
    return page.screenshot(animations="disabled")


def small(picture: bytes) -> bytes:
    """The same picture in few colours, which these pages hardly show."""
    kept = BytesIO()
    Image.open(BytesIO(picture)).convert("RGB").quantize(COLOURS, dither=Image.Dither.NONE).save(
        kept, "PNG", optimize=True
    )
    return kept.getvalue()


if __name__ == "__main__":
    take(Path(__file__).resolve().parents[1] / "docs" / "guide" / "pictures")
