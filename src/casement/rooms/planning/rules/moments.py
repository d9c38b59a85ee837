"""Moments from a day and a time of day, where the installation is; an hour that summer time leaves out is none."""

from datetime import date, datetime, time, timedelta
from zoneinfo import ZoneInfo


def moment(day: date, at: time, zone: ZoneInfo) -> datetime | None:
    """This time on this day there, or None when clocks jump over it. Of an hour that comes twice, the first."""
    told = datetime.combine(day, at, tzinfo=zone)
    back = told.astimezone(ZoneInfo("UTC")).astimezone(zone)
    return told if back.replace(tzinfo=None) == told.replace(tzinfo=None) else None


def lasting(starts: datetime, minutes: int) -> datetime:
    """So many minutes later, whatever the clocks do in between."""
    return (starts.astimezone(ZoneInfo("UTC")) + timedelta(minutes=minutes)).astimezone(starts.tzinfo)
