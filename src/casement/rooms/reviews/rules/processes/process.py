"""The process of a review as data: read from the files beside this one."""

from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

import yaml

HERE = Path(__file__).parent


@dataclass(frozen=True)
class Phase:
    """A part of the way, as people outside would name it. `sentence` says what is going on in it."""

    key: str
    name: str
    sentence: str


@dataclass(frozen=True)
class Gate:
    """Something that must be recorded before going on. `asks` is the question whose answer records it.

    `blocks` is "step", or "conversation" for what stops the booking of one conversation, not the review. `page` is
    where in the review it is answered, if not by a sentence.
    """

    key: str
    missing: str
    asks: str
    blocks: str = "step"
    page: str = ""


@dataclass(frozen=True)
class Step:
    """One step or meeting; `gates` must be met to go beyond it."""

    key: str
    phase: str
    label: str
    who: str
    purpose: str
    products: str
    gates: tuple[Gate, ...] = ()


@dataclass(frozen=True)
class Variant:
    """A form of the process, with what it means for people and for what the findings can claim."""

    key: str
    name: str
    conversations: str = ""
    team_meetings: str = ""
    joint_meetings: str = ""
    elapsed: str = ""
    note: str = ""
    without: tuple[str, ...] = ()

    @property
    def consequences(self) -> str:
        """What choosing this form means, in a line or two; what is not published is left out."""
        told = [
            ("Conversations", self.conversations),
            ("Team meetings", self.team_meetings),
            ("Joint meetings", self.joint_meetings),
            ("Time", self.elapsed),
        ]
        parts = [f"{name}: {text[0].lower() + text[1:]}." for name, text in told if text]
        return " ".join([self.note, *parts])


# Nobody leaves these out: why there is a review, data protection and the people, a report that is signed off.
ALWAYS = frozenset({"S01", "S02", "S13"})


@dataclass(frozen=True)
class Process:
    """The steps of one variant, in order; `left_out` are those that one review does without."""

    variant: Variant
    phases: tuple[Phase, ...]
    steps: tuple[Step, ...]
    left_out: tuple[str, ...] = ()

    def step(self, key: str) -> Step:
        """The step with this key; KeyError when the process has none."""
        for step in self.steps:
            if step.key == key:
                return step
        raise KeyError(key)

    def phase_of(self, key: str) -> Phase:
        """The phase that a step belongs to."""
        wanted = self.step(key).phase
        return next(phase for phase in self.phases if phase.key == wanted)

    def has(self, key: str) -> bool:
        """Whether this review takes the step at all."""
        return key not in self.variant.without and key not in self.left_out

    def may_leave_out(self) -> tuple[Step, ...]:
        """The steps that a review of this variant can do without."""
        return tuple(one for one in self.steps if one.key not in ALWAYS and one.key not in self.variant.without)

    def gates(self) -> tuple[Gate, ...]:
        """Every gate that can stop a move, in the order of the steps that are taken."""
        taken = (step for step in self.steps if self.has(step.key))
        return tuple(gate for step in taken for gate in step.gates if gate.blocks == "step")


@cache
def variants() -> tuple[Variant, ...]:
    """Every form of the process that ships."""
    rows: list[dict[str, Any]] = _read("variants.yaml")
    return tuple(Variant(**{**row, "without": tuple(row.get("without", ()))}) for row in rows)


@cache
def process(variant: str = "full", left_out: tuple[str, ...] = ()) -> Process:
    """The process in one of its forms without some steps; KeyError when there is no such form."""
    told = {each.key: each for each in variants()}[variant]
    raw = _read("steps.yaml")
    gates = {row["key"]: Gate(**row) for row in raw["gates"]}
    steps = tuple(
        Step(**{**row, "gates": tuple(gates[key] for key in row.get("gates", ()))}) for row in raw["steps"]
    )
    return Process(told, tuple(Phase(**row) for row in raw["phases"]), steps, left_out)


def _read(name: str) -> Any:
    return yaml.safe_load((HERE / name).read_text(encoding="utf-8"))
