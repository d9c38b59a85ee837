"""Episodes on the command line."""

from pathlib import Path

import click

from casement.foundation.access import Seat
from casement.foundation.shell import json_option, seated, tell
from casement.rooms.analysis import commands as change
from casement.rooms.analysis import queries
from casement.rooms.analysis.cli.options import citing, several
from casement.rooms.analysis.exports import episode_csv, episode_docx
from casement.rooms.analysis.queries.standing import of_episode
from casement.rooms.analysis.rules.episodes import missing
from casement.rooms.analysis.vocabulary import EPISODE_PARTS, Cite, Confidence, EpisodeState, Owner, Tendency

PARTS = click.Choice([part.value for part in EPISODE_PARTS])


@click.group()
def episode() -> None:
    """Key practice episodes."""


@episode.command("add")
@click.argument("title")
@click.option("--why", required=True, help="Why it may be key.")
@click.option("--began", default="", help="As exact as you know it, such as “early March 2024”.")
@click.option("--until", default="")
@click.option("--strand", "strands", type=int, multiple=True, help="An agency's number.")
@click.option("--role", "roles", type=int, multiple=True, help="A participation's number.")
@citing
@json_option
@seated
def add(
    seat: Seat,
    *,
    title: str,
    why: str,
    began: str,
    until: str,
    strands: tuple[int, ...],
    roles: tuple[int, ...],
    named: Cite | None,
    as_json: bool,
) -> None:
    """Put forward an episode with the reason why it may be key."""
    made = change.propose_episode(
        seat, title=title, why=why, began=began, until=until, strands=strands, roles=roles, cites=several(named)
    )
    tell(made, as_json=as_json, words=f"Episode {made.number} is among the candidates.")


@episode.command("choose")
@click.argument("number", type=int)
@click.option("--reason", default="")
@json_option
@seated
def choose(seat: Seat, *, number: int, reason: str, as_json: bool) -> None:
    """Make it one of the key episodes."""
    made = change.choose_episode(seat, number=number, reason=reason)
    tell(made, as_json=as_json, words=f"Episode {made.number} is chosen.")


@episode.command("reject")
@click.argument("number", type=int)
@click.option("--reason", required=True)
@json_option
@seated
def reject(seat: Seat, *, number: int, reason: str, as_json: bool) -> None:
    """Leave it out; the reason is kept."""
    made = change.reject_episode(seat, number=number, reason=reason)
    tell(made, as_json=as_json, words=f"Episode {made.number} is kept under “Not selected”.")


@episode.command("write")
@click.argument("number", type=int)
@click.argument("part", type=PARTS)
@click.argument("text")
@click.option("--about", type=int, help="Whose view it is: a participation's number.")
@click.option("--about-agency", type=int, help="Or an agency's number.")
@click.option("--inference", is_flag=True, help="It is our inference and rests on no passage.")
@json_option
@seated
def write(
    seat: Seat,
    *,
    number: int,
    part: str,
    text: str,
    about: int | None,
    about_agency: int | None,
    inference: bool,
    as_json: bool,
) -> None:
    """Write a text in a part of an episode."""
    made = change.write_statement(
        seat, owner=Owner.EPISODE, number=number, part=part, text=text, about=about, about_agency=about_agency,
        inference=inference,
    )  # fmt: skip
    tell(made, as_json=as_json, words=f"Text {made.number} written.")


@episode.command("appraise")
@click.argument("number", type=int)
@click.option("--text", default="", help="The appraisal itself.")
@click.option("--tendency", type=click.Choice([each.value for each in Tendency]))
@click.option("--standard")
@click.option("--standard-applied", help="Did it apply then, and was it known?")
@click.option("--hindsight-check", help="What was known then, and to whom?")
@click.option("--outcome-check", help="Would we say the same had it ended well?")
@click.option("--difficulty-check", help="Easier or harder than it was?")
@json_option
@seated
def appraise(seat: Seat, *, number: int, as_json: bool, text: str, **told: str | None) -> None:
    """Appraise practice, after saying why it made sense."""
    made = change.set_appraisal(seat, number=number, text=text, **told)  # type: ignore[arg-type]  # click's names
    tell(made, as_json=as_json, words=f"Episode {made.number} is appraised.")


@episode.command("sure")
@click.argument("number", type=int)
@click.argument("word", type=click.Choice([each.value for each in Confidence]))
@click.option("--reason", required=True)
@json_option
@seated
def sure(seat: Seat, *, number: int, word: str, reason: str, as_json: bool) -> None:
    """Say how sure the team is, and why."""
    made = change.set_confidence(seat, owner=Owner.EPISODE, number=number, word=word, reason=reason)
    tell(made, as_json=as_json, words=f"Saved for episode {number}.")


@episode.command("list")
@json_option
@seated
def listing(seat: Seat, *, as_json: bool) -> None:
    """Episodes in order of time, with what is open."""
    told = queries.episodes(seat, states=tuple(EpisodeState))
    if as_json:
        tell(told, as_json=True, words="")
        return
    for view in told:
        click.echo(f"{view.number}. {view.title} ({view.state}, {view.when})")
        for gap in missing(of_episode(view)) if view.state == EpisodeState.CHOSEN else ():
            click.echo(f"   {gap.sentence}")


@episode.command("table")
@click.argument("out", type=click.Path(dir_okay=False, path_type=Path))
@seated
def table(seat: Seat, *, out: Path) -> None:
    """Save the table of episodes and factors: OUT ends in .docx or .csv."""
    told = queries.episodes(seat)
    if out.suffix.lower() == ".docx":
        out.write_bytes(episode_docx(told, made_for=seat.label))
    elif out.suffix.lower() == ".csv":
        out.write_bytes(episode_csv(told))
    else:
        raise click.UsageError("OUT must end in .docx or .csv.")
    click.echo(f"{len(told)} episodes saved.")
