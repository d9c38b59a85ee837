"""What every test may use: people in a review, signed-in browsers, and a quiet worker."""

import os
from pathlib import Path

import pytest
from django.core.cache import cache
from django.db import connection
from hypothesis import settings as law

from tests.prepared import copied
from tests.sealed import empty_sealed_tables

# A busy machine is not a broken law.
law.register_profile("casement", deadline=None)
law.load_profile("casement")


def pytest_collection_modifyitems(config, items):
    """On the second database only what touches a database is run again; the rest ran beside SQLite."""
    if "CASEMENT_TEST_DATABASE" not in os.environ:
        return
    needs = {"db", "transactional_db", "live_server"}
    touching = [each for each in items if needs & set(each.fixturenames) or each.get_closest_marker("django_db")]
    config.hook.pytest_deselected(items=[each for each in items if each not in set(touching)])
    items[:] = touching


@pytest.fixture(autouse=True)
def own_files(settings, tmp_path):
    """Each test keeps its originals apart."""
    settings.CASEMENT_HOME = tmp_path / "home"
    settings.CASEMENT_HOME.mkdir()
    cache.clear()  # sign-in throttling of the test before


@pytest.fixture(scope="session", autouse=True)
def _sealed_tables():
    """The ledger refuses deletion; emptying the database between browser tests has to lift that."""
    empty_sealed_tables()


@pytest.fixture(scope="session")
def django_db_modify_db_settings(django_db_modify_db_settings, request):
    """The empty database is copied where one was made for the same migrations before."""
    with copied(request.config.cache.mkdir("databases")):
        yield


@pytest.fixture(scope="session")
def django_db_setup(django_db_setup, django_db_blocker):
    """The databases of the tests. A thread may hold its connection a moment longer than its database is to live."""
    yield
    with django_db_blocker.unblock():
        if connection.vendor == "postgresql":
            with connection.cursor() as cursor:
                cursor.execute(
                    "SELECT pg_terminate_backend(pid) FROM pg_stat_activity "
                    "WHERE datname = current_database() AND pid <> pg_backend_pid()"
                )


@pytest.fixture
def oak(db):
    """A review with one person in every role; see tests.factories.reviews.Cast."""
    from tests.factories.reviews import cast

    return cast("Oak")


@pytest.fixture
def elm(db):
    """Another review, with other people: what must never be seen from the first."""
    from tests.factories.reviews import cast

    return cast("Elm")


@pytest.fixture(scope="session")
def shared() -> Path:
    """Real files that others wrote, where they are present."""
    named = os.environ.get("CASEMENT_SHARED")
    folder = Path(named) if named else Path(__file__).resolve().parents[2] / "shared"
    if not (folder / "data").is_dir():
        pytest.skip("the shared files are not here")
    return folder / "data"
