"""The command line's way in: who is asking, of which review, how to answer, and how to say no.

Exit codes: 0 done, 1 refused with a sentence, 2 wrong use, 4 nothing here for you.
"""

import functools
import json
import sys
from collections.abc import Callable
from dataclasses import asdict, is_dataclass
from datetime import date, datetime, time
from enum import Enum
from typing import Any

import click
from django.conf import settings
from django.db import models
from django.utils.module_loading import import_string
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn

from casement.foundation import ledger
from casement.foundation.access import Seat
from casement.foundation.actions import Action, allows
from casement.foundation.refusals import NotHere, Refused, Unreadable


def find_person(email: str) -> int:
    """The id of the account with this e-mail; NotHere when there is none."""
    finder = import_string(settings.CASEMENT_PERSON_BY_EMAIL)
    person_id: int | None = finder(email)
    if person_id is None:
        raise NotHere
    return person_id


def saying_no(do: Callable[..., Any]) -> Callable[..., Any]:
    """Turn refusals into a sentence on standard error and an exit code."""

    @functools.wraps(do)
    def run(*args: Any, **kwargs: Any) -> Any:
        try:
            return do(*args, **kwargs)
        except (Refused, Unreadable) as no:
            click.echo(no.sentence, err=True)
            sys.exit(1)
        except NotHere:
            click.echo("There is nothing here for you.", err=True)
            sys.exit(4)

    return run


def seated(do: Callable[..., Any]) -> Callable[..., Any]:
    """Give a command line function a seat: adds --as and --review, passes `seat` first."""

    @click.option("--as", "as_person", required=True, metavar="EMAIL", help="Whose seat to act from.")
    @click.option("--review", "ref", required=True, metavar="REF", help="The review's reference.")
    @functools.wraps(do)
    @saying_no
    def run(as_person: str, ref: str, **kwargs: Any) -> Any:
        seat: Seat | None = import_string(settings.CASEMENT_SEATS)(find_person(as_person), ref)
        if seat is None:
            raise NotHere
        return do(seat, **kwargs)

    return run


def carded(do: Callable[..., Any]) -> Callable[..., Any]:
    """Like `seated`, for what a person does outside any review."""

    @click.option("--as", "as_person", required=True, metavar="EMAIL", help="Who is acting.")
    @functools.wraps(do)
    @saying_no
    def run(as_person: str, **kwargs: Any) -> Any:
        seat: Seat | None = import_string(settings.CASEMENT_SEATS)(find_person(as_person), None)
        if seat is None:
            raise NotHere
        return do(seat, **kwargs)

    return run


def look(seat: Seat, action: Action, *, kind: str = "", number: int | None = None) -> None:
    """Ask the policy before something is read on the command line, and note the look where `kind` says what.

    Raises NotHere when the seat may not do `action`, as a page would.
    """
    if not allows(seat.standing, action):
        ledger.write(seat, action, "denied")
        raise NotHere
    if kind:
        ledger.write(seat, action, "seen", kind=kind, number=number)


def json_option(do: Callable[..., Any]) -> Callable[..., Any]:
    """Adds --json, passed on as `as_json`."""
    return click.option("--json", "as_json", is_flag=True, help="Answer as JSON.")(do)


def plain(value: Any) -> Any:
    """A value as JSON can hold it; a row is told by its kind and number only."""
    if isinstance(value, models.Model):
        return {"kind": value._meta.model_name, "number": getattr(value, "number", value.pk)}
    if is_dataclass(value) and not isinstance(value, type):
        return plain(asdict(value))
    if isinstance(value, dict):
        return {str(key): plain(each) for key, each in value.items()}
    if isinstance(value, list | tuple | set | frozenset):
        return [plain(each) for each in value]
    if isinstance(value, datetime | date | time):
        return value.isoformat()
    return value.value if isinstance(value, Enum) else value


def tell(value: Any, *, as_json: bool, words: str) -> None:
    """Answer: `words` for a person, or the value as JSON for a program."""
    click.echo(json.dumps(plain(value), ensure_ascii=False) if as_json else words)


def progress() -> Progress:
    """A progress bar on standard error, so that standard output stays for answers."""
    from rich.console import Console

    columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn())
    return Progress(*columns, console=Console(stderr=True))
