"""Reading across the sources: every number leads to as many passages, and nobody's counts hold what they may not read."""

import re
from datetime import date

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from casement.foundation.access import Role
from casement.foundation.refusals import NotHere, Refused
from casement.rooms.coding import commands, queries
from casement.rooms.coding.models import KeptView
from casement.rooms.coding.rules.across.asking import Asked, asked_in
from casement.rooms.reviews import commands as reviews
from casement.rooms.reviews.models import Participation
from casement.rooms.sources.models import Source, Speaker, Turns
from tests.factories import coding, rounds
from tests.factories.masks import NAME, hide
from tests.factories.sources import account, record
from tests.house.addresses import signed_in

TEXT = "The list had 290 names and nobody rang back on Monday or on Tuesday."


@pytest.fixture
def three(oak):
    """Three sources of two agencies and a conversation, with marks by two people."""
    coding.framework(oak)
    police, health = oak.agency("Police").number, oak.agency("Health visiting").number
    first = record(oak, text=f"{TEXT} First.", name="a.txt", agency=police, date="3 May 2024")
    second = record(oak, text=f"{TEXT} Second.", name="b.txt", agency=health, date="2024")
    talk = account(oak, sections={"C2": TEXT})
    for source in (first, second, talk):
        coding.mark(oak, words="290 names and nobody", code="new:Load", number=source.number)
        coding.mark(oak, words="nobody rang back", code="item:wrk.03", influence="harder", number=source.number)
    coding.mark(oak, words="290 names and nobody", code="open:1", number=1, role=Role.TEAM)
    coding.mark(oak, words="on Tuesday", code="open:1", number=1, role=Role.TEAM)
    coding.mark(oak, words="on Monday", code="item:per.01", influence="unclear", number=1)
    Source.objects.filter(number=second.number).update(date_start=date(2024, 1, 1), date_end=date(2024, 12, 31))
    return oak


def passages(seat, asked):
    return queries.passages(seat, asked, queries.placed(seat))


def words(told):
    return [one.words for one in told.passages]


def asks(**more):
    return Asked(**more)


def test_a_passage_counts_once_however_many_marked_it(three):
    told = passages(three.seat(), asks(codes=("open:1",)))
    assert told.total == 4
    first = told.passages[0]
    assert [one.by for one in first.given] == ["You", "Review team member 1"] or len(first.given) == 2
    assert first.before == "The list had " and first.after.startswith(" rang back on Monday")
    assert TEXT[first.start : first.end] == first.words


def test_and_or_without(three):
    seat = three.seat()
    either = passages(seat, asks(codes=("open:1", "item:wrk.03")))
    assert either.total == 7
    both = passages(seat, asks(codes=("open:1",), also=("item:wrk.03",)))
    assert words(both) == ["290 names and nobody"] * 3
    alone = passages(seat, asks(codes=("open:1",), without=("item:wrk.03",)))
    assert words(alone) == ["on Tuesday"]


@pytest.mark.parametrize(
    ("asked", "total"),
    [
        ({"agency": "1"}, None), ({"kind": "conversation"}, 2), ({"influence": "unclear"}, 1), ({"period": "2024-05"}, 4),
        ({"period": "2024-Q2"}, 4), ({"period": "not-month"}, None), ({"source": "2"}, 2), ({"coder": "me"}, 7),
    ],
)  # fmt: skip
def test_narrowed(three, asked, total):
    told = passages(three.seat(), asks(**asked))
    if total is not None:
        assert told.total == total
    for one in told.passages:
        if "kind" in asked:
            assert one.source_kind == "conversation"
        if asked.get("agency"):
            assert one.agency


def test_who_speaks_is_the_participant_or_the_turn(three):
    seat = three.seat()
    talk = Source.objects.get(kind="conversation")
    place = Participation.objects.get(pk=talk.participation_id)
    assert passages(seat, asks(who=str(place.number))).total == 2
    other = Participation.objects.filter(review=three.review).exclude(pk=place.pk).first()
    at = Source.objects.get(number=1)
    turns = Turns.objects.create(
        version=at.current, found=[[1, 0, 20, ""], [2, 20, len(TEXT), ""]], by=three.person(Role.LEAD)
    )
    Speaker.objects.create(turns=turns, number=1, name="A", participation=other)
    Speaker.objects.create(turns=turns, number=2, name="B", participation=place)
    assert words(passages(seat, asks(who=str(other.number), source="1"))) == ["290 names and nobody"]
    assert passages(seat, asks(who=str(place.number), source="1")).total == 3


