"""Every component once: accessible, never wider than the window, nothing fetched from elsewhere."""

import pytest
from axe_playwright_python.sync_playwright import Axe
from django.template.loader import render_to_string

from casement.foundation.design.gallery import gallery_context
from tests.journeys.standing_pages import standing

pytestmark = pytest.mark.journey


@pytest.fixture(scope="module")
def gallery():
    with standing({"/": render_to_string("design/gallery.html", gallery_context())}) as held:
        yield held


@pytest.mark.parametrize("width", [1280, 640, 320])
def test_it_is_accessible_and_fits(gallery, quiet, width):
    quiet.set_viewport_size({"width": width, "height": 900})
    quiet.goto(gallery.address)
    assert quiet.evaluate("getComputedStyle(document.body).fontFamily").startswith('"Atkinson')
    assert quiet.evaluate("document.documentElement.scrollWidth") <= width
    found = Axe().run(quiet)
    assert found.violations_count == 0, found.generate_report()


def test_it_can_be_read_in_forced_colours_and_at_twice_the_size(gallery, quiet):
    quiet.emulate_media(forced_colors="active", reduced_motion="reduce")
    quiet.set_viewport_size({"width": 640, "height": 900})
    quiet.goto(gallery.address)
    assert Axe().run(quiet, options={"rules": {"color-contrast": {"enabled": False}}}).violations_count == 0


def test_everything_comes_from_here(gallery, quiet):
    asked = []
    quiet.on("request", lambda request: asked.append(request.url))
    quiet.goto(gallery.address)
    assert [url for url in asked if not url.startswith(gallery.address)] == []
    assert not [
        path
        for path in gallery.asked
        if path not in ("/", "/favicon.ico") and not path.startswith("/static/casement/")
    ]


def test_where_focus_is_can_be_seen(gallery, quiet):
    quiet.goto(gallery.address)
    for selector in ("input[name=title]", "select[name=sector]", ".c-sections a", "summary", ".c-rows a"):
        target = quiet.locator(selector).locator("visible=true").first
        target.focus()
        quiet.keyboard.press("Shift")
        drawn = target.evaluate("(el) => [getComputedStyle(el).outlineStyle, getComputedStyle(el).boxShadow]")
        assert drawn[0] == "solid" or drawn[1] != "none", selector


def test_the_menu_of_a_phone_opens_and_closes_by_keyboard(gallery, quiet):
    quiet.set_viewport_size({"width": 390, "height": 800})
    quiet.goto(gallery.address)
    quiet.locator(".c-menu summary").focus()
    quiet.keyboard.press("Enter")
    assert quiet.locator(".c-menu__list a").first.is_visible()
    quiet.keyboard.press("Escape")
    assert not quiet.locator(".c-menu__list a").first.is_visible()


def test_it_prints_without_its_bars_and_says_who_may_see_it(gallery, quiet):
    quiet.goto(gallery.address)
    quiet.emulate_media(media="print")
    assert not quiet.locator(".c-bar").is_visible()
    assert "Seen by leads, team, board office (14)" in quiet.locator(".c-print-line").inner_text()
