"""Kills the program with -9 at random moments while it brings files in, restarts it, and looks what is there.

Usage: python -m tools.kill_import [--rounds 50] [--files 100] [--seed N]

Every file that was acknowledged must be there after the restart, whole and once; nothing may be half-made at
any moment. Works in a scratch folder of its own. Ends with 1 when anything is wrong. Needs a system with fork.
"""

import argparse
import io
import json
import os
import random
import signal
import sys
import tempfile
import time
import traceback
from collections.abc import Callable
from pathlib import Path
from typing import Any

STOCK = "the visit was late so duty took a call about the child and wrote a note"
Papers = list[tuple[str, bytes]]


def papers(count: int, chance: random.Random) -> Papers:
    """Files of three kinds, no two alike."""
    from docx import Document

    stock = STOCK.split()
    made: Papers = []
    for number in range(count):
        words = [" ".join(chance.choices(stock, k=80)) + f" {chance.random()}" for _ in range(12)]
        if number % 3 == 0:
            document, out = Document(), io.BytesIO()
            for paragraph in words:
                document.add_paragraph(paragraph)
            document.save(out)
            made.append((f"paper-{number}.docx", out.getvalue()))
        else:
            made.append((f"paper-{number}.{'txt' if number % 3 == 1 else 'md'}", "\n\n".join(words).encode()))
    return made


def in_child(work: Callable[[], Any]) -> Any:
    """What `work` answers when it is done in a process of its own; this one never opens the database."""
    with tempfile.TemporaryFile() as told:
        child = os.fork()
        if child == 0:
            code = 1
            try:
                told.write(json.dumps(work()).encode())
                told.flush()
                code = 0
            except Exception:
                traceback.print_exc()
            finally:
                os._exit(code)
        _, status = os.waitpid(child, 0)
        if status:
            raise RuntimeError("a process that looks after the rounds failed")
        told.seek(0)
        return json.loads(told.read())


def begin(home: Path, sent: Papers, person: int, ref: str) -> int:
    """Start a process that brings the files in and notes in files what it was told; returns its id."""
    child = os.fork()
    if child:
        return child
    try:
        from casement.foundation import jobs
        from casement.rooms.reviews.queries import seat_of
        from casement.rooms.sources import commands

        seat = seat_of(person, ref)
        assert seat is not None
        commands.add_files(seat, files=sent, agency=1)
        with (home / "acknowledged").open("w") as out:
            out.write(ref)
            out.flush()
            os.fsync(out.fileno())
        jobs.run_waiting()
        (home / "finished").write_text(ref)
    finally:
        os._exit(0)
    return 0


def faults(ref: str, expected: dict[str, tuple[str, str]], *, settled: bool) -> list[str]:
    """What is wrong with the sources of a review; `settled` when every upload should have come in."""
    from django.db import connection

    from casement.foundation import files
    from casement.foundation.models import SearchRow
    from casement.rooms.sources.models import Source, Upload, Version

    wrong = []
    found = Source.objects.filter(review__ref=ref).select_related("current")
    for source in found:
        if source.current is None:
            wrong.append(f"source {source.number} has no text")
            continue
        name, text = expected.get(source.current.original_sha256, ("", ""))
        if not name or source.current.text != text:
            wrong.append(f"source {source.number} holds other words than its file")
        if files.fetch(source.current.original_sha256) is None:
            wrong.append(f"source {source.number} has lost its original")
        rows = SearchRow.objects.filter(review_id=source.review_id, kind="source", number=source.number)
        if rows.count() != text.count("\n\n") + 1:
            wrong.append(f"source {source.number} is not wholly findable")
        if source.uploads.count() != 1:
            wrong.append(f"source {source.number} belongs to {source.uploads.count()} uploads")
    if len({source.current.original_sha256 for source in found if source.current}) != len(found):
        wrong.append("a file came in twice")
    if Version.objects.filter(source__review__ref=ref).count() != len(found):
        wrong.append("a text without its source, or two for one")
    uploads = Upload.objects.filter(batch__review__ref=ref)
    half = uploads.filter(state="in", source=None) | uploads.exclude(state="in").exclude(source=None)
    if half.exists():
        wrong.append("an upload and its source disagree")
    if settled and uploads.count() not in (0, len(expected)):
        wrong.append("a batch with some of its files")
    if settled and uploads.exclude(state="in").exists():
        wrong.append("a file that never came in")
    with connection.cursor() as cursor:
        cursor.execute("PRAGMA integrity_check")
        if cursor.fetchone() != ("ok",):
            wrong.append("the database is damaged")
    return wrong


