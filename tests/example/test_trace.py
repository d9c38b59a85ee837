"""Every statement of the example's report that rests on evidence is followed, as a reader would, to the very words."""

import html
import re

import pytest
from django.conf import settings as conf
from django.db import transaction
from django.test import Client

from casement.example.loading import load
from casement.foundation.web import seat_for
from casement.rooms.analysis import commands as analysis
from casement.rooms.chronology import commands as chronology
from casement.rooms.reports import queries as reports
from casement.rooms.reports.vocabulary import Edition
from casement.rooms.sources import commands as sources

CITED = re.compile(r'<mark class="c-painted--cited">(.*?)</mark>', re.DOTALL)
PARAGRAPH = re.compile(r'<p id="p\d+" class="c-para[^>]*>(.*?)</p>', re.DOTALL)


@pytest.fixture(scope="module")
def loaded(django_db_setup, django_db_blocker, tmp_path_factory):
    home = tmp_path_factory.mktemp("example-home")
    before, conf.CASEMENT_HOME = conf.CASEMENT_HOME, home
    with django_db_blocker.unblock(), transaction.atomic():
        yield load(password="a long enough password"), home
        transaction.set_rollback(True)
    conf.CASEMENT_HOME = before


@pytest.fixture
def seat(own_files, loaded, db, settings):
    found, settings.CASEMENT_HOME = loaded
    return found


@pytest.fixture
def reader(seat, client) -> Client:
    from casement.rooms.people.models import Person

    client.force_login(Person.objects.get(pk=seat.person_id))
    return client


def told(seat):
    """(statement, its evidence) for every statement that the internal edition tells."""
    desk = reports.desk(seat)
    numbers = dict.fromkeys(number for _, number in desk.tree(Edition.INTERNAL).statements)
    return [desk.material.tree.statements[number] for number in numbers]


def marked(page: str) -> str:
    """The words a reader's page shows as followed, paragraphs joined by a line end."""
    pieces = [
        "".join(html.unescape(one) for one in CITED.findall(paragraph)) for paragraph in PARAGRAPH.findall(page)
    ]
    return "\n".join(piece for piece in pieces if piece)


def squeezed(words: str) -> str:
    """Without the difference between one space and several."""
    return " ".join(words.split())


def preview(reader, seat) -> str:
    """The internal edition as its reader sees it."""
    answer = reader.get(f"/reviews/{seat.ref}/report/preview/")
    assert answer.status_code == 200
    return html.unescape(answer.content.decode())


def test_every_trace_lands_on_its_words(seat, reader):
    page = preview(reader, seat)
    resting = [one for one in told(seat) if one.evidence]
    assert len(resting) >= 60
    followed = {}
    for statement in resting:
        for one in statement.evidence:
            assert one.href, (statement.number, one.number)
            assert f'href="{one.href}"' in page, (statement.number, one.number, one.href)
            if one.href not in followed:
                answer = reader.get(one.href)
                assert answer.status_code == 200, one.href
                followed[one.href] = answer.content.decode()
            if one.source_number is None:
                assert squeezed(one.quote) in squeezed(html.unescape(followed[one.href])), one.href
            else:
                assert squeezed(marked(followed[one.href])) == squeezed(one.quote), one.href
    assert len(followed) >= 60


def test_a_statement_shows_that_its_record_was_taken_out(seat, reader):
    statement = next(
        one for one in told(seat) if one.evidence and len({e.source_number for e in one.evidence}) == 1
        and one.evidence[0].kind == "record"
    )  # fmt: skip
    before = preview(reader, seat)
    sources.withdraw_source(seat, number=statement.evidence[0].source_number, reason="The agency took it back.")
    after = {one.number: one for one in told(seat)}[statement.number]
    assert after.support == "no_longer_supported"
    assert all(e.lost and not e.href and not e.quote for e in after.evidence)
    assert "No longer supported" not in before and unsound(reader, seat, statement.number)
    sources.restore_source(seat, number=statement.evidence[0].source_number)
    assert not unsound(reader, seat, statement.number)


def test_a_statement_shows_that_its_entry_was_changed_or_taken_out(seat, reader):
    statement = next(one for one in told(seat) if any(e.entry_number for e in one.evidence))
    kept = [e for e in statement.evidence if e.entry_number]
    for evidence in statement.evidence:
        if evidence not in kept:
            analysis.uncite(seat, number=evidence.number)
    assert not unsound(reader, seat, statement.number)
    for evidence in kept:
        chronology.correct_entry(
            seat, number=evidence.entry_number, reason="As the agency wrote.", event="Otherwise."
        )
    assert unsound(reader, seat, statement.number)
    for number in {evidence.entry_number for evidence in kept}:
        chronology.remove_entry(seat, number=number, reason="Sent in error.")
    assert unsound(reader, seat, statement.number)


def test_a_statement_shows_that_its_evidence_was_removed(seat, reader):
    statement = next(one for one in told(seat) if one.evidence)
    for evidence in statement.evidence:
        analysis.uncite(seat, number=evidence.number)
    assert {one.number: one for one in told(seat)}[statement.number].support in (
        "unsupported",
        "no_longer_supported",
    )
    assert unsound(reader, seat, statement.number)


def unsound(reader, seat, number: int) -> bool:
    """Whether the report's trace check says that this statement no longer holds."""
    row, place = None, 1
    while row is None:
        page = reader.get(f"/reviews/{seat.ref}/report/trace/?page={place}").content.decode()
        row = re.search(rf'<th scope="row">{number}\. .*?</tr>', page, re.DOTALL)
        assert row or f"?page={place + 1}" in page, number
        place += 1
    return "<strong>" in row.group(0)


def test_the_seat_is_the_one_the_pages_use(seat, reader):
    request = reader.get(f"/reviews/{seat.ref}/").wsgi_request
    assert seat_for(request, seat.ref).standing == seat.standing


def test_what_is_published_leads_nowhere(seat, reader):
    page = reader.get(f"/reviews/{seat.ref}/report/preview/?edition=publishable").content.decode()
    paper = page[page.index("r-paper") : page.index("Save a copy")]
    assert "?at=" not in paper and "chronologies/entries/" not in paper
