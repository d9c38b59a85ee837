"""Correcting a text in the browser: one paragraph, a report, and a place for what could not follow."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from casement.foundation.access import Role
from casement.foundation.models import LedgerEntry
from casement.rooms.sources import commands
from casement.rooms.sources.models import Excerpt
from tests.factories import coding
from tests.factories.sources import record
from tests.house.addresses import signed_in

LINES = ("Nobody answered the door at all.", "A card was left with the neighbour.", "The list had 290 names.")
MOST = 12


@pytest.fixture
def marked(oak):
    coding.framework(oak)
    record(oak, "\n\n".join(LINES))
    coding.mark(oak, "The list had 290 names")
    return f"/reviews/{oak.ref}/"


def test_the_way_from_a_paragraph_to_a_placed_passage(oak, marked):
    lead = signed_in(oak)
    asks = lead.get(f"{marked}sources/1/text/").content.decode()
    assert "Which paragraph?" in asks and "There are 3." in asks
    assert "paragraphs 1 to 3" in lead.get(f"{marked}sources/1/text/?paragraph=9").content.decode()
    form = lead.get(f"{marked}sources/1/text/?paragraph=3").content.decode()
    assert ">leads (1)</a>" in form
    assert LINES[2] in form and 'name="based_on" value="1"' in form
    sent = {"paragraph": 3, "words": "The list had 209 names.", "reason": "", "based_on": 1}
    again = lead.post(f"{marked}sources/1/text/?paragraph=3", sent)
    assert again.status_code == 422 and "209 names" in again.content.decode()
    answer = lead.post(f"{marked}sources/1/text/?paragraph=3", {**sent, "reason": "Misread."}, follow=True)
    told = answer.content.decode()
    assert "These wait for you" in told and "Put it on these words" in told
    answer = lead.post(f"{marked}corrections/1/passages/1/place/", {}, follow=True)
    assert "Placed by a person: The list had 209 names" in answer.content.decode()
    assert Excerpt.objects.get().quote == "The list had 209 names"
    assert LINES[2] in lead.get(f"{marked}sources/1/texts/1/").content.decode()
    assert LedgerEntry.objects.filter(action="sources.correct", outcome="done").count() == 1


def test_the_second_writer_sees_both_texts(oak, marked):
    lead = signed_in(oak)
    sent = {"paragraph": 3, "words": "The list had 209 names.", "reason": "Misread.", "based_on": 1}
    lead.post(f"{marked}sources/1/text/?paragraph=3", sent)
    answer = lead.post(f"{marked}sources/1/text/?paragraph=3", {**sent, "words": "The list had 92 names."})
    told = answer.content.decode()
    assert answer.status_code == 409
    assert "209 names" in told and "92 names" in told and 'name="based_on" value="2"' in told


def test_what_is_in_use_is_not_shown_to_the_agency_it_came_from(oak, marked):
    commands.correct_paragraph(oak.seat(), number=1, paragraph=3, words="The list was long.", reason="Misread.")
    theirs = signed_in(oak, Role.AGENCY_CONTACT)
    about = theirs.get(f"{marked}sources/1/about/").content.decode()
    assert "texts/1/" in about and "corrections/" not in about and "Correct a paragraph" not in about
    for address in ("corrections/1/", "sources/1/text/"):
        assert theirs.get(marked + address).status_code == 404
    assert theirs.get(f"{marked}sources/1/texts/1/").status_code == 200


@pytest.mark.parametrize("marks", [1, 3])
def test_the_report_asks_a_fixed_number_of_times(oak, marks):
    coding.framework(oak)
    record(oak, "\n\n".join(LINES))
    for line in LINES[:marks]:
        coding.mark(oak, line[:18])
    commands.correct_paragraph(oak.seat(), number=1, paragraph=1, words="Other words.", reason="Misread.")
    lead = signed_in(oak)
    for address in ("corrections/1/", "sources/1/about/", "sources/1/text/?paragraph=2", "sources/1/texts/1/"):
        with CaptureQueriesContext(connection) as asked:
            assert lead.get(f"/reviews/{oak.ref}/{address}").status_code == 200
        assert len(asked) <= MOST, address
