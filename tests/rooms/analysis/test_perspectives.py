"""Perspectives: several places side by side, silences and differences in sight, nothing merged and nothing lost."""

import csv
import io
from datetime import date

import docx
import pytest
from click.testing import CliRunner
from django.test import Client
from hypothesis import given
from hypothesis import strategies as st

from casement.foundation import search
from casement.foundation.access import Role
from casement.foundation.refusals import NotHere, Refused
from casement.rooms.analysis import commands, queries
from casement.rooms.analysis.cli import analysis
from casement.rooms.analysis.exports import narrative_csv, narrative_docx
from casement.rooms.analysis.models import Remark, Statement
from casement.rooms.analysis.rules.perspectives import NOT_SAID, SAME_SOURCE, Rests, compared, silent
from casement.rooms.analysis.vocabulary import PERSPECTIVE_PARTS, Cite
from casement.rooms.chronology import commands as chronology
from casement.rooms.reports import commands as reports
from casement.rooms.reports.queries import whole
from casement.rooms.reports.rules.tree import plain
from casement.rooms.reviews.models import Participation
from tests.factories.analysis import desk, entry
from tests.factories.chronology import by_hand


@pytest.fixture
def told(oak):
    """A period in which one role knew something from an entry, and thought something of its own."""
    at = desk(oak)
    entry(oak)
    commands.add_period(oak.seat(), title="The week of the referral", began="20 May 2024", until="26 May 2024")
    commands.write_perspective(
        oak.seat(), number=1, voice=worker(oak), part="knew", text="She had read one form.",
        cites=[Cite(entry=1), Cite(excerpt=at.excerpt("Sixty-one").number)],
    )  # fmt: skip
    commands.write_perspective(
        oak.seat(), number=1, voice=worker(oak), part="thought", text="She took it for a row."
    )
    return at


def worker(cast) -> str:
    """The key of the case group's role."""
    number = Participation.objects.get(review=cast.review, role=Role.CASE_GROUP).number
    return f"r{number}"


def parent(cast) -> str:
    """The key of the family's role."""
    number = Participation.objects.get(review=cast.review, role=Role.FAMILY).number
    return f"r{number}"


def test_what_a_role_knew_rests_on_what_was_ticked_and_what_rests_on_nothing_is_lit(oak, told):
    (period,) = queries.narrative(oak.seat())
    parts = period.voices[worker(oak)]
    assert [one.support for one in parts["knew"]] == ["supported"]
    assert {one.entry_number or one.source_number for one in parts["knew"][0].evidence} == {1}
    assert [one.support for one in parts["thought"]] == ["unsupported"]
    client = Client()
    client.force_login(oak.person(Role.LEAD))
    assert "Rests on nothing yet." in client.get(f"/reviews/{oak.ref}/perspectives/").content.decode()


def test_two_people_write_the_same_part_and_both_texts_stand(oak, told):
    commands.write_perspective(
        oak.seat(Role.TEAM), number=1, voice=worker(oak), part="thought", text="She was not sure."
    )
    client = Client()
    client.force_login(oak.person(Role.LEAD))
    page = client.get(f"/reviews/{oak.ref}/perspectives/1/{worker(oak)}/parts/thought/").content.decode()
    assert "She took it for a row." in page
    assert "She was not sure." in page  # the second writer sees the first's text before writing


def test_roles_differ_only_because_somebody_says_so(oak, told):
    here = f"/reviews/{oak.ref}/perspectives/1/?voice={worker(oak)}&voice={parent(oak)}"
    client = Client()
    client.force_login(oak.person(Role.LEAD))
    assert "Nobody has said: " in client.get(here).content.decode()
    number = Statement.objects.get(part="knew").number
    commands.compare_voices(
        oak.seat(), statement=number, other=parent(oak), kind="did_not_know", text="Nobody told her of the form."
    )
    page = client.get(here).content.decode()
    assert "did not know.</strong> Nobody told her of the form." in page
    assert "Nobody has said: " not in page
    commands.compare_voices(
        oak.seat(), statement=number, other=parent(oak), kind="knew_too", text="She had a copy."
    )
    (period,) = queries.narrative(oak.seat())
    assert [one.kind for one in period.remarks] == ["knew_too"]
    assert Remark.objects.count() == 2  # what was said first stays in the record


def test_a_role_cannot_be_compared_with_itself(oak, told):
    number = Statement.objects.get(part="knew").number
    with pytest.raises(Refused):
        commands.compare_voices(oak.seat(), statement=number, other=worker(oak), kind="knew_too", text="Yes.")


