"""Runs LibreOffice on one file, with a profile of its own, within bounds, and without the network where it can."""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
import sys
import tempfile
import threading
from pathlib import Path

from casement.rooms.sources.intake.extracted import Unreadable
from casement.rooms.sources.intake.formats import MEGABYTE, MOST_BYTES

PROGRAM = "soffice"
SECONDS = 90.0
MOST_MEMORY = 4096 * MEGABYTE  # of addresses, of which the program keeps most unused
_LAUNCHER = "casement.rooms.sources.intake.office.launcher"
_PACKAGES = Path(__file__).parents[5]
_ONE_AT_A_TIME = threading.Lock()

ABSENT = {
    "docx": "This is an older Word document (.doc), and LibreOffice, which turns it into a newer one, is not "
    "installed here: open it in Word, save it as .docx and bring that in.",
    "xlsx": "This is an older Excel workbook, and LibreOffice, which turns it into a newer one, is not "
    "installed here: open it in Excel, save it as .xlsx and bring that in.",
}
FAILED = (
    "This older file could not be turned into a newer one: open it where it was made, "
    "save it as .docx or .xlsx and bring that in."
)
SAID = (
    "This older file was turned into a newer one by LibreOffice to be read: "
    "check what you quote against the original."
)

# No macro runs, and no link is followed or brought up to date.
_OFFICE = "/org.openoffice.Office"
_VALUES = (
    (f"{_OFFICE}.Common/Security/Scripting", "DisableMacrosExecution", "true"),
    (f"{_OFFICE}.Common/Security/Scripting", "BlockUntrustedRefererLinks", "true"),
    (f"{_OFFICE}.Common/Security/Scripting", "MacroSecurityLevel", "3"),
    (f"{_OFFICE}.Writer/Content/Update", "Link", "2"),
    (f"{_OFFICE}.Calc/Content/Update", "Link", "2"),
)
_SETTINGS = (
    '<?xml version="1.0" encoding="UTF-8"?><oor:items xmlns:oor="http://openoffice.org/2001/registry">'
    + "".join(
        f'<item oor:path="{path}"><prop oor:name="{name}" oor:op="fuse"><value>{value}</value></prop></item>'
        for path, name, value in _VALUES
    )
    + "</oor:items>"
)


def converted(data: bytes, ending: str, into: str) -> bytes:
    """The file in its newer form (`docx` or `xlsx`). `Unreadable` where the program is absent or fails."""
    program = shutil.which(PROGRAM)
    if program is None:
        raise Unreadable(ABSENT[into])
    with _ONE_AT_A_TIME, tempfile.TemporaryDirectory(prefix="casement-office-") as folder:
        home = Path(folder)
        (home / "profile" / "user").mkdir(parents=True)
        (home / "profile" / "user" / "registrymodifications.xcu").write_text(_SETTINGS)
        (home / f"file.{ending}").write_bytes(data)
        command = [
            program, "--headless", "--norestore", "--nolockcheck", "--nodefault", "--nofirststartwizard",
            f"-env:UserInstallation={(home / 'profile').as_uri()}",
            "--convert-to", into, "--outdir", str(home / "made"), str(home / f"file.{ending}"),
        ]  # fmt: skip
        _run([sys.executable, "-B", "-m", _LAUNCHER, str(MOST_MEMORY), str(int(SECONDS)), *command], home)
        made = home / "made" / f"file.{into}"
        if not made.is_file() or made.stat().st_size > MOST_BYTES:
            raise Unreadable(FAILED)
        return made.read_bytes()


def _run(command: list[str], home: Path) -> None:
    passed = {key: os.environ[key] for key in ("PATH", "LANG", "LC_ALL", "SYSTEMROOT") if key in os.environ}
    nowhere = "http://127.0.0.1:9"
    environment = {
        **passed,
        "HOME": str(home),
        "TMPDIR": str(home),
        "http_proxy": nowhere,
        "https_proxy": nowhere,
        "SAL_USE_VCLPLUGIN": "svp",
        "PYTHONPATH": os.pathsep.join([str(_PACKAGES), *filter(None, sys.path)]),
    }
    try:
        child = subprocess.Popen(
            command,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            env=environment,
            cwd=home,
            start_new_session=True,
        )
    except OSError as failed:
        raise Unreadable(FAILED) from failed
    try:
        child.wait(SECONDS)
    except subprocess.TimeoutExpired as late:
        raise Unreadable(FAILED) from late
    finally:
        _end(child)


def _end(child: subprocess.Popen[bytes]) -> None:
    try:
        os.killpg(child.pid, signal.SIGKILL)  # The program may leave helpers behind.
    except (AttributeError, OSError):
        child.kill()
    child.wait()
