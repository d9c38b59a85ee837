"""Names of the identity register in a text: whole, in part, as initials or short forms, and nearly spelt so."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

from rapidfuzz.distance import OSA

from casement.rooms.sources.rules.identifying.found import ORDINARY, Found, Known
from casement.rooms.sources.rules.words import Finder, folded

_TITLES = frozenset({
    "mr", "mrs", "ms", "miss", "mx", "dr", "prof", "professor", "sir", "dame", "rev", "nurse", "sister",
    "pc", "dc",
})  # fmt: skip
# Words of the names of places that stand in every record; some are surnames, so they count only here.
_OF_PLACES = frozenset({
    "primary", "secondary", "infant", "junior", "academy", "college", "house", "home", "lodge", "lane",
    "road", "street", "avenue", "drive", "hall", "unit", "surgery", "practice",
})  # fmt: skip
_GROUPS = (Path(__file__).parent / "nicknames.txt").read_text(encoding="utf-8").splitlines()
SHORT_FORMS: dict[str, frozenset[str]] = {}
for _group in _GROUPS:
    for _name in _group.split():
        SHORT_FORMS[_name] = SHORT_FORMS.get(_name, frozenset()) | frozenset(_group.split()) - {_name}
_WORD = re.compile(r"[^\W\d_][^\W\d_]+")


class Form(NamedTuple):
    """One way in which a name can stand in a text."""

    words: str
    why: str
    known: Known
    shared: bool = False  # by several entries: only a person can say which
    ordinary: bool = False  # a word that stands in every record, such as the "School" of a school's name


def forms(register: Iterable[Known]) -> dict[str, Form]:
    """Every way, by the words in small letters; the first and fullest reason stands."""
    made: dict[str, Form] = {}
    ways = [list(_ways(known)) for known in register]
    for each in ways:
        for rank in range(3):
            for form, of in each:
                if of == rank:
                    put(made, folded(form.words).casefold(), form)
    return made


def put(made: dict[str, Form], key: str, form: Form) -> None:
    """Take in a way to write a name; what fits two entries equally says so."""
    there = made.setdefault(key, form)
    if there.known.number != form.known.number and not there.shared and there.why[:12] == form.why[:12]:
        why = f"{there.why[:-1]}, and of “{form.known.label}”: say which."
        made[key] = there._replace(why=why, shared=True)


def _ways(known: Known) -> Iterator[tuple[Form, int]]:
    behind = f"“{known.label}” in the identity register"
    for name in known.names:
        yield Form(name, f"A name of {behind}.", known), 0
        parts = [part for part in name.split() if part.casefold().strip(".") not in _TITLES]
        if not parts:
            continue
        first, last = parts[0], parts[-1]
        if len(parts) > 1:
            yield Form(f"{first} {last}", f"A name of {behind}.", known), 1
            yield Form(f"{first[0]}. {last}", f"Initial and surname of {behind}.", known), 1
            yield Form(f"{first[0]} {last}", f"Initial and surname of {behind}.", known), 1
            letters = [part[0].upper() for part in parts]
            yield Form(".".join(letters) + ".", f"Initials of {behind}.", known), 2
            yield Form("".join(letters), f"Initials of {behind}.", known), 2
        for part in parts:
            plain = part.casefold() in ORDINARY | _OF_PLACES
            why = f"Part of a name of {behind}{', and an ordinary word' if plain else ''}."
            if len(part) > 2:
                yield Form(part, why, known, ordinary=plain), 1
        for short in sorted(SHORT_FORMS.get(first.casefold(), ())):
            yield Form(short.capitalize(), f"A form of the first name of {behind}.", known), 2


def known_names(text: str, register: Sequence[Known]) -> Iterator[Found]:
    """Where names of the register stand, however they are written."""
    made = forms(register)
    for start, end, asked in Finder((form.words for form in made.values()), any_case=True).find(text):
        form, words = made[folded(asked).casefold()], text[start:end]
        small = words == words.lower()
        if len(form.words) < 4 and words != form.words:
            continue  # initials count only in capital letters
        why = f"{form.why[:-1]}, in small letters: it may be an ordinary word." if small else form.why
        label, number = ("", None) if form.shared else (form.known.label, form.known.number)
        yield Found(start, end, "register", why, label, number, small or form.shared or form.ordinary)


def nearly(text: str, register: Sequence[Known]) -> Iterator[Found]:
    """Words with a capital letter that are one slip away from a name of the register, two for a long one."""
    wanted: dict[str, Known] = {}
    for key, form in forms(register).items():
        if len(key) >= 4 and _WORD.fullmatch(key) and "form of" not in form.why:
            wanted.setdefault(key, form.known)
    told: dict[str, Known | None] = {}
    for match in _WORD.finditer(text):
        word = match.group().casefold()
        if not match.group()[0].isupper() or word in wanted:
            continue
        if word not in told:
            told[word] = next((known for name, known in wanted.items() if _slip(word, name)), None)
        if (known := told[word]) is not None:
            why = f"Spelt nearly like a name of “{known.label}” in the identity register."
            yield Found(*match.span(), "nearly", why, known.label, known.number, True)


def _slip(word: str, name: str) -> bool:
    allowed = 1 if len(name) < 8 else 2
    if abs(len(word) - len(name)) > allowed or (word[0] != name[0] and word[:2] != name[1::-1]):
        return False
    return OSA.distance(word, name, score_cutoff=allowed) <= allowed
