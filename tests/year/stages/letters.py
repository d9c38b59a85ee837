"""Letters of the office: written from the texts of the board, read in Casement by whoever they are for."""

from datetime import date
from typing import Any

from tests.year.cast import OFFICE, Case, Somebody, secret
from tests.year.world import World

WORDS = {"day": "2027-02-01", "time": "14:30", "lines": "Line one"}


def write(world: World, case: Case, person: Somebody, letter: str, *, tried: str = "", **fields: Any) -> str:
    """A letter to somebody, filled in and sent as they can get it; its subject in the record is not told in mail.

    `tried` is what the page says when it cannot be sent yet.
    """
    office = world.hand(OFFICE)
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
    """Fill in everything that the letter asks for."""
    office = world.hand(OFFICE)
    boxes = None
    for form in office.page.tree.forms:
        if (form.get("method") or "get").lower() == "post" and "/letters/" in (form.get("action") or office.page.at):
            from tests.year.browser import Boxes

            boxes = Boxes(form, office.page)
            if any(kind in ("text", "textarea") for kind in boxes.kinds.values()):
                break
            boxes = None
    if boxes is None:
        return
    wishes: dict[str, Any] = {}
    for name, kind in boxes.kinds.items():
        if name.endswith("_day"):
            wishes[name.removesuffix("_day")] = world.today
        elif kind in ("text", "textarea") and not name.endswith(("_month", "_year")):
            wishes[name] = "14:30" if name == "time" else f"Words about {secret('letter')}"
    office.send(**(wishes | fields))


def read(world: World, case: Case, person: Somebody) -> None:
    """Somebody finds the letter from their home page, and says that they have read it."""
    hand = world.hand(person)
    hand.open("/")
    hand.sees("letter")
    hand.go("my-letters/", within=case.ref)
    found = [one for one in hand.page.links if "/my-letters/" in one and one.rstrip("/").split("/")[-1].isdigit()]
    hand.open(found[0])
    hand.send(towards="/reading/")
