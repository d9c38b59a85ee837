"""Commands for protection and steps: dpia, steps, step, gate, close, reopen."""

import click

from casement.foundation.access import Seat
from casement.foundation.actions import Action
from casement.foundation.shell import json_option, look, seated, tell
from casement.rooms.reviews import commands as change
from casement.rooms.reviews import queries


@click.command("dpia")
@click.option("--reference", default="")
@click.option("--waiver", default="", help="Why there is none, and who decided that.")
@json_option
@seated
def dpia(seat: Seat, *, reference: str, waiver: str, as_json: bool) -> None:
    """Record the data protection assessment, or why there is none."""
    if waiver and not reference:
        change.waive_dpia(seat, reason=waiver)
    else:
        change.record_dpia(seat, reference=reference)
    tell(queries.protection(seat), as_json=as_json, words="Recorded. Data may be brought in.")


@click.command("steps")
@json_option
@seated
def steps(seat: Seat, *, as_json: bool) -> None:
    """The steps of the review and what each gate waits for."""
    look(seat, Action.REVIEWS_READ)
    _, states, _ = queries.steps_of(seat)
    lines = []
    for state in states:
        mark = ">" if state.current else " "
        note = "" if state.taken else "  (not part of this form)"
        lines.append(f"{mark} {state.step.key}  {state.step.label}{note}")
        lines += [f"       {gate.missing}" for gate in state.gates if not gate.met]
    value = [
        {"step": state.step.key, "label": state.step.label, "taken": state.taken, "current": state.current}
        for state in states
    ]
    tell(value, as_json=as_json, words="\n".join(lines))


@click.command("step")
@click.argument("to")
@click.option("--note", default="")
@json_option
@seated
def step(seat: Seat, *, to: str, note: str, as_json: bool) -> None:
    """Move the review to a step, such as S06."""
    made = change.move_step(seat, to=to.upper(), note=note)
    tell({"step": made.to_step}, as_json=as_json, words=f"The review is at {made.to_step}.")


@click.command("gate")
@click.argument("gate")
@click.argument("text")
@json_option
@seated
def gate(seat: Seat, *, gate: str, text: str, as_json: bool) -> None:
    """Write down what a gate asks for."""
    made = change.answer_gate(seat, gate=gate, text=text)
    tell({"gate": made.gate}, as_json=as_json, words="The answer is kept.")


@click.command("close")
@click.argument("note")
@json_option
@seated
def close(seat: Seat, *, note: str, as_json: bool) -> None:
    """Close the review, with a reason."""
    change.close_review(seat, note=note)
    tell({"closed": True}, as_json=as_json, words="The review is closed.")


@click.command("reopen")
@click.argument("note")
@json_option
@seated
def reopen(seat: Seat, *, note: str, as_json: bool) -> None:
    """Open a closed review again, with a reason."""
    change.reopen_review(seat, note=note)
    tell({"closed": False}, as_json=as_json, words="The review is open again.")


COMMANDS = (dpia, steps, step, gate, close, reopen)
