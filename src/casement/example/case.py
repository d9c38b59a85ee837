"""Reads the worked example from its folder into typed values, and checks that it hangs together."""

import csv
from dataclasses import replace
from pathlib import Path

from casement.example.answered import Responded
from casement.example.beside import Involved, Outside
from casement.example.checking import check
from casement.example.given import Given
from casement.example.meetings import Met
from casement.example.pieces import (
    Born,
    Chronology,
    Conversation,
    Identity,
    Letter,
    Person,
    Record,
    Request,
    Review,
    SameEvent,
    SentAgain,
    Sheet,
    Telling,
)
from casement.example.reading import CaseError, build, build_all, load_front, load_yaml
from casement.example.spent import MarkerSaid, TimeSpent
from casement.example.talks import Talks
from casement.example.tested import Tested
from casement.example.thinking import (
    Answer,
    Episode,
    Expected,
    Finding,
    Mark,
    Narrated,
    OpenCode,
    Pattern,
    Rejected,
    Round,
    Weighed,
)
from casement.example.whole import Case

__all__ = [
    "CASE",
    "SECTIONS",
    "Case",
    "CaseError",
    "load_case",
    "load_chronologies",
    "load_conversation",
    "load_record",
]

SECTIONS = (
    "introduction", "summary", "methodology", "limitations", "setting", "window", "synopsis", "conclusion",
    "additional_learning", "glossary",
)  # fmt: skip
CASE = Path(__file__).with_name("case")


def load_case(path: Path = CASE) -> Case:
    """The example in a folder.

    Raises CaseError, beginning with the name of the file, for anything that cannot be read, a key that is
    unknown or missing, a name that points at nothing, or a quotation that is not there exactly once.
    """
    marks = load_yaml(path / "analysis" / "marks.yaml")
    told = load_yaml(path / "chronologies" / "told.yaml")
    case = Case(
        review=build(Review, load_yaml(path / "review.yaml"), "review.yaml"),
        people=build_all(Person, load_yaml(path / "people.yaml")["people"], "people.yaml"),
        identities=build_all(Identity, load_yaml(path / "identity.yaml")["identities"], "identity.yaml"),
        records=tuple(load_record(each) for each in _each(path / "records", "*.md")),
        conversations=tuple(load_conversation(each) for each in _each(path / "conversations", "*.md")),
        chronologies=load_chronologies(path / "chronologies"),
        open_codes=build_all(OpenCode, marks["open_codes"], "marks.yaml"),
        marks=build_all(Mark, marks["marks"], "marks.yaml"),
        rounds=build_all(Round, load_yaml(path / "analysis" / "round.yaml")["round"], "round.yaml"),
        narrative=build_all(
            Narrated, load_yaml(path / "analysis/perspectives.yaml")["periods"], "perspectives.yaml"
        ),
        episodes=tuple(
            build(Episode, load_yaml(each), each.name) for each in _each(path / "analysis/episodes", "*.yaml")
        ),
        rejected=build_all(Rejected, load_yaml(path / "analysis/rejected.yaml")["rejected"], "rejected.yaml"),
        patterns=build_all(Pattern, load_yaml(path / "analysis/patterns.yaml")["patterns"], "patterns.yaml"),
        findings=tuple(
            build(Finding, load_yaml(each), each.name) for each in _each(path / "analysis/findings", "*.yaml")
        ),
        answers=build_all(Answer, load_yaml(path / "analysis/answers.yaml")["answers"], "answers.yaml"),
        weighed=build_all(Weighed, load_yaml(path / "analysis/weighed.yaml")["weighed"], "weighed.yaml"),
        expected=build_all(Expected, load_yaml(path / "analysis/weighed.yaml")["expected"], "weighed.yaml"),
        tested=build(Tested, load_yaml(path / "analysis/tested.yaml"), "tested.yaml"),
        requests=build_all(Request, load_yaml(path / "requests.yaml")["requests"], "requests.yaml"),
        letters=build_all(Letter, load_yaml(path / "letters.yaml")["letters"], "letters.yaml"),
        met=build(Met, load_yaml(path / "meetings.yaml"), "meetings.yaml"),
        talks=build(Talks, load_yaml(path / "talks.yaml"), "talks.yaml"),
        outside=build(Outside, load_yaml(path / "outside.yaml"), "outside.yaml"),
        responded=build(Responded, load_yaml(path / "response.yaml"), "response.yaml"),
        spent=build(TimeSpent, load_yaml(path / "time.yaml"), "time.yaml"),
        markers=build_all(MarkerSaid, load_yaml(path / "markers.yaml")["answers"], "markers.yaml"),
        involved=build_all(Involved, load_yaml(path / "family.yaml")["family"], "family.yaml"),
        tellings=build_all(Telling, told["tellings"], "told.yaml"),
        same=build_all(SameEvent, told["same"], "told.yaml"),
        born=build_all(Born, told["born"], "told.yaml"),
        again=build_all(SentAgain, told["again"], "told.yaml"),
        sections={key: _section(path / "report" / f"{key}.md") for key in SECTIONS},
        given=build(Given, load_yaml(path / "follow_on.yaml"), "follow_on.yaml"),
    )
    check(case)
    return case


def load_record(path: Path) -> Record:
    """One record with its front matter. Raises CaseError when the slug is not the file's name."""
    front, body = load_front(path)
    record = build(Record, {**front, "body": body}, path.name)
    if record.slug != path.stem:
        raise CaseError(path.name, f"has the slug {record.slug}, which is not its name")
    return record


def load_conversation(path: Path) -> Conversation:
    """One conversation with its front matter. Raises CaseError when the slug is not the file's name."""
    front, body = load_front(path)
    conversation = build(Conversation, {**front, "body": body}, path.name)
    if conversation.slug != path.stem:
        raise CaseError(path.name, f"has the slug {conversation.slug}, which is not its name")
    return conversation


def load_chronologies(folder: Path) -> tuple[Chronology, ...]:
    """The chronologies with their rows, unchecked."""
    layouts = load_yaml(folder / "layouts.yaml")["layouts"]
    return tuple(_with_rows(each, folder) for each in build_all(Chronology, layouts, "layouts.yaml"))


def _each(folder: Path, pattern: str) -> list[Path]:
    found = sorted(folder.glob(pattern))
    if not found:
        raise CaseError(folder.name, "holds no files")
    return found


def _section(path: Path) -> str:
    try:
        return path.read_text(encoding="utf-8").strip()
    except OSError as problem:
        raise CaseError(path.name, "is missing from the report") from problem


def _with_rows(chronology: Chronology, folder: Path) -> Chronology:
    return replace(chronology, sheets=tuple(_filled(sheet, folder) for sheet in chronology.sheets))


def _filled(sheet: Sheet, folder: Path) -> Sheet:
    try:
        with (folder / sheet.rows).open(encoding="utf-8", newline="") as handle:
            rows = [tuple(row) for row in csv.reader(handle)]
    except OSError as problem:
        raise CaseError("layouts.yaml", f"names {sheet.rows}, which is not there") from problem
    return replace(sheet, headings=rows[0], cells=tuple(rows[1:]))
