"""Notes on language: shown below our texts, answered with a reason, back when the sentence changes; never in the way."""

import pytest
from django.core.checks import run_checks
from django.db import connection
from django.test.utils import CaptureQueriesContext

from casement.foundation.access import Role
from casement.foundation.refusals import NotHere, Refused
from casement.rooms.analysis import commands
from casement.rooms.analysis.models import KeptWording, Statement
from casement.rooms.reports import commands as reports
from casement.rooms.reports import queries
from tests.factories.analysis import whole

SENTENCE = "The ward failed to ring."


@pytest.fixture
def written(oak):
    """A finding whose layer holds two sentences, the second of them with a note."""
    whole(oak)
    return commands.write_statement(
        oak.seat(), owner="finding", number=1, part="implications", text=f"The nurse rang. {SENTENCE}"
    )


def rules_heard(cast):
    return [note.rule for note in queries.heard(cast.seat()).notes]


def test_the_note_is_shown_below_the_text_and_the_text_is_saved(oak, client, written):
    client.force_login(oak.person(Role.TEAM))
    for path in ("findings/1/", f"statements/{written.number}/"):
        page = client.get(f"/reviews/{oak.ref}/{path}").content.decode()
        assert "1 place a reader may hear" in page
        assert "“failed to”" in page


def test_quoted_speech_has_no_note(oak, client):
    whole(oak)
    commands.write_statement(
        oak.seat(), owner="finding", number=1, part="implications", text=f"She said: “{SENTENCE}”"
    )
    client.force_login(oak.person(Role.TEAM))
    assert "a reader may hear" not in client.get(f"/reviews/{oak.ref}/findings/1/").content.decode()


def test_an_answer_takes_the_note_away_until_the_sentence_changes(oak, client, written):
    client.force_login(oak.person(Role.TEAM))
    page = f"/reviews/{oak.ref}/rigour/language/"
    assert "failed-to" in rules_heard(oak)
    sent = {"rule": "failed-to", "sentence": SENTENCE, "reason": "The ward says so itself."}
    assert client.post(page, sent).status_code == 302
    assert "failed-to" not in rules_heard(oak)
    told = client.get(page).content.decode()
    assert "The ward says so itself." in told
    assert oak.seat(Role.TEAM).label in told
    assert "place a reader may hear" not in client.get(f"/reviews/{oak.ref}/findings/1/").content.decode()
    commands.edit_statement(oak.seat(), number=written.number, text="The ward failed to ring twice.", based_on=1)
    assert "failed-to" in rules_heard(oak)
    assert "changed or taken out since" in client.get(page).content.decode()


def test_an_answer_holds_when_only_other_sentences_change(oak, written):
    reports.keep_wording(oak.seat(), rule="failed-to", sentence=SENTENCE, reason="Theirs.")
    commands.edit_statement(oak.seat(), number=written.number, text=f"It was May.\n\n{SENTENCE}", based_on=1)
    assert "failed-to" not in rules_heard(oak)


def test_an_answer_taken_back_brings_the_note_and_stays_in_the_record(oak, client, written):
    reports.keep_wording(oak.seat(), rule="failed-to", sentence=SENTENCE, reason="Theirs.")
    client.force_login(oak.person(Role.TEAM))
    assert client.post(f"/reviews/{oak.ref}/rigour/language/answers/1/removal/").status_code == 302
    assert "failed-to" in rules_heard(oak)
    assert KeptWording.objects.get().reason == "Theirs."


def test_a_second_reason_takes_the_place_of_the_first_and_both_are_kept(oak, written):
    for reason in ("One.", "Two.", "Two."):
        reports.keep_wording(oak.seat(), rule="failed-to", sentence=SENTENCE, reason=reason)
    assert [one.reason for one in queries.heard(oak.seat()).answers] == ["Two."]
    assert KeptWording.objects.count() == 2


def test_without_a_reason_it_is_refused_and_the_page_says_so(oak, client, written):
    client.force_login(oak.person(Role.TEAM))
    answer = client.post(
        f"/reviews/{oak.ref}/rigour/language/", {"rule": "failed-to", "sentence": SENTENCE, "reason": " "}
    )
    assert answer.status_code == 422
    assert "Say why these words should stand." in answer.content.decode()
    assert not KeptWording.objects.exists()


@pytest.mark.parametrize(("rule", "sentence"), [("failed-to", "The nurse rang."), ("no-such", SENTENCE)])
def test_what_no_rule_speaks_of_cannot_be_answered(oak, written, rule, sentence):
    with pytest.raises(Refused):
        reports.keep_wording(oak.seat(), rule=rule, sentence=sentence, reason="Because.")


@pytest.mark.parametrize("sentence", ["The school failed to ring.", "failed to ring.", f"{SENTENCE} Twice."])
def test_a_sentence_that_stands_nowhere_cannot_be_kept(oak, elm, client, written, sentence):
    whole(elm)
    commands.write_statement(elm.seat(), owner="finding", number=1, part="in_case", text=sentence)
    client.force_login(oak.person(Role.TEAM))
    sent = {"rule": "failed-to", "sentence": sentence, "reason": "Theirs."}
    answer = client.post(f"/reviews/{oak.ref}/rigour/language/", sent)
    assert answer.status_code == 422 and "raise no note any more" in answer.content.decode()
    assert not KeptWording.objects.exists()


