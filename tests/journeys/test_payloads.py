"""A browser opens every page of a review full of hostile text: no dialog, nothing that acts, nobody else asked.

The content policy is switched off in this browser, so that it cannot hide what escaping forgot.
"""

import pytest

from casement.foundation.access import Role
from tests.factories.furnished import furnish
from tests.factories.reviews import PASSWORD
from tests.house.addresses import OF_THE_BOARD, OF_THE_HEARD, OF_THE_READER, PAGES, filled

pytestmark = [pytest.mark.journey, pytest.mark.django_db(transaction=True)]
PAYLOAD = "'\"><img src=x onerror=alert(1)><a href=javascript:alert(2)>go</a></textarea><script>alert(3)</script>"
FILES = (".docx", ".pdf", ".csv", ".xlsx", "original/", "sealed/", "file/")
ACTING = """() => [...document.querySelectorAll('*')].filter(el =>
    [...el.attributes].some(a => a.name.startsWith('on') || /^\\s*javascript:/i.test(a.value) || a.name === 'srcdoc')
    || (el.tagName === 'SCRIPT' && !el.src.includes('/static/') && el.type !== 'application/json')
    || (el.tagName === 'IMG' && el.getAttribute('src') === 'x')).map(el => el.outerHTML.slice(0, 120))"""


@pytest.fixture
def browser_context_args(browser_context_args):
    return {**browser_context_args, "bypass_csp": True}


def test_the_browser_would_notice(page):
    said = []
    page.on("dialog", lambda dialog: (said.append(dialog.message), dialog.dismiss()))
    page.set_content(f"<p title='{PAYLOAD}'>text</p>")
    page.wait_for_timeout(300)
    assert said and page.evaluate(ACTING)


def test_nothing_that_was_typed_acts_in_a_browser(walker, oak):
    furnish(oak, PAYLOAD)
    page, said, wrong, showing = walker.page, [], {}, 0
    page.on("dialog", lambda dialog: (said.append((page.url, dialog.message)), dialog.dismiss()))
    walker.sign_in(oak.person(Role.LEAD).email, PASSWORD)
    there = [one for one in PAGES if not one.endswith(FILES) and one not in OF_THE_READER | OF_THE_BOARD]
    heard = 3  # the place of somebody of the case group
    pages = [filled(address, oak.ref, heard if address in OF_THE_HEARD else 1) for address in there]
    for address in [*pages, "/", "/reviews/", "/account/"]:
        answer = page.goto(walker.base + address)
        if answer is None or answer.status != 200:
            continue
        showing += "<img src=x onerror" in page.evaluate("document.body.textContent + [...document.querySelectorAll("
                                                         "'input,textarea')].map(f => f.value).join()")  # fmt: skip
        if found := page.evaluate(ACTING):
            wrong[address] = found[:3]
    assert not said and not wrong
    assert not walker.outside and not walker.complaints
    assert showing >= 25 and len(pages) >= 80
