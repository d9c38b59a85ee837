"""The order of an agenda, moved by one place at a time."""

from collections.abc import Sequence


def moved(order: Sequence[int], one: int, by: int) -> list[int]:
    """The order with `one` moved by so many places, never past either end."""
    rest = [each for each in order if each != one]
    if one in order:
        rest.insert(max(0, min(len(rest), list(order).index(one) + by)), one)
    return rest
