"""Codes, marks and memos on the command line."""

import click

from casement.foundation.access import Seat
from casement.foundation.actions import Action, allows
from casement.foundation.refusals import NotHere, Refused
from casement.foundation.shell import json_option, seated, tell
from casement.rooms.coding import commands as change
from casement.rooms.coding import queries
from casement.rooms.coding.vocabulary import INFLUENCE_NAMES, INFLUENCE_SHORT


def reading(seat: Seat) -> None:
    """NotHere unless this seat may read marks and codes."""
    if not allows(seat.standing, Action.CODING_READ):
        raise NotHere


@click.group("code")
def code() -> None:
    """Open codes and factors."""


@code.command("add")
@click.argument("label")
@click.option("--use-when", "definition", default="")
@json_option
@seated
def add(seat: Seat, *, label: str, definition: str, as_json: bool) -> None:
    """Add an open code."""
    made = change.add_code(seat, label=label, definition=definition)
    tell(made, as_json=as_json, words=f"Code {made.number} added. Mark with --code open:{made.number}.")


@code.command("define")
@click.argument("number", type=int)
@click.argument("label")
@click.option("--use-when", "definition", default="")
@json_option
@seated
def define(seat: Seat, *, number: int, label: str, definition: str, as_json: bool) -> None:
    """Rename or describe an open code."""
    made = change.define_code(seat, number=number, label=label, definition=definition)
    tell(made, as_json=as_json, words=f"Code {made.number} saved.")


@code.command("retire")
@click.argument("number", type=int)
@click.option("--back", is_flag=True, help="Bring it back.")
@json_option
@seated
def retire(seat: Seat, *, number: int, back: bool, as_json: bool) -> None:
    """Retire an open code, or bring it back; its marks stay."""
    made = (change.bring_back_code if back else change.retire_code)(seat, number=number)
    tell(made, as_json=as_json, words=f"Code {number} is {'back' if back else 'retired'}.")


@code.command("list")
@json_option
@seated
def codes(seat: Seat, *, as_json: bool) -> None:
    """Every factor and open code, with how many marks it has."""
    reading(seat)
    told = queries.codebook(seat)
    lines = [f"{one.value:<14} {one.count:>4}  {one.label}{' (retired)' if one.retired else ''}" for one in told]
    tell(told, as_json=as_json, words="\n".join(lines) or "There is no framework here yet.")


@click.group("mark")
def mark() -> None:
    """Marks on passages."""


influence_option = click.option(
    "--influence", type=click.Choice([*INFLUENCE_SHORT.values()]), default=None, help="Factors need one."
)


@mark.command("add")
@click.option("--source", "number", type=int, required=True)
@click.option("--paragraph", type=int, help="Needed only when the words stand in more than one.")
@click.option("--words", required=True, help="The very words.")
@click.option("--code", "chosen", required=True, metavar="CODE", help="item:wrk.03, open:4 or new:WORDS.")
@influence_option
@click.option("--memo", default="")
@json_option
@seated
def add_mark(
    seat: Seat, *, number: int, paragraph: int | None, words: str, chosen: str, influence: str | None, memo: str,
    as_json: bool,
) -> None:  # fmt: skip
    """Mark words with a factor or an open code."""
    made = change.mark_words(
        seat, number=number, paragraph=paragraph, words=words, code=chosen, influence=influence or "", memo=memo
    )
    tell(made, as_json=as_json, words=f"Mark {made.number} made in source {number}.")


@mark.command("change")
@click.argument("number", type=int)
@click.option("--influence", type=click.Choice([*INFLUENCE_SHORT.values()]), required=True)
@click.option("--code", "chosen", default="", metavar="CODE")
@json_option
@seated
def change_mark(seat: Seat, *, number: int, influence: str, chosen: str, as_json: bool) -> None:
    """Say otherwise which way it worked, or put another code."""
    made = change.change_mark(seat, mark=number, influence=influence, code=chosen)
    tell(made, as_json=as_json, words=f"Mark {number} changed.")


@mark.command("remove")
@click.argument("number", type=int)
@click.option("--back", is_flag=True, help="Put it back.")
@json_option
@seated
def remove(seat: Seat, *, number: int, back: bool, as_json: bool) -> None:
    """Remove a mark, or put it back; the words stay."""
    made = (change.restore_mark if back else change.remove_mark)(seat, mark=number)
    tell(made, as_json=as_json, words=f"Mark {number} is {'back' if back else 'removed'}.")


@mark.command("list")
@click.option("--source", "number", type=int, required=True)
@json_option
@seated
def marks(seat: Seat, *, number: int, as_json: bool) -> None:
    """The marks of a source in the order of its text."""
    reading(seat)
    told = queries.marks_of_source(seat, number)
    lines = [
        f"{one.number:>4}  para {one.paragraph:<4} {one.label}"
        f" ({INFLUENCE_NAMES.get(one.influence, 'no influence')}): {one.quote}"
        for one in told
    ]
    tell(told, as_json=as_json, words="\n".join(lines) or "Nothing is marked in this source yet.")


@click.group("memo")
def memo() -> None:
    """Memos on marks, sources or codes, or on the review."""


@memo.command("write")
@click.argument("text")
@click.option("--mark", "mark_number", type=int)
@click.option("--source", "number", type=int)
@click.option("--code", "chosen", default="", metavar="CODE", help="open:4 or item:wrk.03.")
@click.option("--private", is_flag=True, help="Only you can read it.")
@json_option
@seated
def write(
    seat: Seat, *, text: str, mark_number: int | None, number: int | None, chosen: str, private: bool, as_json: bool
) -> None:  # fmt: skip
    """Write a memo."""
    if chosen:
        kind, _, key = chosen.partition(":")
        if kind not in ("open", "item") or (kind == "open" and not key.isdecimal()):
            raise Refused("Name the code as open:4 or item:wrk.03.")
        on = {"number": int(key)} if kind == "open" else {"item": key}
        written = change.write_code_memo(seat, text=text, private=private, **on)
        tell(written, as_json=as_json, words=f"Memo {written.number} kept.")
        return
    made = change.write_memo(seat, text=text, mark=mark_number, number=number, private=private)
    tell(made, as_json=as_json, words=f"Memo {made.number} kept.")


@memo.command("list")
@json_option
@seated
def memo_list(seat: Seat, *, as_json: bool) -> None:
    """Memos you may read, newest first."""
    reading(seat)
    told, _ = queries.memos(seat)
    lines = [f"{one.number:>4}  {one.by}{' (only you)' if one.private else ''}: {one.text}" for one in told]
    tell(told, as_json=as_json, words="\n".join(lines) or "No memo yet.")
