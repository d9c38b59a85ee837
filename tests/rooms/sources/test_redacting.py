"""Words blacked out for good: gone from every table, page, index and file; the places stay; the original is sealed."""

import pytest
from django.apps import apps
from django.db import connection

from casement.foundation import files, jobs
from casement.foundation.access import Role
from casement.foundation.models import LedgerEntry
from casement.foundation.refusals import NotHere, Refused
from casement.rooms.coding.models import Mark
from casement.rooms.reports.models import Export
from casement.rooms.reviews.models import Identity
from casement.rooms.sources import commands, queries
from casement.rooms.sources.models import Excerpt, Mention, Redaction, Source
from casement.rooms.sources.rules.masking import BLOCK
from tests.factories.masks import FIRST, LAST, NAME, plant
from tests.factories.sources import record
from tests.house.addresses import signed_in

REASON = "A person who has nothing to do with the case."


def black_out(cast, *words: str, number: int = 1) -> None:
    for each in words:
        commands.redact_words(cast.seat(), number=number, words=each, reason=REASON)


def everywhere(cast) -> None:
    """Black both names out of every source, and forget the register's own entry."""
    Identity.objects.filter(review=cast.review).delete()
    for number in Source.objects.filter(review=cast.review).values_list("number", flat=True):
        for words in (FIRST, LAST):
            try:
                black_out(cast, words, number=number)
            except Refused:
                assert words == LAST  # not in every text
    jobs.run_waiting()


def rows_holding(*words: str) -> list[tuple[str, object]]:
    """Every row of every table in which one of these words stands, in any column."""
    return [
        (model._meta.label, row)
        for model in apps.get_models()
        for row in model._default_manager.values()
        if any(word.casefold() in str(row).casefold() for word in words)
    ]


@pytest.fixture
def planted(oak):
    plant(oak)
    return oak


def test_there_is_something_to_black_out(planted):
    tables = {label for label, _ in rows_holding(FIRST)}
    assert {"sources.Version", "sources.Excerpt", "sources.FollowedPassage", "sources.Speaker", "sources.Mention",
            "sources.Correction", "foundation.SearchRow"} <= tables  # fmt: skip


def test_no_row_of_any_table_holds_the_words_afterwards(planted):
    everywhere(planted)
    assert rows_holding(FIRST, LAST) == []
    assert Redaction.objects.exists()


def test_marks_stay_on_their_places(planted):
    before = {one.number: (one.excerpt.start, one.excerpt.end) for one in Mark.objects.select_related("excerpt")}
    lengths = dict(Source.objects.values_list("number", "current__text"))
    everywhere(planted)
    after = {one.number: (one.excerpt.start, one.excerpt.end) for one in Mark.objects.select_related("excerpt")}
    assert before == after and before
    for one in Excerpt.objects.select_related("version"):
        assert one.quote == one.shown == one.version.text[one.start : one.end]
    for number, text in Source.objects.values_list("number", "current__text"):
        assert len(text) == len(lengths[number])
        assert (BLOCK in text and "third visit" in text) or number != 1


def test_files_made_before_are_gone_from_the_disk(planted):
    made = [one.sha256 for one in Export.objects.all()]
    assert made and all(files.path_of(one).exists() for one in made)
    with pytest.raises(FileNotFoundError):
        commit(planted)
        files.fetch(made[0])
    client = signed_in(planted)
    assert client.get(f"/reviews/{planted.ref}/report/copies/1/file/").status_code == 404
    assert "Save it again" in client.get(f"/reviews/{planted.ref}/report/copies/1/").content.decode()
    assert client.get(f"/reviews/{planted.ref}/exchange/1/file/").status_code == 404
    assert "Make it again" in client.get(f"/reviews/{planted.ref}/exchange/1/").content.decode()


def commit(cast) -> None:
    """Black a word out as though the change had been committed."""
    from django.test import TestCase

    with TestCase.captureOnCommitCallbacks(execute=True):
        black_out(cast, FIRST)


def test_the_sealed_original_stays_for_leads_and_each_opening_is_noted(planted):
    black_out(planted, FIRST)
    for role in (Role.TEAM, Role.AGENCY_CONTACT, Role.BUSINESS):
        with pytest.raises(NotHere):
            queries.original(planted.seat(role), 1)
        assert signed_in(planted, role).get(f"/reviews/{planted.ref}/sources/1/sealed/").status_code == 404
    answer = signed_in(planted).get(f"/reviews/{planted.ref}/sources/1/sealed/")
    assert FIRST.encode() in b"".join(answer.streaming_content)
    assert LedgerEntry.objects.get(action="sources.sealed", outcome="seen").number == 1


def test_it_is_told_when_why_and_where_people_wrote_the_same(planted):
    from casement.rooms.coding import commands as coding

    coding.write_memo(planted.seat(), text=f"Ask {FIRST} again.")
    page = signed_in(planted).post(
        f"/reviews/{planted.ref}/sources/1/redaction/", {"words": FIRST, "reason": REASON}, follow=True
    ).content.decode()  # fmt: skip
    assert "The words are blacked out; they stood there 5 times" in page
    assert "People wrote the same words in: memo " in page
    assert REASON in page
    assert FIRST not in page
    made = Redaction.objects.get()
    assert (made.places, made.length, made.by_id) == (5, len(FIRST), planted.person(Role.LEAD).pk)


@pytest.mark.parametrize(
    ("words", "reason", "field"),
    [
        ("", REASON, "words"),
        ("x", REASON, "words"),
        ("Nobody Here", REASON, "words"),
        ("iller", REASON, "words"),
        (NAME, "", "reason"),
        (NAME, f"It names {NAME.upper()}.", "reason"),
    ],
)
def test_what_is_refused(oak, words, reason, field):
    record(oak, text=f"The miller met {NAME}.")
    with pytest.raises(Refused) as no:
        commands.redact_words(oak.seat(), number=1, words=words, reason=reason)
    assert no.value.field == field
    assert NAME in Source.objects.get().current.text


@pytest.mark.parametrize("role", [role for role in Role if role is not Role.LEAD])
def test_only_leads_may(oak, role):
    record(oak, text=f"The miller met {NAME}.")
    with pytest.raises(NotHere):
        commands.redact_words(oak.seat(role), number=1, words=NAME, reason=REASON)


def test_a_mask_on_more_words_goes_on_hiding_the_rest(oak):
    record(oak, text=f"The miller met {NAME} twice.")
    seat = oak.seat()
    commands.name_words(seat, number=1, words=NAME, label="Mother")
    black_out(oak, LAST)
    assert Excerpt.objects.count() == 0
    assert queries.reading(seat, 1).paragraphs[0].shown == "The miller met [Mother] twice."
    assert not Mention.objects.filter(words__contains=LAST).exists()


@pytest.mark.django_db(transaction=True)
def test_no_byte_of_the_database_file_holds_the_words(settings):
    from tests.factories.reviews import cast

    if connection.vendor != "sqlite":
        pytest.skip("SQLite's own file")
    oak = cast("Oak")
    plant(oak)
    assert FIRST.encode() in connection.connection.serialize()
    everywhere(oak)
    held = connection.connection.serialize()
    for word in (FIRST, LAST, FIRST.lower(), LAST.lower(), "zephyrin"):
        assert word.encode() not in held, word
