"""A corrected file is sent for a source: shown before it is taken, taken by a lead, and never a way round."""

import json
import re

import pytest
from click.testing import CliRunner
from django.db import connection
from django.test.utils import CaptureQueriesContext
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from casement.foundation import files, jobs
from casement.foundation.access import Role
from casement.foundation.models import LedgerEntry
from casement.foundation.refusals import NotHere, Refused
from casement.rooms.coding import queries as coding_queries
from casement.rooms.sources import commands, queries
from casement.rooms.sources.cli import source as source_commands
from casement.rooms.sources.models import CorrectedFile, Excerpt, FollowedPassage, Redaction, Version
from casement.rooms.sources.rules.masking import BLOCK
from tests.factories import coding, rounds
from tests.factories.sources import record
from tests.house.addresses import body, signed_in
from tests.rooms.sources.made_files import word

LINES = (
    "The health visitor rang the duty team on Monday and left word.",
    "Nobody rang back before Thursday. The list had 290 names.",
    "On Friday she rang again and spoke to a manager who had heard of nothing.",
)
BETTER = (LINES[0], "A note was made of the call.", LINES[1].replace("290", "209"), LINES[2])


def as_file(lines, name="visit again.txt"):
    return name, "\n\n".join(lines).encode()


def send(cast, lines, role=Role.LEAD, read=True, number=1, **more):
    made = commands.send_corrected_file(
        cast.seat(role), number=number, reason="The agency put it right.", **{"file": as_file(lines)} | more
    )
    if read:
        jobs.run_waiting()
        made.refresh_from_db()
    return made


@pytest.fixture
def marked(oak):
    coding.framework(oak)
    source = record(oak, "\n\n".join(LINES))
    for words in ("duty team", "The list had 290 names", "heard of nothing"):
        coding.mark(oak, words, number=source.number)
    return source


def test_nothing_changes_until_a_lead_takes_it_and_then_marks_go_along(oak, marked):
    made = send(oak, BETTER)
    told = queries.corrected_file(oak.seat(), made.number)
    assert [(one.kind, one.number) for one in told.shown] == [("new", 1), ("changed", 2)]
    assert (told.same, told.total, told.based_on) == (2, 2, 1)
    assert Version.objects.count() == 1
    correction = commands.take_corrected_file(oak.seat(), file=made.number, based_on=1)
    outcomes = dict(FollowedPassage.objects.filter(correction=correction).values_list("quote", "outcome"))
    assert outcomes == {"duty team": "same", "The list had 290 names": "changed", "heard of nothing": "moved"}
    marked.refresh_from_db()
    assert (marked.current.number, marked.current.original_name) == (2, "visit again.txt")
    for mark in coding_queries.marks_of_source(oak.seat(), 1):
        if mark.current:
            assert marked.current.text[mark.start : mark.end] == mark.quote
    for text, name in ((1, "visit.txt"), (2, "visit again.txt")):  # both files stay, byte for byte
        original = queries.original(oak.seat(), 1, text)
        assert (original.name, len(original.content)) == (name, len(files.fetch(original_hash(text))))
    made.refresh_from_db()
    assert (made.state, made.text, made.correction_id) == ("taken", "", correction.pk)
    with pytest.raises(Refused, match="taken or left already"):
        commands.take_corrected_file(oak.seat(), file=made.number)


def original_hash(text):
    return Version.objects.get(source__number=1, number=text).original_sha256


def test_any_format_comes_and_another_one_that_says_the_same_changes_nothing(oak, marked, tmp_path):
    made = send(oak, (), file=("visit.docx", word(BETTER)))
    assert made.state == "read"
    commands.take_corrected_file(oak.seat(), file=made.number)
    again = send(oak, BETTER)
    assert again.state == "refused" and "word for word" in again.sentence and not again.text and not again.sha256
    assert Version.objects.count() == 2