def test_a_silent_role_is_told_until_somebody_writes_or_says_why(oak, told):
    (period,) = queries.periods_without_perspectives(oak.seat())
    assert [key for key, _ in period.voices] == [parent(oak)]
    asked = commands.note_silence(
        oak.seat(), number=1, voice=parent(oak), kind="query", text="What had she been told? Ask her."
    )
    assert queries.periods_without_perspectives(oak.seat()) == ()
    commands.answer_query(oak.seat(), number=asked.number, text="Nothing, she says.")
    assert queries.periods_without_perspectives(oak.seat())  # now it can be written, and is asked for again
    commands.write_perspective(
        oak.seat(), number=1, voice=parent(oak), part="outside", text="A form lay elsewhere."
    )
    assert queries.periods_without_perspectives(oak.seat())  # what she could not see is not her perspective
    commands.write_perspective(oak.seat(), number=1, voice=parent(oak), part="felt", text="She was afraid.")
    assert queries.periods_without_perspectives(oak.seat()) == ()


def test_the_coverage_page_names_periods_without_perspectives(oak, told):
    client = Client()
    client.force_login(oak.person(Role.LEAD))
    page = client.get(f"/reviews/{oak.ref}/rigour/read/").content.decode()
    assert f'href="/reviews/{oak.ref}/perspectives/1/{parent(oak)}/"' in page


def test_the_list_to_pick_from_holds_nothing_that_came_later_or_had_not_reached_them(oak, told):
    theirs = oak.agency("Health visiting").number
    own = f"a{oak.agency('Police').number}"
    by_hand(oak, "A call in the week.", "23 May 2024")
    by_hand(oak, "A call after it.", "27 May 2024")
    by_hand(oak, "A call long before.", "2 January 2024")
    elsewhere = by_hand(oak, "Seen by the other agency.", "22 May 2024", agency=theirs)
    period, who = queries.one_period(oak.seat(), 1), queries.narrator(oak.seat(), own)
    events = [one.event for one in queries.material(oak.seat(), period, who).entries]
    assert events == ["Referral received, no further action.", "A call in the week."]
    chronology.record_telling(
        oak.seat(), number=elsewhere.number, told=own, told_by="", date="25 May 2024", means=""
    )
    events = [one.event for one in queries.material(oak.seat(), period, who).entries]
    assert "Seen by the other agency." in events


def test_what_is_outside_the_tunnel_is_hidden_until_it_is_asked_for(oak, told):
    commands.write_perspective(
        oak.seat(), number=1, voice=worker(oak), part="outside", text="The ward had a letter.", inference=True
    )
    client = Client()
    client.force_login(oak.person(Role.LEAD))
    for page in ("perspectives/", "perspectives/1/"):
        at = f"/reviews/{oak.ref}/{page}"
        assert "The ward had a letter." not in client.get(at).content.decode()
        assert "The ward had a letter." in client.get(at + "?outside=on").content.decode()


def test_the_report_prints_the_narrative_with_its_notes_as_it_stands(oak, told):
    commands.note_silence(oak.seat(), number=1, voice=parent(oak), kind="query", text="What had she been told?")
    reports.start_report(oak.seat())
    tree = whole(oak.seat(), "internal")
    section = next(one for one in tree.sections if one.key == "narrative")
    words = [(block.lead, plain(block.line)) for block in section.blocks if hasattr(block, "lead")]
    label = Participation.objects.get(review=oak.review, role=Role.CASE_GROUP).role_label
    assert any(lead == label and "She had read one form." in text and "took it for a row" in text
               for lead, text in words)  # fmt: skip
    assert any(lead.startswith("Not known of") and "What had she been told?" in text for lead, text in words)
    assert any("Chronology" in item.text for note in tree.notes for item in note.items)
    reports.edit_section(oak.seat(), key="narrative", text="Our own words only.", based_on=1)
    assert any("{{perspective 1}}" in one.words for one in whole(oak.seat(), "internal").problems)


def test_the_files_hold_every_text_and_what_it_rests_on(oak, told):
    commands.write_perspective(oak.seat(), number=1, voice=worker(oak), part="felt", text="=SUM(A1) she said \x07")
    periods = queries.narrative(oak.seat())
    rows = list(csv.reader(io.StringIO(narrative_csv(periods).decode("utf-8-sig"))))
    assert [row[4] for row in rows[1:]][:2] == ["She had read one form.", "She took it for a row."]
    assert "chronology entry 1" in rows[1][5]
    words = docx.Document(io.BytesIO(narrative_docx(periods, made_for="Lead A")))
    cells = [cell.text for table in words.tables for row in table.rows for cell in row.cells]
    assert any("She had read one form." in cell and "Rests on" in cell for cell in cells)


def test_only_an_empty_period_can_be_taken_off_and_what_is_written_is_found(oak, told):
    with pytest.raises(Refused):
        commands.remove_period(oak.seat(), number=1)
    made = commands.add_period(oak.seat(), title="Nothing yet", began="June 2024")
    assert commands.add_period(oak.seat(), title="Nothing yet", began="June 2024").number == made.number
    commands.remove_period(oak.seat(), number=made.number)
    assert [one.number for one in queries.narrative(oak.seat())] == [1]
    assert search.find([oak.seat()], "one form")[0].kind == "period"


