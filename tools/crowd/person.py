"""A person at the desk: what they do, one thing after the other, and what they remember of it."""

import random
import threading
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any

from tools.crowd.told import KEPT, REFUSED, Deed, Memory
from tools.crowd.wire import NEVER, Answer, Wire

Act = Callable[["Somebody"], object]
FACTORS = ("item:wrk.03", "item:wrk.01", "item:wrk.02")


@dataclass
class Talk:
    """What people tell each other: the open codes there are, and the numbers of memos with their writers."""

    codes: list[str]
    memos: list[tuple[int, int]] = field(default_factory=list)


class Somebody:
    """One person of the crowd. `memory` is what they were told."""

    def __init__(self, wire: Wire, memory: Memory, text: str, chance: random.Random, talk: Talk) -> None:
        self.wire, self.memory, self.text, self.chance, self.talk = wire, memory, text, chance, talk
        self.keys: list[tuple[dict[str, Any], int]] = []
        self.source_memos: list[tuple[dict[str, Any], int]] = []
        self.acts: list[tuple[int, int]] = []
        self.used: set[tuple[int, str]] = set()
        self.tag, self.count, self.version = "", 0, 0

    @property
    def here(self) -> str:
        """The address of the source they sit over."""
        return f"sources/{self.memory.source}/"

    def sit_down(self) -> None:
        """Open the source: the page says which marks there are."""
        desk = self.look("open the text", self.here).desk()
        self.version, self.memory.since, self.memory.wall = desk["text_id"], desk["since"], desk["wall"]
        self.memory.seen = {mark["number"]: mark for mark in desk["marks"]}

    def work(self, acts: Mapping[Act, int], over: threading.Event, think: tuple[float, float]) -> None:
        """Think and act in turn until it is over; each act as often as its number says."""
        while not over.wait(self.chance.uniform(*think)):
            self.attempt(self.chance.choices(list(acts), list(acts.values()))[0])

    def attempt(self, act: Act) -> None:
        """One act; whatever goes wrong on the way to an answer is a fault."""
        try:
            act(self)
        except Exception as wrong:
            self.memory.faults.append(f"{act.__name__}: {type(wrong).__name__} {wrong}")
            self.wire.line.close()

    # What is asked, and what every answer is looked at for.

    def look(self, kind: str, path: str, tag: str = "") -> Answer:
        """Read a page, which must come."""
        answer = self.weighed(kind, self.wire.get(path, tag))
        if answer.status not in (200, 304):
            raise RuntimeError(f"{path} answered {answer.status}")
        return answer

    def do(
        self, kind: str, action: str, path: str, fields: dict[str, Any], *, mark: int | None = None,
        script: bool = True, **wants: Any,
    ) -> Answer | None:  # fmt: skip
        """Ask for a change and remember what was told; nothing when it was refused."""
        answer = self.weighed(kind, self.wire.post(path, fields, script=script))
        if not answer.done and answer.status not in (409, 422):
            raise RuntimeError(f"{path} answered {answer.status}")
        wants["status"] = answer.status
        outcome = KEPT if answer.done else REFUSED
        if outcome == REFUSED and not sentence_in(answer):
            self.memory.faults.append(f"{kind}: refused without a sentence")
        self.memory.deeds.append(Deed(kind, answer.began, answer.ended, outcome, action, mark, wants))
        return answer if answer.done else None

    def weighed(self, kind: str, answer: Answer) -> Answer:
        """An answer, its time noted; words that nobody may be shown are a fault."""
        self.memory.walls.append((kind, answer.ended - answer.began))
        if shown := [words for words in NEVER if words in answer.content]:
            self.memory.faults.append(f"{kind}: the answer shows “{shown[0]}”")
        return answer

    def once(self) -> str:
        """Words that nobody wrote before."""
        self.count += 1
        return f"Thought {self.count} of {self.memory.name}"

    def some_mark(self, mine: float = 0.6) -> dict[str, Any] | None:
        """A mark on the page, more often one's own."""
        there = [mark for mark in self.memory.seen.values() if not mark.get("removed")]
        own = [mark for mark in there if mark["by"] == "You"]
        choose = own if own and self.chance.random() < mine else there
        return self.chance.choice(choose) if choose else None

    def some_code(self) -> str:
        """A factor or an open code."""
        return self.chance.choice(FACTORS) if self.chance.random() < 0.3 else self.chance.choice(self.talk.codes)


def sentence_in(answer: Answer) -> bool:
    """Whether a refusal says why."""
    if answer.content.startswith("{"):
        told = answer.told
        return bool(told.get("refusal") or told.get("errors"))
    return "error" in answer.content or "c-notice" in answer.content
