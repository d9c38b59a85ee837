"""What the worked example is made of, as plain values."""

from collections.abc import Mapping
from dataclasses import dataclass

from casement.example.marked import plain_text


@dataclass(frozen=True)
class Cite:
    """Words of a record or conversation, or one entry of an agency's chronology."""

    source: str = ""
    quote: str = ""
    entry: str = ""
    text: str = ""


Cites = tuple[Cite, ...]


@dataclass(frozen=True)
class Period:
    recorded: str


@dataclass(frozen=True)
class WindowQuestion:
    text: str
    reason: str


@dataclass(frozen=True)
class Agency:
    key: str
    name: str
    kind: str


@dataclass(frozen=True)
class Participation:
    """Somebody's part in the review. `role` is a role key; `agency` is empty for family and the board."""

    key: str
    role: str
    role_label: str
    agency: str = ""
    independence: str = ""
    conflict_statement: str = ""


@dataclass(frozen=True)
class Review:
    code_name: str
    kind: str
    variant: str
    period: Period
    dpia_reference: str
    window_questions: tuple[WindowQuestion, ...]
    agencies: tuple[Agency, ...]
    participations: tuple[Participation, ...]


@dataclass(frozen=True)
class Person:
    """Somebody who may sign in to the demonstration."""

    key: str
    email: str
    participation: str


@dataclass(frozen=True)
class Identity:
    """The names by which a person or place occurs in raw records, and the label used instead."""

    label: str
    kind: str
    names: tuple[str, ...]


@dataclass(frozen=True)
class Mail:
    from_: str
    to: str
    date: str
    subject: str


@dataclass(frozen=True)
class Record:
    slug: str
    title: str
    agency: str
    date: str
    format: str
    access: str
    use: str
    body: str
    scanned: bool = False
    mails: tuple[Mail, ...] = ()

    @property
    def text(self) -> str:
        """The words alone."""
        return plain_text(self.body)


@dataclass(frozen=True)
class Conversation:
    slug: str
    participation: str
    agency: str
    date: str
    pair: tuple[str, ...]
    medium: str
    manager: bool
    family: bool
    body: str

    @property
    def text(self) -> str:
        """The words alone."""
        return plain_text(self.body)


@dataclass(frozen=True)
class FixRow:
    """A row whose date cannot be read, and what the agency said that it should be."""

    row_text: str
    date: str
    reason: str


@dataclass(frozen=True)
class LeftOut:
    row_text: str
    reason: str


@dataclass(frozen=True)
class Sheet:
    """One table of a chronology. `header_row` counts the rows of the made file from 1."""

    sheet: str
    rows: str
    title_rows: tuple[str, ...]
    header_row: int
    mapping: Mapping[str, str]
    fix_rows: tuple[FixRow, ...]
    left_out: tuple[LeftOut, ...]
    merged_title: bool = False
    real_dates: bool = False
    headings: tuple[str, ...] = ()
    cells: tuple[tuple[str, ...], ...] = ()


@dataclass(frozen=True)
class Chronology:
    file: str
    agency: str
    make: str
    sheets: tuple[Sheet, ...]
    encoding: str = ""
    delimiter: str = ","


@dataclass(frozen=True)
class Letter:
    """One letter to a place or an agency, by its key; without a route it is a draft. `posted` counts days back."""

    letter: str
    to: str
    answers: Mapping[str, str]
    route: str = ""
    posted: int = 0


@dataclass(frozen=True)
class Happened:
    """Something that happened to a request `ago` days before today; `until` counts back to a promised day."""

    kind: str
    ago: int
    note: str = ""
    until: int | None = None
    why: str = ""
    route: str = ""
    whole: bool = False
    sources: tuple[str, ...] = ()
    by: str = ""


@dataclass(frozen=True)
class Request:
    """What an agency was asked for `asked` days ago; an answer was wanted by `wanted`, counted the same way."""

    agency: str
    asked_of: str
    kinds: str
    about: str
    period: str
    reason: str
    power: str
    asked: int
    wanted: int
    events: tuple[Happened, ...]


@dataclass(frozen=True)
class At:
    """An entry of a chronology: its agency and how it begins."""

    agency: str
    text: str


@dataclass(frozen=True)
class Telling:
    """Who was told of an entry, by whom, when and by what means."""

    entry: At
    told: str
    date: str
    told_by: str = ""
    time: str = ""
    means: str = ""
    shown_by: str = ""


@dataclass(frozen=True)
class Born:
    """When one of the people of the case was born, as roughly as the review says it."""

    label: str
    date: str


@dataclass(frozen=True)
class SentAgain:
    """A file that an agency sent again: the words it put right, and what the team said on taking them."""

    file: str
    name: str
    was: str
    says: str
    reason: str


@dataclass(frozen=True)
class SameEvent:
    """What the team says of two entries."""

    first: At
    second: At
    answer: str
    reason: str