@pytest.mark.parametrize("began, field", [("", "began"), ("31 September 2024", "began"), ("not a date", "began")])
def test_a_period_needs_a_date_that_can_be_read(oak, began, field):
    with pytest.raises(Refused) as no:
        commands.add_period(oak.seat(), title="Some week", began=began)
    assert no.value.field == field


@pytest.mark.parametrize("role", [Role.CASE_GROUP, Role.FAMILY, Role.ACCOUNTABLE, Role.BUSINESS])
def test_working_perspectives_stay_with_leads_and_team(oak, told, role):
    with pytest.raises(NotHere):
        queries.narrative(oak.seat(role))
    with pytest.raises(NotHere):
        commands.write_perspective(oak.seat(role), number=1, voice=worker(oak), part="knew", text="Mine.")


def test_the_command_line_tells_writes_and_saves_the_narrative(oak, told, tmp_path):
    def run(*words):
        who = ["--as", oak.person(Role.LEAD).email, "--review", oak.ref]
        done = CliRunner().invoke(analysis, ["perspective", *words, *who], catch_exceptions=False)
        assert done.exit_code == 0, done.output
        return done.output

    run("silence", "1", parent(oak), "query", "What had she been told?")
    commands.answer_query(oak.seat(), number=1, text="Nothing, she says.")
    assert parent(oak) in run("silent")
    assert "entry 1: 22 May 2024" in run("material", "1", f"a{oak.agency('Police').number}")
    run("write", "1", parent(oak), "knew", "She had been told nothing.", "--entry", "1")
    run("compare", str(Statement.objects.get(part="knew", about__role=Role.CASE_GROUP).number), parent(oak),
        "did_not_know", "So she says.")  # fmt: skip
    assert "She had been told nothing. [chronology entry 1, Police]" in run("list")
    run("add-period", "After it", "--began", "June 2024")
    for name in ("told.docx", "told.csv"):
        run("save", str(tmp_path / name))
        assert (tmp_path / name).stat().st_size > 100


@pytest.mark.parametrize("page", ["perspectives/", "perspectives/1/", "perspectives/1/{}/", "perspectives/table/"])
def test_pages_ask_the_same_number_of_queries_however_much_is_written(
    oak, told, page, django_assert_max_num_queries
):
    client = Client()
    client.force_login(oak.person(Role.LEAD))
    at = f"/reviews/{oak.ref}/" + page.format(worker(oak))
    client.get(at)
    with django_assert_max_num_queries(12) as one:
        assert client.get(at).status_code == 200
    for part in PERSPECTIVE_PARTS * 3:
        text = f"{part} {Statement.objects.count()}"
        commands.write_perspective(
            oak.seat(), number=1, voice=parent(oak), part=part, text=text, cites=[Cite(entry=1)]
        )
    for month in ("June", "July"):
        commands.add_period(oak.seat(), title=f"In {month}", began=f"{month} 2024")
    with django_assert_max_num_queries(12) as three:
        assert client.get(at).status_code == 200
    assert len(three) == len(one)


def test_a_period_is_told_in_the_order_of_time(oak):
    for began in ("June 2024", "2 May 2024", "early May 2024"):
        commands.add_period(oak.seat(), title=f"From {began}", began=began)
    starts = [one.start for one in queries.narrative(oak.seat())]
    assert starts == sorted(starts) and starts[0] == date(2024, 5, 1)


KEYS = st.sampled_from(["r1", "r2", "r3", "a1"])
PLACES = st.frozensets(st.sampled_from(["entry 1", "entry 2", "source 1 0 5"]))


@given(st.lists(st.builds(Rests, number=st.integers(1, 9), voice=KEYS, places=PLACES)), PLACES,
       st.dictionaries(KEYS, st.sampled_from(["knew_too", "did_not_know"])))  # fmt: skip
def test_what_a_person_said_always_stands_and_the_program_only_shows_shared_passages(every, places, said):
    knew = Rests(100, "r1", places)
    told = compared(knew, ["r1", "r2", "r3", "a1"], every, {(100, key): kind for key, kind in said.items()})
    assert set(told) == {"r2", "r3", "a1"}
    for key, kind in told.items():
        shares = any(one.voice == key and one.places & places for one in every)
        assert kind == (said.get(key) or (SAME_SOURCE if shares else NOT_SAID))


@given(st.sets(KEYS), st.sets(KEYS))
def test_silent_are_exactly_those_of_whom_nothing_is_written_or_said(written, answered):
    assert set(silent(["r1", "r2", "r3", "a1"], written, answered)) == {"r1", "r2", "r3", "a1"} - written - answered
