"""The program killed at random moments while files come in: nothing acknowledged is lost, nothing half-made."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest
from django.conf import settings

ROOT = Path(__file__).resolve().parents[3]


@pytest.mark.skipif(not hasattr(os, "fork"), reason="needs a system with fork")
def test_files_survive_a_killed_program():
    """CASEMENT_KILLS says how often; `python -m tools.kill_import` does it fifty times with a hundred files."""
    if "sqlite" not in settings.DATABASES["default"]["ENGINE"]:
        pytest.skip("the rounds run on an embedded database of their own, once")
    rounds = os.environ.get("CASEMENT_KILLS", "2")
    asked = [sys.executable, "-m", "tools.kill_import", "--rounds", rounds, "--files", "9"]
    outside = {name: value for name, value in os.environ.items() if not name.startswith("CASEMENT_")}
    done = subprocess.run(asked, cwd=ROOT, env=outside, capture_output=True, text=True, timeout=600)
    assert done.returncode == 0, done.stdout + done.stderr
    last = json.loads(done.stdout.splitlines()[-1])
    assert (last["killed_while_working"], last["wrong"]) == (int(rounds), [])
