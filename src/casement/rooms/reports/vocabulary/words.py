"""The editions and formats of the final report, and what can be wrong with it."""

from __future__ import annotations

from enum import StrEnum


class Edition(StrEnum):
    """For whom a copy is: the people who may follow a trace, the case group, or everybody."""

    INTERNAL = "internal"
    PUBLISHABLE = "publishable"
    CASE_GROUP = "case_group"


EDITION_NAMES: dict[str, str] = {
    Edition.INTERNAL: "Internal edition",
    Edition.PUBLISHABLE: "Publishable edition",
    Edition.CASE_GROUP: "Edition for the case group",
}
FINAL_EDITIONS: tuple[Edition, ...] = (Edition.INTERNAL, Edition.PUBLISHABLE)  # what a final report is saved in


class Format(StrEnum):
    """What kind of file a copy is."""

    DOCX = "docx"
    PDF = "pdf"
    HTML = "html"


FORMAT_NAMES: dict[str, str] = {Format.DOCX: "Word", Format.PDF: "PDF", Format.HTML: "web page"}
MEDIA_TYPES: dict[str, str] = {
    Format.DOCX: "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    Format.PDF: "application/pdf",
    Format.HTML: "text/html; charset=utf-8",
}


class CopyState(StrEnum):
    """A copy is being made, ready to fetch, or could not be made."""

    MAKING = "making"
    READY = "ready"
    FAILED = "failed"


class Trouble(StrEnum):
    """What can be wrong with a report. The names of each are in TROUBLE_NAMES."""

    DEAD = "dead"
    LOST = "lost"
    CHANGED = "changed"
    UNSUPPORTED = "unsupported"
    NOT_QUOTED = "not_quoted"
    NOT_UNDERSTOOD = "not_understood"
    EMPTY = "empty"
    LEFT_OUT = "left_out"
    NOT_PLACED = "not_placed"
    NAME = "name"
    VERBATIM = "verbatim"
    PERHAPS_NAME = "perhaps_name"
    EXACT_DATE = "exact_date"


TROUBLE_NAMES: dict[str, str] = {
    Trouble.DEAD: "References that lead nowhere",
    Trouble.LOST: "Statements that are no longer supported",
    Trouble.CHANGED: "Statements whose evidence has changed",
    Trouble.UNSUPPORTED: "Statements that rest on no passage",
    Trouble.NOT_QUOTED: "Passages that may not be quoted here",
    Trouble.NOT_UNDERSTOOD: "Parts of the text that cannot be printed",
    Trouble.EMPTY: "Sections with nothing in them",
    Trouble.LEFT_OUT: "Chosen, but not in the report",
    Trouble.NOT_PLACED: "Not chosen, but in the report",
    Trouble.NAME: "Names that are still in the text",
    Trouble.VERBATIM: "Words that may only be paraphrased",
    Trouble.PERHAPS_NAME: "Words that may be part of a name",
    Trouble.EXACT_DATE: "Exact dates",
}
# What stops a publishable copy until it is put right, and what somebody must have looked at.
STOPS: frozenset[str] = frozenset({Trouble.DEAD, Trouble.NOT_QUOTED, Trouble.NOT_UNDERSTOOD, Trouble.NOT_PLACED,
                                   Trouble.NAME, Trouble.VERBATIM})  # fmt: skip
ONLY_PUBLISHABLE: frozenset[str] = frozenset({Trouble.NAME, Trouble.VERBATIM, Trouble.PERHAPS_NAME,
                                              Trouble.EXACT_DATE})  # fmt: skip

SUPPORT_MARKS: dict[str, tuple[Trouble, str]] = {
    "no_longer_supported": (Trouble.LOST, "no longer supported"),
    "unsupported": (Trouble.UNSUPPORTED, "rests on no passage"),
    "changed": (Trouble.CHANGED, "some of its evidence has changed"),
}
# What is said where a live reference has nothing to print, in a report for the team and for everybody alike.
NOTHING: dict[str, str] = {
    "episodes": "No key practice episode has been chosen.",
    "episodes in full": "No key practice episode has been chosen.",
    "accounts": "No account of this episode has been written.",
    "narrative": "No perspectives and no accounts of the episodes have been written.",
    "perspectives": "No perspectives have been written.",
    "perspective": "Nothing is written in this period.",
    "factors": "No factors have been recorded.",
    "gaps": "Nothing has been recorded as not known.",
    "not selected": "No episode was looked at and left out.",
    "patterns": "No pattern has been put forward.",
    "findings": "There is no finding in the report.",
    "findings in full": "There is no finding in the report.",
    "questions": "There is no question for the board.",
    "additional learning": "No additional learning has been recorded.",
    "searches": "No search for evidence against the findings has been recorded.",
    "sources": "No records, conversations or chronologies have come in.",
    "requests": "No request for records has been noted.",
    "balance": "There are no episodes or findings whose sources could be counted.",
    "alternatives": "No other explanation of a finding has been recorded.",
    "checks": "Nothing that was asked about the findings has been answered in writing.",
    "coverage": "No records or conversations have come in.",
    "second readings": "Nobody was asked for a second reading.",
    "candidates": "No candidate for an episode has been decided about.",
    "people": "Nobody has been given a place in the review.",
    "family": "Nobody of the family is named, not even by a pseudonym.",
    "agencies": "No agency has been named.",
    "window questions": "No question has been written down.",
    "went well": "Nothing has been written yet of what went well.",
    "differing accounts": "No accounts that differ have been noted.",
    "draft findings": "There is no draft finding yet.",
    "recognition": "There is no draft finding to ask about yet.",
    "prevalence gaps": "There is no draft finding whose figures could be missing.",
    "open questions": "No question to a role is open.",
    "comments": "No comment has been told to the group.",
    "standing disagreement": "No disagreement was left standing.",
}
INFERENCE = "The reviewers’ own inference"

SOURCE_KINDS: dict[str, str] = {
    "record": "Record",
    "conversation": "Conversation",
    "family": "Family account",
    "entry": "Chronology entry",
}
USE_WORDS: dict[str, str] = {
    "paraphrase_only": "may be told in our own words only",
    "background_only": "may be used as background only",
}
REVIEW_KINDS: dict[str, str] = {
    "children": "a review of work with a child and their family",
    "adults": "a review of work with an adult who needs care and support",
    "good_outcome": "a review of work that went well",
    "thematic": "a review of a theme across several cases",
}

SMALLEST_COUNT = 5  # counts below this are not printed in a publishable edition
