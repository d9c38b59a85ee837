"""Options that several commands share."""

import functools
from collections.abc import Callable
from typing import Any

import click

from casement.rooms.analysis.vocabulary import Cite, Side


def citing(do: Callable[..., Any]) -> Callable[..., Any]:
    """Adds the ways to name a passage or an entry; passes on `named`, a Cite or None."""

    @click.option("--excerpt", type=int, help="A passage already marked, by its number.")
    @click.option("--source", type=int, help="A source, by its number.")
    @click.option("--paragraph", type=int, help="The paragraph in that source.")
    @click.option("--words", default="", help="The exact words in that paragraph.")
    @click.option("--start", type=int, help="Where the words begin, in characters of the text.")
    @click.option("--end", type=int, help="Where they end.")
    @click.option("--quote", default="", help="The words that stand there.")
    @click.option("--entry", type=int, help="A chronology entry, by its number.")
    @click.option("--against", is_flag=True, help="It speaks against the text, not for it.")
    @click.option("--note", default="", help="What it does to what we say.")
    @functools.wraps(do)
    def run(*args: Any, against: bool, note: str, **kwargs: Any) -> Any:
        ways = ("excerpt", "source", "paragraph", "words", "start", "end", "quote", "entry")
        named = {way: kwargs.pop(way) for way in ways}
        told = None
        if named["excerpt"] is not None or named["source"] is not None or named["entry"] is not None:
            told = Cite(side=Side.AGAINST if against else Side.FOR, note=note, **named)
        return do(*args, named=told, **kwargs)

    return run


def several(told: Cite | None) -> tuple[Cite, ...]:
    """What was named, as commands that take any number want it."""
    return (told,) if told else ()
