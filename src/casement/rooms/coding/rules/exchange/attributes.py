"""What is said of sources: attributes and cases, which programs write in four places."""

import re
from collections import defaultdict
from dataclasses import dataclass, field

from casement.rooms.coding.rules.exchange.items import Item, Outcome
from casement.rooms.coding.rules.exchange.values import Case, Project, Set, Value

_AS_SET = re.compile(r"([^:]{1,80}):\s*(\S.*)")


@dataclass
class Attributes:
    """Lines about each source (by guid) and about the review, and a report line for each thing that said them."""

    of_source: dict[str, list[str]] = field(default_factory=lambda: defaultdict(list))
    of_review: list[str] = field(default_factory=list)
    items: list[Item] = field(default_factory=list)


def attributes(project: Project) -> Attributes:
    """Gathers them: in the source itself, in cases with and without a name, and in groups called “gender: male”."""
    told = Attributes()
    names = {each.guid: each.name or "Attribute without a name" for each in project.variables}
    for source in project.sources:
        told.of_source[source.guid] += [in_words(value, names) for value in source.values]
    for case in project.cases:
        of_case(told, case, names, project)
    for each in project.sets:
        of_set(told, each, project)
    for variable in project.variables:
        sentence = "What it says of each source is in a memo on that source."
        told.items.append(Item("variable", variable.name, Outcome.ADAPTED, sentence, variable.guid))
    told.of_source = {guid: lines for guid, lines in told.of_source.items() if lines}
    return told


def in_words(value: Value, names: dict[str, str]) -> str:
    """One attribute in words."""
    return f"{names.get(value.variable, 'Attribute without a name')}: {value.text or 'not said'}"


def of_case(told: Attributes, case: Case, names: dict[str, str], project: Project) -> None:
    """A case: its lines go to its sources, or to the review where it has none."""
    said = [in_words(value, names) for value in case.values]
    if case.description:
        said.append(case.description)
    known = {source.guid for source in project.sources}
    sources = [guid for guid in case.sources if guid in known]
    rest = []
    if case.codes:
        called = {code.guid: code.name for code in project.codes}
        rest.append("codes " + ", ".join(f"“{called.get(guid, guid)}”" for guid in case.codes))
    if case.selections:
        rest.append(f"{len(case.selections)} passages")
    for guid in sources:
        told.of_source[guid] += ([f"Case: {case.name}"] if case.name else []) + said
    if not sources or rest:
        about = f"Case “{case.name}”" if case.name else "Case without a name"
        told.of_review.append("\n".join([f"{about}{' with ' + ' and '.join(rest) if rest else ''}", *said]))
    where = "on its sources" if sources and not rest else "in the memos"
    named = any(code.guid == case.guid for code in project.codes)
    also = " It is a code as well, and came in as one." if named else ""
    sentence = f"Casement has no cases; what is said of it is {where}.{also}"
    told.items.append(Item("case", case.name or "Case without a name", Outcome.ADAPTED, sentence, case.guid))


def of_set(told: Attributes, group: Set, project: Project) -> None:
    """A group: an attribute where it is called like one and holds sources only, else a memo that lists it."""
    known = {source.guid: source.name for source in project.sources}
    as_one = _AS_SET.fullmatch(group.name)
    if as_one and group.sources and not group.codes and not group.notes:
        for guid in group.sources:
            told.of_source[guid].append(f"{as_one[1].strip()}: {as_one[2].strip()}")
        sentence = "It is an attribute of its sources; what it says is in a memo on each."
    else:
        called = {code.guid: code.name for code in project.codes}
        notes = {note.guid: note.name for note in project.notes}
        lines = [f"Group “{group.name}”"] + ([group.description] if group.description else [])
        for kind, members, names in (
            ("Codes", group.codes, called), ("Sources", group.sources, known), ("Memos", group.notes, notes),
        ):  # fmt: skip
            if members:
                lines.append(f"{kind}: " + ", ".join(f"“{names.get(guid) or guid}”" for guid in members))
        told.of_review.append("\n".join(lines))
        sentence = "Casement has no groups; a memo lists what is in it."
    told.items.append(Item("set", group.name, Outcome.ADAPTED, sentence, group.guid))
