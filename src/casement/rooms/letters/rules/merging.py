"""Texts of letters with fields, in a language that can do nothing else.

A text may hold `{{ field }}`, and `{% if field %} … {% else %} … {% endif %}`. Anything beyond that is refused
before it is run, and what is left runs in Jinja's sandbox with no filters, tests or globals.
"""

from __future__ import annotations

import difflib
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache, lru_cache

from jinja2 import StrictUndefined, Template, TemplateError, TemplateSyntaxError, nodes
from jinja2.sandbox import SandboxedEnvironment

from casement.rooms.letters.rules.fields import BY_KEY, examples
from casement.rooms.letters.rules.pictures import wrong_picture

LONGEST = 20_000
DEEPEST = 8
ALLOWED = (nodes.Template, nodes.Output, nodes.TemplateData, nodes.Name, nodes.If, nodes.And, nodes.Or, nodes.Not)
ONLY_IFS = re.compile(r"^[ \t]*((?:\{%[^\n%]*%\}[ \t]*)+)(?:\n|\Z)", re.MULTILINE)
SHAPE = "A text can hold fields such as {{ day }}, and {% if place %} … {% endif %}; nothing else between brackets."


@dataclass(frozen=True)
class Wrong:
    """What is wrong with a text: one sentence, and the line."""

    line: int
    sentence: str


@cache
def language() -> SandboxedEnvironment:
    """The sandbox, with everything taken out that a letter does not need."""
    made = SandboxedEnvironment(autoescape=False, undefined=StrictUndefined)
    for held in (made.globals, made.filters, made.tests):
        held.clear()
    return made


def wrong_with(text: str) -> Wrong | None:
    """The first thing that is wrong with a text, or None when it can be used."""
    if len(text) > LONGEST:
        return Wrong(1, f"This text is too long. Use at most {LONGEST:,} letters.")
    try:
        tree = language().parse(text)
    except TemplateSyntaxError as fault:
        return Wrong(fault.lineno, f"Line {fault.lineno} cannot be read. {SHAPE}")
    except RecursionError:
        return Wrong(1, SHAPE)
    found = next(_strange(tree), None)
    if found is not None:
        return found
    if picture := wrong_picture(text):
        return Wrong(*picture)
    try:
        merged(text, examples("en"))
    except (TemplateError, RecursionError, SyntaxError, ValueError):
        return Wrong(1, SHAPE)
    return None


def _strange(tree: nodes.Node) -> Iterator[Wrong]:
    """What a text may not hold, in the order it stands."""
    todo: list[tuple[nodes.Node, int]] = [(tree, 0)]
    while todo:
        node, deep = todo.pop(0)
        if not isinstance(node, ALLOWED):
            yield Wrong(node.lineno, f"Line {node.lineno} holds something that a letter cannot do. {SHAPE}")
        elif isinstance(node, nodes.Name) and node.name not in BY_KEY:
            yield Wrong(node.lineno, unknown(node.name, node.lineno))
        deep += isinstance(node, nodes.If)
        if deep > DEEPEST:
            yield Wrong(node.lineno, f"Line {node.lineno} stands inside too many ifs. Use at most {DEEPEST}.")
            return
        todo[:0] = [(each, deep) for each in node.iter_child_nodes()]


def unknown(name: str, line: int) -> str:
    """That there is no such field, and which one is nearest."""
    near = difflib.get_close_matches(name.lower(), list(BY_KEY), n=1, cutoff=0.5)
    told = f"The nearest is “{near[0]}”." if near else "The fields are listed beside the text."
    return f"There is no field “{name[:40]}” (line {line}). {told}"


def merged(text: str, values: Mapping[str, str]) -> str:
    """A text with these values in the place of its fields. Values are put in as they are and never read as text.

    A line that holds nothing but an if leaves no empty line behind.
    """
    return compiled(text).render(dict(values)).strip()


@lru_cache(256)
def compiled(text: str) -> Template:
    """A text ready to be filled in; the same few are asked for again and again."""
    return language().from_string(ONLY_IFS.sub(r"\1", text))


@dataclass(frozen=True)
class Filled:
    """A text with its fields filled in; what is `missing` stands in it in square brackets, by what it means."""

    words: str
    missing: tuple[str, ...]


def filled(text: str, values: Mapping[str, str]) -> Filled:
    """A text with these values. A field is missing where its place is reached and the text does not ask for it."""
    used = used_in(text)
    marks = {key: f"\ue000{key}\ue001" for key in used.fields if not values.get(key) and key not in used.optional}
    words = merged(text, {key: values.get(key, "") for key in BY_KEY} | marks)
    missing = tuple(key for key, mark in marks.items() if mark in words)
    for key, mark in marks.items():
        words = words.replace(mark, f"[{BY_KEY[key].means.lower()}]")
    return Filled(words, missing)


@dataclass(frozen=True)
class Used:
    """The fields of a text, in order; those in `optional` may stay empty, since the text asks whether they are."""

    fields: tuple[str, ...]
    optional: frozenset[str]


def used_in(*texts: str) -> Used:
    """Which fields these texts hold."""
    found: dict[str, None] = {}
    asked: set[str] = set()
    for text in texts:
        tree = language().parse(text)
        found.update(dict.fromkeys(name.name for name in tree.find_all(nodes.Name)))
        for each in tree.find_all(nodes.If):
            tested = [each.test] if isinstance(each.test, nodes.Name) else []
            asked |= {name.name for name in [*tested, *each.test.find_all(nodes.Name)]}
    return Used(tuple(key for key in BY_KEY if key in found), frozenset(asked))
