"""Blind rounds on the command line."""

from pathlib import Path

import click

from casement.foundation.access import Seat
from casement.foundation.actions import Action
from casement.foundation.shell import json_option, look, seated, tell
from casement.foundation.shell_tables import may_save, out_option, save_table
from casement.rooms.coding import commands as change
from casement.rooms.coding import queries
from casement.rooms.coding.exports import agreement_rows, consensus_rows
from casement.rooms.coding.exports.rounds import CONSENSUS, FIGURES
from casement.rooms.coding.rules.agreement import Figures, between, in_words, number, why_none
from casement.rooms.coding.vocabulary import CHOICE_NAMES


@click.group("round")
def group() -> None:
    """Blind rounds: do two of us see the same?"""


@group.command("open")
@click.argument("name")
@click.option("--source", "sources", type=int, multiple=True, required=True)
@click.option("--code", "codes", multiple=True, required=True, metavar="CODE", help="item:wrk.03 or open:4.")
@click.option("--coder", "coders", type=int, multiple=True, required=True, help="Number of a place in the review.")
@json_option
@seated
def open_round(
    seat: Seat, *, name: str, sources: tuple[int, ...], codes: tuple[str, ...], coders: tuple[int, ...],
    as_json: bool,
) -> None:  # fmt: skip
    """Open a round; say --source, --code and --coder once for each."""
    made = change.open_round(seat, name=name, sources=sources, codes=codes, coders=coders)
    tell(made, as_json=as_json, words=f"Round {made.number} is open.")


@group.command("done")
@click.argument("number", type=int)
@click.option("--source", type=int, required=True)
@click.option("--upto", type=int, help="The last paragraph you went through, when it is not the last of the text.")
@click.option("--not-yet", "back", is_flag=True, help="Take it back.")
@json_option
@seated
def done(seat: Seat, *, number: int, source: int, upto: int | None, back: bool, as_json: bool) -> None:
    """Say that you went through a source."""
    if back:
        made = change.not_yet(seat, number=number, source=source)
    else:
        made = change.say_done(seat, number=number, source=source, upto=upto)
    tell(made, as_json=as_json, words="Noted: not yet." if back else "Noted.")


@group.command("close")
@click.argument("number", type=int)
@json_option
@seated
def close(seat: Seat, *, number: int, as_json: bool) -> None:
    """Close a round, so that everybody sees its marks."""
    made = change.close_round(seat, number=number)
    tell(made, as_json=as_json, words=f"Round {number} is closed.")


@group.command("list")
@json_option
@seated
def rounds(seat: Seat, *, as_json: bool) -> None:
    """Every round of the review."""
    look(seat, Action.CODING_READ, kind="rounds")
    told = queries.rounds(seat)
    lines = [f"{one.number:>4}  {'closed' if one.closed_at else 'open':<7} {one.name}" for one in told]
    tell(told, as_json=as_json, words="\n".join(lines) or "No round yet.")


@group.command("agreement")
@click.argument("number", type=int)
@out_option
@json_option
@seated
def agreement(seat: Seat, *, number: int, out: Path | None, as_json: bool) -> None:
    """How far the coders of a closed round agree, in words and by code."""
    may_save(seat, "round", Action.CODING_READ, Action.CODING_FILES, out, number)
    told = queries.round_figures(seat, number)
    if out is not None:
        save_table(out, f"round-{number}-agreement", FIGURES, agreement_rows(told))
        return
    lines = in_words(told.figures)
    lines += [f"{told.codes[code]}: {in_short(each)}" for code, each in told.figures.by_code]
    tell(told, as_json=as_json, words="\n".join(lines))


def in_short(told: Figures) -> str:
    """Alpha with its interval, or why there is none."""
    if why := why_none(told):
        return why
    inside = between(told.alpha_between)
    return f"alpha {number(told.alpha)}" + (f" ({inside})" if inside else "")


@group.command("differences")
@click.argument("number", type=int)
@out_option
@json_option
@seated
def differences(seat: Seat, *, number: int, out: Path | None, as_json: bool) -> None:
    """Where the coders of a closed round differed, and what was agreed."""
    may_save(seat, "round", Action.CODING_READ, Action.CODING_FILES, out, number)
    _, told = queries.disagreements(seat, number)
    if out is not None:
        save_table(out, f"round-{number}-consensus", CONSENSUS, consensus_rows(told))
        return
    lines = [
        f"source {one.source} para {one.paragraph}: "
        + (CHOICE_NAMES[one.settled[0].choice] if one.settled else "not settled")
        for one in told
    ]
    tell(told, as_json=as_json, words="\n".join(lines) or "There was no difference.")


@group.command("settle")
@click.argument("number", type=int)
@click.option("--source", type=int, required=True)
@click.option("--paragraph", type=int, required=True)
@click.option("--choice", required=True, metavar="CHOICE", help="keep:0 (Coder A), keep:1, all, neither, reworded.")
@click.option("--wording", default="")
@click.option("--reason", required=True)
@json_option
@seated
def settle(
    seat: Seat, *, number: int, source: int, paragraph: int, choice: str, wording: str, reason: str, as_json: bool
) -> None:  # fmt: skip
    """Record what was agreed about a paragraph."""
    made = change.settle(
        seat, number=number, source=source, paragraph=paragraph, choice=choice, wording=wording, reason=reason
    )
    tell(made, as_json=as_json, words="What you agreed is kept.")
