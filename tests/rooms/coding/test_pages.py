"""The reader and its pages: who sees what, without script, and in how many questions to the database."""

import json
import re
from html import unescape

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from casement.foundation.access import Role
from casement.rooms.coding import commands, queries
from tests.factories import coding
from tests.factories.sources import account


@pytest.fixture
def desk(oak):
    coding.framework(oak)
    return coding.text(oak)


@pytest.fixture
def lead(oak, client):
    client.force_login(oak.person(Role.LEAD))
    return client


def body(answer):
    return answer.content.decode()


def words_of(page, number):
    """The words of paragraph `number` as a browser would hold them."""
    inner = re.search(rf'<p id="p{number}"[^>]*>(.*?)</p>', page, re.DOTALL)[1]
    return unescape(re.sub(r"</?mark[^>]*>", "", inner))


def test_the_page_holds_the_text_letter_for_letter_marked_or_not(oak, desk, lead):
    coding.mark(oak, words="\U0001f642 at home")
    coding.mark(oak, words="home. Na", code="new:Over it")
    page = body(lead.get(f"/reviews/{oak.ref}/sources/1/"))
    for number, line in enumerate(coding.AWKWARD.split("\n"), 1):
        assert words_of(page, number) == line
    assert '<mark class="c-painted--open">' in page


def test_the_cited_passage_is_lit_and_leads_back(oak, desk, lead):
    start = coding.AWKWARD.index("The list")
    asked = f"at={start}-{start + 8}&back=findings/3"
    page = body(lead.get(f"/reviews/{oak.ref}/sources/1/?{asked}"))
    assert '<mark class="c-painted--cited">The list</mark>' in page
    assert f'href="/reviews/{oak.ref}/findings/3/"' in page
    assert "Back to the finding" in page


@pytest.mark.parametrize(
    "back", ["//evil.example/x", "https://evil.example", "javascript:1", "findings/../../x", "account"]
)
def test_back_never_leads_out_of_the_review(oak, desk, lead, back):
    page = body(lead.get(f"/reviews/{oak.ref}/sources/1/", {"back": back}))
    assert "evil" not in page
    assert not re.search(r'back-link" href="(?!/reviews/)', page)
    assert f'href="/reviews/{oak.ref}/x' not in page


@pytest.mark.parametrize("at", ["9-3", "0-999999", "x", "5-5", "-1-4"])
def test_a_passage_that_is_not_there_lights_nothing(oak, desk, lead, at):
    answer = lead.get(f"/reviews/{oak.ref}/sources/1/", {"at": at})
    assert answer.status_code == 200
    assert "c-painted--cited" not in body(answer)


def test_words_of_an_earlier_text_are_not_lit_in_this_one(oak, desk, lead):
    page = body(lead.get(f"/reviews/{oak.ref}/sources/1/", {"at": "0-5", "text": "7"}))
    assert "earlier text" in page
    assert "c-painted--cited" not in page


def by_hand(**more):
    return {
        "paragraph": "3",
        "words": "Nobody rang back",
        "own": "Ringing",
        "influence": "harder",
        "memo": "Why?",
    } | more


def test_marking_without_script(oak, desk, lead):
    answer = lead.post(f"/reviews/{oak.ref}/sources/1/", by_hand())
    start = coding.AWKWARD.index("Nobody")
    assert answer.status_code == 302
    assert answer["Location"].endswith(f"?at={start}-{start + 16}#p3")
    table = body(lead.get(f"/reviews/{oak.ref}/sources/1/marks/"))
    for told in ("Ringing", "Nobody rang back", "Made it harder", "Why?"):
        assert told in table


@pytest.mark.parametrize(
    ("wrong", "sentence"),
    [
        ({"words": "Somebody rang back"}, "are not in paragraph 3"),
        ({"paragraph": "99"}, "paragraphs 1 to 4"),
        ({"paragraph": "three"}, "write a whole number"),
        ({"own": "", "code": ""}, "Choose a factor or a code"),
        ({"own": "", "code": "item:wrk.03", "influence": ""}, "which way this factor worked"),
        ({"own": "Two", "code": "item:wrk.03"}, "not both"),
    ],
)
def test_what_was_typed_comes_back_with_the_sentence(oak, desk, lead, wrong, sentence):
    answer = lead.post(f"/reviews/{oak.ref}/sources/1/", by_hand(**wrong))
    assert answer.status_code == 422
    page = unescape(body(answer))
    assert sentence in page
    assert wrong.get("words", "Nobody rang back") in page
    assert "Why?" in page
    if wrong.get("code"):
        assert 'value="item:wrk.03" selected' in page


def send(client, address, **fields):
    return client.post(address, fields, headers={"accept": "application/json"})


