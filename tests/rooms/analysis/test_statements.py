"""The team's own words: nothing two people write is lost, and what a statement rests on is what still stands."""

from datetime import UTC, datetime

import pytest

from casement.foundation import search
from casement.foundation.access import Role
from casement.foundation.refusals import Conflict, NotHere, Refused
from casement.rooms.analysis import commands, queries
from casement.rooms.analysis.models import Evidence, StatementText
from casement.rooms.analysis.vocabulary import Cite, Support
from casement.rooms.chronology.models import Entry
from casement.rooms.sources.commands import correct_paragraph
from casement.rooms.sources.models import Version, Withdrawal
from casement.rooms.sources.queries import reading
from tests.factories.analysis import desk, entry, passage, source

WORDS = "worst thing 🙂 and if it isn’t there"


@pytest.fixture
def told(oak):
    """A candidate episode with one statement, and the evidence to rest it on."""
    at = desk(oak)
    commands.propose_episode(oak.seat(), title="One notification among sixty", why="Two services held pieces.")
    return at


def view(oak, number=1):
    return queries.tree(oak.seat()).statements[number]


def test_a_statement_rests_on_words_typed_with_their_paragraph(oak, told):
    made = commands.cite(
        oak.seat(), statement=1, source=1, paragraph=2, words="worst thing 🙂 and if it isn't there"
    )
    shown = view(oak)
    assert shown.support == Support.SUPPORTED
    assert shown.evidence[0].quote == WORDS  # as the source has it, not as it was typed
    start = told.version.text.index(WORDS)
    assert shown.evidence[0].href == f"/reviews/{oak.ref}/sources/1/?at={start}-{start + len(WORDS)}#p2"
    assert made.number == shown.evidence[0].number


def test_citing_the_same_passage_twice_counts_once(oak, told):
    number = told.excerpt("Sixty-one").number
    commands.cite(oak.seat(), statement=1, excerpt=number)
    commands.cite(oak.seat(), statement=1, excerpt=number)
    assert len(view(oak).evidence) == 1


@pytest.mark.parametrize(
    "where, sentence",
    [
        ({}, "Say what it rests on"),
        ({"source": 1}, "number of the paragraph"),
        ({"source": 1, "paragraph": 2, "words": "not there at all"}, "not in paragraph 2"),
        ({"source": 99, "paragraph": 1, "words": "Sixty"}, "no source with this number"),
        ({"entry": 99}, "no entry with this number"),
        ({"excerpt": 99}, "no such passage"),
        ({"entry": 1, "side": "maybe"}, "for or against"),
    ],
)
def test_what_cannot_be_cited_is_refused_with_a_way_on(oak, told, where, sentence):
    with pytest.raises(Refused, match=sentence):
        commands.cite(oak.seat(), statement=1, **where)
    assert not Evidence.objects.exists()


def test_a_source_of_another_review_cannot_be_cited(oak, elm, told):
    theirs = source(elm)
    number = theirs.excerpt("Sixty-one").number
    with pytest.raises(Refused):
        commands.cite(oak.seat(), statement=1, excerpt=number)


def withdraw(oak, told):
    Withdrawal.objects.create(source=told.source, reason="Sent by mistake", by=oak.person(Role.LEAD))


def alter_text(oak, told):
    Version.objects.filter(pk=told.version.pk).update(text="Something else. " + told.version.text)


def correct_text(oak, told):
    newer = Version.objects.create(
        source=told.source, number=2, text="Fifty came in.", media_type="text/plain", by=oak.person(Role.LEAD)
    )
    told.source.current = newer
    told.source.save()


def take_evidence_away(oak, told):
    commands.uncite(oak.seat(), number=1)


@pytest.mark.parametrize("harm", [withdraw, alter_text, correct_text, take_evidence_away])
def test_a_statement_says_so_when_its_evidence_no_longer_stands(oak, told, harm):
    commands.cite(oak.seat(), statement=1, excerpt=told.excerpt("Sixty-one").number)
    assert view(oak).support == Support.SUPPORTED
    harm(oak, told)
    shown = view(oak)
    assert shown.support == Support.LOST
    assert all(piece.lost for piece in shown.evidence)


