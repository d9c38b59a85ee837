"""When material may go: on the day that was set, unless deletion is held. Plain Python."""

from datetime import date


def may_go(until: date | None, today: date, *, held: bool) -> bool:
    """Whether material whose keeping was set to end on `until` may be erased today; a hold overrides the day."""
    return until is not None and until < today and not held
