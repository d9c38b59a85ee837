"""What the example's files say of time, and of the quality markers."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Spent:
    """Some time of somebody, `ago` days ago; what it was for is what is usual at the step unless said."""

    who: str
    ago: int
    length: str
    step: str
    kind: str
    activity: str = ""
    how: str = "estimated"


@dataclass(frozen=True)
class ExpectedTime:
    """How much time a step was expected to take."""

    step: str
    length: str


@dataclass(frozen=True)
class HourlyRate:
    """What an hour costs, for everybody or for one kind of work."""

    pounds: str
    kind: str = ""


@dataclass(frozen=True)
class TimeSpent:
    """Everything of time.yaml."""

    expected: tuple[ExpectedTime, ...]
    rates: tuple[HourlyRate, ...]
    entries: tuple[Spent, ...]


@dataclass(frozen=True)
class MarkerSaid:
    """What somebody answered to a quality marker, and what of the record it rests on."""

    who: str
    marker: str
    concern: str
    text: str
    next_step: str = ""
    rests: tuple[str, ...] = ()
