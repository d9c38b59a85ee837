"""S06: agencies are asked for records, answer or do not, and what came is read and marked."""

from tests.year.cast import OFFICE, Case, secret
from tests.year.world import World

TEXT = """A card was left on Friday.

Nobody rang back about {word}.

The duty worker asked twice and got no answer.
"""


def ask(world: World, case: Case) -> None:
    """Each agency is asked, with a reason and the power behind it."""
    office = world.hand(OFFICE)
    for agency in case.agencies:
        office.go("requests/", within=case.ref)
        office.go("requests/new/", within=case.ref)
        power = next(v for v, label in office.boxes("power").offers["power"] if v and v != "other")
        speaks = any(one.agency == agency for one in case.of("agency_contact"))
        asked = {} if speaks else {"asked_of": "Records Manager"}
        office.send(
            **asked, agency=agency, kinds="Notes of contacts", reason="To see what was known when.", power=power
        )
        case.requests[agency] = office.page.at
    world.note(case, "S06", f"{len(case.agencies)} agencies asked for records", OFFICE.label)


def answer(world: World, case: Case) -> None:
    """Two agencies' contacts see what waits for them and send what they have."""
    for contact in case.of("agency_contact")[:2]:
        hand = world.hand(contact)
        hand.awaits("record")
        hand.go("sources/new/", within=case.ref)
        text = TEXT.format(word=secret("record"))
        request = next(value for value, _ in hand.boxes("request").offers["request"] if value)
        wishes = {"files": (f"{contact.agency}.txt", text.encode()), "request": request, "whole": True}
        if any(value for value, _ in hand.boxes("agency").offers.get("agency", [])):
            wishes["agency"] = contact.agency
        hand.send(**wishes)
    world.night()
    world.note(case, "S06", "Records came", "Agency contacts")


def give_up(world: World, case: Case) -> None:
    """An agency never answers: it is asked again along the route, and given up only when the route is at its end."""
    office, silent = world.hand(OFFICE), case.requests[case.agencies[2]]
    for route in ("contact", "senior", "chair"):
        office.open(silent)
        office.go("ending/", within=silent)
        told = office.refused("Before you give up", how="unanswered", reason="No answer came.")
        office.open(silent)
        office.go("chase/", within=silent)
        office.send(route=route, note="Rang, left a message.")
    world.note(case, "S06", "Tried to give up a silent agency too early", OFFICE.label, told)
    office.open(silent)
    office.go("ending/", within=silent)
    office.send(how="unanswered", reason="No answer came.")
    office.open(silent)
    world.note(case, "S06", "A silent agency was asked along the route and given up", OFFICE.label)


def read(world: World, case: Case) -> None:
    """The team reads what came, and marks words in it."""
    person = case.one("review_team_member")
    hand = world.hand(person)
    hand.go("sources/", within=case.ref)
    found = [one for one in hand.page.links if one.rstrip("/").split("/")[-1].isdigit() and "/sources/" in one]
    hand.open(found[0])
    hand.sees("A card was left on Friday.")
    case.source = hand.page.at.rstrip("/").split("/")[-1]
    world.note(case, "S06", "Records read", person.label)