@pytest.mark.parametrize(
    ("file", "sentence"),
    [
        (as_file(LINES), "the very file that this source was read from"),
        (("empty.txt", b""), "This file is empty"),
        (as_file(("Another paper.",)), "here already, as source 2"),
    ],
)
def test_what_cannot_be_sent_is_refused_at_once(oak, marked, file, sentence):
    record(oak, "Another paper.", name="other.txt")
    with pytest.raises(Refused, match=sentence):
        send(oak, (), file=file)
    assert not CorrectedFile.objects.exists()


@pytest.mark.parametrize(
    ("file", "sentence"),
    [
        (("paper.pdf", b"%PDF-1.7 broken"), "."),
        (("paper.docx", b"PK\x03\x04 broken"), "."),
        (("slides.pptx", b"nothing of the kind"), "."),
    ],
)
def test_what_cannot_be_read_is_refused_as_when_it_comes_in(oak, marked, file, sentence):
    made = send(oak, (), file=file)
    assert made.state == "refused" and made.sentence.endswith(".") and not made.sha256
    page = body(signed_in(oak).get(f"/reviews/{oak.ref}/corrected-files/{made.number}/")).decode()
    assert "Refused." in page and "Take it" not in page


def test_a_lead_is_told_first_that_a_blind_round_is_open_on_the_text(oak, marked):
    made = send(oak, BETTER)
    lead, at = signed_in(oak), f"/reviews/{oak.ref}/corrected-files/{made.number}/"
    assert "Blind round" not in body(lead.get(at)).decode()
    told = rounds.opened(oak, [marked.number], [rounds.code(oak)])
    for page in (at, f"/reviews/{oak.ref}/sources/{marked.number}/text/"):
        shown = body(lead.get(page)).decode()
        assert (
            f'href="/reviews/{oak.ref}/rounds/{told.number}/">Blind round {told.number} is open on this text.'
            in shown
        )
        assert "left out of the comparison" in shown
    who = ["--as", oak.person(Role.LEAD).email, "--review", oak.ref]
    shown = CliRunner().invoke(source_commands, ["corrected", "show", str(made.number), *who])
    assert f"Blind round {told.number} is open on this text." in shown.output, shown.output
    assert lead.post(f"{at}taking/", {"based_on": 1}).status_code == 302  # it stays the lead's decision


def test_the_agency_may_send_it_but_only_a_lead_takes_it(oak, marked):
    made = send(oak, BETTER, role=Role.AGENCY_CONTACT)
    theirs = signed_in(oak, Role.AGENCY_CONTACT)
    at = f"/reviews/{oak.ref}/corrected-files/{made.number}/"
    assert "A lead reviewer looks at it" in body(theirs.get(at)).decode()
    assert theirs.post(f"{at}taking/").status_code == 404
    for role in (Role.TEAM, Role.CASE_GROUP, Role.FAMILY, Role.SUPERVISOR, Role.ADMIN, Role.EVALUATOR):
        assert signed_in(oak, role).get(at).status_code == 404, role
        with pytest.raises(NotHere):
            send(oak, BETTER, role=role)
        with pytest.raises(NotHere):
            commands.leave_corrected_file(oak.seat(role), file=made.number)
    lead = signed_in(oak)
    assert f"corrected-files/{made.number}/" in body(lead.get(f"/reviews/{oak.ref}/sources/1/about/")).decode()
    assert lead.post(f"{at}taking/", {"based_on": 1}).status_code == 302
    assert LedgerEntry.objects.filter(action="sources.correct", outcome="done").count() == 1
    commands.leave_corrected_file(oak.seat(), file=send(oak, LINES[:2]).number)
    assert "not here" not in body(theirs.get(at)).decode()


