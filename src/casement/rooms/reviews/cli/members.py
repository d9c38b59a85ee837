"""Commands for who takes part and what they may see: seat, end, declare, grant, release, identify, members."""

import datetime

import click

from casement.foundation.access import Role, Seat, Subject
from casement.foundation.actions import Action
from casement.foundation.shell import json_option, look, seated, tell
from casement.rooms.reviews import commands as change
from casement.rooms.reviews import queries
from casement.rooms.reviews.vocabulary import IDENTITY_NAMES, INDEPENDENCE_NAMES

ROLES = click.Choice([str(role) for role in Role])
SUBJECTS = click.Choice([str(subject) for subject in Subject])


@click.command("members")
@json_option
@seated
def members(seat: Seat, *, as_json: bool) -> None:
    """Who takes part, by number."""
    look(seat, Action.REVIEWS_MEMBERS, kind="members")
    told = queries.members(seat)
    words = "\n".join(
        f"{each.number:>3}  {each.role_label}  ({each.role_name}{', left' if each.ended_at else ''})"
        for each in told
    )
    tell(told, as_json=as_json, words=words)


@click.command("seat")
@click.argument("role", type=ROLES)
@click.argument("role_label")
@click.option("--agency", type=int, help="The agency's number.")
@click.option("--email", default="")
@click.option("--name", default="", help="For the invitation of somebody without an account.")
@click.option("--independence", type=click.Choice([str(key) for key in INDEPENDENCE_NAMES]), default=None)
@click.option("--conflict", "conflict_statement", default="")
@json_option
@seated
def seat_member(
    seat: Seat,
    *,
    role: str,
    role_label: str,
    agency: int | None,
    email: str,
    name: str,
    independence: str | None,
    conflict_statement: str,
    as_json: bool,
) -> None:
    """Give somebody a place; prints the address of the invitation when one was made."""
    made = change.seat_member(
        seat,
        role=role,
        role_label=role_label,
        agency=agency,
        email=email,
        name=name,
        independence=independence or "",
        conflict_statement=conflict_statement,
    )
    link: str = getattr(made, "link", "")
    words = f"Place {made.number} given." + (f"\nInvitation: {link}" if link else "")
    tell({"kind": "participation", "number": made.number, "invitation": link}, as_json=as_json, words=words)


@click.command("profession")
@click.argument("number", type=int)
@click.argument("profession")
@json_option
@seated
def profession_of(seat: Seat, *, number: int, profession: str, as_json: bool) -> None:
    """Say or change somebody's profession; with "" it is taken out."""
    made = change.say_profession(seat, number=number, profession=profession)
    tell(made, as_json=as_json, words="The profession is saved.")


@click.command("end")
@click.argument("number", type=int)
@json_option
@seated
def end(seat: Seat, *, number: int, as_json: bool) -> None:
    """End a place; access ends at once."""
    made = change.end_participation(seat, number=number)
    tell(made, as_json=as_json, words=f"Place {made.number} has ended.")


@click.command("declare")
@click.argument("statement")
@click.option("--number", type=int, help="Whose place; your own when left out.")
@json_option
@seated
def declare(seat: Seat, *, statement: str, number: int | None, as_json: bool) -> None:
    """Write down what could pull somebody two ways, or that there is nothing."""
    made = change.declare_conflict(seat, statement=statement, number=number)
    tell(made, as_json=as_json, words="The statement is saved.")


@click.command("grant")
@click.argument("number", type=int)
@click.argument("subject", type=SUBJECTS)
@click.option("--reason", default="")
@click.option("--until", type=click.DateTime(["%Y-%m-%d"]), help="The last day, as year-month-day.")
@click.option("--end", "ending", is_flag=True, help="End the grant instead.")
@json_option
@seated
def grant(
    seat: Seat,
    *,
    number: int,
    subject: str,
    reason: str,
    until: datetime.datetime | None,
    ending: bool,
    as_json: bool,
) -> None:
    """Let one person read one kind of thing until a day, or end that."""
    if ending:
        change.end_grant(seat, number=number, subject=subject)
        tell({"number": number}, as_json=as_json, words="The right has ended.")
        return
    if until is None:
        raise click.UsageError("Say until which day: --until 2026-12-31")
    change.grant_access(seat, number=number, subject=subject, reason=reason, until=until.date())
    tell({"number": number}, as_json=as_json, words="The right is granted.")


@click.command("release")
@click.argument("subject", type=SUBJECTS)
@click.argument("role", type=ROLES)
@click.option("--end", "ending", is_flag=True, help="Take the release back.")
@json_option
@seated
def release(seat: Seat, *, subject: str, role: str, ending: bool, as_json: bool) -> None:
    """Let a role read one kind of thing, or take that back."""
    if ending:
        change.end_release(seat, subject=subject, role=role)
    else:
        change.release(seat, subject=subject, role=role)
    words = "It is no longer released." if ending else "It is released."
    tell({"subject": subject, "role": role, "released": not ending}, as_json=as_json, words=words)


@click.command("identify")
@click.argument("label")
@click.argument("names", nargs=-1, required=True)
@click.option("--kind", type=click.Choice([str(key) for key in IDENTITY_NAMES]), required=True)
@click.option("--place", "participation", type=int, help="The number of the place it belongs to.")
@json_option
@seated
def identify(
    seat: Seat, *, label: str, names: tuple[str, ...], kind: str, participation: int | None, as_json: bool
) -> None:
    """Write down the names behind a label."""
    made = change.identify(seat, label=label, kind=kind, names=names, participation=participation)
    tell(made, as_json=as_json, words=f"Label {made.number} saved.")


COMMANDS = (members, seat_member, profession_of, end, declare, grant, release, identify)
