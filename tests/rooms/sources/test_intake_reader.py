"""The reading process: same answers, bounded memory and time, alive after anything."""

import os
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Iterator

import pytest

from casement.rooms.sources.intake import Reader, Unreadable, read
from casement.rooms.sources.intake.formats import MEGABYTE
from casement.rooms.sources.intake.reading import BROKEN
from casement.rooms.sources.intake.safely import TOO_LONG
from tests.rooms.sources.made_files import para, pdf, run, word_xml

GOOD = word_xml(para(run("Seen at home 👩‍👧")))
SLOW = b"{\\rtf1 " + b"\\par x" * 8_000_000 + b"}"  # Takes far longer than any test waits.


@pytest.fixture(scope="module")
def reader() -> Iterator[Reader]:
    with Reader() as reader:
        yield reader


def test_it_answers_as_reading_in_the_same_process_does(reader: Reader) -> None:
    files = {"a.docx": GOOD, "a.pdf": pdf([[(72, 700, "One")]]), "a.txt": "Paid £20".encode("cp1252")}
    for name, data in files.items():
        assert reader.read(name, data) == read(name, data)


def test_a_refusal_comes_through_with_its_sentence(reader: Reader) -> None:
    with pytest.raises(Unreadable, match=r"ends in \.pdf"):
        reader.read("a.pdf", GOOD)


def test_names_of_any_bytes_come_through(reader: Reader) -> None:
    assert reader.read(os.fsdecode(b"\xff\n\r\"'\x01.docx"), GOOD).text


def test_a_file_that_runs_on_is_stopped_and_the_next_is_read() -> None:
    with Reader(most_seconds=0.5) as reader:
        assert reader.read("a.docx", GOOD).text
        began = time.monotonic()
        with pytest.raises(Unreadable) as refusal:
            reader.read("slow.rtf", SLOW)
        assert refusal.value.sentence == TOO_LONG
        assert time.monotonic() - began < 5
        assert reader.read("a.docx", GOOD).text


@pytest.mark.skipif(sys.platform != "linux", reason="memory is bounded on Linux only")
def test_a_file_that_wants_too_much_memory_is_refused_and_the_next_is_read() -> None:
    body = "".join(para(run("a")) for _ in range(400_000))
    greedy = word_xml(body + "".join(f"<w:p w:n='{number}'/>" for number in range(400_000)))
    with Reader(most_memory=300 * MEGABYTE) as reader:
        with pytest.raises(Unreadable) as refusal:
            reader.read("a.docx", greedy)
        assert refusal.value.sentence.endswith(".")
        assert reader.read("a.docx", GOOD).text


def test_a_death_between_files_goes_unnoticed(reader: Reader) -> None:
    assert reader.read("a.docx", GOOD).text
    child = reader._child
    assert child is not None
    os.kill(child.pid, signal.SIGKILL)
    child.wait()
    assert reader.read("a.docx", GOOD).text


def test_a_death_at_work_is_a_refusal() -> None:
    with Reader(most_seconds=20) as reader:
        reader.read("a.docx", GOOD)
        reader._fresh = True  # As if it had just begun: a second try would hide the death.
        child = reader._child
        assert child is not None
        killer = threading.Timer(0.2, os.kill, (child.pid, signal.SIGKILL))
        killer.start()
        with pytest.raises(Unreadable) as refusal:
            reader.read("slow.rtf", SLOW)
        killer.join()
        assert refusal.value.sentence == BROKEN
        assert reader.read("a.docx", GOOD).text


def test_threads_take_turns(reader: Reader) -> None:
    texts: list[str] = []
    files = [word_xml(para(run(f"number {number}"))) for number in range(12)]
    threads = [
        threading.Thread(target=lambda data=data: texts.append(reader.read("a.docx", data).text)) for data in files
    ]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert sorted(texts) == sorted(f"number {number}" for number in range(12))


def test_without_a_process_files_are_read_here(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "executable", "/nowhere/python")
    with Reader() as reader:
        assert reader.read("a.docx", GOOD).text == "Seen at home 👩‍👧"
        assert reader._child is None


def test_once_apart_files_are_never_read_here(monkeypatch: pytest.MonkeyPatch) -> None:
    with Reader() as reader:
        assert reader.read("a.docx", GOOD).text
        monkeypatch.setattr(sys, "executable", "/nowhere/python")
        reader.close()
        with pytest.raises(Unreadable, match="just now"):
            reader.read("a.docx", GOOD)
        monkeypatch.undo()
        assert reader.read("a.docx", GOOD).text


def test_a_program_that_is_no_interpreter_is_not_waited_for(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "executable", "/bin/true")
    with Reader() as reader:
        assert reader.read("a.docx", GOOD).text


def test_nothing_of_the_environment_goes_along(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("CASEMENT_SECRET_KEY", "CANARY")
    with Reader() as reader:
        reader.read("a.docx", GOOD)
        assert reader._child is not None
        if sys.platform == "linux":
            with open(f"/proc/{reader._child.pid}/environ", "rb") as environment:
                assert b"CANARY" not in environment.read()


def test_the_child_ends_with_its_reader() -> None:
    with Reader() as reader:
        reader.read("a.docx", GOOD)
        child = reader._child
        assert child is not None
    assert child.poll() is not None


def test_importing_the_reader_loads_none_of_the_parsers() -> None:
    parsers = "{'lxml', 'pypdfium2', 'markdown_it', 'django'}"
    loaded = f"import sys, casement.rooms.sources.intake; print({parsers} & set(sys.modules))"
    answer = subprocess.run([sys.executable, "-c", loaded], capture_output=True, text=True, check=True)
    assert answer.stdout.strip() == "set()"
