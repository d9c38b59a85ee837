"""The narrative of perspectives on the command line."""

from pathlib import Path

import click

from casement.foundation.access import Seat
from casement.foundation.actions import Action
from casement.foundation.shell import json_option, look, seated, tell
from casement.rooms.analysis import commands as change
from casement.rooms.analysis import queries
from casement.rooms.analysis.cli.options import citing, several
from casement.rooms.analysis.exports import narrative_csv, narrative_docx
from casement.rooms.analysis.exports.narrative_rows import narrative_rows
from casement.rooms.analysis.rules.perspectives import COMPARISONS, SILENCES, RemarkKind
from casement.rooms.analysis.vocabulary import PERSPECTIVE_PARTS, Cite

PARTS = click.Choice([part.value for part in PERSPECTIVE_PARTS])


@click.group()
def perspective() -> None:
    """What each role knew, thought and felt, period by period. A VOICE is a role (r3) or an agency (a2)."""


@perspective.command("add-period")
@click.argument("title")
@click.option("--began", required=True, help="As exact as you know it, such as “early March 2024”.")
@click.option("--until", default="")
@json_option
@seated
def add_period(seat: Seat, *, title: str, began: str, until: str, as_json: bool) -> None:
    """Add a period to the narrative."""
    made = change.add_period(seat, title=title, began=began, until=until)
    tell(made, as_json=as_json, words=f"Period {made.number} is there.")


@perspective.command("write")
@click.argument("period", type=int)
@click.argument("voice")
@click.argument("part", type=PARTS)
@click.argument("text")
@click.option("--inference", is_flag=True, help="It is our inference and rests on no passage.")
@citing
@json_option
@seated
def write(
    seat: Seat, *, period: int, voice: str, part: str, text: str, inference: bool, named: Cite | None, as_json: bool
) -> None:
    """Write one thing that VOICE knew, thought or felt in PERIOD, with what it rests on."""
    made = change.write_perspective(
        seat, number=period, voice=voice, part=part, text=text, inference=inference, cites=several(named)
    )
    tell(made, as_json=as_json, words=f"Text {made.number} written.")


@perspective.command("silence")
@click.argument("period", type=int)
@click.argument("voice")
@click.argument("kind", type=click.Choice([kind.value for kind in SILENCES]))
@click.argument("text")
@json_option
@seated
def silence(seat: Seat, *, period: int, voice: str, kind: str, text: str, as_json: bool) -> None:
    """Say why nothing is written of VOICE: an open query, or that it was not part of it then."""
    made = change.note_silence(seat, number=period, voice=voice, kind=kind, text=text)
    what = "Open query" if kind == RemarkKind.QUERY else "Remark"
    tell(made, as_json=as_json, words=f"{what} {made.number} is kept.")


@perspective.command("compare")
@click.argument("statement", type=int)
@click.argument("voice")
@click.argument("kind", type=click.Choice([kind.value for kind in COMPARISONS]))
@click.argument("text")
@json_option
@seated
def compare(seat: Seat, *, statement: int, voice: str, kind: str, text: str, as_json: bool) -> None:
    """Say what VOICE made of what STATEMENT says another knew, and how the team knows."""
    made = change.compare_voices(seat, statement=statement, other=voice, kind=kind, text=text)
    tell(made, as_json=as_json, words=f"Remark {made.number} is kept.")


@perspective.command("list")
@json_option
@seated
def listing(seat: Seat, *, as_json: bool) -> None:
    """Everything that is said, period by period, with what it rests on."""
    look(seat, Action.ANALYSIS_READ, kind="narrative")
    told = queries.narrative(seat)
    lines = []
    for row in narrative_rows(told):
        period, when, who, part, text, rests, *_ = row.cells
        lines.append(f"{period} ({when}) {who}, {part.lower()}: {text}" + (f" [{rests}]" if rests else ""))
    tell(told, as_json=as_json, words="\n".join(lines) or "No period has been added yet.")


@perspective.command("silent")
@json_option
@seated
def silent(seat: Seat, *, as_json: bool) -> None:
    """Periods without perspectives: of whom nothing is written, and nobody said why."""
    look(seat, Action.ANALYSIS_READ, kind="narrative")
    told = queries.periods_without_perspectives(seat)
    lines = [
        f"{one.number}. {one.title}: " + ", ".join(f"{name} ({key})" for key, name in one.voices) for one in told
    ]
    tell(told, as_json=as_json, words="\n".join(lines) or "Nobody is silent.")


@perspective.command("material")
@click.argument("period", type=int)
@click.argument("voice")
@json_option
@seated
def material(seat: Seat, *, period: int, voice: str, as_json: bool) -> None:
    """What VOICE could have known by the end of PERIOD: a list to pick citations from."""
    look(seat, Action.ANALYSIS_READ, kind="period", number=period)
    told, people = queries.with_people(seat, period)
    found = queries.material(seat, told, queries.speaker(people, voice))
    lines = [f"entry {one.number}: {one.when}, {one.event} ({one.how[0]})" for one in found.entries]
    lines += [f"excerpt {one.number}: “{one.opening}” ({one.title})" for one in found.passages]
    tell(found, as_json=as_json, words="\n".join(lines) or "Nothing had reached this role.")


@perspective.command("save")
@click.argument("out", type=click.Path(dir_okay=False, path_type=Path))
@seated
def save(seat: Seat, *, out: Path) -> None:
    """Save the narrative: OUT ends in .docx or .csv."""
    look(seat, Action.ANALYSIS_READ, kind="narrative")
    told = queries.narrative(seat)
    if out.suffix.lower() == ".docx":
        out.write_bytes(narrative_docx(told, made_for=seat.label))
    elif out.suffix.lower() == ".csv":
        out.write_bytes(narrative_csv(told))
    else:
        raise click.UsageError("OUT must end in .docx or .csv.")
    click.echo(f"{len(told)} periods saved.")
