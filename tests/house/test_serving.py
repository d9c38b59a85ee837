"""Two servers never share a port: whoever starts the second is told so, and which port is free."""

import os
import socket
import subprocess
import sys

import pytest

from casement.config import running
from casement.foundation.refusals import Refused


@pytest.fixture
def taken():
    with socket.socket() as listening:
        listening.bind(("127.0.0.1", 0))
        listening.listen()
        yield listening.getsockname()[1]


def test_a_port_in_use_is_refused_with_one_that_is_free(taken):
    with pytest.raises(Refused) as no:
        running.free("127.0.0.1", taken)
    other = int(no.value.sentence.rsplit("=", 1)[1])
    assert other != taken
    running.free("127.0.0.1", other)


@pytest.mark.parametrize("command", ["serve", "demo"])
def test_neither_command_starts_there_and_nothing_is_made_ready(command, taken, tmp_path):
    told = {**os.environ, "CASEMENT_HOME": str(tmp_path), "CASEMENT_PORT": str(taken)}
    program = [sys.executable, "-m", "casement.config", command]
    answer = subprocess.run(program, env=told, capture_output=True, text=True, timeout=60)
    assert answer.returncode == 1 and f"port {taken}" in answer.stderr
    assert not (tmp_path / "casement.sqlite3").exists()


@pytest.mark.django_db
def test_a_browser_that_asks_for_the_sign_of_the_site_gets_it(client):
    answer = client.get("/favicon.ico")
    assert answer.status_code == 200 and b"".join(answer.streaming_content)[:4] == b"\x00\x00\x01\x00"
    answer.close()
