"""The two minutes, the reckoning, and what is printed."""

import statistics
import threading
import time
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from tools.crowd import judging, pages, writing
from tools.crowd.does import DOES
from tools.crowd.person import Somebody
from tools.crowd.told import KEPT, REFUSED, UNKNOWN

SHOWN = 20  # faults printed in full


@dataclass(frozen=True)
class Told:
    """Who was there, for how long, and whatever is wrong."""

    crowd: Sequence[Somebody]
    seconds: float
    wrong: Sequence[str]


def reckoned(
    ref: str, review_id: int, crowd: Sequence[Somebody], seconds: float, think: tuple[float, float]
) -> list[str]:
    """Let everybody work for some seconds, then say whatever is not as people were told."""
    for one in crowd:
        one.attempt(Somebody.sit_down)
    over = threading.Event()
    threads = [threading.Thread(target=one.work, args=(DOES, over, think), daemon=True) for one in crowd]
    for thread in threads:
        thread.start()
    time.sleep(seconds)
    over.set()
    for thread in threads:
        thread.join(120)
    wrong = [f"error: {one.memory.name}: {fault}" for one in crowd for fault in one.memory.faults]
    if any(thread.is_alive() for thread in threads):
        return [*wrong, "error: somebody is still waiting for an answer"]
    time.sleep(1)  # what was sent over cut connections may still be at work
    memories = [one.memory for one in crowd]
    wrong += pages.faults(ref, crowd)
    return wrong + judging.faults(review_id, memories) + writing.faults(review_id, memories)


def report(told: Told) -> None:
    """Print what was done, what was wrong, and how long people waited."""
    deeds = [deed for one in told.crowd for deed in one.memory.deeds]
    walls = [wall for one in told.crowd for wall in one.memory.walls]
    print(f"people {len(told.crowd)}, seconds {told.seconds:g}, answers {len(walls)}")
    print(f"{'':26}{'asked':>8}{'kept':>8}{'refused':>9}{'unheard':>9}{'median ms':>11}{'95% ms':>9}")
    for kind in sorted({deed.kind for deed in deeds} | {kind for kind, _ in walls}):
        count = Counter(deed.outcome for deed in deeds if deed.kind == kind)
        took = sorted(seconds for each, seconds in walls if each == kind)
        asked = sum(count.values()) or len(took)
        print(f"{kind:26}{asked:8}{count[KEPT]:8}{count[REFUSED]:9}{count[UNKNOWN]:9}{times(took)}")
    print(f"{'all':26}{'':34}{times(sorted(seconds for _, seconds in walls))}")
    outcomes = Counter(deed.outcome for deed in deeds)
    print(f"acknowledged {outcomes[KEPT]}, refused with a sentence {outcomes[REFUSED]}, "
          f"sent and not heard {outcomes[UNKNOWN]}")  # fmt: skip
    kinds = Counter(next((word for word in ("lost", "doubled", "error") if fault.startswith(word)), "other faults")
                    for fault in told.wrong)  # fmt: skip
    print(", ".join(f"{name} {kinds[name]}" for name in ("lost", "doubled", "error", "other faults")))
    for fault in told.wrong[:SHOWN]:
        print(f"  {fault}")


def times(took: Sequence[float]) -> str:
    """The median and the 95th percentile in ms."""
    if not took:
        return ""
    return f"{statistics.median(took) * 1000:11.1f}{took[min(len(took) - 1, int(len(took) * 0.95))] * 1000:9.1f}"
