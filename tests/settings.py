"""Settings under test: the real ones, with a home of their own and jobs run by hand."""

import os
import tempfile

os.environ.setdefault("DJANGO_ALLOW_ASYNC_UNSAFE", "true")
os.environ.setdefault("CASEMENT_TEST_HOME", tempfile.mkdtemp(prefix="casement-test-"))
os.environ["CASEMENT_HOME"] = os.environ["CASEMENT_TEST_HOME"]
os.environ["CASEMENT_JOBS"] = "by hand"
os.environ["CASEMENT_SECOND_STEP"] = "false"
if "CASEMENT_TEST_DATABASE" in os.environ:
    os.environ["CASEMENT_DATABASE"] = os.environ["CASEMENT_TEST_DATABASE"]
else:
    os.environ.pop("CASEMENT_DATABASE", None)

from casement.config.settings import *  # noqa: F403

PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]  # Argon2 is slow on purpose
CACHES = {"default": {"BACKEND": "django.core.cache.backends.locmem.LocMemCache"}}
if "sqlite" in DATABASES["default"]["ENGINE"]:  # noqa: F405
    # A file, so that a browser's requests and the test each have a connection of their own.
    DATABASES["default"]["TEST"] = {"NAME": os.path.join(os.environ["CASEMENT_TEST_HOME"], "test.sqlite3")}  # noqa: F405
    DATABASES["default"]["OPTIONS"]["init_command"] = (  # noqa: F405
        "PRAGMA journal_mode=WAL;PRAGMA synchronous=OFF;PRAGMA foreign_keys=ON;"
    )
