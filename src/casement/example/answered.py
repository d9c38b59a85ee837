"""What the board of the example answers. A question is named by its finding and its place there."""

from dataclasses import dataclass


@dataclass(frozen=True)
class PresentedNote:
    """One entry of the presentation; without a finding it is of all of them."""

    kind: str
    text: str
    finding: str = ""
    role: str = ""


@dataclass(frozen=True)
class Presented:
    """The presentation to the board, so many days ago."""

    ago: int
    present: str
    notes: tuple[PresentedNote, ...]


@dataclass(frozen=True)
class Said:
    """One answer to one question."""

    who: str
    finding: str
    question: int
    decision: str
    reasons: str
    position: str = ""
    public_text: str = ""
    priority: str = ""
    fits: str = ""


@dataclass(frozen=True)
class Overall:
    """What the board makes of a finding as a whole."""

    who: str
    finding: str
    text: str
    public_text: str = ""


@dataclass(frozen=True)
class Elsewhere:
    """Where a question was raised, so many days ago, and what came back."""

    finding: str
    question: int
    to: str
    ago: int
    asks: str
    reply: str = ""


@dataclass(frozen=True)
class Reported:
    """What was done about an action."""

    doing: str
    text: str
    by: str


@dataclass(frozen=True)
class Noticed:
    """What became different, so many days ago."""

    difference: str
    evidence: str
    said_by: str
    ago: int
    by: str


@dataclass(frozen=True)
class Acted:
    """One action; `due` and `look` count days from the day of loading."""

    finding: str
    question: int
    agency: str
    what: str
    due: int | None = None
    due_words: str = ""
    measure: str = ""
    baseline: str = ""
    source: str = ""
    look: int | None = None
    progress: tuple[Reported, ...] = ()
    impact: tuple[Noticed, ...] = ()


@dataclass(frozen=True)
class Checked:
    """One thing of the publication check."""

    item: str
    answer: str
    note: str = ""


@dataclass(frozen=True)
class Responded:
    """Everything of response.yaml. `early` is why the board read the report before the case group was done."""

    early: str
    presented: Presented
    answers: tuple[Said, ...]
    overall: tuple[Overall, ...]
    elsewhere: tuple[Elsewhere, ...]
    actions: tuple[Acted, ...]
    checked: tuple[Checked, ...]
