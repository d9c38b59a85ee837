"""Codes by episode on the command line, beside the other tables of `casement across`."""

from pathlib import Path

import click

from casement.foundation.access import Seat
from casement.foundation.actions import Action
from casement.foundation.shell import json_option, seated
from casement.foundation.shell_tables import may_save, narrowing, out_option, tell_table
from casement.rooms.analysis import queries
from casement.rooms.coding import queries as coding
from casement.rooms.coding.exports import across as rows_of
from casement.rooms.coding.rules.across.asking import MANY_SAID, ONE_SAID, Asked, asked_in, understood


@click.group("across")
def across() -> None:
    """Read across the sources by episode."""


@across.command("episodes")
@narrowing(MANY_SAID, ONE_SAID, understood, asked_in)
@out_option
@json_option
@seated
def episodes(seat: Seat, *, asked: Asked, out: Path | None, as_json: bool) -> None:
    """How many passages each code has in each key practice episode."""
    may_save(seat, "across", Action.ANALYSIS_READ, Action.CODING_FILES, out)
    told = coding.question(seat, asked)
    found = queries.by_episode(seat, told.asked, told.names, told.sources)
    tell_table(
        "codes-episode",
        told.sentence,
        rows_of.table_columns(found),
        rows_of.table_rows(found),
        out,
        as_json=as_json,
    )
