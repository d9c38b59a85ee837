"""Words that go into memos where a file says something that is no mark here, and where its memos belong."""

import re
from collections import defaultdict
from collections.abc import Iterable

from casement.rooms.coding.rules.exchange.values import Coding, Note, Project, Selection
from casement.rooms.coding.vocabulary import INFLUENCE_NAMES

NOBODY = "Somebody the file does not name"
OURS = "Casement"
_NUMBERED = re.compile(r"Memo \d+")
_INFLUENCE = re.compile(r"Influence of “(?P<code>[^\n]*)” by (?P<by>[^\n]*): (?P<way>[^\n:]*)")
_WAYS = {name: str(way) for way, name in INFLUENCE_NAMES.items()}


def note_places(project: Project) -> dict[str, tuple[Note, ...]]:
    """The memos that stand on each thing (by guid; the project itself is ""), by reference or by a line to it."""
    notes = {note.guid: note for note in project.notes}
    told: dict[str, list[Note]] = defaultdict(list)

    def put(thing: str, guids: Iterable[str]) -> None:
        for guid in guids:
            if (note := notes.get(guid)) is not None and note not in told[thing]:
                told[thing].append(note)

    put("", project.note_refs)
    for code in project.codes:
        put(code.guid, code.notes)
    for source in project.sources:
        put(source.guid, source.notes)
        for coding in source.codings:
            put(coding.guid, coding.notes)
        for selection in (*source.selections, *source.elsewhere):
            put(selection.guid, selection.notes)
            for coding in selection.codings:
                put(coding.guid, coding.notes)
    for link in project.links:
        if link.origin in notes and link.target not in notes:
            put(link.target, (link.origin,))
        elif link.target in notes and link.origin not in notes:
            put(link.origin, (link.target,))
    return {thing: tuple(found) for thing, found in told.items()}


def note_words(note: Note, origin: str) -> str:
    """A memo's words, under its name if it has one of its own."""
    named = note.name and not (origin.startswith(OURS) and _NUMBERED.fullmatch(note.name))
    return "\n\n".join(part for part in (note.name if named else "", note.text) if part)


def passage_words(selection: Selection, why: str, codes: dict[str, str], users: dict[str, str]) -> str:
    """A memo for a passage that cannot be a mark: where it is, its codes, who gave them, what was said of it."""
    lines = [f"A passage that could not be marked. {why}".strip()]
    lines += [coding_words(each, codes, users) for each in selection.codings]
    return "\n".join([*lines, *filter(None, (selection.name, selection.description))])


def whole_words(codings: Iterable[Coding], codes: dict[str, str], users: dict[str, str]) -> str:
    """A memo for codes given to a source as a whole."""
    return "\n".join(["Given to this source as a whole:", *(coding_words(each, codes, users) for each in codings)])


def coding_words(coding: Coding, codes: dict[str, str], users: dict[str, str]) -> str:
    """One code given by one person, in words."""
    return f"Code “{codes.get(coding.code, 'not in the file')}”, by {users.get(coding.user, NOBODY)}"


def influence_words(code: str, by: str, influence: str) -> str:
    """How an influence travels: a line in the description of a passage."""
    return f"Influence of “{' '.join(code.split())}” by {' '.join(by.split())}: {INFLUENCE_NAMES[influence]}"


def influence_lines(description: str) -> str:
    """The lines of a description that tell influences."""
    return "\n".join(line for line in description.split("\n") if _INFLUENCE.fullmatch(line))


def influences(description: str) -> tuple[dict[tuple[str, str], str], str]:
    """The influences told in a description, by code and person, and what else it says."""
    told: dict[tuple[str, str], str] = {}
    rest = []
    for line in description.split("\n"):
        found = _INFLUENCE.fullmatch(line)
        if found and found["way"] in _WAYS:
            told[found["code"], found["by"]] = _WAYS[found["way"]]
        else:
            rest.append(line)
    return told, "\n".join(rest).strip()
