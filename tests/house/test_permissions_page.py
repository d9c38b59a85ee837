"""The printed table of rights is the table that is in force, and it holds what the method asks."""

from pathlib import Path

import pytest

from casement.config.printing import permissions
from casement.foundation.access import Reach, Role, Standing, Subject, Verb, reach
from casement.foundation.actions import Action, allows

PAGE = Path(__file__).resolve().parents[2] / "docs" / "reference" / "permissions.md"


def test_the_page_is_not_stale():
    assert PAGE.read_text() == permissions(), "run: make docs"


@pytest.mark.parametrize("role", [Role.ACCOUNTABLE, Role.DELEGATED, Role.CASE_GROUP, Role.FAMILY, Role.EVALUATOR])
@pytest.mark.parametrize("action", [Action.ANALYSIS_READ, Action.CODING_READ, Action.ANALYSIS_WRITE])
def test_the_board_and_the_case_group_never_reach_working_material(role, action):
    everything = frozenset(Subject)
    assert not allows(Standing(role, grants=everything, releases=everything), action)


def test_a_technical_administrator_sees_no_content():
    standing = Standing(Role.ADMIN)
    assert {subject for subject in Subject if reach(standing, subject, Verb.READ)} == {Subject.PUBLISHED}


def test_a_grant_opens_one_thing_only():
    standing = Standing(Role.TEAM, grants=frozenset({Subject.WRITE_UPS}))
    assert reach(standing, Subject.WRITE_UPS, Verb.READ)
    assert reach(standing, Subject.RAW_NOTES, Verb.READ) == {Reach.PAIR}  # its own conversations, as before
    assert not reach(standing, Subject.WRITE_UPS, Verb.WRITE)


def test_a_closed_review_can_be_read_and_not_changed():
    standing = Standing(Role.LEAD, closed=True)
    assert allows(standing, Action.ANALYSIS_READ)
    assert not allows(standing, Action.ANALYSIS_WRITE)
    assert allows(standing, Action.REVIEWS_MOVE)
