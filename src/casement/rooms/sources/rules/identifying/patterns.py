"""Numbers and addresses that identify somebody by their shape."""

from __future__ import annotations

import re
from collections.abc import Iterator

from phonenumbers import Leniency, PhoneNumberMatcher

from casement.rooms.sources.rules.identifying.found import Found

_NHS = re.compile(r"(?<!\+\d\d[ -])(?<![\d+-])\d{3}[ -]?\d{3}[ -]?\d{4}(?![\d-])")
_EMAIL = re.compile(r"[\w.+'-]+@[\w-]+(?:\.[\w-]+)+")
_POSTCODE = re.compile(r"\b(?:[A-PR-UWYZ][A-HK-Y]?\d[A-Z\d]?|GIR) ?\d[ABD-HJLNP-UW-Z]{2}\b")
_MONTH = r"(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*"
_DATE = rf"\d{{1,2}}(?:st|nd|rd|th)?[ ./-](?:\d{{1,2}}|{_MONTH})[ ./-]\d{{2,4}}|\d{{4}}-\d{{2}}-\d{{2}}"
_BIRTH = re.compile(
    r"\b(?:d\.?\s?o\.?\s?b\b\.?|date of birth|birthday|born)\W{0,4}(?:(?:on|is|was|the)\s+){0,2}"
    rf"(?P<date>{_DATE})\b",
    re.IGNORECASE,
)
_WAYS = (
    "Street|Road|Lane|Avenue|Close|Drive|Way|Court|Crescent|Place|Gardens|Terrace|Grove|Hill|Walk|Mews|Row|Square|"
    "Rise|Green|House|St|Rd|Ave"
)
_ADDRESS = re.compile(
    rf"\b(?:(?:Flat|Apartment|Room)\s+\d+\w?,?\s+)?\d{{1,4}}[A-Za-z]?,?\s+(?:[A-Z][\w’'-]*\s+){{1,3}}(?:{_WAYS})\b"
)


def nhs_numbers(text: str) -> Iterator[Found]:
    """Ten digits whose last one checks the others (NHS Data Dictionary, NHS NUMBER: modulus 11)."""
    for match in _NHS.finditer(text):
        if is_nhs_number(match.group()):
            yield Found(*match.span(), "nhs_number", "Ten digits that check as an NHS number.", "NHS number")


def is_nhs_number(digits: str) -> bool:
    """Whether the tenth digit is the check digit of the first nine; ten times the same digit is nobody's."""
    told = [int(char) for char in digits if char.isdigit()]
    if len(told) != 10 or len(set(told)) == 1:
        return False
    check = 11 - sum(digit * weight for digit, weight in zip(told, range(10, 1, -1), strict=False)) % 11
    return check != 10 and check % 11 == told[9]


def births(text: str) -> Iterator[Found]:
    """A date that is said to be somebody's birth."""
    for match in _BIRTH.finditer(text):
        yield Found(*match.span("date"), "birth", "A date beside words about a birth.", "date of birth")


def telephones(text: str) -> Iterator[Found]:
    """Numbers that could be dialled from the United Kingdom, by the lists of libphonenumber."""
    for match in PhoneNumberMatcher(text, "GB", leniency=Leniency.VALID, max_tries=100_000):
        yield Found(match.start, match.end, "telephone", "A valid telephone number.", "telephone number")


def emails(text: str) -> Iterator[Found]:
    """E-mail addresses."""
    for match in _EMAIL.finditer(text):
        yield Found(*match.span(), "email", "An e-mail address.", "e-mail address")


def addresses(text: str) -> Iterator[Found]:
    """Streets with a number, and postcodes."""
    for match in _ADDRESS.finditer(text):
        yield Found(*match.span(), "address", "A number and the name of a street.", "address")
    for match in _POSTCODE.finditer(text):
        yield Found(*match.span(), "postcode", "A postcode.", "postcode")