def test_a_correction_that_keeps_the_words_keeps_the_support(oak, told):
    commands.cite(oak.seat(), statement=1, excerpt=told.excerpt("Sixty-one").number)
    first = reading(oak.seat(), told.source.number).paragraphs[0].text
    correct_paragraph(
        oak.seat(),
        number=told.source.number,
        paragraph=1,
        words=f"{first} She said so twice.",
        reason="Words were missing.",
    )
    assert view(oak).support == Support.SUPPORTED


@pytest.mark.parametrize("change", [{"event": "Corrected."}, {"removed_at": datetime(2026, 1, 1, tzinfo=UTC)}])
def test_an_entry_that_changed_or_went_no_longer_supports(oak, told, change):
    entry(oak)
    commands.cite(oak.seat(), statement=1, entry=1)
    assert view(oak).support == Support.SUPPORTED
    Entry.objects.update(**change)
    assert view(oak).support == Support.LOST


def test_citing_a_corrected_entry_again_takes_its_new_words(oak, told):
    entry(oak)
    commands.cite(oak.seat(), statement=1, entry=1)
    Entry.objects.update(event="Corrected.")
    commands.cite(oak.seat(), statement=1, entry=1)
    (piece,) = view(oak).evidence
    assert (piece.quote, view(oak).support) == ("Corrected.", Support.SUPPORTED)


def test_evidence_against_makes_it_contested_and_our_inference_is_said(oak, told):
    commands.mark_inference(oak.seat(), number=1)
    assert view(oak).support == Support.INFERENCE
    commands.cite(oak.seat(), statement=1, excerpt=told.excerpt("Sixty-one").number)
    assert view(oak).support == Support.SUPPORTED
    assert not view(oak).inference
    commands.cite(oak.seat(), statement=1, side="against", excerpt=told.excerpt("The screen").number)
    assert view(oak).support == Support.CONTESTED


def test_the_second_writer_is_told_and_both_texts_are_kept(oak, told):
    commands.edit_statement(oak.seat(), number=1, text="The lead's text.", based_on=1)
    with pytest.raises(Conflict, match="Lead reviewer A saved this part") as no:
        commands.edit_statement(oak.seat(Role.TEAM), number=1, text="The team's text.", based_on=1)
    assert (no.value.mine, no.value.theirs, no.value.current) == ("The team's text.", "The lead's text.", 2)
    assert view(oak).text == "The lead's text."
    assert view(oak).two_texts
    assert set(StatementText.objects.values_list("text", flat=True)) == {
        "Two services held pieces.", "The lead's text.", "The team's text.",
    }  # fmt: skip


def test_sending_the_losing_text_twice_keeps_it_once(oak, told):
    commands.edit_statement(oak.seat(), number=1, text="The lead's text.", based_on=1)
    for _ in range(2):
        with pytest.raises(Conflict):
            commands.edit_statement(oak.seat(Role.TEAM), number=1, text="The team's text.", based_on=1)
    assert StatementText.objects.filter(kept_beside=True).count() == 1


@pytest.mark.parametrize(
    "choice, text, stands, waiting",
    [
        ("mine", "", "The team's text.", False),
        ("theirs", "", "The lead's text.", False),
        ("written", "One text from both.", "One text from both.", False),
        ("both", "", "The lead's text.", True),
    ],
)
def test_two_texts_are_settled_by_choice(oak, told, choice, text, stands, waiting):
    commands.edit_statement(oak.seat(), number=1, text="The lead's text.", based_on=1)
    with pytest.raises(Conflict) as no:
        commands.edit_statement(oak.seat(Role.TEAM), number=1, text="The team's text.", based_on=1)
    commands.settle_conflict(
        oak.seat(Role.TEAM), number=1, kept=no.value.kept, based_on=2, choice=choice, text=text
    )
    assert (view(oak).text, view(oak).two_texts) == (stands, waiting)
    assert StatementText.objects.filter(text="The team's text.").exists()


