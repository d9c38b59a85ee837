"""Beside all steps: what it takes of whose time, and the quality markers that each level answers for itself."""

from tests.year.cast import OFFICE, Case, Somebody, secret
from tests.year.world import World


def enter_time(world: World, case: Case, step: str, people: list[Somebody], what: str) -> None:
    """Each enters the time of a meeting or conversation as it was booked: two presses."""
    for person in people:
        hand = world.hand(person)
        hand.go("time/", within=case.ref)
        hand.open(next(one for one in hand.page.links if f"?of={what}" in one))
        hand.send(press="Add time")
        hand.sees("Your entries") if person is not OFFICE else hand.sees("Entries of everybody")
    world.note(case, step, f"{len(people)} entered the time of a {what}", "Leads and team")


def totals(world: World, case: Case) -> None:
    """The office sees totals by stage, agency and kind, never a person's."""
    office = world.hand(OFFICE)
    office.go("time/totals/", within=case.ref)
    office.sees("Together", "By stage", "By agency", "Meeting")
    assert "Reviewer 1" not in office.page.words
    world.note(case, "S17", "Totals of time, without people", OFFICE.label)


def answer_markers(world: World, case: Case, person: Somebody, *, waits: bool = False) -> None:
    """Somebody answers for their level the first marker that asks it now."""
    hand = world.hand(person)
    if waits:
        hand.awaits("The self-check asks your level")
    hand.go("quality/", within=case.ref)
    asked = [one for one in hand.page.links if "/quality/Q" in one]
    hand.open(asked[0])
    hand.send(press="Save the answer", text=f"We looked at it together ({secret('marker')}).", concern="yes",
              next_step="We ask again in spring.")  # fmt: skip
    world.note(case, "S15", "A quality marker answered", person.label)


def keep_markers(world: World, case: Case, lead: Somebody) -> None:
    """The self-check with the answers of every level, saved as a file."""
    hand = world.hand(lead)
    hand.go("quality/", within=case.ref)
    word = next(one for one in hand.page.tree.xpath("//a/@href") if one.endswith("markers.docx"))
    assert hand.open(word).status == 200
    world.note(case, "S15", "Self-check saved as a file", lead.label)
