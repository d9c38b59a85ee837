"""As known then: nothing dated or learnt after the moment is ever shown, at any precision of dates."""

from datetime import datetime, time, timedelta

import pytest
from django.db import transaction
from hypothesis import HealthCheck, Phase, example, given, settings
from hypothesis import strategies as st

from casement.foundation.access import Role
from casement.foundation.dates import NotADate, Precision, UncertainDate, latest, read_date
from casement.foundation.models import LedgerEntry
from casement.foundation.refusals import Refused
from casement.rooms.chronology import commands, queries
from casement.rooms.chronology.models import Telling
from casement.rooms.chronology.rules import could_know, end_of
from tests.factories.chronology import by_hand

DAYS = st.dates(datetime(2024, 4, 20).date(), datetime(2024, 6, 10).date())
TIMES = st.none() | st.times().map(lambda at: at.replace(second=0, microsecond=0))
HABITS = (
    "{d.day} {d:%B %Y}", "{d:%d/%m/%y}", "w/c {d.day} {d:%B %Y}", "early {d:%B %Y}", "late {d:%B %Y}", "{d:%B %Y}",
    "about {d.day} {d:%B %Y}", "{d.day} {d:%B %Y}?", "{d.day} {d:%B %Y} 09:15", "c. {d:%B %Y}", "spring {d.year}",
    "{d.year}", "before {d.day} {d:%B %Y}", "since {d.day} {d:%B %Y}", "Autumn term {d.year}", "by {d:%B %Y}",
    "{d.day} {d:%B %Y} pm", "night of {d.day} {d:%B %Y}", "late {d.year}", "1 {d:%B %Y} to {d.day} {d:%B %Y}",
)  # fmt: skip


def reads(words):
    """Whether these words read as a date; a day of theirs may not be in the month."""
    try:
        return read_date(words) is not None
    except NotADate:
        return False


WRITTEN = st.builds(lambda habit, day: habit.format(d=day), st.sampled_from(HABITS), DAYS).filter(reads)
TELLINGS = st.lists(st.tuples(st.sampled_from(("a1", "a2", "r3")), WRITTEN), max_size=2)
ENTRIES = st.lists(st.tuples(st.sampled_from((1, 2)), WRITTEN, TELLINGS), min_size=1, max_size=5)


@st.composite
def uncertain(draw):
    """A date of any precision, exact or in doubt, open at an end or closed."""
    start, end = draw(st.none() | DAYS), draw(st.none() | DAYS)
    if start and end and end < start:
        start, end = end, start
    last = draw(TIMES) if end else None
    first = draw(TIMES) if start else None
    if start and start == end and first and last and last < first:
        first, last = last, first
    if start == end and start and first and not last:
        last = first
    if start == end and start and last and not first:
        first = None
    return UncertainDate(
        "x", start, end, draw(st.sampled_from(Precision)), first, last, draw(st.booleans()), draw(st.booleans())
    )


@given(uncertain(), st.lists(uncertain(), max_size=3), uncertain(), st.booleans())
def test_what_may_be_later_than_the_moment_is_not_known(when, learnt, asked, own):
    moment = end_of(asked)
    if moment is None:
        assert asked.end is None
        return
    assert moment <= latest(asked)  # a moment in doubt is taken early, never late
    if could_know(when, learnt, moment, own=own):
        assert when.end is not None and latest(when) <= moment
        assert any(each.end is not None and latest(each) <= moment for each in learnt) if learnt else own


@given(uncertain(), st.lists(uncertain(), max_size=3), DAYS, st.integers(0, 400), st.booleans())
def test_what_was_known_once_stays_known(when, learnt, day, more, own):
    then = datetime.combine(day, time.max)
    if could_know(when, learnt, then, own=own):
        assert could_know(when, learnt, then + timedelta(days=more), own=own)


def test_what_happened_a_day_later_or_may_have_is_not_known():
    moment = end_of(read_date("23 May 2024"))
    for words, known in (
        ("23 May 2024", True), ("24 May 2024", False), ("May 2024", False), ("about 22 May 2024", False),
        ("about 10 May 2024", True), ("w/c 20 May 2024", False), ("w/c 13 May 2024", True), ("early May 2024", True),
        ("2023", True), ("2024", False), ("since 3 May 2024", False), ("before 3 May 2024", True),
    ):  # fmt: skip
        assert could_know(read_date(words), (), moment, own=True) is known, words


def bounds(words):
    """What the words can mean at the latest, read apart from the columns that keep them."""
    return latest(read_date(words))


@settings(
    max_examples=30, deadline=None, phases=(Phase.explicit, Phase.generate),
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)  # fmt: skip
@given(ENTRIES, WRITTEN, st.sampled_from(("a1", "a2", "r3")))
@example([(1, "about 22 May 2024", [])], "23 May 2024", "a1")
@example([(1, "3 May 2024", [("a2", "about 22 May 2024")])], "23 May 2024", "a2")
def test_the_page_shows_nothing_dated_or_learnt_after_the_moment(oak, client, entries, asked, who):
    client.force_login(oak.person(Role.LEAD))
    moment = end_of(read_date(asked))
    with transaction.atomic():
        for at, (agency, words, told) in enumerate(entries):
            entry = by_hand(oak, f"Word{at}x of {agency}", words, agency=agency)
            for each in list(told):
                try:
                    commands.record_telling(oak.seat(), number=entry.number, told=each[0], date=each[1])
                except Refused:  # told before it can have happened
                    told.remove(each)
        page = client.get(f"/reviews/{oak.ref}/strands/known/", {"who": who, "moment": asked}).content.decode()
        transaction.set_rollback(True)
    for at, (agency, words, told) in enumerate(entries):
        if f"Word{at}x" in page:
            assert moment is not None and latest(read_date(words)) <= moment, (words, asked)
            # Police hear what their officer (r3) hears, and the officer what the police as a whole hear.
            heard = [when for whom, when in told if whom == who or {whom, who} == {"a1", "r3"}]
            mine = agency == (2 if who == "a2" else 1)
            assert mine or any(latest(read_date(when)) <= moment for when in heard), (who, told, asked)


