"""Every page of help, once, at both widths: they are the same for everybody."""

import pytest

from casement.desk.guide import BY_KEY
from casement.foundation.access import Role
from tests.journeys.looking import arrive, narrow

pytestmark = [pytest.mark.journey, pytest.mark.django_db(transaction=True)]


def test_every_page_of_help_reads_well_on_a_phone_too(walker, oak):
    arrive(walker, oak, Role.TEAM)
    for address in ("/help/", *(f"/help/{key}/" for key in BY_KEY)):
        walker.go(address)
        narrow(walker)
