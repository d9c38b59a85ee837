"""The installations the bench measures on: the worked example, and the example many times its size."""

import os
import shutil
import sqlite3
import subprocess
import sys
import tempfile
from pathlib import Path


def example() -> Path:
    """A home with the worked example in it; CASEMENT_BENCH_HOME names one to use again, or to keep."""
    home = Path(os.environ.get("CASEMENT_BENCH_HOME") or tempfile.mkdtemp(prefix="casement-bench-"))
    run(home, "pass")
    return home


def multiplied(home: Path, times: int) -> Path:
    """A copy of such a home in which everything in the review stands `times` times."""
    told = Path(tempfile.mkdtemp(prefix="casement-bench-many-"))
    shutil.copytree(home, told, dirs_exist_ok=True)
    run(told, f"from tools.bench.multiply import multiply; multiply({times})")
    with sqlite3.connect(told / "casement.sqlite3") as database:
        database.execute("ANALYZE")
    return told


def run(home: Path, words: str) -> None:
    """Run Python in a process of its own, with Casement ready in `home`."""
    ready = "from tools.bench.home import ready; ready()"
    subprocess.run([sys.executable, "-c", f"{ready}; {words}"], env=around(home), check=True)


def around(home: Path) -> dict[str, str]:
    """The environment of an installation with the example in `home`, whose jobs are done by hand."""
    return {
        **os.environ,
        "CASEMENT_HOME": str(home),
        "CASEMENT_DEMO": "true",
        "CASEMENT_JOBS": "by hand",
        "DJANGO_SETTINGS_MODULE": "casement.config.settings",
    }


def ready() -> None:
    """Set Django up on the home that the environment names, and load the example when it is not there."""
    import django

    django.setup()
    from casement.config import demo
    from casement.config.running import prepare

    demo.ready(prepare)


def one_core() -> None:
    """Keep this process on one core, where the system lets it."""
    if hasattr(os, "sched_setaffinity"):
        os.sched_setaffinity(0, {sorted(os.sched_getaffinity(0))[0]})
