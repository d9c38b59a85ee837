"""Other explanations and second readings: blind for whoever reads, side by side afterwards, and answered."""

import pytest
from django.test import Client

from casement.foundation import jobs
from casement.foundation.access import Role
from casement.foundation.actions import Action, allows
from casement.foundation.refusals import NotHere, Refused
from casement.rooms.analysis import commands as analysis
from casement.rooms.analysis import queries
from casement.rooms.analysis.models import SecondReading
from casement.rooms.analysis.queries.asking import asked_of_claims
from casement.rooms.analysis.queries.balance import balance
from casement.rooms.analysis.queries.blind import blind
from casement.rooms.analysis.queries.readings import reading, readings
from casement.rooms.reports import commands as reports
from casement.rooms.reviews.models import Participation
from tests.factories.analysis import whole
from tests.house.addresses import IN_REVIEWS, PAGES, body, filled, shows

VERDICT = "quibbleframe"  # stands in every text in which the team says what it makes of it


@pytest.fixture
def case(oak):
    """An analysis with the team's own words, a report about it, a copy, and a reader who had no part in it."""
    whole(oak)
    seat = oak.seat()
    for owner, part in (("episode", "appraisal"), ("episode", "why_key"), ("finding", "implications"),
                        ("finding", "summary"), ("pattern", "still_so")):  # fmt: skip
        analysis.write_statement(seat, owner=owner, number=1, part=part, text=f"We say {VERDICT}.", inference=True)
    analysis.set_appraisal(seat, number=1, tendency="mixed", standard=f"The {VERDICT} guide.",
                           standard_applied="", hindsight_check="", outcome_check="", difficulty_check="")  # fmt: skip
    analysis.set_confidence(seat, owner="finding", number=1, word="indicated", reason=f"Of {VERDICT}.")
    analysis.set_finding_facts(seat, number=1, title=f"The {VERDICT} repeats itself")
    made = analysis.record_alternative(seat, finding=1, text=f"Or {VERDICT} by chance.")
    analysis.answer_alternative(seat, number=made.number, answer="open", reason=f"No {VERDICT} yet.")
    reports.start_report(seat)
    reports.export_report(seat, edition="internal", format="html")
    jobs.run_waiting()
    return oak


def team(cast):
    return Participation.objects.get(review=cast.review, role=Role.TEAM).number


def asked(cast, owner="episode", about=1):
    return analysis.ask_second_reading(cast.seat(), owner=owner, about=about, reader=team(cast))


def pages_with(cast, role, word, numbers=range(1, 7), among=PAGES):
    """Every address of these that shows this role the word, with the first number that is asked for and does."""
    client = Client()
    client.force_login(cast.person(role))
    told = {}
    for address in among:
        for number in numbers if "<int:" in address else (1,):
            if word.encode() in body(client.get(filled(address, cast.ref, number))):
                told[address] = number
                break
    for words in (word, f"We say {word}"):
        if word.encode() in client.post(f"/reviews/{cast.ref}/search/", {"words": words}).content.replace(
            f'value="{words}"'.encode(), b""
        ).replace(words.encode(), b"", 1):
            told["search"] = 0
    return told


def test_no_address_shows_our_answer_to_somebody_who_reads_blind(case):
    before = pages_with(case, Role.TEAM, VERDICT)
    assert len(before) > 15, before
    shown = [address for address in before if address != "search"]
    for owner in ("episode", "finding"):
        made = asked(case, owner)
        for number in {1, *before.values()} - {0}:
            among = [one for one in PAGES if number == 1 or before.get(one) == number]
            assert pages_with(case, Role.TEAM, VERDICT, (number,), among) == {}
        assert pages_with(case, Role.LEAD, VERDICT, among=shown).keys() >= before.keys()
        analysis.hand_in_reading(case.seat(Role.TEAM), number=made.number, text="I see a queue.")
        assert pages_with(case, Role.TEAM, VERDICT, among=shown).keys() >= before.keys()


def test_the_reader_can_change_nothing_in_the_analysis_meanwhile(case):
    asked(case)
    seat = case.seat(Role.TEAM)
    for action in (Action.ANALYSIS_READ, Action.ANALYSIS_WRITE, Action.REPORTS_READ, Action.CODING_READ,
                   Action.CODING_EXCHANGES, Action.CODING_FILES):  # fmt: skip
        assert not allows(seat.standing, action)
        assert allows(case.seat().standing, action)
    client = Client()
    client.force_login(case.person(Role.TEAM))
    for address, view in IN_REVIEWS:
        act = getattr(view, "casement_command", None)
        if act is not None and act.action is Action.ANALYSIS_WRITE:
            answer = client.post(filled(address, case.ref), {"text": "x", "reason": "x"})
            assert answer.status_code == 404, address


def test_the_blind_page_shows_facts_and_passages_without_our_side_of_them(case):
    made = asked(case)
    view = blind(case.seat(Role.TEAM), made.number)
    assert view.episodes[0].accounts and view.evidence
    assert {one.href for one in view.evidence} and all(one.words for one in view.evidence)
    for role in (Role.LEAD, Role.SUPERVISOR):
        with pytest.raises(NotHere):
            blind(case.seat(role), made.number)
    finding = analysis.ask_second_reading(case.seat(), owner="finding", about=1, reader=team(case))
    assert VERDICT not in str(blind(case.seat(Role.TEAM), finding.number))