def test_only_leads_narrow_by_another_coder(three):
    place = Participation.objects.get(review=three.review, role=Role.TEAM)
    lead = Participation.objects.get(review=three.review, role=Role.LEAD)
    told = passages(three.seat(), asks(coder=str(place.number)))
    assert sorted(words(told)) == ["290 names and nobody", "on Tuesday"]
    with pytest.raises(NotHere):
        passages(three.seat(Role.TEAM), asks(coder=str(lead.number)))
    assert passages(three.seat(Role.TEAM), asks(coder="me")).total == 2
    client = signed_in(three, Role.TEAM)
    assert client.get(f"/reviews/{three.ref}/across/passages/?coder={lead.number}").status_code == 404
    assert 'name="coder"' in client.get(f"/reviews/{three.ref}/across/passages/").content.decode()


def every_cell(client, ref, by, query=""):
    """(count, address) of every cell that is not empty."""
    page = client.get(f"/reviews/{ref}/across/?by={by}{query}").content.decode()
    table = page.partition("<tbody>")[2].partition("</tbody>")[0]
    return [(int(n), href.replace("&amp;", "&")) for href, n in re.findall(r'<td><a href="([^"]+)">(\d+)<', table)]


@pytest.mark.parametrize(
    "query", ["", "&influence=harder", "&without=open:1", "&also=open:1", "&kind=record", "&coder=me"]
)
@pytest.mark.parametrize("by", ["agency", "source", "month", "quarter", "year", "together"])
def test_each_cell_leads_to_as_many_passages(three, by, query):
    client = signed_in(three)
    cells = every_cell(client, three.ref, by, query)
    assert cells or (by, query) == ("agency", "&without=open:1")  # what is left is about one worker
    for count, href in cells:
        page = client.get(href).content.decode()
        assert f"{count} passage{'' if count == 1 else 's'} in" in page, (count, href)
        assert page.count('<blockquote class="c-read__words">') == count


def test_together_reads_by_row(three):
    seat = three.seat()
    table = queries.together(seat, asks(), queries.code_names(seat), queries.placed(seat))
    by_label = {row.label: row for row in table.rows}
    columns = [column.name for column in table.columns]
    load, other = by_label["Load"], next(row for row in table.rows if row.value == "item:wrk.03")
    assert table.count(load, columns.index("Load")) == 4
    assert table.count(load, columns.index(other.label)) == 3
    assert table.count(other, columns.index("Load")) == 3


def test_factors_about_one_worker_are_never_shown_by_agency(three):
    seat = three.seat()
    table = queries.by_agency(seat, asks(), queries.code_names(seat), queries.placed(seat))
    assert not [row for row in table.rows if row.personal]
    assert [one.value for one in table.left_out] == ["item:per.01"]
    assert "item:per.01" in [
        row.value for row in queries.by_source(seat, asks(), queries.code_names(seat), queries.placed(seat)).rows
    ]


def test_nothing_from_a_source_out_of_reach_is_counted(three):
    kept = record(three, text="Kept for the leads alone.", name="kept.txt", access="leads")
    coding.mark(three, words="leads alone", code="open:1", number=kept.number)
    assert passages(three.seat(), asks(codes=("open:1",))).total == 5
    team = three.seat(Role.TEAM)
    assert passages(team, asks(codes=("open:1",))).total == 3  # a conversation is not theirs to read
    for by in ("source", "agency", "month"):
        cells = every_cell(signed_in(three, Role.TEAM), three.ref, by, "&code=open:1")
        assert sum(count for count, _ in cells) == 3
    assert str(kept.number) not in [
        column.name
        for column in queries.by_source(team, asks(), queries.code_names(team), queries.placed(team)).columns
    ]


