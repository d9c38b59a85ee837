"""Names in a source: proposed after it came in, decided by a person, shown as labels, taken back, and found again."""

import pytest
from click.testing import CliRunner

from casement.foundation import jobs
from casement.foundation.access import Role
from casement.foundation.models import LedgerEntry
from casement.foundation.refusals import NotHere, Refused
from casement.rooms.coding.commands import mark_words
from casement.rooms.reviews import commands as reviews
from casement.rooms.reviews.models import Identity
from casement.rooms.sources import commands, queries
from casement.rooms.sources.cli.sources import commands as cli
from casement.rooms.sources.models import Excerpt, Mention
from tests.factories.sources import record
from tests.house.addresses import signed_in

TEXT = "Mrs Quarrick rang.\n\nWinnow Tarrant said that Mrs Quarrick came.\n\nIn May Peter rang 0113 496 0123."


@pytest.fixture
def told(oak):
    """A source, the register with one worker, and every proposal made."""
    reviews.identify(oak.seat(), label="Health Visitor 2", kind="worker", names=["Winnow Tarrant"])
    record(oak, text=TEXT, name="call.txt")
    jobs.run_waiting()
    return oak


def mention(words: str) -> Mention:
    return Mention.objects.get(words=words)


def shown(cast, number: int = 1) -> str:
    return "\n\n".join(block.shown for block in queries.reading(cast.seat(), number).paragraphs)


def test_a_source_that_came_in_is_looked_through(told):
    assert set(Mention.objects.values_list("words", flat=True)) == {
        "Quarrick", "Winnow Tarrant", "Peter", "0113 496 0123",
    }  # fmt: skip
    assert mention("Winnow Tarrant").proposed == "Health Visitor 2"
    assert [TEXT[start:end] for start, end in mention("Quarrick").places] == ["Quarrick", "Quarrick"]
    assert shown(told) == TEXT  # nothing is hidden before somebody decides


def test_the_register_changes_and_every_source_is_looked_through_again(told):
    reviews.identify(told.seat(), label="Mother", kind="family", names=["Jane Quarrick"])
    jobs.run_waiting()
    assert mention("Quarrick").proposed == "Mother"
    row = Identity.objects.get(label="Health Visitor 2")
    reviews.rename_identity(told.seat(), number=row.number, names=["Somebody Else"])
    jobs.run_waiting()
    assert mention("Winnow Tarrant").proposed == ""


def test_one_decision_settles_the_same_words_everywhere(told):
    commands.decide_name(told.seat(), number=1, mention=mention("Quarrick").number, decision="mask", label="Mother")
    assert shown(told).count("[Mother]") == 2 and "Quarrick" not in shown(told)


def test_a_decision_stays_when_the_text_is_looked_through_again_or_corrected(told):
    seat = told.seat()
    commands.decide_name(seat, number=1, mention=mention("Quarrick").number, decision="mask", label="Mother")
    commands.decide_name(seat, number=1, mention=mention("Peter").number, decision="leave")
    commands.look_for_names(seat, number=1)
    commands.correct_paragraph(
        seat, number=1, paragraph=1, words="Then Mrs Quarrick rang twice.", reason="Misread."
    )
    jobs.run_waiting()
    assert (mention("Quarrick").label, mention("Peter").decision) == ("Mother", "leave")
    assert shown(told).startswith("Then Mrs [Mother] rang twice.")


def test_what_was_undone_waits_again_and_is_shown(told):
    number = mention("Quarrick").number
    commands.decide_name(told.seat(), number=1, mention=number, decision="mask", label="Mother")
    commands.undo_name(told.seat(), number=1, mention=number)
    assert shown(told) == TEXT
    assert (mention("Quarrick").decision, mention("Quarrick").by) == ("", None)


def test_several_are_accepted_at_once_with_what_is_proposed(told):
    numbers = list(Mention.objects.values_list("number", flat=True))
    commands.accept_names(told.seat(Role.TEAM), number=1, mentions=numbers)
    assert {row.words for row in Mention.objects.filter(decision="mask")} == {"Winnow Tarrant", "0113 496 0123"}
    assert "[Health Visitor 2] said" in shown(told) and "rang [telephone number]." in shown(told)
    with pytest.raises(Refused):
        commands.accept_names(told.seat(), number=1, mentions=[mention("Peter").number])


def test_other_words_can_be_hidden_and_longer_ones_left(told):
    seat = told.seat()
    commands.name_words(seat, number=1, words="Mrs", label="title")
    commands.name_words(seat, number=1, words="that Mrs Quarrick", decision="leave")
    assert shown(told).startswith("[title] Quarrick rang.") and "that Mrs Quarrick came" in shown(told)
    with pytest.raises(Refused):
        commands.name_words(seat, number=1, words="uarric", label="x")


@pytest.mark.parametrize("label", ["", "Old Quarrick"])
def test_a_label_is_needed_and_may_not_hold_the_words(told, label):
    with pytest.raises(Refused) as no:
        commands.decide_name(
            told.seat(), number=1, mention=mention("Quarrick").number, decision="mask", label=label
        )
    assert no.value.field == "label"
    assert shown(told) == TEXT


