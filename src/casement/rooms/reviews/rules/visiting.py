"""From when on something is new to somebody who comes back: since the visit before this one."""

from datetime import datetime, timedelta

LASTS = timedelta(hours=1)


def begins(at: datetime | None, moment: datetime) -> bool:
    """Whether a visit begins now: the first, or one more than an hour after the last began."""
    return at is None or moment - at > LASTS


def new_since(at: datetime | None, before: datetime | None, moment: datetime) -> datetime | None:
    """From when on something is new; None on a first visit. Looking again within a visit changes nothing."""
    return at if begins(at, moment) else before
