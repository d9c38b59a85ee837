"""What a plan holds in each form of the review: rows with their least length, and what each follows."""

from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

import yaml

HERE = Path(__file__).parent


@dataclass(frozen=True)
class Template:
    """One row of a plan before it has dates. `length` and `wait` are working days, `minutes` of a meeting."""

    key: str
    kind: str
    step: str
    label: str
    length: int = 1
    wait: int = 0
    after: tuple[str, ...] = ()
    minutes: int = 0
    needs: tuple[str, ...] = ()
    also: tuple[str, ...] = ()


@cache
def templates(form: str, without: tuple[str, ...] = ()) -> tuple[Template, ...]:
    """The rows of this form of the review, in order; steps in `without` are left out. KeyError for no such form."""
    told = _told()
    asked: dict[str, dict[str, Any]] = told["forms"][form]
    rows = {key: {**told["rows"][key], **more} for key, more in asked.items()}
    rows = {key: row for key, row in rows.items() if row["step"] not in without}
    return in_order(_made(rows, told["rows"]))


@cache
def afterwards(without: tuple[str, ...] = ()) -> tuple[Template, ...]:
    """The rows after the report has gone to the board, in order; steps in `without` are left out."""
    told = _told()
    every = {"board": {**told["rows"]["board"], "after": ()}, **told["afterwards"]}
    rows = {key: row for key, row in every.items() if key == "board" or row["step"] not in without}
    return tuple(one for one in _made(rows, every) if one.key != "board")


def _made(rows: dict[str, Any], every: dict[str, Any]) -> list[Template]:
    return [
        Template(
            **{
                **row,
                "key": key,
                "after": _standing(row.get("after", ()), rows, every),
                "needs": tuple(row.get("needs", ())),
                "also": tuple(row.get("also", ())),
            }
        )
        for key, row in rows.items()
    ]


def template(key: str) -> Template | None:
    """A row as it ships, by key; None for one that somebody added."""
    row = {**_told()["rows"], **_told()["afterwards"]}.get(key)
    if row is None:
        return None
    lists = {name: tuple(row.get(name, ())) for name in ("after", "needs", "also")}
    return Template(**{**row, **lists, "key": key})


def in_order(rows: list[Template]) -> tuple[Template, ...]:
    """Each row behind what it follows; otherwise as they came."""
    placed: dict[str, Template] = {}
    waiting = list(rows)
    while waiting:
        ready = next(row for row in waiting if all(key in placed for key in row.after))
        waiting.remove(ready)
        placed[ready.key] = ready
    return tuple(placed.values())


def _standing(after: Any, rows: dict[str, Any], every: dict[str, Any]) -> tuple[str, ...]:
    """What a row follows, with what is left out replaced by what that followed."""
    found: list[str] = []
    for key in after:
        found += [key] if key in rows else _standing(every[key].get("after", ()), rows, every)
    return tuple(dict.fromkeys(found))


@cache
def _told() -> Any:
    return yaml.safe_load((HERE / "plans.yaml").read_text(encoding="utf-8"))
