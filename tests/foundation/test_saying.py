"""Words that are too long are refused with a sentence, and what stood before stays: nothing is cut off."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from casement.foundation.access import Role
from casement.foundation.clock import today
from casement.foundation.refusals import Refused
from casement.foundation.saying import at_most, in_words
from casement.rooms.conversations import commands as conversations
from casement.rooms.conversations.models import Conversation, TurningPoint
from casement.rooms.family import commands as family
from casement.rooms.family.models import Wishes
from casement.rooms.proceedings import commands as proceedings
from casement.rooms.proceedings.models import Proceeding
from tests.factories.conversations import booked, held
from tests.factories.outside import SOON, place_of


@given(st.text(max_size=40), st.integers(1, 20))
def test_words_come_back_whole_or_not_at_all(text, most):
    whole = text.replace("\r\n", "\n").strip()
    try:
        assert at_most(text, most, field="text") == whole and len(whole) <= most
    except Refused as no:
        assert len(whole) > most and no.field == "text" and str(most) in no.sentence


def test_nothing_is_not_something():
    with pytest.raises(Refused, match="Say why"):
        in_words(" \n ", "Say why.", field="text")


def test_no_command_keeps_the_beginning_of_what_was_too_long(oak):
    lead = oak.seat()
    talk = booked(oak)
    with pytest.raises(Refused, match="too long"):
        conversations.book_conversation(
            lead, number=talk.number, on=talk.booked_for.date(), at=talk.booked_for.time(), place="x" * 201
        )
    assert Conversation.objects.get().place == "Room 2"
    record = family.open_involvement(lead, participation=place_of(oak, Role.FAMILY))
    with pytest.raises(Refused, match="too long"):
        family.put_wishes(lead, number=record.number, contact="Lead Reviewer A", pace="x" * 301)
    with pytest.raises(Refused, match="too long"):
        proceedings.record_proceeding(
            lead, kind="coroner", stage="Opened", reference="x" * 121, contact="Officer", look_on=today() + SOON
        )
    assert not Wishes.objects.exists() and not Proceeding.objects.exists()


def test_a_turning_point_is_kept_whole_or_asked_for_again(oak):
    talk = held(oak)
    before = TurningPoint.objects.count()
    with pytest.raises(Refused, match="too long"):
        conversations.name_turning_point(oak.seat(), number=talk.number, words="x" * 151)
    assert TurningPoint.objects.count() == before
