"""Letters of the office: written from the texts of the board, read in Casement by whoever they are for."""

from typing import Any

from tests.year.cast import OFFICE, Case, Somebody, secret
from tests.year.world import World


def write(world: World, case: Case, person: Somebody, letter: str, *, tried: str = "", **fields: Any) -> str:
    """A letter to somebody, filled in and sent as they can get it; its subject in the record is not told in mail.

    `tried` is what the page says when it cannot be sent yet.
    """
    office = world.hand(OFFICE)
    office.go("letters/", within=case.ref)
    office.go("letters/new/", within=case.ref)
    office.send(key=letter, to=person.label)
    fill(world, fields)
    office.go("sending/", within=office.page.at)
    route = "casement" if person.account else "paper"
    if tried:
        return office.refused(tried, route=route)
    office.send(route=route)
    return ""


def fill(world: World, fields: dict[str, Any]) -> None:
    """Fill in what the letter asks for; a letter that asks for nothing has no such form."""
    office = world.hand(OFFICE)
    boxes = office.forms(towards=office.page.at)
    if not boxes:
        return
    wishes: dict[str, Any] = {}
    for name, kind in boxes[0].kinds.items():
        if name.endswith("_day"):
            wishes[name.removesuffix("_day")] = world.today
        elif kind in ("text", "textarea") and not name.endswith(("_month", "_year")):
            wishes[name] = "14:30" if name == "time" else f"Words about {secret('letter')}"
    office.send(towards=office.page.at, **(wishes | fields))


def read(world: World, case: Case, person: Somebody) -> None:
    """Somebody finds the letter from their home page, and says that they have read it."""
    hand = world.hand(person)
    hand.awaits("letter")
    hand.go("my-letters/", within=case.ref)
    found = [one for one in hand.page.links if "/my-letters/" in one and one.rstrip("/").split("/")[-1].isdigit()]
    for at in found:
        hand.open(at)
        if hand.forms(towards="/reading/"):
            hand.send(towards="/reading/")
