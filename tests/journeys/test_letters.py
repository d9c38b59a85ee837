"""The business manager writes a letter by keyboard; a worker is told that something waits, and reads it on a phone."""

import pytest

from casement.foundation.access import Role
from casement.foundation.models import Mail
from tests.factories.reviews import PASSWORD
from tests.journeys.hands import Keyboard, Mouse
from tests.journeys.looking import main, narrow

pytestmark = [pytest.mark.journey, pytest.mark.django_db(transaction=True)]


def test_a_letter_is_written_sent_and_read(walker, oak, mailoutbox):
    at = f"/reviews/{oak.ref}/letters/"
    walker.sign_in(oak.person(Role.BUSINESS).email, PASSWORD)
    hand = Keyboard(walker.page)
    walker.go(at)
    narrow(walker)
    hand.follow("write a letter")
    walker.here()
    narrow(walker)
    hand.pick("Which letter?", "About the conversations")
    hand.pick("Who is it for?", "Case group member A")
    hand.press("Begin the letter")
    walker.page.get_by_text("Some things are still to fill in").wait_for()
    walker.here()
    narrow(walker)
    for label, words in (("Whom can they ask?", "Sam Okafor"), ("Which number", "01632 960 001")):
        hand.write(label, words)
    hand.press("Save and show")
    walker.page.get_by_text("Ring Sam Okafor").or_(walker.page.get_by_text("ring Sam Okafor")).first.wait_for()
    hand.follow("Send it")
    walker.page.get_by_text("It cannot go yet").wait_for()
    walker.here()
    narrow(walker)
    hand.press("Send it")
    walker.page.get_by_text("One thing is still missing").first.wait_for()
    walker.here()
    hand.follow("Fill them in")
    hand.write("Who can support them", "Jo Reed, 01632 960 002")
    hand.press("Save and show")
    walker.page.get_by_text("Ready to go").wait_for()
    hand.follow("Send it")
    hand.press("Send it")
    walker.page.get_by_text("The letter is on its way").wait_for()
    walker.do_the_work()
    assert len(mailoutbox) == 1 and oak.review.code_name not in str(mailoutbox[0].message())
    walker.go(at + "sent/")
    narrow(walker)
    walker.page.context.clear_cookies()

    walker.page.set_viewport_size({"width": 390, "height": 844})
    walker.sign_in(oak.person(Role.CASE_GROUP).email, PASSWORD)
    walker.here()
    assert "A letter waits for you" in main(walker.page)
    hand = Mouse(walker.page)
    hand.follow("Read it")
    walker.here()
    hand.follow("What a conversation with us is like")
    walker.here()
    narrow(walker)
    assert "It is not an investigation of you" in main(walker.page)
    hand.press("I have read it")
    walker.page.get_by_text("Thank you. We know now that you have read it").wait_for()
    walker.here()
    walker.page.context.clear_cookies()

    walker.page.set_viewport_size({"width": 1280, "height": 900})
    Mail.objects.create(review_id=oak.review.pk, about="letter:1", to="x@example.org", state="returned", ticket="1")
    walker.sign_in(oak.person(Role.LEAD).email, PASSWORD)
    for address in (at, at + "1/", at + "sent/", "/site/letters/", "/site/letters/thanks/en-GB/"):
        walker.go(address)
        narrow(walker)
    hand.write("Title", "Thanks")
    hand.write("Text", "Dear {{ recipient_nam }}")
    hand.press("Save the version")
    walker.page.get_by_text("The nearest is “recipient_name”").first.wait_for()
    walker.here()
    hand.write("Text", "Dear {{ recipient_name }}")
    hand.press("Save the version")
    walker.page.get_by_text("Dear Robin Hale").wait_for()
    walker.here()
    narrow(walker)
