"""What the example's files say of proceedings, holds and disclosures, and of how the family takes part."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Proceeding:
    """Something beside the review; `look` is in how many days somebody looks at it afresh."""

    kind: str
    stage: str
    reference: str
    contact: str
    dates: str
    protocol: str
    look: int


@dataclass(frozen=True)
class Flag:
    """What is known of whether somebody may be a witness."""

    who: str
    state: str
    conditions: str = ""


@dataclass(frozen=True)
class Hold:
    """What is or was held; `lifted` is why it could be, and then the second lead lifts it."""

    scope: str
    reason: str
    words: str
    look: int
    proceeding: int | None = None
    lifted: str = ""


@dataclass(frozen=True)
class Disclosure:
    """What went to somebody outside, `ago` days ago."""

    direction: str
    what: str
    party: str
    basis: str
    basis_words: str
    redactions: str
    decided_by: str
    told: str
    ago: int
    source: str = ""


@dataclass(frozen=True)
class Keeping:
    """How many days from now one kind of material is kept."""

    material: str
    days: int
    reason: str


@dataclass(frozen=True)
class Outside:
    """Everything of outside.yaml."""

    proceedings: tuple[Proceeding, ...]
    flags: tuple[Flag, ...]
    holds: tuple[Hold, ...]
    disclosures: tuple[Disclosure, ...]
    keeping: tuple[Keeping, ...]


@dataclass(frozen=True)
class Wishes:
    """How somebody of the family wishes to be in touch."""

    contact: str
    pace: str
    form: str
    supporter: str = ""
    interpreter: str = ""


@dataclass(frozen=True)
class Contact:
    """One time they were in touch, `ago` days ago."""

    ago: int
    how: str
    text: str


@dataclass(frozen=True)
class Answer:
    """An answer to one of the nine questions."""

    question: str
    text: str


@dataclass(frozen=True)
class Involved:
    """The record of one person of the family."""

    who: str
    wishes: Wishes
    answers: tuple[Answer, ...]
    contacts: tuple[Contact, ...]
