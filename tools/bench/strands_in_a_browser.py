"""The strands of a large review in headless Chromium: when they can be used, and how smoothly they are moved.

Usable means that the page is there, laid out and painted, and that the picture answers to being moved. People come
to the strands from another page of Casement, so the bench does too.
"""

import os
import shutil
import statistics
from pathlib import Path
from typing import Any

from tools.bench.table import Line, head, show

TRIES = 7
MOST_MS, LEAST_FRAMES = 1000, 30
PICTURE = ".c-scroll"
WAYS = (("strands/", "the whole time"), ("strands/?zoom=weeks", "weeks"))
# A browser tells of a paint a frame after it happened; then the picture is moved once and has to have moved.
USABLE = """() => new Promise(done => {
  const look = () => {
    const paint = performance.getEntriesByName('first-contentful-paint')[0];
    const picture = document.querySelector('.c-scroll');
    if (!paint || !picture || document.readyState !== 'complete') return requestAnimationFrame(look);
    picture.scrollLeft = 40;
    requestAnimationFrame(() => requestAnimationFrame(() => { picture.scrollLeft = 0; done(performance.now()); }));
  };
  look();
})"""
MOVE = """() => new Promise(done => {
  const picture = document.querySelector('.c-scroll');
  const room = Math.max(picture.scrollWidth - picture.clientWidth, 1);
  const began = performance.now();
  let frames = 0, last = began, worst = 0;
  const step = now => {
    worst = Math.max(worst, now - last); last = now; frames += 1;
    const spent = now - began;
    picture.scrollLeft = (room / 2) * (1 - Math.cos(spent / 300));
    if (spent < 2000) requestAnimationFrame(step); else done([frames * 1000 / spent, worst]);
  };
  requestAnimationFrame(step);
})"""


def measure(home: Path) -> list[Line]:
    """Print and return the lines; none where no browser is installed, which is said."""
    from playwright.sync_api import sync_playwright

    from tools.screenshots import LEAD, serving, signed_in

    browser_path = next(
        (p for n in ("chromium", "chromium-browser", "google-chrome") if (p := shutil.which(n))), None
    )
    head("The strands in headless Chromium", "an empty page in the same browser")
    if browser_path is None:
        print("NOT MEASURED: install chromium.")
        return []
    os.environ["CASEMENT_SHOTS_HOME"] = str(home)
    with serving() as address, sync_playwright() as play:
        browser = play.chromium.launch(executable_path=browser_path, args=["--no-sandbox", "--disable-gpu"])
        page, review = signed_in(browser, address, LEAD)
        floor = empty(page, review)
        lines = [line for way, name in WAYS for line in one(page, review, way, name, floor)]
        browser.close()
    return lines


def one(page: Any, review: str, way: str, name: str, floor: float) -> list[Line]:
    """One way to look at the strands: when it can be used, and the frames while it is moved to and fro."""
    usable, frames, worst = [], [], []
    for _ in range(TRIES):
        page.goto(f"{review}chronologies/")
        page.goto(f"{review}{way}", wait_until="commit")
        usable.append(page.evaluate(USABLE))
    for _ in range(3):
        rate, longest = page.evaluate(MOVE)
        frames.append(rate)
        worst.append(longest)
    took, rate = statistics.median(usable), statistics.median(frames)
    shapes = page.locator(f"{PICTURE} a").count()
    told = f", best {min(usable):.0f} ms, {TRIES} tries, {shapes} shapes"
    slow = f", longest wait {max(worst):.0f} ms"
    return [
        show(Line(f"usable, {name}", took, floor, "ms", "1000 ms", took < MOST_MS, told)),
        show(Line(f"moved, {name}", rate, 0, "/s", "30/s", rate >= LEAST_FRAMES, slow)),
    ]


def empty(page: Any, review: str) -> float:
    """First paint of a page with nothing but a word and an empty box to scroll."""
    content = "<!DOCTYPE html><title>bare</title><p>bare</p><div class='c-scroll'></div>"
    page.route("**/bare", lambda route: route.fulfill(body=content, content_type="text/html; charset=utf-8"))
    times = []
    for _ in range(TRIES):
        page.goto(f"{review}bare", wait_until="commit")
        times.append(page.evaluate(USABLE))
    return statistics.median(times)
