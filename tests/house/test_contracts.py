"""The import contracts hold, and each one fails when its violation is planted."""

import os
import shutil
import subprocess
import sys

import pytest

from tests.house.checks import SRC

TOP = SRC.parents[1]
PLANTED = {
    "foundation reaches up": ("foundation/clock.py", "from casement.rooms.reviews import models\n"),
    "a module outside the floors": ("rooms/sources/rules_planted.py", "x = 1\n"),
    "a stray utils": ("rooms/coding/utils.py", '"""x."""\n'),
    "a room knows a higher one": (
        "rooms/sources/models.py",
        "from casement.rooms.analysis import models\n",
    ),
    "coding knows chronology": ("rooms/coding/apps.py", "from casement.rooms.chronology import models\n"),
    "desk enters by a web door": ("desk/apps.py", "import casement.rooms.reviews.web.views\n"),
    "rules import django": ("rooms/people/rules/__init__.py", "import django.db\n"),
    "pages touch tables": ("rooms/reviews/web/pages.py", "from casement.rooms.reviews.models import Review\n"),
    "queries call commands": ("rooms/reviews/queries/__init__.py", "from casement.rooms.reviews import commands\n"),
}


def lint(folder) -> subprocess.CompletedProcess:
    words = [sys.executable, "-c", "import sys; from importlinter.cli import lint_imports_command as go; go()"]
    env = {**os.environ, "PYTHONPATH": str(folder / "src")}
    return subprocess.run(
        [*words, "--no-cache", "--config", str(TOP / ".importlinter")],
        cwd=folder, env=env, capture_output=True, text=True, check=False,
    )  # fmt: skip


@pytest.fixture(scope="module")
def copy(tmp_path_factory):
    folder = tmp_path_factory.mktemp("house")
    skipped = shutil.ignore_patterns("__pycache__", "static", "case", "migrations", "templates")
    shutil.copytree(SRC.parent, folder / "src", ignore=skipped)
    return folder


def test_the_contracts_hold(copy):
    done = lint(copy)
    assert done.returncode == 0, done.stdout[-3000:]


@pytest.mark.parametrize("name", PLANTED)
def test_a_planted_import_is_caught(copy, name):
    where, line = PLANTED[name]
    path = copy / "src" / "casement" / where
    before = path.read_text() if path.exists() else None
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text((before or '"""Planted."""\n') + line)
    try:
        done = lint(copy)
    finally:
        if before is None:
            path.unlink()
        else:
            path.write_text(before)
    assert done.returncode != 0, name
    assert "BROKEN" in done.stdout or "not part of the layers" in done.stdout.lower() or done.returncode == 1
