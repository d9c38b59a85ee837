"""What is kept in memory for the report is never older than the review, and never another person's."""

import pytest

from casement.rooms.reports import queries
from casement.rooms.reports.vocabulary import Edition

pytestmark = pytest.mark.django_db


def words(seat, edition=Edition.INTERNAL):
    """The whole report as one string."""
    return repr(queries.desk(seat).tree(edition))
