"""Transcripts: turns are recognised and proposed, a person says who speaks, and each turn stands under them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from casement.foundation.access import Role
from casement.foundation.models import LedgerEntry
from casement.foundation.refusals import NotHere, Refused
from casement.rooms.reviews.models import Participation
from casement.rooms.sources import commands, queries
from casement.rooms.sources.intake import Unreadable, read
from casement.rooms.sources.models import Source
from casement.rooms.sources.rules.turns import speakers, turns
from tests.factories.sources import record

TALK = (
    "Interview held at the office\n\nLR: What did you see?\n\nHV 1: A closed door.\nIt was raining.\n\n"
    "LR: And then?\n\nHV 1: I left a card.\n\nIt was gone the next day."
)


def found(text: str):
    blocks, at = [], 0
    for piece in text.split("\n\n"):
        blocks.append((at, at + len(piece), piece.startswith("#")))
        at += len(piece) + 2
    return turns(text, blocks)


def said(text: str) -> list[tuple[str, str, str]]:
    return [(one.speaker, one.time, text[one.start : one.end]) for one in found(text)]


def test_turns_run_to_the_next_and_stand_where_their_words_do():
    assert said(TALK) == [
        ("LR", "", "LR: What did you see?"),
        ("HV 1", "", "HV 1: A closed door.\nIt was raining."),
        ("LR", "", "LR: And then?"),
        ("HV 1", "", "HV 1: I left a card.\n\nIt was gone the next day."),
    ]


@pytest.mark.parametrize(
    ("first", "speaker", "time"),
    [
        ("Interviewer 1: Hello", "Interviewer 1", ""),
        ("[00:12:03] Aunt: Hello", "Aunt", "00:12:03"),
        ("00:12 - Aunt: Hello", "Aunt", "00:12"),
        ("Aunt (12:03): Hello", "Aunt", "12:03"),
        ("**Aunt:** Hello", "Aunt", ""),
        ("Aunt  0:12\nHello", "Aunt", "0:12"),
        ("Dr O’Neill-Smith: Hello", "Dr O’Neill-Smith", ""),
        ("Q: Hello", "Q", ""),
    ],
)
def test_the_ways_transcripts_mark_a_turn(first, speaker, time):
    text = f"{first}\n\nLR: Yes\n\n{first}\n\nLR: No"
    assert [(one.speaker, one.time) for one in found(text)][:2] == [(speaker, time), ("LR", "")]


def test_initials_that_the_head_explains_are_speakers():
    text = "MD - Michelle D\nLG - Lorraine G\n\nMD Why now?\n\nLG Because.\n\nMD And?\n\nLG Nothing. MD was there."
    assert [(one.speaker) for one in found(text)] == ["MD", "LG", "MD", "LG"]


@pytest.mark.parametrize(
    "text",
    [
        "From: a\nTo: b\nDate: c\nSubject: d\n\nFrom: a\nTo: b\nDate: c\nSubject: d",
        "The child was seen at home.\n\nNobody answered: the door was shut.",
        "MM: One speaker only.\n\nMM: Again.\n\nMM: Again.\n\nMM: Again.",
        "",
        "Home visit: done.\n\nSchool: called.\n\nGP: told.\n\nPolice: asked.",
    ],
)
def test_letters_forms_and_talks_by_one_are_no_transcripts(text):
    assert found(text) == ()


def test_a_heading_ends_a_turn():
    text = "A: One\n\nB: Two\n\nA: Three\n\nB: Four\n\n# Appendix\n\nTables follow."
    assert said(text)[-1][2] == "B: Four"


@given(st.text("AB: \n1[]0:*-xé👩", max_size=200))
def test_turns_never_overlap_and_stand_in_order_whatever_the_text(text):
    end = 0
    for one in found(text):
        assert end <= one.start < one.end <= len(text)
        end = one.end


VTT = (
    "WEBVTT\n\nNOTE made by a machine\n\n1\n00:00:01.000 --> 00:00:04.000\n<v Lead Reviewer>What did you\nsee?\n\n"
    "00:00:04.000 --> 00:00:05.000\n<v Lead Reviewer>Then?\n\n00:00:05.500 --> 00:00:09.000\n<v Aunt>A <i>closed</i> door."
)
SRT = "1\r\n00:01:02,000 --> 00:01:04,000\r\nAunt: A closed door.\r\n\r\n2\r\n00:01:05,000 --> 00:01:06,000\r\nIt was raining."


def test_captions_become_turns_with_their_times():
    assert (
        read("a.vtt", VTT.encode()).text
        == "[00:00:01] Lead Reviewer: What did you see? Then?\n\n[00:00:05] Aunt: A closed door."
    )
    assert read("a.srt", SRT.encode()).text == "[00:01:02] Aunt: A closed door.\n\n[00:01:05] It was raining."
    with pytest.raises(Unreadable, match="captions"):
        read("a.vtt", b"Just words.")


def test_a_person_says_who_speaks_and_each_turn_stands_under_them(oak, client):
    source = record(oak, TALK)
    client.force_login(oak.person(Role.LEAD))
    base = f"/reviews/{oak.ref}/sources/{source.number}"
    assert "2 speakers in 4 turns" in client.get(f"{base}/about/").content.decode()
    form = client.get(f"{base}/speakers/").content.decode()
    assert "Who is LR?" in form and "What did you see?" in form
    worker = Participation.objects.get(review=oak.review, role=Role.CASE_GROUP)
    answer = client.post(
        f"{base}/speakers/", {"version": "1", "label_1": "Interviewer", "who_2": str(worker.number)}
    )
    assert answer.status_code == 302
    told = queries.spoken(queries.reading(oak.seat(), source.number).version_id)
    assert [one.speaker for one in told] == ["Interviewer", worker.role_label] * 2
    page = client.get(f"{base}/").content.decode()
    assert f'<p id="t2" class="c-page-break c-turn">{worker.role_label}</p>' in page
    assert "2 speakers in 4 turns have been named" in client.get(f"{base}/about/").content.decode()
    assert Source.objects.get().current.text == TALK


def test_what_was_said_before_about_who_speaks_is_kept_and_can_be_put_right(oak):
    source = record(oak, TALK)
    commands.name_speakers(oak.seat(), number=source.number, speakers=[(None, "Interviewer")])
    commands.name_speakers(oak.seat(), number=source.number, speakers=[(None, "Lead reviewer")])
    assert [one.speaker for one in queries.spoken(queries.reading(oak.seat(), source.number).version_id)][:2] == [
        "Lead reviewer",
        "HV 1",
    ]
    changes = queries.about(oak.seat(), source.number).changes
    assert [(one.before, one.after) for one in changes] == [
        ("Interviewer; HV 1", "Lead reviewer; HV 1"),
        ("", "Interviewer; HV 1"),
    ]


def test_who_speaks_is_refused_where_it_cannot_hold(oak, elm):
    source, plain = record(oak, TALK), record(oak, "No turns here.", name="b.txt")
    seat = oak.seat()
    with pytest.raises(Refused, match="No turns"):
        commands.name_speakers(seat, number=plain.number, speakers=[])
    with pytest.raises(Refused, match="people of this review"):
        commands.name_speakers(seat, number=source.number, speakers=[(9999, "")])
    with pytest.raises(Refused, match="corrected text"):
        commands.name_speakers(seat, number=source.number, speakers=[], version=2)
    with pytest.raises(NotHere):
        commands.name_speakers(elm.seat(), number=source.number, speakers=[])


@pytest.mark.parametrize("role", [Role.CASE_GROUP, Role.FAMILY])
def test_those_who_may_not_put_facts_right_cannot_say_who_speaks(oak, client, role):
    source = record(oak, TALK)
    client.force_login(oak.person(role))
    assert client.get(f"/reviews/{oak.ref}/sources/{source.number}/speakers/").status_code == 404
    with pytest.raises(NotHere):
        commands.name_speakers(oak.seat(role), number=source.number, speakers=[])
    assert LedgerEntry.objects.filter(outcome="denied").exists()


def test_the_names_are_listed_in_the_order_in_which_they_first_speak():
    assert speakers(found(TALK)) == ("LR", "HV 1")
