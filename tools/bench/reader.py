"""The reader with few and many marks in texts of three hundred pages: on the server, and in a real browser.

The floor in the browser is the same paragraphs as a bare page, shown by the same browser in the same run. People
come to a text from another page of Casement, so the bench does too.
"""

import os
import shutil
import statistics
from pathlib import Path
from typing import Any

from tools.bench.table import Line, head, show

TRIES = 9
MOST_PAINT = 300
# A browser tells of a paint a frame after it happened.
PAINT = """() => new Promise(done => {
  const look = () => {
    const paint = performance.getEntriesByName('first-contentful-paint')[0];
    paint ? done(paint.startTime) : requestAnimationFrame(look);
  };
  look();
})"""
WATCH = """new MutationObserver((_, watch) => {
  if (!document.querySelector('coding-desk[data-ready]')) return;
  window.casementReady = performance.now();
  watch.disconnect();
}).observe(document, {subtree: true, attributes: true, childList: true});"""


def measure(home: Path, source: int, marks: int) -> list[Line]:
    """Print and return the lines; none where no browser is installed, which is said."""
    from playwright.sync_api import sync_playwright

    from tools.screenshots import LEAD, serving, signed_in

    browser_path = next(
        (p for n in ("chromium", "chromium-browser", "google-chrome") if (p := shutil.which(n))), None
    )
    head(f"Reader with {marks:,} marks in a long text, in headless Chromium", "the same paragraphs as a bare page")
    if browser_path is None:
        print("NOT MEASURED: install chromium.")
        return []
    os.environ["CASEMENT_SHOTS_HOME"] = str(home)
    with serving() as address, sync_playwright() as play:
        browser = play.chromium.launch(executable_path=browser_path, args=["--no-sandbox", "--disable-gpu"])
        page, review = signed_in(browser, address, LEAD)
        page.add_init_script(WATCH)
        parts = [(f"{review}sources/{source}/", "first part")]
        page.goto(parts[0][0])
        found = page.locator(".c-parts").first.locator("a").all()
        parts += [(f"{review}sources/{source}/{one.get_attribute('href')}", "last part") for one in found]
        lines = [line for there, name in parts[:1] + parts[-1:] for line in painted(page, review, there, name)]
        browser.close()
    return lines


def painted(page: Any, before: str, there: str, name: str) -> list[Line]:
    """First paint of one part, and when its marks stand painted."""
    first, ready = [], []
    for _ in range(TRIES):
        page.goto(before)
        page.goto(there)
        page.wait_for_selector("coding-desk[data-ready=painted]")
        first.append(page.evaluate(PAINT))
        ready.append(page.evaluate("window.casementReady"))
    floor = bare(page, there)
    wall = statistics.median(first)
    best = f", best {min(first):.0f} ms, {len(first)} tries"
    return [
        show(Line(f"first paint, {name}", wall, floor, "ms", "300 ms", wall < MOST_PAINT, best)),
        show(Line(f"marks painted, {name}", statistics.median(ready), floor, "ms", "told", True)),
    ]


def bare(page: Any, there: str) -> float:
    """First paint of the same paragraphs without anything else."""
    words = page.locator(".c-para").all_inner_texts()
    content = "<!DOCTYPE html><title>bare</title>" + "".join(f"<p>{one}</p>" for one in words)
    page.route("**/bare", lambda route: route.fulfill(body=content, content_type="text/html; charset=utf-8"))
    times = []
    for _ in range(TRIES):
        page.goto(f"{there.split('?')[0]}bare")
        times.append(page.evaluate(PAINT))
    return statistics.median(times)
