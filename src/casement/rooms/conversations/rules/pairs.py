"""What is worth a thought about a pair. A warning never blocks; a reason may stand beside it."""

from collections.abc import Iterable
from dataclasses import dataclass

ALONE = "There is one person in the pair. Two hear more than one, and can talk it over afterwards."
SAME_AGENCY = (
    "Everybody in the pair is from the participant’s own agency. Somebody from elsewhere hears other things."
)
SAME_LINE = "Everybody in the pair stands in the participant’s line of management. It is harder to speak freely."
LEFT = "Somebody in the pair has no place in the review any more. Choose another."


@dataclass(frozen=True)
class Holder:
    """One of the pair, as far as the warnings go."""

    agency: int | None
    in_line: bool = False
    here: bool = True


def warnings(agency: int | None, pair: Iterable[Holder]) -> tuple[str, ...]:
    """What to say about this pair for a participant of this agency, in sentences."""
    told, holders = [], tuple(pair)
    if len(holders) < 2:
        told.append(ALONE)
    if holders and agency is not None and all(each.agency == agency for each in holders):
        told.append(SAME_AGENCY)
    if holders and all(each.in_line for each in holders):
        told.append(SAME_LINE)
    if any(not each.here for each in holders):
        told.append(LEFT)
    return tuple(told)