def test_the_wall_of_a_blind_round_holds_in_every_count(oak):
    coding.framework(oak)
    desk = coding.text(oak, rounds.TEXT)
    code = rounds.code(oak)
    rounds.opened(oak, [desk.number], [code, "item:wrk.03"])
    coding.mark(oak, words="290 names", number=desk.number, code=code)
    coding.mark(
        oak,
        words="The list had 290 names",
        number=desk.number,
        code="item:wrk.03",
        influence="harder",
        role=Role.TEAM,
    )
    for role, n in ((Role.LEAD, 1), (Role.TEAM, 1)):
        seat = oak.seat(role)
        assert passages(seat, asks()).total == n
        names, sources = queries.code_names(seat), queries.placed(seat)
        for table in (
            queries.together(seat, asks(), names, sources),
            queries.by_source(seat, asks(), names, sources),
        ):
            assert sum(table.cells.values()) == 1
        assert passages(seat, asks(codes=(code,), also=("item:wrk.03",))).total == 0


def test_supervisors_and_others_see_only_with_a_right(three):
    for role in (Role.FAMILY, Role.CASE_GROUP, Role.EVALUATOR, Role.AGENCY_CONTACT, Role.SUPERVISOR):
        for path in ("across/", "across/passages/", "across/kept/"):
            assert signed_in(three, role).get(f"/reviews/{three.ref}/{path}").status_code == 404


def test_addresses_carry_numbers_and_fixed_words_only(three):
    commands.define_code(three.seat(), number=1, label="Quorvinex", definition="")
    client = signed_in(three)
    for path in (
        "across/?by=together",
        "across/",
        "across/passages/?code=open:1",
        "across/passages/?code=Quorvinex&x=Quorvinex",
    ):
        page = client.get(f"/reviews/{three.ref}/{path}").content.decode()
        assert not [href for href in re.findall(r'(?:href|action|value)="([^"]*)"', page) if "uorvinex" in href]


@pytest.mark.parametrize(
    "path", ["across/", "across/?by=together", "across/passages/?code=open:1&also=item:wrk.03", "across/kept/"]
)
def test_pages_take_the_same_few_queries_at_one_and_at_more(oak, path):
    coding.framework(oak)
    client, counts = signed_in(oak), []
    for n in range(1, 4):
        source = record(oak, text=f"{TEXT} {n}", name=f"{n}.txt")
        coding.mark(oak, words="290 names", code="new:Load", number=source.number)
        coding.mark(oak, words="names and", code="item:wrk.03", influence="harder", number=source.number)
        commands.keep_view(oak.seat(), name=f"View {n}", asked="code=open:1")
        with CaptureQueriesContext(connection) as told:
            assert client.get(f"/reviews/{oak.ref}/{path}").status_code == 200
        asked = [one["sql"] for one in told if not one["sql"].startswith(("SAVEPOINT", "RELEASE"))]
        counts.append(len(asked))
    assert counts[0] == counts[1] == counts[2], counts
    assert counts[0] <= 12, "\n".join(one[:150] for one in asked)


def test_pages_come_in_parts_and_say_so(oak):
    coding.framework(oak)
    coding.text(oak, "\n".join(f"Line number {n:03} of many." for n in range(60)))
    for n in range(60):
        coding.mark(oak, words=f"number {n:03}", code="new:Lines" if n == 0 else "open:1")
    client = signed_in(oak)
    last = client.get(f"/reviews/{oak.ref}/across/passages/?code=open:1&page=3").content.decode()
    assert last.count('<blockquote class="c-read__words">') == 10
    assert "?page=2&amp;code=open:1" in last


def test_a_view_is_kept_run_renamed_shared_and_taken_away(three):
    client, team = signed_in(three), signed_in(three, Role.TEAM)
    at = f"/reviews/{three.ref}/across/kept/"
    asked = "code=open:1&also=item:wrk.03"
    assert client.post(at, {"name": " Load  and pace ", "asked": asked, "shows": "passages"}).status_code == 302
    page = client.get(at).content.decode()
    assert "Load and pace" in page and f"across/passages/?{asked.replace('&', '&amp;')}" in page
    assert "Load and pace" not in team.get(at).content.decode()
    assert team.get(f"{at}1/").status_code == 404
    assert client.post(f"{at}1/", {"name": "Both", "shared": "on"}).status_code == 302
    assert "Both" in team.get(at).content.decode()
    assert team.post(f"{at}1/", {"name": "Mine now"}).status_code == 404
    assert team.post(f"{at}1/removal/").status_code == 404
    assert client.post(f"{at}1/removal/").status_code == 302
    assert "Both" not in client.get(at).content.decode()
    assert KeptView.objects.get().removed_at


