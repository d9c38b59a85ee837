"""How do we know? On the command line: what is worth a thought, the answers, and the trail as a file."""

from pathlib import Path

import click

from casement.foundation.access import Seat
from casement.foundation.actions import Action
from casement.foundation.shell import json_option, look, seated, tell
from casement.foundation.shell_files import ending, save_new
from casement.foundation.shell_tables import may_save, save_table
from casement.rooms.analysis import commands as change
from casement.rooms.analysis.queries import against, asking
from casement.rooms.analysis.queries.balance import balance
from casement.rooms.analysis.queries.coverage import coverage
from casement.rooms.reports import queries
from casement.rooms.reports.exports import trail as trail_rows
from casement.rooms.reports.exports.word import docx_bytes
from casement.rooms.reports.rules.telling import method_tree


@click.group("rigour")
def rigour() -> None:
    """What the analysis rests on, what is worth a thought, and the evidence trail."""


@rigour.command("show")
@json_option
@seated
def show(seat: Seat, *, as_json: bool) -> None:
    """List what is worth a thought about findings, episodes and sources, unless it is answered."""
    look(seat, Action.ANALYSIS_READ, kind="rigour")
    tree = queries.desk(seat, afresh=True).material.tree
    every = (*asking.asked_of_claims(balance(tree), tree), *asking.asked_of_material(coverage(seat)))
    told = asking.open_ones(every, asking.check_answers(seat))
    facts = [
        {"owner": one.thing.owner, "about": one.thing.number, "question": one.mark, "said": one.said}
        for one in told
    ]
    words = "\n".join(f"{one.mark}  {one.thing.words}: {one.said}" for one in told)
    tell(facts, as_json=as_json, words=words or "Everything that was worth a thought is answered.")


@rigour.command("answers")
@json_option
@seated
def answers(seat: Seat, *, as_json: bool) -> None:
    """List the answers that stand."""
    look(seat, Action.ANALYSIS_READ, kind="rigour")
    told = asking.check_answers(seat)
    words = "\n".join(f"{one.number:4} {one.place}: {one.said} {one.reason} ({one.by})" for one in told)
    tell(told, as_json=as_json, words=words or "Nothing has been answered yet.")


@rigour.command("answer")
@click.argument("owner", type=click.Choice(["finding", "episode", "source", "review"]))
@click.argument("about", type=int)
@click.argument("question")
@click.option("--reason", required=True, help="What the team makes of it.")
@json_option
@seated
def answer(seat: Seat, *, owner: str, about: int, question: str, reason: str, as_json: bool) -> None:
    """Answer QUESTION, as `show` lists it, about a finding, an episode, a source or the review (ABOUT 0)."""
    made = change.answer_check(seat, owner=owner, about=about, question=question, reason=reason)
    tell({"answer": made.number}, as_json=as_json, words=f"Answer {made.number} is kept.")


@rigour.command("ask-again")
@click.argument("number", type=int)
@json_option
@seated
def ask_again(seat: Seat, *, number: int, as_json: bool) -> None:
    """Take answer NUMBER back; it stays in the record."""
    change.take_back_check_answer(seat, number=number)
    tell({"answer": number}, as_json=as_json, words="The answer is taken back. It is asked again.")


@rigour.command("trail")
@click.option("--out", type=click.Path(path_type=Path), required=True, help="A new file: .xlsx or .csv.")
@seated
def trail(seat: Seat, *, out: Path) -> None:
    """Save every statement of the analysis with all it rests on."""
    may_save(seat, "export", Action.ANALYSIS_READ, Action.CODING_FILES, out)
    material = queries.desk(seat, afresh=True).material
    looked_at = against.weighed(seat, every=True)
    save_table(out, "evidence-trail", trail_rows.COLUMNS, trail_rows.rows(material.tree, material.site, looked_at))


@rigour.command("method")
@click.option("--out", type=click.Path(path_type=Path), required=True, help="A new file: .docx.")
@seated
def method(seat: Seat, *, out: Path) -> None:
    """Save the appendix on method by itself, as a Word file."""
    look(seat, Action.CODING_FILES, kind="export")
    ending(out, ".docx")
    content = docx_bytes(method_tree(queries.desk(seat, afresh=True).material))
    save_new(out, [content])
    click.echo(f"Saved: {out}")
