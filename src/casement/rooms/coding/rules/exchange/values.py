"""A project as a REFI-QDA file tells it. Everything is text, numbers and tuples, so that it can cross a wire.

Guids are in small letters without braces. Empty words mean that the file says nothing.
"""

from dataclasses import dataclass, field


@dataclass(frozen=True)
class User:
    """Somebody who coded in the other program."""

    guid: str
    name: str


@dataclass(frozen=True)
class Code:
    """A code, or with `codable` off a heading for codes. `parent` is the guid of the code it stands under.

    `exclusion`, `example` and `retired` are told by tables only; REFI-QDA has no place for them.
    """

    guid: str
    name: str
    parent: str = ""
    codable: bool = True
    colour: str = ""
    description: str = ""
    notes: tuple[str, ...] = ()
    exclusion: str = ""
    example: str = ""
    retired: bool = False


@dataclass(frozen=True)
class Left:
    """A row of a table that came to nothing, and why."""

    row: int
    name: str
    why: str


@dataclass(frozen=True, slots=True)
class Coding:
    """One code given by one person."""

    guid: str
    code: str
    user: str = ""
    at: str = ""
    notes: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Selection:
    """A passage from `start` to `end`, counted as the program that wrote the file counts.

    `where` says in words where it stands when that is no place in a text, as in a picture or a recording.
    """

    guid: str
    start: int = 0
    end: int = 0
    name: str = ""
    description: str = ""
    user: str = ""
    at: str = ""
    codings: tuple[Coding, ...] = ()
    notes: tuple[str, ...] = ()
    where: str = ""


@dataclass(frozen=True)
class Value:
    """What a variable says of a case or a source."""

    variable: str
    text: str


@dataclass(frozen=True)
class Source:
    """One source. `kind` is text, pdf, picture, audio, video or transcript.

    `text` holds its characters with the line ends of the file; `marked` says that a byte order mark stood
    before them. `file` is the name of the file inside the project. `trouble` says why there is no text.
    `elsewhere` are passages that stand in no text: regions of a page or picture, stretches of a recording.
    `remarks` are sentences about how it was read.
    """

    guid: str
    name: str
    kind: str = "text"
    text: str = ""
    marked: bool = False
    file: str = ""
    trouble: str = ""
    description: str = ""
    user: str = ""
    at: str = ""
    selections: tuple[Selection, ...] = ()
    elsewhere: tuple[Selection, ...] = ()
    codings: tuple[Coding, ...] = ()
    notes: tuple[str, ...] = ()
    values: tuple[Value, ...] = ()
    remarks: tuple[str, ...] = ()


@dataclass(frozen=True)
class Note:
    """A memo of the other program."""

    guid: str
    name: str = ""
    text: str = ""
    user: str = ""
    at: str = ""
    trouble: str = ""


@dataclass(frozen=True)
class Variable:
    """An attribute that cases or sources may have."""

    guid: str
    name: str
    kind: str = "Text"


@dataclass(frozen=True)
class Case:
    """A case: often a person. MAXQDA and Quirkos write one without a name to hold the attributes of a source."""

    guid: str
    name: str = ""
    description: str = ""
    codes: tuple[str, ...] = ()
    values: tuple[Value, ...] = ()
    sources: tuple[str, ...] = ()
    selections: tuple[str, ...] = ()


@dataclass(frozen=True)
class Set:
    """A named group of codes, sources or notes."""

    guid: str
    name: str
    description: str = ""
    codes: tuple[str, ...] = ()
    sources: tuple[str, ...] = ()
    notes: tuple[str, ...] = ()


@dataclass(frozen=True)
class Link:
    """A line between two things."""

    guid: str
    origin: str
    target: str
    name: str = ""
    direction: str = ""


@dataclass(frozen=True)
class Project:
    """A whole file. `kind` is project or codebook; `schema` says where it departs from the published schema.

    `remarks` are sentences about how the file was read; `graphs` are the names of its drawings.
    A `table` knows its codes by name, and `left` are the rows that told none.
    """

    kind: str
    name: str = ""
    origin: str = ""
    description: str = ""
    schema: str = ""
    users: tuple[User, ...] = ()
    codes: tuple[Code, ...] = ()
    variables: tuple[Variable, ...] = ()
    cases: tuple[Case, ...] = ()
    sources: tuple[Source, ...] = ()
    notes: tuple[Note, ...] = ()
    note_refs: tuple[str, ...] = ()
    links: tuple[Link, ...] = ()
    sets: tuple[Set, ...] = ()
    graphs: tuple[str, ...] = ()
    remarks: tuple[str, ...] = field(default=())
    table: bool = False
    left: tuple[Left, ...] = ()
