"""Commands for what a review is: open, list, show, describe, ask, agency."""

import click

from casement.foundation.access import Seat
from casement.foundation.actions import Action, allows
from casement.foundation.shell import carded, json_option, look, seated, tell
from casement.rooms.reviews import commands as change
from casement.rooms.reviews import queries
from casement.rooms.reviews.rules.processes import variants
from casement.rooms.reviews.vocabulary import INDEPENDENCE_NAMES, KIND_NAMES


def lead_from(told: str) -> change.Lead:
    """A lead reviewer as typed: address, name, independence, with | between."""
    parts = [part.strip() for part in told.split("|")]
    email, name, independence = (*parts, "", "")[:3]
    return change.Lead(email, name, independence)


@click.command("open")
@click.argument("code_name")
@click.option("--kind", type=click.Choice([str(key) for key in KIND_NAMES]), required=True)
@click.option("--variant", type=click.Choice([each.key for each in variants()]), default="full", show_default=True)
@click.option("--period", default="", help='Such as "March 2023 to November 2024".')
@click.option("--board", "board_name", default="")
@click.option("--question", "questions", multiple=True, help="A window question; may be given again.")
@click.option("--agency", "agencies", multiple=True, help="An agency; may be given again.")
@click.option(
    "--independence", type=click.Choice([str(key) for key in INDEPENDENCE_NAMES]), default=None, help="Your own."
)
@click.option("--lead", "leads", multiple=True, metavar="EMAIL|NAME|INDEPENDENCE", help="Another lead reviewer.")
@click.option("--not-leading", is_flag=True, help="You run it for the board and do not lead it.")
@click.option("--dpia", "dpia_reference", default="")
@click.option("--dpia-waiver", default="")
@click.option("--sure", is_flag=True, help="The code name is not somebody's name, though it looks like one.")
@json_option
@carded
def open_review(
    card: Seat,
    *,
    code_name: str,
    kind: str,
    variant: str,
    period: str,
    board_name: str,
    questions: tuple[str, ...],
    agencies: tuple[str, ...],
    independence: str | None,
    leads: tuple[str, ...],
    not_leading: bool,
    dpia_reference: str,
    dpia_waiver: str,
    sure: bool,
    as_json: bool,
) -> None:
    """Open a review; prints its reference."""
    made = change.open_review(
        card,
        code_name=code_name,
        kind=kind,
        variant=variant,
        period=period,
        board_name=board_name,
        questions=questions,
        agencies=agencies,
        leading=not not_leading,
        independence=independence or "",
        leads=[lead_from(told) for told in leads],
        dpia_reference=dpia_reference,
        dpia_waiver=dpia_waiver,
        sure=sure,
    )
    tell({"review": made.ref}, as_json=as_json, words=made.ref)


@click.command("list")
@json_option
@carded
def list_reviews(card: Seat, *, as_json: bool) -> None:
    """The reviews you have a place in."""
    seats = queries.seats_of(card.person_id)
    told = queries.stands(seats)
    rows = [
        {
            "review": seat.ref,
            "place": seat.label,
            "step": told[seat.review].step,
            "closed": told[seat.review].closed_at is not None,
        }
        for seat in seats
    ]
    words = "\n".join(f"{row['review']}  {row['step']}  {row['place']}" for row in rows)
    tell(rows, as_json=as_json, words=words or "You have no place in a review yet.")


@click.command("show")
@json_option
@seated
def show(seat: Seat, *, as_json: bool) -> None:
    """The facts of a review, its agencies and its questions."""
    look(seat, Action.REVIEWS_READ)
    told, agencies = queries.about(seat), queries.agencies(seat)
    asked = queries.questions(seat) if allows(seat.standing, Action.REVIEWS_QUESTIONS) else ()
    words = [
        f"Code name  {told.code_name}",
        f"Kind       {told.kind_name}",
        f"Form       {told.variant.name}",
        f"Period     {told.period or 'not said yet'}",
        f"Board      {told.board_name or 'not said yet'}",
        *(f"Agency {line.number}   {line.name}" for line in agencies),
        *(f"Question {question.number} {question.text}" for question in asked),
    ]
    numbered = [{"number": line.number, "name": line.name} for line in agencies]
    value = {"facts": told, "agencies": numbered, "questions": asked}
    tell(value, as_json=as_json, words="\n".join(words))


@click.command("describe")
@click.option("--code-name")
@click.option("--kind", type=click.Choice([str(key) for key in KIND_NAMES]))
@click.option("--period")
@click.option("--board", "board_name")
@click.option("--sure", is_flag=True)
@json_option
@seated
def describe(
    seat: Seat,
    *,
    code_name: str | None,
    kind: str | None,
    period: str | None,
    board_name: str | None,
    sure: bool,
    as_json: bool,
) -> None:
    """Change facts of a review; what is not given stays as it is."""
    made = change.describe_review(
        seat, code_name=code_name, kind=kind, period=period, board_name=board_name, sure=sure
    )
    tell({"review": made.ref}, as_json=as_json, words="The facts are saved.")


@click.command("ask")
@click.argument("text")
@click.option("--reason", default="")
@click.option("--replaces", type=int, help="The number of the question this rewords.")
@json_option
@seated
def ask(seat: Seat, *, text: str, reason: str, replaces: int | None, as_json: bool) -> None:
    """Add a window question, or reword one."""
    made = change.ask_question(seat, text=text, reason=reason, replaces=replaces)
    tell(made, as_json=as_json, words=f"Question {made.number} saved.")


@click.command("agency")
@click.argument("name")
@click.option("--kind", default="")
@click.option("--rename", "number", type=int, help="The number of the agency to rename.")
@json_option
@seated
def agency(seat: Seat, *, name: str, kind: str, number: int | None, as_json: bool) -> None:
    """Add an agency, or rename one."""
    if number is None:
        made = change.add_agency(seat, name=name, kind=kind)
    else:
        made = change.rename_agency(seat, number=number, name=name)
    tell(made, as_json=as_json, words=f"Agency {made.number} saved.")


COMMANDS = (open_review, list_reviews, show, describe, ask, agency)
