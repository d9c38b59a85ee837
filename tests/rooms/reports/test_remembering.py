"""What is kept in memory for the report is never older than the review, and never told to another seat."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from casement.foundation.access import Role
from casement.rooms.analysis import commands as analyse
from casement.rooms.chronology import commands as chronology
from casement.rooms.reports import commands, queries
from casement.rooms.reports.vocabulary import Edition
from casement.rooms.sources import commands as sources
from tests.factories.reports import reported

pytestmark = pytest.mark.django_db
SECRET = "Wording that only this edition of the statement has."


@pytest.fixture
def made(oak):
    return reported(oak)


def words(seat):
    """The whole internal report as one string, as pages tell it."""
    return repr(queries.desk(seat).tree(Edition.INTERNAL).sections)


def test_nothing_is_read_again_while_nothing_changes(oak, made):
    seat = oak.seat()
    words(seat)
    with CaptureQueriesContext(connection) as told:
        words(seat)
    assert len(told) == 1


def test_a_changed_statement_is_told_at_once(oak, made):
    assert SECRET not in words(oak.seat())
    number = next(iter(queries.desk(oak.seat()).material.tree.statements))
    statement = queries.desk(oak.seat()).material.tree.statements[number]
    analyse.edit_statement(oak.seat(), number=number, text=SECRET, based_on=statement.edition)
    assert SECRET in repr(queries.desk(oak.seat()).material.tree.statements)


def test_a_source_taken_out_is_told_at_once(oak, made):
    analyse.uncite(oak.seat(), number=2)
    assert "no longer supported" not in words(oak.seat())
    sources.withdraw_source(oak.seat(), number=1, reason="Sent by mistake")
    assert "no longer supported" in words(oak.seat())


def test_an_entry_removed_is_told_at_once(oak, made):
    before = queries.desk(oak.seat()).material.entries
    chronology.remove_entry(oak.seat(), number=made.entry, reason="Entered twice")
    assert queries.desk(oak.seat()).material.entries != before


def test_a_section_is_told_as_it_was_saved_last(oak, made):
    words(oak.seat())
    edition = queries.desk(oak.seat()).editions["introduction"]
    commands.edit_section(oak.seat(), key="introduction", text=SECRET, based_on=edition)
    assert SECRET in words(oak.seat())


def test_what_a_lead_may_open_is_not_told_to_the_team(oak, made):
    sources.edit_source(oak.seat(), number=1, access="leads")
    lead = queries.desk(oak.seat()).material
    team = queries.desk(oak.seat(Role.TEAM)).material
    open_to = [sum(one.open for one in told.evidence.values()) for told in (lead, team)]
    assert open_to[0] > open_to[1]
    assert any("Kept to some readers" in one.title for one in team.sources)


def test_a_change_that_was_rolled_back_leaves_no_trace(oak, made):
    from django.db import transaction

    number = next(iter(queries.desk(oak.seat()).material.tree.statements))
    edition = queries.desk(oak.seat()).material.tree.statements[number].edition
    with pytest.raises(RuntimeError), transaction.atomic():
        analyse.edit_statement(oak.seat(), number=number, text=SECRET, based_on=edition)
        assert SECRET in repr(queries.desk(oak.seat()).material.tree.statements)
        raise RuntimeError
    assert SECRET not in repr(queries.desk(oak.seat()).material.tree.statements)
