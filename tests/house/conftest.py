"""Two furnished reviews, made once for all house tests; each test starts from them and is undone."""

from pathlib import Path

import pytest
from django.conf import settings as conf
from django.core.cache import cache
from django.db import transaction

from tests.factories.furnished import furnish
from tests.factories.reviews import Cast, cast


@pytest.fixture(scope="module")
def furnished(django_db_setup, django_db_blocker, tmp_path_factory):
    home: Path = tmp_path_factory.mktemp("furnished")
    before, conf.CASEMENT_HOME = conf.CASEMENT_HOME, home
    with django_db_blocker.unblock(), transaction.atomic():
        made = cast("Oak"), cast("Elm")
        for one in made:
            furnish(one)
        yield made, home
        transaction.set_rollback(True)
    conf.CASEMENT_HOME = before


@pytest.fixture
def two(own_files, furnished, db, settings) -> tuple[Cast, Cast]:
    """Oak and Elm with one of everything in each."""
    made, settings.CASEMENT_HOME = furnished
    cache.clear()
    return made