def prepare() -> None:
    """The tables, once."""
    from django.core.management import call_command

    call_command("migrate", verbosity=0)


def new_review() -> tuple[int, str]:
    """A review with its people: who acts, and the review's reference."""
    from casement.foundation.access import Role
    from casement.rooms.people.models import Person
    from tests.factories import reviews

    reviews._made = iter(range(Person.objects.count() * 2 + 1, 10**9))  # each process counts on
    oak = reviews.cast("Oak")
    return oak.person(Role.LEAD).pk, oak.ref


def after_restart(ref: str, expected: dict[str, tuple[str, str]]) -> dict[str, Any]:
    """What a fresh program finds, first as it lies there, then after it went on with the work."""
    from casement.foundation import files, jobs
    from casement.rooms.sources.models import Source, Upload

    before = faults(ref, expected, settled=False)
    there = Source.objects.filter(review__ref=ref).count()
    files.sweep()
    jobs.recover(everything=True)
    jobs.run_waiting()
    return {
        "wrong": before + faults(ref, expected, settled=True),
        "in_before": there,
        "in_after": Source.objects.filter(review__ref=ref).count(),
        "uploads": Upload.objects.filter(batch__review__ref=ref).count(),
        "parts": len(list(files.store().glob("*/.part-*"))),
    }


def one_round(home: Path, sent: Papers, wait: float | None) -> dict[str, Any]:
    """Bring files in, kill after `wait` seconds (or not at all), restart, look."""
    import hashlib

    from casement.rooms.sources.intake import read

    for name in ("acknowledged", "finished"):
        (home / name).unlink(missing_ok=True)
    expected = {hashlib.sha256(data).hexdigest(): (name, read(name, data).text) for name, data in sent}
    person, ref = in_child(new_review)
    began = time.monotonic()
    child = begin(home, sent, person, ref)
    if wait is not None:
        time.sleep(wait)
        os.kill(child, signal.SIGKILL)
    os.waitpid(child, 0)
    took = time.monotonic() - began
    told = in_child(lambda: after_restart(ref, expected))
    told["acknowledged"] = (home / "acknowledged").exists()
    told["finished"] = (home / "finished").exists()
    told["seconds"] = round(took, 3)
    wanted = len(sent) if told["acknowledged"] else told["uploads"]
    if told["in_after"] != wanted or told["parts"]:
        told["wrong"].append(f"{wanted} files promised, {told['in_after']} there, {told['parts']} parts left")
    return told


def main() -> int:
    """Run the rounds; prints one line of JSON for each and the sum."""
    asked = argparse.ArgumentParser(description=__doc__.split("\n")[0] if __doc__ else "")
    asked.add_argument("--rounds", type=int, default=50)
    asked.add_argument("--files", type=int, default=100)
    asked.add_argument("--seed", type=int, default=None)
    told = asked.parse_args()
    seed = told.seed if told.seed is not None else random.SystemRandom().randrange(10**6)
    chance = random.Random(seed)
    with tempfile.TemporaryDirectory(prefix="casement-kill-") as folder:
        home = Path(folder)
        os.environ.update(
            CASEMENT_HOME=folder, CASEMENT_JOBS="by hand", DJANGO_SETTINGS_MODULE="casement.config.settings"
        )
        os.environ.pop("CASEMENT_DATABASE", None)
        sys.path.insert(0, str(Path(__file__).resolve().parents[1]))
        import django

        django.setup()
        in_child(prepare)
        whole = one_round(home, papers(told.files, chance), None)
        wrong = list(whole["wrong"])
        killed_in_time = 0
        number = 0
        # A kill that came after everything was done shows nothing, so it does not count as a round.
        while killed_in_time < told.rounds and number < 3 * told.rounds:
            number += 1
            # A fifth of the kills fall into the first moments, where files are kept and the batch is written.
            early = chance.random() < 0.2
            wait = chance.uniform(0, whole["seconds"] * (0.15 if early else 1.0))
            round_told = one_round(home, papers(told.files, chance), wait)
            killed_in_time += not round_told["finished"]
            wrong += round_told["wrong"]
            print(json.dumps({"round": number, "killed_after": round(wait, 3), **round_told}))
        print(json.dumps({"seed": seed, "rounds": number, "files": told.files,
                          "killed_while_working": killed_in_time, "wrong": wrong}))  # fmt: skip
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())
