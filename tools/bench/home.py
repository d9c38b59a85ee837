"""The installations the bench measures on: the worked example, and the example many times its size."""

import os
import shutil
import subprocess
import sys
from pathlib import Path


def example(into: Path) -> Path:
    """A home with the worked example in it, made in `into` unless CASEMENT_BENCH_HOME names one."""
    named = os.environ.get("CASEMENT_BENCH_HOME")
    told = Path(named) if named else into
    ready = "from tools.bench.home import ready; ready()"
    subprocess.run([sys.executable, "-c", ready], env=around(told), check=True)
    return told


def copied(home: Path, into: Path) -> Path:
    """A copy of such a home, to be changed at will."""
    shutil.copytree(home, into)
    return into


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