def test_a_proposal_becomes_one_more_name_in_the_register(told):
    row = Identity.objects.get(label="Health Visitor 2")
    commands.add_variant(told.seat(), number=1, mention=mention("Peter").number, identity=row.number)
    jobs.run_waiting()
    assert Identity.objects.get(pk=row.pk).names == ["Winnow Tarrant", "Peter"]
    assert mention("Peter").proposed == "Health Visitor 2"
    with pytest.raises(NotHere):  # the team reads the register and does not write in it
        commands.add_variant(told.seat(Role.TEAM), number=1, mention=mention("Peter").number, identity=row.number)


def test_a_passage_made_before_or_after_shows_the_label(told):
    mark_words(told.seat(), number=1, words="that Mrs Quarrick came", code="new:Calls")
    commands.decide_name(told.seat(), number=1, mention=mention("Quarrick").number, decision="mask", label="Mother")
    mark_words(told.seat(), number=1, words="Mrs [Mother] rang", code="new:Rings")
    assert sorted(Excerpt.objects.values_list("quote", "shown")) == [
        ("Mrs Quarrick rang", "Mrs [Mother] rang"),
        ("that Mrs Quarrick came", "that Mrs [Mother] came"),
    ]


@pytest.mark.parametrize("role", [role for role in Role if role not in (Role.LEAD, Role.TEAM)])
def test_nobody_else_decides_or_sees_the_page(told, role):
    with pytest.raises(NotHere):
        commands.decide_name(told.seat(role), number=1, mention=1, decision="leave")
    assert signed_in(told, role).get(f"/reviews/{told.ref}/sources/1/names/").status_code == 404


def test_a_source_kept_for_leads_is_theirs_alone(told):
    record(told, text="Only Peter Marl knows.", name="kept.txt", access="leads")
    jobs.run_waiting()
    assert signed_in(told, Role.TEAM).get(f"/reviews/{told.ref}/sources/2/names/").status_code == 404
    with pytest.raises(NotHere):
        commands.decide_name(told.seat(Role.TEAM), number=2, mention=1, decision="leave")


@pytest.mark.parametrize("times", [1, 3])
def test_the_page_asks_as_often_for_many_words_as_for_few(told, times, django_assert_max_num_queries):
    names = " ".join(f"Then Peter{'abcdefghij'[at]} Marl rang." for at in range(3 * times))
    record(told, text=names, name="more.txt")
    jobs.run_waiting()
    client = signed_in(told)
    client.get(f"/reviews/{told.ref}/sources/2/names/")
    with django_assert_max_num_queries(12):
        page = client.get(f"/reviews/{told.ref}/sources/2/names/").content.decode()
    assert page.count('class="c-box"') == 3 * times


def test_the_page_says_why_and_where_and_takes_a_decision(told):
    client, at = signed_in(told), f"/reviews/{told.ref}/sources/1/names/"
    page = client.get(at).content.decode()
    assert "Part of a name" not in page and "A name of “Health Visitor 2” in the identity register." in page
    assert "It stands here 2 times." in page
    number = mention("Quarrick").number
    wrong = client.post(f"{at}{number}/decision/", {"decision": "mask", "label": "Quarrick’s mother"})
    assert wrong.status_code == 422 and "Choose another" in wrong.content.decode()
    assert "Quarrick’s mother" in wrong.content.decode()  # what was typed is kept
    right = client.post(f"{at}{number}/decision/", {"decision": "mask", "label": "Mother"}, follow=True)
    assert "Shown as [Mother] from now on." in right.content.decode()
    assert LedgerEntry.objects.filter(action="sources.decided", outcome="seen", number=1).exists()
    assert LedgerEntry.objects.filter(action="sources.mask", outcome="done").exists()


def test_the_reader_keeps_places_and_leads_to_the_names(told):
    commands.decide_name(told.seat(), number=1, mention=mention("Quarrick").number, decision="mask", label="Mother")
    page = signed_in(told).get(f"/reviews/{told.ref}/sources/1/").content.decode()
    assert '<span class="c-label" data-covers="8">[Mother]</span>' in page
    assert f'data-start="{TEXT.index("Winnow")}"' in page
    assert 'href="named/"' in page and "2 places are shown as a label" in page
    others = signed_in(told, Role.AGENCY_CONTACT).get(f"/reviews/{told.ref}/sources/1/").content.decode()
    assert 'href="named/"' not in others and "[Mother]" in others and "Quarrick" not in others


def test_from_the_command_line(told):
    def run(*words, role=Role.LEAD, **more):
        who = ["--as", told.person(role).email, "--review", told.ref]
        return CliRunner().invoke(cli, [words[0], *who, *map(str, words[1:])], **more)

    assert "Winnow Tarrant" in run("names", 1).output
    number = mention("Quarrick").number
    assert "Shown as [Mother]" in run("mask", 1, number, "--label", "Mother").output
    for role in (Role.LEAD, Role.TEAM, Role.AGENCY_CONTACT):
        for extra in ((), ("--json",)):
            answer = run("show", 1, *extra, role=role).output
            assert "[Mother]" in answer and "Quarrick" not in answer
    assert run("names", 1, role=Role.AGENCY_CONTACT).exit_code != 0
    assert run("original", 1, role=Role.TEAM).exit_code != 0
    assert run("original", 1, "--sealed", role=Role.TEAM).exit_code != 0
    assert (
        "Blacked out in 2 places"
        in run("redact", 1, "-", "--reason", "Not of the case.", input="Quarrick\n").output
    )
    assert "Quarrick" not in run("names", 1).output
