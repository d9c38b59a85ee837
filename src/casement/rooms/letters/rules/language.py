"""Days and times in the language of a letter. Plain Python: no locale of the machine is asked."""

from __future__ import annotations

from datetime import date, time

MONTHS = {
    "en": ("January", "February", "March", "April", "May", "June", "July", "August", "September", "October",
           "November", "December"),
    "cy": ("Ionawr", "Chwefror", "Mawrth", "Ebrill", "Mai", "Mehefin", "Gorffennaf", "Awst", "Medi", "Hydref",
           "Tachwedd", "Rhagfyr"),
}  # fmt: skip
DAYS = {
    "en": ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"),
    "cy": ("Dydd Llun", "Dydd Mawrth", "Dydd Mercher", "Dydd Iau", "Dydd Gwener", "Dydd Sadwrn", "Dydd Sul"),
}
HALVES = {"en": ("am", "pm"), "cy": ("yb", "yp")}
REFERENCE = {"en": "Our reference", "cy": "Ein cyfeirnod"}
PAGE = {"en": ("Page", "of"), "cy": ("Tudalen", "o")}


def base(language: str) -> str:
    """The language without its country: "en" for "en-GB"; English where it is none of ours."""
    told = language.split("-")[0]
    return told if told in MONTHS else "en"


def day_in(day: date, language: str, *, weekday: bool = False) -> str:
    """A day in words: "3 February 2026", "Tuesday 3 February 2026", "Dydd Mawrth 3 Chwefror 2026"."""
    key = base(language)
    told = f"{day.day} {MONTHS[key][day.month - 1]} {day.year}"
    return f"{DAYS[key][day.weekday()]} {told}" if weekday else told


def time_in(moment: time, language: str) -> str:
    """A time of day as people write it: "2pm", "2.30pm", "10yb"; noon and midnight keep their half of the day."""
    half = HALVES[base(language)][moment.hour >= 12]
    hour = moment.hour % 12 or 12
    return f"{hour}.{moment.minute:02}{half}" if moment.minute else f"{hour}{half}"