def test_an_unfinished_reading_waits_at_home_and_is_its_readers_alone(case):
    made, reader, lead = asked(case), Client(), Client()
    reader.force_login(case.person(Role.TEAM))
    lead.force_login(case.person(Role.LEAD))
    at = f"/reviews/{case.ref}/readings/"
    assert f"{at}{made.number}/blind/" in reader.get("/").content.decode()
    assert f"{at}{made.number}/blind/" not in lead.get("/").content.decode()
    sent = {"text": "A queue, half told.", "measured_by": "", "not_told": ""}
    assert reader.post(f"{at}{made.number}/draft/", sent).status_code == 302
    assert "A queue, half told." in reader.get(f"{at}{made.number}/blind/").content.decode()
    assert "half told" not in lead.get(at).content.decode()
    assert lead.post(f"{at}{made.number}/draft/", sent).status_code == 404
    assert "half told" not in str(readings(case.seat()))
    analysis.give_back_reading(case.seat(Role.TEAM), number=made.number, reason="I know too much.")
    assert "half told" not in lead.get(at).content.decode() and "half told" not in str(readings(case.seat()))
    assert f"{at}{made.number}/blind/" not in reader.get("/").content.decode()


def test_who_wrote_part_of_it_or_was_asked_before_is_refused(case):
    lead = Participation.objects.get(review=case.review, role=Role.LEAD).number
    with pytest.raises(Refused, match="wrote part"):
        analysis.ask_second_reading(case.seat(), owner="episode", about=1, reader=lead)
    family = Participation.objects.get(review=case.review, role=Role.FAMILY).number
    with pytest.raises(Refused, match="leads or the team"):
        analysis.ask_second_reading(case.seat(), owner="episode", about=1, reader=family)
    asked(case)
    with pytest.raises(Refused, match="before"):
        asked(case)
    with pytest.raises(NotHere):
        analysis.ask_second_reading(case.seat(), owner="factor_use", about=1, reader=team(case))


def test_what_was_handed_in_stands_beside_what_we_said_that_day_and_cannot_be_changed(case):
    made = asked(case)
    reader = case.seat(Role.TEAM)
    with pytest.raises(Refused):
        analysis.hand_in_reading(reader, number=made.number, text=" ")
    with pytest.raises(NotHere):
        analysis.hand_in_reading(case.seat(), number=made.number, text="Not mine.")
    with pytest.raises(NotHere):
        reading(case.seat(), made.number)
    analysis.hand_in_reading(reader, number=made.number, text="Sound practice.", measured_by="The guide.")
    analysis.set_appraisal(case.seat(), number=1, tendency="good", standard="Another guide.", standard_applied="",
                           hindsight_check="", outcome_check="", difficulty_check="")  # fmt: skip
    told = reading(case.seat(), made.number)
    assert told.text == "Sound practice." and ("Standard used", f"The {VERDICT} guide.") in told.ours
    with pytest.raises(NotHere):
        analysis.hand_in_reading(case.seat(Role.TEAM), number=made.number, text="On second thoughts.")
    analysis.answer_reading(case.seat(), number=made.number, answer="changed", reason="We were harsh.")
    analysis.answer_reading(case.seat(), number=made.number, answer="kept", reason="No, we were not.")
    assert [one.words for one in reading(case.seat(), made.number).answers] == [
        "We changed something", "We kept what we had",
    ]  # fmt: skip


def test_giving_one_back_opens_the_analysis_only_when_nothing_else_waits(case):
    first, second = asked(case), asked(case, "finding")
    analysis.give_back_reading(case.seat(Role.TEAM), number=first.number, reason="I know the ward.")
    assert case.seat(Role.TEAM).standing.secluded
    analysis.call_off_reading(case.seat(), number=second.number, reason="They are away.")
    assert not case.seat(Role.TEAM).standing.secluded
    assert [one.given_back_because for one in readings(case.seat())] == ["They are away.", "I know the ward."]


def test_it_is_told_whether_the_reader_had_opened_the_analysis_before(case):
    assert not asked(case).looked_before
    analysis.give_back_reading(case.seat(Role.TEAM), number=1, reason="Later.")
    client = Client()
    client.force_login(case.person(Role.TEAM))
    client.get(f"/reviews/{case.ref}/findings/1/")
    assert asked(case, "finding").looked_before
    assert SecondReading.objects.count() == 2


def test_a_finding_is_asked_about_other_explanations_until_they_are_answered(case):
    def said():
        told = queries.tree(case.seat())
        return [one.said for one in asked_of_claims(balance(told), told) if one.check == "alternatives"]

    assert said() == ["One other explanation is still open."]
    analysis.answer_alternative(case.seat(), number=1, answer="set_aside", reason="The audit covers a year.")
    assert said() == []
    (one,) = queries.finding(case.seat(), 1).alternatives
    assert (one.answer, one.reason) == ("set_aside", "The audit covers a year.")
    with pytest.raises(Refused):
        analysis.answer_alternative(case.seat(), number=1, answer="proved", reason="No such answer.")
    with pytest.raises(Refused):
        analysis.answer_alternative(case.seat(), number=1, answer="open", reason="")
    page = Client()
    page.force_login(case.person(Role.LEAD))
    assert b"The audit covers a year." in page.get(f"/reviews/{case.ref}/findings/1/").content
    earlier = page.get(f"/reviews/{case.ref}/alternatives/1/").content.decode()
    assert f"No {VERDICT} yet." in earlier and "The audit covers a year." in earlier


def test_the_pages_of_the_reader_are_among_those_that_were_asked():
    told = {address for address, view in IN_REVIEWS if shows(view)}
    assert "reviews/<ref>/readings/<int:number>/blind/" in told & set(PAGES)