def test_the_desk_is_answered_in_json(oak, desk, lead):
    start = coding.AWKWARD.index("\U0001f642")
    where = {"start": start, "end": start + 9, "quote": "\U0001f642 at home"}
    told = send(
        lead, f"/reviews/{oak.ref}/sources/1/marks/", **where, code="item:wrk.03", influence="helped"
    ).json()
    mark = told["mark"]
    assert (mark["start"], mark["end"], mark["influence"], mark["by"]) == (start, start + 9, "helped", "You")
    at = f"/reviews/{oak.ref}/sources/1/"
    changed = send(lead, resolved(at, mark["change_href"]), influence="unclear").json()["mark"]
    assert changed["influence"] == "unclear"
    noted = send(lead, resolved(at, mark["memo_href"]), memo="Look again", private="on").json()["mark"]
    assert (noted["memo"], noted["private"]) == ("Look again", True)
    gone = send(lead, resolved(at, mark["remove_href"])).json()["mark"]
    assert queries.marks_of_source(oak.seat(), 1) == ()
    back = send(lead, resolved(at, f"{gone['undo_href']}{gone['act']}/")).json()["mark"]
    assert (back["number"], back["influence"]) == (mark["number"], "unclear")
    assert len(queries.marks_of_source(oak.seat(), 1)) == 1


def resolved(base, relative):
    from urllib.parse import urljoin

    return urljoin(base, relative)


def test_the_desk_is_told_why_not(oak, desk, lead):
    address = f"/reviews/{oak.ref}/sources/1/marks/"
    no = send(lead, address, start=0, end=3, quote="Xyz", code="new:A")
    assert no.status_code == 422
    assert "choose them again" in no.json()["refusal"]
    assert "code" in send(lead, address, start=0, end=3, quote="Vis").json()["errors"]


def test_the_data_of_the_page_cannot_end_its_script(oak, lead):
    coding.text(oak, "Words </script><script>alert(1)</script> here")
    coding.mark(oak, words="Words", code="new:</script><b>", memo="<!--<script>")
    page = body(lead.get(f"/reviews/{oak.ref}/sources/1/"))
    data = re.search(r'<script id="desk-data" type="application/json">(.*?)</script>', page, re.DOTALL)[1]
    assert json.loads(data)["marks"][0]["label"] == "</script><b>"
    assert "<script>alert" not in page


def test_a_person_reads_their_own_account_without_marks(oak, client):
    source = account(oak)
    coding.mark(oak, words="eleven visits", number=source.number, memo="Ask who set this")
    client.force_login(oak.person(Role.CASE_GROUP))
    answer = client.get(f"/reviews/{oak.ref}/sources/{source.number}/")
    page = body(answer)
    assert answer.status_code == 200
    assert "I had eleven visits that day." in unescape(page)
    for hidden in ("Ringing back", "Ask who set this", "coding-desk", "<mark", "desk-data", "Mark a passage"):
        assert hidden not in page
    for address in ("marks/", ""):
        assert client.post(f"/reviews/{oak.ref}/sources/{source.number}/{address}", by_hand()).status_code == 404
    assert client.get(f"/reviews/{oak.ref}/sources/{source.number}/marks/").status_code == 404


def pages(oak):
    told = "sources/1/ sources/1/marks/ marks/1/ codes/ codes/1/ codes/item/wrk.03/ memos/ memos/1/"
    return [f"/reviews/{oak.ref}/{one}" for one in told.split()]


def furnished(oak):
    coding.mark(oak, memo="First thought")
    coding.mark(oak, words="The list", code="item:wrk.03", influence="harder")


def test_who_may_open_the_pages(oak, elm, desk, client):
    furnished(oak)
    for role, wanted in ((Role.LEAD, 200), (Role.TEAM, 200), (Role.BUSINESS, 404), (Role.ACCOUNTABLE, 404)):
        client.force_login(oak.person(role))
        for address in pages(oak):
            expected = 404 if role is Role.TEAM and address.endswith("memos/1/") else wanted
            assert client.get(address).status_code == expected, (role, address)
    client.force_login(elm.person(Role.LEAD))
    assert {client.get(address).status_code for address in pages(oak)} == {404}


def test_pages_ask_the_database_a_fixed_number_of_times(oak, desk, lead):
    furnished(oak)
    counted = {}
    for more in (1, 3):
        for at in range(more):
            coding.mark(oak, words="rang back", code=f"new:Code {more}{at}", memo="A thought")
        for address in pages(oak):
            lead.get(address)
            with CaptureQueriesContext(
                connection,
            ) as asked:
                assert lead.get(address).status_code == 200
            counted.setdefault(address, []).append(len(asked))
    assert all(few == many <= 12 for few, many in counted.values()), counted


