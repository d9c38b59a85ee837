"""A long report in pages: nothing is lost between them, and every way leads to the page where it ends."""

import re

import pytest

from casement.rooms.reports import exports, queries
from casement.rooms.reports.exports.page import leaves_of
from casement.rooms.reports.vocabulary import Edition
from tests.factories.reports import reported

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize("size", [1, 7, 40, 10_000])
def test_the_pages_together_are_the_whole_report(oak, size):
    reported(oak)
    tree = queries.desk(oak.seat()).tree(Edition.INTERNAL)
    leaves = list(leaves_of(tree, size))
    blocks = [block for leaf in leaves for section in leaf for block in section.blocks]
    assert blocks == [block for section in tree.sections for block in section.blocks]
    assert all(leaves)


@pytest.mark.parametrize("size", [7, 40])
def test_every_way_leads_to_the_page_where_its_place_is(oak, size):
    reported(oak)
    tree = queries.desk(oak.seat()).tree(Edition.INTERNAL)
    _, count = exports.leaf(tree, 1, "?page=", size=size)
    pages = {at: exports.leaf(tree, at, "?page=", size=size)[0] for at in range(1, count + 1)}
    for at, page in pages.items():
        for there, anchor in re.findall(r'href="(?:\?page=(\d+))?#([^"]+)"', page):
            assert f'id="{anchor}"' in pages[int(there or at)], (at, there, anchor)
