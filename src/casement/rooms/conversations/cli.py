"""Conversations on the command line: who is heard, by whom and when. What was said stays on its own pages."""

from __future__ import annotations

from datetime import date, datetime
from typing import Any

import click

from casement.foundation.access import Seat
from casement.foundation.actions import Action
from casement.foundation.shell import json_option, look, seated, tell
from casement.rooms.conversations import commands as change
from casement.rooms.conversations import queries
from casement.rooms.conversations.vocabulary import EXPLANATIONS, GUIDE_NAMES, NOW_EXPLAINED, STATE_NAMES

NUMBER = click.IntRange(min=1)
DAY = click.DateTime(["%Y-%m-%d"])
CLOCK = click.DateTime(["%H:%M"])
PAIR = click.option("--by", "pair", type=NUMBER, multiple=True, required=True, help="Who holds it, by place.")
LINE = click.option("--in-line", type=NUMBER, multiple=True, help="Who of them manages this person.")
WHY = click.option("--why", default="", help="Why this pair.")


@click.group("conversation")
def conversations() -> None:
    """Conversations: list, propose, explain, book, go on, release."""


@conversations.command("list")
@json_option
@seated
def listed(seat: Seat, *, as_json: bool) -> None:
    """Every conversation this seat may know of, and what comes next."""
    look(seat, Action.CONVERSATIONS_KNOW, kind="conversations")
    told = queries.listing(seat)
    words = "\n".join(
        f"{one.number:4} {one.who}: {one.stands}. {', '.join(one.pair)}{f'. Next: {one.next}' if one.next else ''}"
        for one in told
    )
    tell(told, as_json=as_json, words=words or "No conversation is proposed yet.")


@conversations.command("propose")
@click.option("--with", "participation", type=NUMBER, required=True, help="The place of whoever is heard.")
@click.option("--guide", type=click.Choice([str(one) for one in GUIDE_NAMES]), required=True)
@PAIR
@LINE
@WHY
@json_option
@seated
def propose(seat: Seat, *, as_json: bool, **told: Any) -> None:
    """Propose a conversation. Nobody is told yet."""
    made = change.propose_conversation(seat, **told)
    tell(made, as_json=as_json, words=f"Conversation {made.number} is proposed.")


@conversations.command("pair")
@click.argument("number", type=NUMBER)
@PAIR
@LINE
@WHY
@json_option
@seated
def pair_of(seat: Seat, *, number: int, as_json: bool, **told: Any) -> None:
    """Choose another pair for conversation NUMBER."""
    made = change.choose_pair(seat, number=number, **told)
    tell(made, as_json=as_json, words=f"The pair of conversation {number} is chosen.")


@conversations.command("explained")
@click.argument("number", type=NUMBER)
@click.option("--text", default=NOW_EXPLAINED.version, help="The version of the text that was used.")
@click.option("--on", type=DAY, help="The day, such as 2026-02-03; today if not said.")
@json_option
@seated
def explained(seat: Seat, *, number: int, text: str, on: datetime | None, as_json: bool) -> None:
    """Record that the status of conversation NUMBER was explained to its participant."""
    made = change.explain_status(seat, number=number, text_version=text, on=on.date() if on else None)
    tell(made, as_json=as_json, words=f"It is recorded that conversation {number} was explained.")


@conversations.command("text")
@seated
def text(seat: Seat) -> None:
    """The text in which the status is explained, in every version."""
    look(seat, Action.CONVERSATIONS_KNOW, kind="explanation")
    for one in EXPLANATIONS:
        click.echo("\n\n".join((f"Version {one.version}", *one.paragraphs)))


@conversations.command("book")
@click.argument("number", type=NUMBER)
@click.option("--on", type=DAY, required=True, help="The day, such as 2026-02-03.")
@click.option("--at", type=CLOCK, required=True, help="The time, such as 14:30.")
@click.option("--place", default="")
@json_option
@seated
def book(seat: Seat, *, number: int, on: datetime, at: datetime, place: str, as_json: bool) -> None:
    """Book a day, a time and a place, or change them."""
    day: date = on.date()
    made = change.book_conversation(seat, number=number, on=day, at=at.time(), place=place)
    tell(made, as_json=as_json, words=f"Conversation {number} is booked.")


@conversations.command("move")
@click.argument("number", type=NUMBER)
@click.argument("to", type=click.Choice([str(one) for one in STATE_NAMES]))
@click.option("--note", default="", help="Why.")
@json_option
@seated
def move(seat: Seat, *, number: int, to: str, note: str, as_json: bool) -> None:
    """Say that conversation NUMBER was held, or that it goes aside or back."""
    made = change.move_conversation(seat, number=number, to=to, note=note)
    tell(made, as_json=as_json, words=f"Conversation {number}: {STATE_NAMES[made.state]}.")


@conversations.command("send")
@click.argument("number", type=NUMBER)
@click.option("--link", "by_link", is_flag=True, help="Also make a private link, for somebody without an account.")
@json_option
@seated
def send(seat: Seat, *, number: int, by_link: bool, as_json: bool) -> None:
    """Give the write-up of conversation NUMBER to its participant to check."""
    made = change.send_write_up(seat, number=number)
    words = f"The write-up of conversation {number} is with its participant."
    if by_link:
        words += f"\nThis link is told once:\n{change.make_check_link(seat, number=number).link}"  # type: ignore[attr-defined]
    tell(made, as_json=as_json, words=words)


@conversations.command("release")
@click.argument("number", type=NUMBER)
@click.option("--access", type=click.Choice(["team", "leads"]), default="team", help="Who may read it.")
@json_option
@seated
def release(seat: Seat, *, number: int, access: str, as_json: bool) -> None:
    """Release the agreed account of conversation NUMBER to the analysis, as a source."""
    made = change.release_conversation(seat, number=number, access=access)
    number_of = made.source.number if made.source else 0
    tell(made, as_json=as_json, words=f"Conversation {number} is source {number_of}.")


commands = (conversations,)