def test_words_of_the_report_can_be_kept_as_well(oak):
    whole(oak)
    reports.start_report(oak.seat())
    reports.edit_section(oak.seat(), key="summary", text=f"It was May. {SENTENCE}", based_on=1)
    reports.keep_wording(oak.seat(), rule="failed-to", sentence=SENTENCE, reason="Theirs.")
    assert "failed-to" not in rules_heard(oak)


def test_standards_and_factors_in_our_own_words_are_heard_with_the_way_to_them(oak, client):
    whole(oak)
    seat = oak.seat()
    commands.set_appraisal(
        seat, number=1, tendency="mixed", standard="The ward failed to keep its own.",
        standard_applied="They failed to say.", hindsight_check="Yes.", outcome_check="Yes.",
    )  # fmt: skip
    use = commands.add_factor_use(
        seat, episode=1, free_text="A manager who failed to ring", influence="unclear", how="Nobody knows.",
        inference=True,
    ).number  # fmt: skip
    client.force_login(oak.person(Role.TEAM))
    told = {note.place: note.href for note in queries.heard(seat).notes if note.rule == "failed-to"}
    assert set(told) == {"Episode 1, standard", "Episode 1, whether it applied", f"Factor use {use}, name"}
    for href in told.values():
        assert "failed to" in client.get(href).content.decode()
    commands.remove_factor_use(seat, number=use)
    assert f"Factor use {use}, name" not in {note.place for note in queries.heard(seat).notes}


def test_the_report_is_heard_too(oak, client):
    whole(oak)
    reports.start_report(oak.seat())
    reports.edit_section(oak.seat(), key="summary", text=f"{SENTENCE}\n\n> She failed to.", based_on=1)
    client.force_login(oak.person(Role.TEAM))
    assert (
        "1 place a reader may hear" in client.get(f"/reviews/{oak.ref}/report/sections/summary/").content.decode()
    )
    assert [note.place for note in queries.heard(oak.seat()).notes if note.rule == "failed-to"] == [
        "Final report, " + next(one.title for one in queries.desk(oak.seat()).sections if one.key == "summary")
    ]


@pytest.mark.parametrize("role", [Role.CASE_GROUP, Role.ACCOUNTABLE, Role.ADMIN])
def test_nobody_outside_the_work_reads_or_answers(oak, client, written, role):
    client.force_login(oak.person(role))
    assert client.get(f"/reviews/{oak.ref}/rigour/language/").status_code == 404
    with pytest.raises(NotHere):
        queries.heard(oak.seat(role))
    with pytest.raises(NotHere):
        reports.keep_wording(oak.seat(role), rule="failed-to", sentence=SENTENCE, reason="Because.")


def test_another_review_is_neither_heard_nor_answered(oak, elm, written):
    whole(elm)
    commands.write_statement(elm.seat(), owner="finding", number=1, part="implications", text=SENTENCE)
    reports.keep_wording(oak.seat(), rule="failed-to", sentence=SENTENCE, reason="Theirs.")
    assert "failed-to" in rules_heard(elm)
    with pytest.raises(NotHere):
        commands.take_back_wording(elm.seat(), number=1)


def test_the_page_asks_as_often_for_three_as_for_one(oak, client, written):
    client.force_login(oak.person(Role.TEAM))
    page = f"/reviews/{oak.ref}/rigour/language/"
    client.get(page)
    counts = []
    for _ in range(2):
        with CaptureQueriesContext(connection) as told:
            client.get(page)
        counts.append(
            len([one for one in told if not one["sql"].startswith(("SAVEPOINT", "RELEASE", "BEGIN", "COMMIT"))])
        )
        for part in ("in_case", "summary"):
            commands.write_statement(
                oak.seat(), owner="finding", number=1, part=part, text="It was clearly late. It failed to ring."
            )
            reports.keep_wording(oak.seat(), rule="failed-to", sentence="It failed to ring.", reason=part)
    assert counts[0] == counts[1] <= 12


def test_a_site_may_bring_its_own_rules_and_is_told_what_is_wrong_with_them(oak, settings, tmp_path):
    whole(oak)
    file = tmp_path / "own.toml"
    settings.CASEMENT_LANGUAGE_RULES = str(file)
    assert [one.msg for one in run_checks() if one.id == "casement.language"] == [
        "The file of language rules that CASEMENT_LANGUAGE_RULES names cannot be read."
    ]
    file.write_text(
        "[kinds.own]\ntitle = 'T'\nadvice = 'A'\n[rules]\nown = [{name='quiet', says=['quiet'], reason='R'}]",
        encoding="utf-8",
    )
    assert not [one for one in run_checks() if one.id == "casement.language"]
    commands.write_statement(
        oak.seat(), owner="finding", number=1, part="implications", text="A quiet ward failed to."
    )
    assert rules_heard(oak) == ["quiet"]


def test_what_is_removed_is_not_heard(oak, written):
    commands.remove_statement(oak.seat(), number=Statement.objects.get(number=written.number).number)
    assert "failed-to" not in rules_heard(oak)
