"""What stands in the way of a move. Any step may be visited in any order; only gates stop one, in words."""

from dataclasses import dataclass

from casement.rooms.reviews.rules.processes.process import Gate, Process

HEARD = "case_group_heard"  # nothing reaches the board before it is met


@dataclass(frozen=True)
class Facts:
    """What is known of a review when it moves: the keys of the gates that are met, and whether it is closed."""

    met: frozenset[str]
    closed: bool = False


def open_gates(process: Process, step: str, facts: Facts) -> tuple[Gate, ...]:
    """The gates that are not met on the way to `step`: those of every step before it."""
    keys = [each.key for each in process.steps]
    before = process.steps[: keys.index(step)]
    return tuple(
        gate
        for each in before
        if process.has(each.key)
        for gate in each.gates
        if gate.blocks == "step" and gate.key not in facts.met
    )


def may_move(process: Process, step: str, facts: Facts) -> list[str]:
    """Why a review may not move to `step`, a sentence each; an empty list when it may.

    Going back is always possible, since no gate lies before an earlier step that was not met already.
    """
    if facts.closed:
        return ["This review is closed. Open it again first."]
    if step not in {each.key for each in process.steps}:
        return ["There is no such step. Choose one from the list."]
    if not process.has(step):
        told = process.step(step).label.lower()
        return [f"This form of the review has no {told}. Choose another step."]
    return [gate.missing for gate in open_gates(process, step, facts)]