def test_who_looked_at_an_older_text_is_told_and_sees_the_differences_anew(oak, marked):
    made = send(oak, BETTER)
    commands.correct_paragraph(oak.seat(), number=1, paragraph=2, words=BETTER[2], reason="Misread.")
    lead = signed_in(oak)
    at = f"/reviews/{oak.ref}/corrected-files/{made.number}/"
    answer = lead.post(f"{at}taking/", {"based_on": 1})
    told = body(answer).decode()
    assert answer.status_code == 422 and "corrected since you looked" in told
    assert 'name="based_on" value="2"' in told and "Paragraph 2: changed" not in told
    assert lead.post(f"{at}taking/", {"based_on": 2}).status_code == 302


def test_a_second_file_takes_the_place_of_one_that_waits_and_twice_is_once(oak, marked):
    first = send(oak, BETTER, read=False)
    assert send(oak, BETTER, read=False).pk == first.pk
    second = send(oak, (*BETTER, "One more line."))
    first.refresh_from_db()
    assert (first.state, first.text, first.sha256, second.state) == ("left", "", "", "read")
    assert commands.leave_corrected_file(oak.seat(), file=second.number).state == "left"
    assert Version.objects.count() == 1


# Labels and words that were blacked out


@pytest.mark.parametrize("ways", [("Ottoline Quarrick",), ("OTTOLINE  Quarrick", "Ottoline,\nQuarrick")])
def test_words_that_were_blacked_out_do_not_come_back(oak, ways):
    record(oak, "The list was short.\n\nThen Ottoline Quarrick rang. Nobody else did.\n\nShe left word.")
    commands.redact_words(oak.seat(), number=1, words="Ottoline Quarrick", reason="Not of this case.")
    assert not Redaction.objects.filter(likeness="").exists()
    lines = ["The list was long.", f"Then {' and '.join(ways)} rang. Nobody else did.", "She left word."]
    made = send(oak, lines)
    assert made.returned == len(ways) and "uarrick" not in made.text.lower().replace(BLOCK, "")
    page = body(signed_in(oak).get(f"/reviews/{oak.ref}/corrected-files/{made.number}/")).decode()
    assert "They are blacked out in it again." in page and "uarrick" not in page.lower()
    commands.take_corrected_file(oak.seat(), file=made.number, looked=True)
    assert "uarrick" not in Version.objects.get(number=2).text.lower()
    assert signed_in(oak).get(f"/reviews/{oak.ref}/sources/1/texts/1/original/").status_code == 404
    for text in (1, 2):
        sealed = signed_in(oak).get(f"/reviews/{oak.ref}/sources/1/texts/{text}/sealed/")
        assert b"Quarrick" in body(sealed)


def test_words_in_another_spelling_are_not_taken_until_somebody_looked(oak):
    record(oak, "The list was short.\n\nThen Ottoline Quarrick rang. Nobody else did.\n\nShe left word.")
    commands.redact_words(oak.seat(), number=1, words="Ottoline Quarrick", reason="Not of this case.")
    made = send(oak, ["The list was short.", "Then Otoline Quarick rang. Nobody else did.", "She left word."])
    at = f"/reviews/{oak.ref}/corrected-files/{made.number}/"
    answer = signed_in(oak).post(f"{at}taking/", {"based_on": 1})
    told = body(answer).decode()
    assert answer.status_code == 422 and "Say that you looked" in told and "no sure twin" in told
    assert Version.objects.count() == 1
    assert signed_in(oak).post(f"{at}taking/", {"based_on": 1, "looked": "on"}).status_code == 302


def test_what_is_blacked_out_while_a_file_waits_goes_from_it_too(oak, marked):
    made = send(oak, (*BETTER, "So said the duty team."))
    commands.redact_words(oak.seat(), number=1, words="duty team", reason="Nobody may read it here.")
    made.refresh_from_db()
    assert "duty team" not in made.text and made.text.count(BLOCK) == 2 * len("duty team")


