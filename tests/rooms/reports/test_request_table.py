"""The appendix on method says, by agency, what was asked for, what came, and what is not there."""

from dataclasses import replace

from casement.foundation.access import Role
from casement.foundation.clock import today
from casement.rooms.reports import commands as reports
from casement.rooms.reports import queries
from casement.rooms.reports.rules.material import RequestLine
from casement.rooms.reports.rules.telling import Written, report_tree
from casement.rooms.reports.rules.tree import Table
from casement.rooms.reports.vocabulary import Edition
from casement.rooms.sources import commands
from tests.factories.report_material import material
from tests.factories.requests import asked
from tests.factories.sources import record

LINES = (
    RequestLine("Police", True, True, (("Log of 2022.", "not_held"), ("The tape", "not_held"))),
    RequestLine("Police", True, False),
    RequestLine("The school", False, False),
)


def table(base, edition):
    tree = report_tree(replace(base, requests=LINES), (Written("method", "Method", "{{requests}}"),), edition)
    (found,) = [block for one in tree.sections for block in one.blocks if isinstance(block, Table)]
    return [tuple("".join(run.text for run in cell) for cell in row) for row in found.rows]


def test_inside_the_review_what_is_not_there_is_named():
    assert table(material(), Edition.INTERNAL) == [
        ("Police", "2 requests", "1 in full, 1 in part", "Not held: Log of 2022; Not held: The tape"),
        ("The school", "1 request", "None so far", "Nothing noted"),
    ]


def test_what_is_published_counts_reasons_and_repeats_no_words():
    told = table(material(), Edition.PUBLISHABLE)
    assert "tape" not in str(told) and told[0][3].startswith("Not held")


def test_the_report_follows_what_happens_to_a_request(oak):
    seat = oak.seat()
    source = record(oak)
    asked(oak)
    asked(oak)
    reports.start_report(seat)
    told = [(one.agency, one.came, one.whole) for one in queries.desk(seat).material.requests]
    assert told == [("Police", False, False), ("Police", False, False)]
    commands.promise_records(seat, number=1, promised_for=today())
    commands.receive_records(seat, number=1, sources=[source.number], whole=True)
    commands.note_gap(seat, number=1, what="The tape", why="destroyed")
    commands.end_request(seat, number=1, how="closed", reason="Enough.")
    commands.end_request(seat, number=2, how="withdrawn", reason="Asked twice.")
    for role in (Role.LEAD, Role.TEAM):
        told = queries.desk(oak.seat(role)).material.requests
        assert told == (RequestLine("Police", True, True, (("The tape", "destroyed"),)),)
    assert "{{requests}}" in next(one.text for one in queries.desk(seat).sections if one.key == "method")
