"""A real browser for the journeys, or a loud skip where there is none."""

import shutil

import pytest

FLAGS = (
    "--no-sandbox --disable-gpu --disable-quic --no-first-run --disable-background-networking "
    "--disable-component-update --disable-sync"
)


@pytest.fixture(scope="session")
def browser_type_launch_args():
    """Debian's own Chromium; nothing is downloaded."""
    names = ("chromium", "chromium-browser", "google-chrome")
    found = next((path for name in names if (path := shutil.which(name))), None)
    if found is None:
        pytest.skip("NOT TESTED: no Chromium here. Install chromium to walk the journeys")
    return {"executable_path": found, "args": FLAGS.split()}


@pytest.fixture(scope="session")
def base_url():
    """No fixed address: each journey starts its own server."""
    return None


@pytest.fixture
def quiet(page):
    """The page, and a promise that the browser had nothing to complain about while it was used."""
    complaints: list[str] = []
    page.on("console", lambda told: complaints.append(told.text) if told.type in ("error", "warning") else None)
    page.on("pageerror", lambda error: complaints.append(str(error)))
    yield page
    assert [words for words in complaints if "status of 503" not in words] == []
