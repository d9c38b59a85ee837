"""Prints a date in words ("3 February 2026"), and says plainly how sure it is."""

import datetime
from typing import Any

from django.utils import timezone
from django.utils.html import format_html
from django.utils.safestring import SafeString

from casement.foundation.dates import UncertainDate, describe


def date_words(value: Any, recorded: bool = False) -> SafeString | str:
    """The words for a date, a moment, an uncertain date or words already made; "Not dated" for none.

    Where `recorded` is asked for and differs from the words, it follows in the serif.
    """
    if value is None or value == "":
        return format_html('<span class="c-quiet">{}</span>', "Not dated")
    if isinstance(value, datetime.datetime):
        return f"{_day(_local(value))}, {_clock(_local(value))}"
    if isinstance(value, datetime.date):
        return _day(value)
    if not isinstance(value, UncertainDate):
        return str(value)
    words = describe(value)
    if not recorded or value.recorded.strip() == words:
        return words
    return format_html('{} <span class="c-date__as">“{}”</span>', words, value.recorded)


def _local(moment: datetime.datetime) -> datetime.datetime:
    return timezone.localtime(moment) if timezone.is_aware(moment) else moment


def _day(value: datetime.date) -> str:
    return f"{value.day} {value:%B %Y}"


def _clock(value: datetime.datetime) -> str:
    hour = value.hour % 12 or 12
    minutes = f":{value.minute:02}" if value.minute else ""
    return f"{hour}{minutes}{'am' if value.hour < 12 else 'pm'}"