@pytest.mark.parametrize(
    "asked",
    ["code=open:77", "code=item:zzz.99", "agency=99", "who=99", "source=99", "coder=99", "code=words", "1001"],
)
def test_a_view_names_only_what_is_here(three, asked):
    with pytest.raises(Refused):
        commands.keep_view(three.seat(), name="x", asked=asked)
    answer = signed_in(three).post(
        f"/reviews/{three.ref}/across/kept/", {"name": "My name for it", "asked": asked, "shows": "passages"}
    )
    assert answer.status_code == 422 and "My name for it" in answer.content.decode()


def test_a_view_of_one_persons_marks_stays_ones_own(three):
    place = Participation.objects.get(review=three.review, role=Role.TEAM).number
    with pytest.raises(Refused, match="cannot be shared"):
        commands.keep_view(three.seat(), name="x", asked=f"coder={place}", shared=True)
    commands.keep_view(three.seat(), name="x", asked=f"coder={place}")
    with pytest.raises(Refused, match="cannot be shared"):
        commands.change_view(three.seat(), number=1, name="x", shared=True)


def test_a_shared_view_shows_each_only_what_they_may_read(three):
    kept = record(three, text="Kept for the leads alone.", name="kept.txt", access="leads")
    coding.mark(three, words="leads alone", code="open:1", number=kept.number)
    commands.keep_view(three.seat(), name="Load", asked="code=open:1", shared=True)
    (line,) = queries.kept_views(three.seat(Role.TEAM))
    asked = asked_in([tuple(pair.split("=")) for pair in line.asked.split("&")])
    assert passages(three.seat(Role.TEAM), asked).total == 3
    assert passages(three.seat(), asked).total == 5


def test_one_at_a_time_or_all_at_once_a_passage_stands_between_the_same_words(oak):
    """The database cuts for a page, the program for a file; both count an emoji as one sign."""
    coding.framework(oak)
    coding.text(oak, "\U0001f642 word " * 60 + "\nHere \U0001f469‍\U0001f467 it is.\n" + "word \U0001f642 " * 60)
    for words in ("Here", "it is.", "\U0001f642 word \U0001f642"):
        commands.mark_passage(oak.seat(), **place_of(words), code="new:Signs" if words == "Here" else "open:1")
    seat = oak.seat()
    sources = queries.placed(seat)
    every = list(queries.every_passage(seat, asks(), sources))
    assert list(queries.passages(seat, asks(), sources).passages) == every
    assert len(every) == 3 and {one.words for one in every} == {"Here", "it is.", "\U0001f642 word \U0001f642"}


def test_a_file_holds_what_the_pages_show_over_many_texts_in_their_order(oak, monkeypatch):
    """Whatever is asked, and however few marks are read at a time."""
    coding.framework(oak)
    reviews.identify(oak.seat(), label="Mother", kind="family", names=[NAME])
    for at in range(4):
        record(oak, text=f"{NAME} rang {at}. A bed was free.", name=f"text {at}.txt")
    for number in (3, 1, 4, 2):
        for words, code in (
            ("rang", "new:Calls" if number == 3 else "open:1"),
            ("free", "new:Beds" if number == 3 else "open:2"),
        ):
            coding.mark(oak, words=words, code=code, number=number)
        coding.mark(oak, words="rang", code="item:wrk.03", influence="harder", number=number)
    hide(oak)
    monkeypatch.setattr("casement.rooms.coding.queries.across.every.SOME", 4)
    seat = oak.seat()
    sources = queries.placed(seat)
    for asked in (asks(), asks(codes=("open:1",)), asks(also=("open:1",)), asks(without=("open:1",))):
        paged = queries.passages(seat, asked, sources)
        assert list(queries.every_passage(seat, asked, sources)) == list(paged.passages)
        assert paged.total and [one.source_number for one in paged.passages] == sorted(
            one.source_number for one in paged.passages
        )
    assert any("[Mother]" in one.before for one in queries.every_passage(seat, asks(), sources))


def place_of(words):
    text = Source.objects.get(number=1).current.text
    start = text.index(words)
    return {"number": 1, "start": start, "end": start + len(words), "quote": words}
