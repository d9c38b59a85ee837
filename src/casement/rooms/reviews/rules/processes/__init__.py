"""A process: its steps, phases, variants and gates, and what stands in the way of a move between steps."""

from casement.rooms.reviews.rules.processes.gates import HEARD, Facts, may_move
from casement.rooms.reviews.rules.processes.process import (
    Gate,
    Phase,
    Process,
    Step,
    Variant,
    process,
    variants,
)

__all__ = ["HEARD", "Facts", "Gate", "Phase", "Process", "Step", "Variant", "may_move", "process", "variants"]
