"""What stands between a report and its publication: names, words that may only be paraphrased, exact dates."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from casement.rooms.reports.rules.material import Material
from casement.rooms.reports.rules.naming import Register, folded
from casement.rooms.reports.rules.telling.context import MONTHS
from casement.rooms.reports.rules.tree import Problem, ReportTree, lines_of, reworded
from casement.rooms.reports.vocabulary import STOPS, Trouble

FEWEST_WORDS = 6  # a run of this many words in a row is the speaker's own wording
_DATE = re.compile(
    rf"\b\d{{1,2}}(?:st|nd|rd|th)? (?:{MONTHS})(?: \d{{4}})?\b|\b\d{{1,2}}[/.]\d{{1,2}}[/.]\d{{2,4}}\b"
    rf"|\b\d{{4}}-\d{{2}}-\d{{2}}\b"
)
_WORD = re.compile(r"\w+")


def masked(tree: ReportTree, material: Material) -> ReportTree:
    """The report with labels in place of the names of the identity register, everywhere."""
    return reworded(tree, Register(material.register).masked)


def checked(tree: ReportTree, material: Material) -> ReportTree:
    """The report with everything that must be put right or looked at before it is published."""
    return replace(tree, problems=(*tree.problems, *found(tree, material)))


def found(tree: ReportTree, material: Material) -> Iterator[Problem]:
    """Names left, words not to be printed, parts of names and exact dates, section by section."""
    register = Register(material.register)
    guarded = closed_words(material)
    seen: set[Problem] = set()
    dates = tree.edition == "publishable"  # people who were there are asked whether the days are right
    for key, line in every_line(tree):
        for problem in faults(key, line, register, guarded, dates):
            if problem not in seen:
                seen.add(problem)
                yield problem


def faults(
    key: str, line: str, register: Register, guarded: dict[str, str], dates: bool = True
) -> Iterator[Problem]:
    """What is wrong in one stretch of words; with `dates`, exact dates too."""
    for label in register.left_in(line):
        yield Problem(Trouble.NAME, key, f"A name of “{label}” is still here.")
    for word, label in register.perhaps_in(register.masked(line)):
        yield Problem(Trouble.PERHAPS_NAME, key, f"“{word}” is part of a name of “{label}”.")
    if guarded:
        words = _WORD.findall(folded(line)[0])
        for at in range(len(words) - FEWEST_WORDS + 1):
            name = guarded.get(" ".join(words[at : at + FEWEST_WORDS]))
            if name:
                yield Problem(Trouble.VERBATIM, key, f"Words of {name} are printed as they were said or written.")
                break
    for date in _DATE.findall(line) if dates else ():
        yield Problem(Trouble.EXACT_DATE, key, f"{date} is an exact date.")


def every_line(tree: ReportTree) -> Iterator[tuple[str, str]]:
    """Every stretch of words in a report, its title, notes and mark included, with its section's key."""
    for words in (tree.title, tree.subtitle, *(part for fact in tree.facts for part in fact)):
        yield "", words
    for section in tree.sections:
        for block in section.blocks:
            for line in lines_of(block):
                yield section.key, line
    for note in tree.notes:
        yield "", " ".join(item.text for item in note.items)
    if tree.mark:
        yield "", tree.mark.words


def closed_words(material: Material) -> dict[str, str]:
    """Runs of words from passages that may not be quoted, each with the source's kind and number."""
    told: dict[str, str] = {}
    for one in material.evidence.values():
        if one.use == "quotable_by_role" or not one.quote:
            continue
        name = f"{one.kind} {one.source_number}" if one.source_number else "a chronology entry"
        words = _WORD.findall(folded(one.quote)[0])
        for at in range(len(words) - FEWEST_WORDS + 1):
            told.setdefault(" ".join(words[at : at + FEWEST_WORDS]), name)
    return told


def stops(tree: ReportTree) -> tuple[Problem, ...]:
    """What has to be put right before a copy of this edition is made."""
    return tuple(one for one in tree.problems if one.kind in STOPS) if tree.edition != "internal" else ()


def to_look_at(tree: ReportTree) -> tuple[Problem, ...]:
    """What somebody has to have looked at before a publishable copy is made."""
    return tuple(one for one in tree.problems if one.kind not in STOPS) if tree.edition != "internal" else ()
