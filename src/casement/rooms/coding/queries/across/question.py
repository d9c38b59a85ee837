"""A question across the sources as choices in a form, and as a sentence."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from casement.foundation.access import Seat
from casement.rooms.coding.queries.across.naming import CodeName, Offered, Placed, code_names, offered, placed
from casement.rooms.coding.queries.across.tables import Table, by_agency, by_period, by_source, together
from casement.rooms.coding.rules.across import asking
from casement.rooms.coding.rules.across.asking import Asked
from casement.rooms.coding.rules.across.periods import UNITS, in_words
from casement.rooms.coding.vocabulary import INFLUENCE_NAMES, INFLUENCE_SHORT

Options = tuple[tuple[str, tuple[tuple[str, str], ...]], ...]
WAYS = tuple((short, INFLUENCE_NAMES[full]) for full, short in INFLUENCE_SHORT.items())


@dataclass(frozen=True)
class Select:
    """One list to choose from: `options` are (group, ((value, words), ...)), a group without a name first."""

    name: str
    id: str
    label: str
    empty: str
    options: Options
    chosen: str


@dataclass(frozen=True)
class Question:
    """What is asked, as a form and in words; `address` is it as it stands behind a question mark."""

    asked: Asked
    address: str
    sentence: str
    codes: tuple[Select, ...]
    rest: tuple[Select, ...]
    narrowed: bool
    names: tuple[CodeName, ...]
    sources: tuple[Placed, ...]


def question(seat: Seat, asked: Asked) -> Question:
    """A question with everything its form offers: three queries."""
    names, sources = code_names(seat), placed(seat)
    choices = offered(seat, sources)
    rest = selects(asked, choices)
    return Question(
        asked,
        asking.address(asked),
        sentence(asked, names, choices, sources),
        code_selects(asked, names),
        rest,
        any(one.chosen for one in rest) or bool(asked.source),
        names,
        sources,
    )


def code_selects(asked: Asked, names: Iterable[CodeName]) -> tuple[Select, ...]:
    """Lists of codes: one more of each kind than was chosen."""
    groups: dict[str, list[tuple[str, str]]] = {}
    for one in names:
        told = f"{one.label} (retired)" if one.retired else one.label
        groups.setdefault(one.group or "Factors", []).append((one.value, told))
    options = tuple((name, tuple(held)) for name, held in groups.items())
    kinds = (
        ("code", asked.codes, "Passages with", "or with", "Any code"),
        ("also", asked.also, "and on the same words", "and", "Anything or nothing"),
        ("without", asked.without, "but without", "and without", "Leave nothing out"),
    )
    found = []
    for name, chosen, first, next_, empty in kinds:
        for at, value in enumerate((*chosen, "")):
            label = next_ if at else first
            found.append(Select(name, f"{name}-{at}", label, empty, options, value))
    return tuple(found)


def selects(asked: Asked, choices: Offered) -> tuple[Select, ...]:
    """The other lists, without those that would offer nothing."""
    kinds = tuple((kind, asking.KINDS[kind]) for kind in choices.kinds)
    coders = ((asking.ME, "Me"), *choices.coders)
    told: tuple[tuple[str, str, str, Options], ...] = (
        ("agency", "Agency", "Every agency", (("", choices.agencies),)),
        ("kind", "Kind of source", "Every kind", (("", kinds),)),
        ("who", "Who speaks", "Anybody", (("", choices.people),)),
        ("period", "Date of the source", "Any date", choices.periods),
        ("influence", "Influence", "Any or none", (("", WAYS),)),
        ("coder", "Marked by", "Anybody", (("", coders),)),
    )
    return tuple(
        Select(name, name, label, empty, options, getattr(asked, name))
        for name, label, empty, options in told
        if any(held for _, held in options)
    )


def sentence(
    asked: Asked, names: Iterable[CodeName], choices: Offered, sources: Iterable[Placed]
) -> str:  # fmt: skip
    """The question in words."""
    labels = {one.value: one.label for one in names}

    def said(values: Iterable[str], between: str) -> str:
        return f" {between} ".join(f"“{labels.get(value, 'a code that is not here')}”" for value in values)

    told = f"Passages with {said(asked.codes, 'or')}" if asked.codes else "Passages with any code"
    if asked.also:
        told += f", on the same words as {said(asked.also, 'and')}"
    if asked.without:
        told += f", without {said(asked.without, 'or')} on them"
    titles = {str(one.number): one.title for one in sources}
    parts = []
    if asked.kind:
        parts.append(f"in {asking.KINDS[asked.kind].lower()}")
    if asked.source:
        parts.append(f"in source {asked.source}, {titles.get(asked.source, 'which is not here')}")
    if asked.agency:
        parts.append(f"from {dict(choices.agencies).get(asked.agency, 'an agency that is not here')}")
    if asked.who:
        parts.append(f"said by {dict(choices.people).get(asked.who, 'somebody who is not here')}")
    if asked.period:
        parts.append(f"dated {in_words(asked.period).replace('In no', 'in no')}")
    if asked.influence:
        parts.append(f"marked as {dict(WAYS)[asked.influence].lower()}")
    if asked.coder:
        coders = {asking.ME: "you", **dict(choices.coders)}
        parts.append(f"marked by {coders.get(asked.coder, 'somebody who is not here')}")
    return ", ".join([told, *parts]) + "."


def table_by(seat: Seat, told: Question, by: str) -> Table:
    """The table of a question: by agency, source, month, quarter or year, or codes `together`."""
    if by == "together":
        return together(seat, told.asked, told.names, told.sources)
    if by in UNITS:
        return by_period(seat, told.asked, told.names, told.sources, by)
    tabled = by_source if by == "source" else by_agency
    return tabled(seat, told.asked, told.names, told.sources)