def test_who_told_whom_carries_an_entry_to_those_who_were_told(oak, client):
    client.force_login(oak.person(Role.LEAD))
    visit = by_hand(oak, "The health visitor saw a bruise.", "3 May 2024", agency=2)
    tell = {"told": "a1", "told_by": "a2", "date": "9 May 2024", "means": "a call"}
    address = f"/reviews/{oak.ref}/chronologies/entries/{visit.number}/"
    assert client.post(f"{address}tellings/", tell).status_code == 302
    assert "Health visiting told Police: a call" in client.get(address).content.decode()

    def asked(who, moment, more=""):
        answer = client.get(f"/reviews/{oak.ref}/strands/known/{more}", {"who": who, "moment": moment})
        return answer.content.decode()

    assert "bruise" in asked("a2", "3 May 2024") and "Own record" in asked("a2", "3 May 2024")
    assert "bruise" not in asked("a1", "8 May 2024") and "1 other had happened" in asked("a1", "8 May 2024")
    told = asked("a1", "9 May 2024")
    assert "bruise" in told and "Told by Health visiting, 9 May 2024: a call" in told
    assert "bruise" not in asked("a3", "2025")
    looked = asked("a1", "8 May 2024", "hindsight/")
    assert "You are looking with hindsight" in looked and "bruise" in looked
    assert "Hindsight: had not reached them" in looked
    assert "Hindsight: later" in asked("a1", "2 May 2024", "hindsight/")
    assert LedgerEntry.objects.filter(action="chronology.hindsight", outcome="seen").count() == 2
    client.post(f"{address}tellings/1/taking-back/", {"reason": "It was another call."})
    assert "bruise" not in asked("a1", "9 May 2024")
    assert Telling.objects.get().taken_back_because == "It was another call."


def test_a_role_knows_what_its_agency_wrote_but_not_what_a_colleague_alone_heard(oak):
    seat, knowers = oak.seat(), {each.key: each for each in queries.knowers(oak.seat())}
    role = next(key for key in knowers if key.startswith("r") and knowers[key].agency)
    own = by_hand(oak, "Own record.", "1 May 2024")
    theirs = by_hand(oak, "Theirs.", "1 May 2024", agency=2)
    moment = end_of(read_date("5 May 2024"))

    def seen(key):
        return {row.number for row in queries.known(seat, knowers[key], moment).rows}

    assert seen(role) == {own.number}
    commands.record_telling(seat, number=theirs.number, told=role, date="2 May 2024")
    assert seen(role) == seen("a1") == {own.number, theirs.number}
    commands.record_telling(seat, number=own.number, told="a1", date="9 May 2024")  # learnt of it only later
    assert own.number not in seen("a1") | seen(role)


@pytest.mark.parametrize(
    ("more", "words"),
    [
        ({"told": "a9"}, "Choose who was told"), ({"told_by": "r3"}, "Choose which agency"),
        ({"told_by": "a1"}, "does not tell itself"), ({"date": "2 May 2024"}, "before it happened"),
        ({"date": "soonish"}, "soonish"), ({"told": ""}, "Who was told? Choose one"),
    ],
)  # fmt: skip
def test_a_telling_that_cannot_be_is_refused_with_what_was_typed(oak, client, more, words):
    client.force_login(oak.person(Role.LEAD))
    entry = by_hand(oak, "Theirs.", "3 May 2024", agency=2)
    form = {"told": "a1", "told_by": "a2", "date": "9 May 2024", "means": "by word of mouth", **more}
    answer = client.post(f"/reviews/{oak.ref}/chronologies/entries/{entry.number}/tellings/", form)
    assert answer.status_code == 422
    assert words in answer.content.decode() and 'value="by word of mouth"' in answer.content.decode()
    assert not Telling.objects.exists()


def test_what_cannot_be_a_moment_is_said(oak, client):
    client.force_login(oak.person(Role.LEAD))
    for moment, words in (("soon", "could not read"), ("since 3 May 2024", "has no end"), ("x" * 300, "could not")):
        page = client.get(f"/reviews/{oak.ref}/strands/known/", {"who": "a1", "moment": moment}).content.decode()
        assert words in page
    page = client.get(f"/reviews/{oak.ref}/strands/known/", {"who": "zz", "moment": "2024"}).content.decode()
    assert "Choose an agency or a role." in page


def test_those_without_the_working_material_see_neither(oak, client):
    entry = by_hand(oak, "Ours.", "3 May 2024")
    commands.record_telling(oak.seat(), number=entry.number, told="a2", date="4 May 2024", means="whisperingly")
    client.force_login(oak.person(Role.AGENCY_CONTACT))
    for page in ("strands/known/?who=a1&moment=2024", "strands/known/hindsight/?who=a1&moment=2024",
                 "chronologies/same/"):  # fmt: skip
        assert client.get(f"/reviews/{oak.ref}/{page}").status_code == 404
    page = client.get(f"/reviews/{oak.ref}/chronologies/entries/{entry.number}/").content.decode()
    assert "Ours." in page and "whisperingly" not in page and "Who told whom" not in page