def test_a_code_said_better_meanwhile_shows_both_texts(oak, lead):
    commands.add_code(oak.seat(), label="Calls")
    commands.define_code(oak.seat(Role.TEAM), number=1, label="Calls", definition="Theirs", based_on=1)
    answer = lead.post(f"/reviews/{oak.ref}/codes/1/", {"label": "Calls", "definition": "Mine", "based_on": "1"})
    page = body(answer)
    assert answer.status_code == 409
    assert "Theirs" in page
    assert "Mine" in page
    assert 'name="based_on" value="2"' in page
    again = lead.post(f"/reviews/{oak.ref}/codes/1/", {"label": "Calls", "definition": "Mine", "based_on": "2"})
    assert again.status_code == 302


def test_removed_marks_can_be_put_back_from_the_table(oak, desk, lead):
    coding.mark(oak)
    lead.post(f"/reviews/{oak.ref}/marks/1/removal/")
    assert "Put it back" in body(lead.get(f"/reviews/{oak.ref}/sources/1/marks/"))
    lead.post(f"/reviews/{oak.ref}/marks/1/restoration/")
    assert len(queries.marks_of_source(oak.seat(), 1)) == 1


def test_long_lists_come_in_pages(oak, lead):
    coding.text(oak, "\n".join(f"Line number {n} stands alone." for n in range(60)))
    for n in range(60):
        coding.mark(oak, words=f"number {n} stands")
    last = body(lead.get(f"/reviews/{oak.ref}/sources/1/marks/?page=2"))
    assert "number 59 stands" in last
    assert "number 3 stands" not in last


LONG = "\n".join(f"Paragraph {at} of a long record, as it was written." for at in range(1, 1203))


@pytest.fixture
def long(oak):
    coding.framework(oak)
    return coding.text(oak, words=LONG)


def numbers(page):
    return [int(one) for one in re.findall(r'<p id="p(\d+)"', page)]


def test_a_long_text_is_read_in_parts_that_leave_nothing_out(oak, long, lead):
    first = body(lead.get(f"/reviews/{oak.ref}/sources/1/"))
    ways = re.findall(r'<li><a href="(\?part=\d+)">', first.split("</nav>")[0] + first)
    seen = numbers(first)
    for way in dict.fromkeys(ways):
        seen += numbers(body(lead.get(f"/reviews/{oak.ref}/sources/1/{way}")))
    assert seen == list(range(1, 1203))


def test_what_is_cited_opens_in_its_part_with_the_marks_of_that_part(oak, long, lead):
    coding.mark(oak, words="Paragraph 3 of a long record")
    coding.mark(oak, words="Paragraph 1100 of a long record")
    start = LONG.index("Paragraph 1100 of")
    page = body(lead.get(f"/reviews/{oak.ref}/sources/1/?at={start}-{start + 14}#p1100"))
    assert 1100 in numbers(page) and 3 not in numbers(page)
    told = json.loads(re.search(r'id="desk-data" type="application/json">(.*?)</script>', page)[1])
    assert [one["start"] for one in told["marks"]] == [start]
    assert told["elsewhere"] == 1
    assert "2 in this source" in page
    assert '<mark class="c-painted--cited">Paragraph 1100</mark>' in page


def test_the_way_back_is_kept_from_part_to_part(oak, long, lead):
    page = body(lead.get(f"/reviews/{oak.ref}/sources/1/?at=0-9&back=findings/3"))
    assert 'href="?part=2&amp;back=findings/3"' in page
    assert "Back to the finding" in body(lead.get(f"/reviews/{oak.ref}/sources/1/?part=2&back=findings/3"))
    assert "&amp;back" not in body(lead.get(f"/reviews/{oak.ref}/sources/1/?back=//evil.example"))


@pytest.mark.parametrize("asked", ["?part=0", "?part=99", "?part=x", "?paragraph=999999", "?part=-1", "?part=٣"])
def test_a_part_that_is_none_shows_one_that_is(oak, long, lead, asked):
    assert numbers(body(lead.get(f"/reviews/{oak.ref}/sources/1/{asked}")))


def test_a_long_text_asks_no_more_than_twelve_questions(oak, long, lead):
    lead.get(f"/reviews/{oak.ref}/codes/")  # the very first link of a ledger costs one more
    with CaptureQueriesContext(connection) as told:
        lead.get(f"/reviews/{oak.ref}/sources/1/?part=2")
    asked = [one for one in told if not one["sql"].startswith(("SAVEPOINT", "RELEASE", "BEGIN", "COMMIT"))]
    assert len(asked) <= 12
