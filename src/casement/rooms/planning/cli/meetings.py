"""Commands for meetings and people: poll, proposals, meetings, arrange, invite, cancel, pairs, reply."""

from pathlib import Path
from typing import Any

import click

from casement.foundation.access import Seat
from casement.foundation.actions import Action
from casement.foundation.refusals import Refused
from casement.foundation.shell import json_option, look, seated, tell
from casement.rooms.planning import commands as change
from casement.rooms.planning import queries
from casement.rooms.planning.cli.plan import DAY, NUMBER
from casement.rooms.planning.intake.replies import read_reply
from casement.rooms.planning.vocabulary import LEFT_WORDS, REPLY_NAMES, Left

TIME = click.DateTime(["%H:%M"])


@click.command("poll")
@click.option("--row", "rows", type=NUMBER, multiple=True, required=True, help="A meeting of the plan; repeat it.")
@click.option("--person", "people", type=NUMBER, multiple=True, required=True, help="A place; repeat it.")
@click.option(
    "--at", "times", type=TIME, multiple=True, required=True, help="A time of day, such as 10:00; repeat it."
)
@click.option("--around", type=click.IntRange(0), default=2, show_default=True, help="Working days either side.")
@click.option("--answer-by", type=DAY, required=True)
@json_option
@seated
def poll(seat: Seat, *, times: Any, answer_by: Any, as_json: bool, **asked: Any) -> None:
    """Offer dates for meetings of the plan, and ask people by private link which suit."""
    made = change.ask_poll(seat, times=[one.time() for one in times], answer_by=answer_by.date(), **asked)
    tell(made, as_json=as_json, words=f"Poll {made.number}: people are asked.")


@click.command("proposals")
@click.argument("number", type=NUMBER)
@json_option
@seated
def proposals(seat: Seat, *, number: int, as_json: bool) -> None:
    """Which date of poll NUMBER suits which meeting, and who would miss it."""
    look(seat, Action.PLANNING_PAIRS, kind="poll", number=number)
    told = queries.polled(seat, number)
    labels, when = {one.key: one.label for one in told.people}, dict(told.dates)
    names = {one.number: one.label for one in told.meetings}
    words = [
        f"{names[one.meeting]}: {when[one.offer]:%Y-%m-%d %H:%M}" if one.offer else f"{names[one.meeting]}: no date"
        for one in told.proposals
    ]
    misses = [", ".join(sorted(labels[key] for key in one.needed.misses)) for one in told.proposals]
    lines = [f"{line}  would miss it: {who}" if who else line for line, who in zip(words, misses, strict=True)]
    tell(told.proposals, as_json=as_json, words="\n".join(lines) or "This poll is closed.")


@click.command("meetings")
@json_option
@seated
def meetings(seat: Seat, *, as_json: bool) -> None:
    """Meetings with their dates."""
    look(seat, Action.PLANNING_READ, kind="meetings")
    told = queries.meetings(seat)
    words = [
        f"{one.number:>3}  {one.starts:%Y-%m-%d %H:%M}  {one.label}" + ("  cancelled" if one.cancelled else "")
        for one in told
    ]
    tell(told, as_json=as_json, words="\n".join(words) or "Nothing is arranged yet.")


@click.command("arrange")
@click.option("--row", type=NUMBER, required=True, help="A meeting of the plan.")
@click.option("--at", type=TIME, required=True)
@click.option("--minutes", type=NUMBER, default=120, show_default=True)
@click.option("--needed", type=NUMBER, multiple=True, required=True, help="Who has to be there; repeat it.")
@click.option("--also", type=NUMBER, multiple=True, help="Who else is asked; repeat it.")
@click.option("--place", default="")
@click.option("--call", "call_link", default="")
@click.option("--anyway", is_flag=True, help="Even if somebody, or the place, is taken then.")
@json_option
@seated
def arrange(seat: Seat, *, at: Any, as_json: bool, **asked: Any) -> None:
    """Arrange a meeting of the plan on its day; nobody is told yet."""
    made = change.arrange_meeting(seat, at=at.time(), **asked)
    tell(made, as_json=as_json, words=f"Meeting {made.number} is arranged.")


@click.command("invite")
@click.argument("number", type=NUMBER)
@json_option
@seated
def invite(seat: Seat, *, number: int, as_json: bool) -> None:
    """Send the invitations of meeting NUMBER."""
    made = change.invite(seat, number=number)
    tell(made, as_json=as_json, words="The invitations are sent.")


@click.command("cancel")
@click.argument("number", type=NUMBER)
@click.option("--why", required=True, help="Kept here, and not sent.")
@json_option
@seated
def cancel(seat: Seat, *, number: int, why: str, as_json: bool) -> None:
    """Cancel meeting NUMBER; whoever was invited is told."""
    made = change.cancel_meeting(seat, number=number, why=why)
    tell(made, as_json=as_json, words="The meeting is cancelled.")


@click.command("pairs")
@click.option("--accept", is_flag=True, help="Accept every proposal that nothing speaks against.")
@json_option
@seated
def pairs(seat: Seat, *, accept: bool, as_json: bool) -> None:
    """Who holds which conversation, decided or proposed."""
    look(seat, Action.PLANNING_PAIRS, kind="pairs")
    if accept:
        change.accept_pairs(seat)
    told = queries.pairing(seat)
    words = []
    for one in told.heard:
        names = one.decided.pair if one.decided else ()
        if one.proposed:
            names = tuple(told.sitting(key).label for key in one.proposed.pair)
        words.append(f"{one.label}: {' and '.join(names) or 'nobody'} ({'decided' if one.decided else 'proposed'})")
    tell(told.heard, as_json=as_json, words="\n".join(words) or "Nobody is to be heard yet.")


@click.command("reply")
@click.argument("file", type=click.Path(exists=True, dir_okay=False, path_type=Path))
@json_option
@seated
def reply(seat: Seat, *, file: Path, as_json: bool) -> None:
    """Read the reply of a calendar program from FILE: the e-mail as it came, or the .ics in it."""
    look(seat, Action.PLANNING_PLAN)
    told = read_reply(file.read_bytes())
    made = change.take_reply(seat, uid=told.uid, address=told.address, answer=told.answer, sequence=told.sequence)
    if why := getattr(made, "why", ""):
        raise Refused(LEFT_WORDS[Left(why)])
    tell(made, as_json=as_json, words=f"Taken: {REPLY_NAMES[told.answer].lower()}.")


COMMANDS = (poll, proposals, meetings, arrange, invite, cancel, pairs, reply)