def test_labels_hold_before_and_after_it_is_taken(oak, marked):
    jobs.run_waiting()
    commands.name_words(oak.seat(), number=1, words="Friday", label="A day")
    made = send(oak, (*BETTER[:3], LINES[2].replace("again", "once more"), "Then came another Friday."))
    page = body(signed_in(oak).get(f"/reviews/{oak.ref}/corrected-files/{made.number}/")).decode()
    assert "[A day]" in page and "Friday" not in page.replace("[A day]", "")
    commands.take_corrected_file(oak.seat(), file=made.number)
    read = body(signed_in(oak).get(f"/reviews/{oak.ref}/sources/1/")).decode()
    assert read.count("[A day]") >= 2 and "Friday" not in read


# Whole files at random


WORDS = st.lists(
    st.sampled_from(["she", "rang", "duty", "and", "Ze\u0301", "\U0001f642", "home", "on"]), min_size=1, max_size=8
)


@settings(max_examples=20, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(WORDS, min_size=1, max_size=5), st.permutations(range(3)), st.sampled_from(["txt", "md", "html"]))
def test_whatever_file_is_taken_every_passage_still_says_what_it_said(oak, marked, more, order, kind):
    text = Version.objects.filter(source=marked).latest("number")
    lines = [LINES[at] for at in order if at % 2 == len(more) % 2] + [" ".join(one) for one in more]
    content = "".join(f"<p>{line}</p>" for line in lines) if kind == "html" else "\r\n\r\n".join(lines)
    try:
        made = send(oak, (), file=(f"again.{kind}", content.encode()))
        commands.take_corrected_file(oak.seat(), file=made.number)
    except Refused:
        return
    now = Version.objects.filter(source=marked).latest("number")
    assert now.number == text.number + 1
    for excerpt in Excerpt.objects.select_related("version"):
        assert excerpt.version.text[excerpt.start : excerpt.end] == excerpt.quote


# Pages and the command line


@pytest.mark.parametrize("many", [1, 25])
def test_the_pages_ask_a_fixed_number_of_times_and_long_ones_come_in_parts(oak, many):
    record(oak, "\n\n".join(f"Line {at} of many." for at in range(many)))
    made = send(oak, [f"Line {at} of some." for at in range(many)])
    lead, at = signed_in(oak), f"/reviews/{oak.ref}/"
    for address in ("sources/1/about/", "sources/1/corrected/", f"corrected-files/{made.number}/"):
        with CaptureQueriesContext(connection) as asked:
            assert lead.get(at + address).status_code == 200
        assert len(asked) <= 12, address
    last = body(lead.get(f"{at}corrected-files/{made.number}/?page=99")).decode()
    assert f"Paragraph {many}: changed" in last
    assert len(re.findall(r"<h3>", last)) == (1 if many == 1 else 5)


def test_the_page_keeps_what_was_typed_and_says_what_is_missing(oak, marked):
    lead, at = signed_in(oak), f"/reviews/{oak.ref}/sources/1/corrected/"
    assert "Send a corrected file" in body(lead.get(at)).decode()
    answer = lead.post(at, {"reason": "Two pages were missing."})
    told = body(answer).decode()
    assert answer.status_code == 422 and "Choose the corrected file." in told and "Two pages were missing." in told


def test_it_is_sent_looked_at_and_taken_on_the_command_line(oak, marked, tmp_path):
    def casement(*words):
        who = ["--as", oak.person(Role.LEAD).email, "--review", oak.ref, "--json"]
        answer = CliRunner().invoke(source_commands, [*words[:2], *who, *words[2:]])
        assert answer.exit_code == 0, answer.output
        return json.loads(answer.stdout)

    paper = tmp_path / "again.txt"
    paper.write_bytes(as_file(BETTER)[1])
    told = casement("corrected", "send", "1", str(paper), "--reason", "Put right.")
    assert told["state"] == "read" and [one["kind"] for one in told["differences"]] == ["new", "changed"]
    assert casement("corrected", "show", "1")["total"] == 2
    casement("corrected", "take", "1")
    assert Version.objects.count() == 2
