"""What people say of a factor: shown where it is explained, worded for a review, and never lost."""

import pytest

from casement.foundation.access import Role
from casement.foundation.refusals import Conflict, NotHere, Refused
from casement.rooms.coding import commands, queries
from casement.rooms.reviews.rules.frameworks import SIDES, shipped
from tests.factories.coding import framework


def test_every_factor_comes_with_sentences_for_both_sides_each_its_own():
    factors = next(one for one in shipped() if one.key == "factors")
    for item in factors.items:
        assert item.item_id == "oth" or all(len(item.signs[side]) == 5 for side in SIDES), item.item_id
    every = [text for item in factors.items for side in item.signs.values() for text in side]
    assert len(set(every)) == len(every)
    assert all(len(text.split()) >= 3 and text.rstrip("’")[-1] in ".?" for text in every)


def test_they_stand_with_the_factor_and_are_worded_for_one_review(oak, elm, client):
    framework(oak)
    framework(elm)
    client.force_login(oak.person(Role.LEAD))
    here = f"/reviews/{oak.ref}/codes/item/wrk.03/"
    page = client.get(here).content.decode()
    assert "They came with Casement." in page and f'href="{here}signs/"' in page
    shipped_ones = queries.signs_of(oak.seat(), "wrk.03")
    sent = {"helped": "Dawn kept it to nine each.\n\nDawn kept it to nine each.", "harder": "", "based_on": "0"}
    assert client.post(f"{here}signs/", sent).status_code == 302
    told = queries.signs_of(oak.seat(), "wrk.03")
    assert (told.helped, told.harder, told.edition) == (("Dawn kept it to nine each.",), (), 1)
    assert queries.signs_of(elm.seat(), "wrk.03") == shipped_ones  # another review keeps its own
    assert "Worded for this review by" in client.get(here).content.decode()
    assert client.post(f"{here}signs/", sent | {"based_on": "1"}).status_code == 302
    assert queries.signs_of(oak.seat(), "wrk.03").edition == 1  # saying the same does nothing

    late = client.post(f"{here}signs/", sent | {"helped": "We were four."})
    assert late.status_code == 409 and "We were four." in late.content.decode()
    assert "Dawn kept it to nine each." in late.content.decode()
    long = client.post(f"{here}signs/", sent | {"helped": "We were " * 60, "based_on": "1"})
    assert long.status_code == 422 and "Keep each sentence under" in long.content.decode()
    with pytest.raises(Refused):
        commands.word_signs(
            oak.seat(), item="wrk.03", helped=[f"Week {at} was calm." for at in range(9)], harder=[]
        )
    with pytest.raises(Conflict):
        commands.word_signs(oak.seat(), item="wrk.03", helped=["Four."], harder=[], based_on=0)


def test_only_those_who_keep_the_codebook_word_them(oak, client):
    framework(oak)
    with pytest.raises(NotHere):
        commands.word_signs(oak.seat(), item="wrk.99", helped=[], harder=[])
    with pytest.raises(NotHere):
        commands.word_signs(oak.seat(Role.CASE_GROUP), item="wrk.03", helped=["Ours."], harder=[])
    client.force_login(oak.person(Role.FAMILY))
    assert client.get(f"/reviews/{oak.ref}/codes/item/wrk.03/signs/").status_code == 404
