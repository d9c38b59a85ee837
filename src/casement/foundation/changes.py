"""The one door for changes: check the right, open a transaction, change, record, all or nothing."""

import functools
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from typing import Any, Concatenate, ParamSpec, TypeVar, cast

from django.db import connection, models, transaction

from casement.foundation import ledger
from casement.foundation.access import Seat
from casement.foundation.actions import Action, allows
from casement.foundation.refusals import Conflict, NotHere, Refused

P = ParamSpec("P")
R = TypeVar("R")

COMMANDS: dict[str, Action] = {}
# What may stop a change that its maker has the right to make; each answers with a sentence, or nothing.
STOPS: list[Callable[[Seat, Action], str]] = []
_FINISHING: ContextVar[bool] = ContextVar("finishing", default=False)


def command(
    action: Action,
    *,
    before: Callable[[Seat, dict[str, Any]], dict[str, Any]] | None = None,
) -> Callable[[Callable[Concatenate[Seat, P], R]], Callable[Concatenate[Seat, P], R]]:
    """Make a function a command: `seat` first, the rest keyword-only, the ledger written with the change.

    Raises NotHere when the seat may not do `action`, and Refused with a sentence when a rule, or something in
    STOPS, says no. Both leave an entry in the ledger and no other trace. A Conflict keeps what the command stored
    before raising it, because the second writer's text must not be lost.

    `before` does slow work that must not hold a transaction open, such as putting bytes on the disk. It runs
    once the right is checked, receives the keyword arguments and answers with those to go on with.
    """

    def wrap(do: Callable[Concatenate[Seat, P], R]) -> Callable[Concatenate[Seat, P], R]:
        @functools.wraps(do)
        def run(seat: Seat, *args: P.args, **kwargs: P.kwargs) -> R:
            if not allows(seat.standing, action):
                ledger.write(seat, action, "denied")
                raise NotHere
            conflict: Conflict | None = None
            passed: dict[str, Any] = kwargs
            try:
                if before is not None:
                    _stop(seat, action)
                    passed = before(seat, kwargs)
                with transaction.atomic():
                    try:
                        _stop(seat, action)
                        result = do(seat, *args, **passed)
                    except Conflict as told:
                        conflict = told
                        ledger.write(seat, action, "conflict")
                    else:
                        kind, number = named(result)
                        ledger.write(seat, action, "done", kind=kind, number=number)
            except (Refused, NotHere) as no:
                ledger.write(seat, action, "denied" if isinstance(no, NotHere) else "refused")
                raise
            if conflict is not None:
                raise conflict
            return result

        COMMANDS[f"{do.__module__}.{do.__qualname__}"] = action
        run.action = action  # type: ignore[attr-defined]
        return cast(Callable[Concatenate[Seat, P], R], run)

    return wrap


def stops(ask: Callable[[Seat, Action], str]) -> Callable[[Seat, Action], str]:
    """Ask `ask` before every change in a review; used in a room's reactions.py."""
    STOPS.append(ask)
    return ask


@contextmanager
def finishing() -> Iterator[None]:
    """What was asked for before something stopped is still finished: used where jobs are done."""
    token = _FINISHING.set(True)
    try:
        yield
    finally:
        _FINISHING.reset(token)


def _stop(seat: Seat, action: Action) -> None:
    if seat.review_id is None or _FINISHING.get():
        return
    for ask in STOPS:
        if sentence := ask(seat, action):
            raise Refused(sentence)


def named(result: Any) -> tuple[str, int | None]:
    """The kind and number of what a command made or changed, for the ledger."""
    if isinstance(result, models.Model):
        number = getattr(result, "number", None) or result.pk
        return str(result._meta.model_name), number
    return "", None


def wait_in_line(review_id: int) -> None:
    """Wait until whoever is at work in this review has stored theirs; call inside a command.

    SQLite has one writer at a time anyway.
    """
    if connection.vendor == "postgresql":
        with connection.cursor() as cursor:
            cursor.execute("SELECT pg_advisory_xact_lock(%s)", [review_id])


def next_number(model: type[models.Model], review_id: int, field: str = "number") -> int:
    """The next number of this kind within a review; call inside a command. Whoever asks second waits."""
    wait_in_line(review_id)
    last = model._default_manager.filter(review_id=review_id).aggregate(last=models.Max(field))["last"]
    return (last or 0) + 1