def test_settling_over_a_third_text_loses_none_of_them(oak, told):
    commands.edit_statement(oak.seat(), number=1, text="First.", based_on=1)
    with pytest.raises(Conflict) as no:
        commands.edit_statement(oak.seat(Role.TEAM), number=1, text="Second.", based_on=1)
    commands.edit_statement(oak.seat(), number=1, text="Third.", based_on=2)
    with pytest.raises(Conflict):
        commands.settle_conflict(
            oak.seat(Role.TEAM), number=1, kept=no.value.kept, based_on=2, choice="written", text="From both."
        )
    kept = set(StatementText.objects.filter(kept_beside=True, settled_at=None).values_list("text", flat=True))
    assert view(oak).text == "Third."
    assert kept == {"From both."}


def test_appraisal_comes_after_the_reasons(oak, told):
    with pytest.raises(Refused, match="First say why it made sense"):
        commands.write_statement(oak.seat(), owner="episode", number=1, part="appraisal", text="It was good.")
    commands.write_statement(
        oak.seat(), owner="episode", number=1, part="local_rationality", text="The form asks one thing.", about=3
    )
    commands.write_statement(oak.seat(), owner="episode", number=1, part="appraisal", text="It was good.")


def test_an_account_names_whose_view_it_is(oak, told):
    with pytest.raises(Refused, match="whose view"):
        commands.write_statement(oak.seat(), owner="episode", number=1, part="account", text="They rang.")


def test_what_is_removed_can_be_put_back(oak, told):
    commands.remove_statement(oak.seat(), number=1)
    assert 1 not in queries.tree(oak.seat()).statements
    commands.restore_statement(oak.seat(), number=1)
    assert view(oak).text == "Two services held pieces."


def test_the_words_can_be_found_and_removed_words_cannot(oak, told):
    assert [hit.number for hit in search.find([oak.seat()], "pieces")] == [1]
    commands.remove_statement(oak.seat(), number=1)
    assert not search.find([oak.seat()], "pieces")


def test_statements_of_another_review_are_not_here(oak, elm, told):
    desk(elm)
    with pytest.raises(NotHere):
        commands.edit_statement(elm.seat(), number=1, text="Mine now.", based_on=1)
    with pytest.raises(NotHere):
        commands.cite(elm.seat(), statement=1, entry=1)


@pytest.mark.parametrize("role", [Role.CASE_GROUP, Role.FAMILY, Role.BUSINESS, Role.ACCOUNTABLE, Role.SUPERVISOR])
def test_working_analysis_is_closed_to_other_roles(oak, told, role):
    with pytest.raises(NotHere):
        queries.tree(oak.seat(role))
    with pytest.raises(NotHere):
        commands.edit_statement(oak.seat(role), number=1, text="Mine now.", based_on=1)


def test_words_from_a_source_only_leads_may_read_stay_with_the_leads(oak, told):
    secret = source(oak, "A very private sentence.", access="leads", title="For leads")
    number = passage(oak, secret.version, 7, 14).number
    commands.cite(oak.seat(), statement=1, excerpt=number, note="Our note on the private words")
    assert view(oak).evidence[0].quote == "private"
    hidden = queries.tree(oak.seat(Role.TEAM)).statements[1]
    assert hidden.support == Support.SUPPORTED
    piece = hidden.evidence[0]
    assert (piece.quote, piece.source_title, piece.href, piece.note, piece.open) == ("", "", "", "", False)
    with pytest.raises(Refused, match="no such passage"):
        commands.cite(oak.seat(Role.TEAM), statement=1, excerpt=number)


def test_proposing_from_a_passage_rests_the_reason_on_it(oak, told):
    made = commands.propose_episode(
        oak.seat(),
        title="The late visit",
        why="It set the pace.",
        cites=[Cite(excerpt=told.excerpt("Sixty").number)],
    )
    (why,) = queries.episode(oak.seat(), made.number).parts["why_key"]
    assert why.evidence[0].quote == "Sixty"
