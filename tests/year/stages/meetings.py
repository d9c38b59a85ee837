"""What belongs to a meeting: agenda and papers before, who came and notes in it, minutes and what follows after."""

from typing import Any

from tests.year.cast import Case, Somebody, secret
from tests.year.world import World, text_of


def prepare(world: World, case: Case, at: str, lead: Somebody) -> None:
    """The agenda of this kind of meeting with a paper; minutes cannot be agreed before it was held."""
    hand = world.hand(lead)
    hand.open(at)
    hand.go("agenda/", within=at)
    hand.send(press="Take this agenda")
    item = next(one for one in hand.page.links if "/agenda/items/" in one)
    hand.open(item)
    papers = [value for value, _ in hand.boxes("key").offers["key"] if value]
    if papers:
        hand.send(press="Link the paper", key=papers[0])
    hand.open(at)
    hand.go("minutes/", within=at)
    hand.sees("once the meeting has begun")
    assert not hand.forms(towards="/minutes/agreement/")
    world.note(case, "S03", "Agenda and papers; minutes cannot be agreed yet", lead.label, "held until it is held")


def note(world: World, at: str, person: Somebody, kind: str, text: str, **more: Any) -> None:
    """One entry of somebody's own, under the first item."""
    hand = world.hand(person)
    hand.open(at)
    hand.go("notes/", within=at)
    first = next(value for value, _ in hand.boxes("item", "text").offers["item"] if value)
    hand.send(press="Write it down", kind=kind, text=text, item=first, **more)


def hold(world: World, case: Case, at: str, step: str, came: list[Somebody]) -> None:
    """Several people write at once; somebody takes an action on; who came is noted."""
    lead, second, member = *case.of("lead_reviewer"), case.one("review_team_member")
    note(world, at, lead, "discussion", f"We spoke of {secret('meeting')}.")
    note(
        world,
        at,
        second,
        "decision",
        "Two of us read each record.",
        reason="One alone misses things.",
        who="The team",
    )
    note(world, at, member, "action", "Ask for the rota of that month.", owner=member.label)
    hand = world.hand(lead)
    hand.open(at)
    hand.go("attendance/", within=at)
    rows = hand.page.tree.xpath("//main//tr[.//select]")
    places = {" ".join(row.xpath("string(.//th)").split()): row.xpath(".//select/@name")[0] for row in rows}
    labels = {one.label for one in came}
    hand.send(**{name: "came" if label in labels else "apologies" for label, name in places.items()})
    world.note(case, step, f"{len(came)} came; three people took notes", lead.label)


def agree(world: World, case: Case, at: str, step: str, readers: list[Somebody]) -> None:
    """A lead agrees the minutes; whoever was there is told by mail without words, reads them, and is told no more."""
    lead = case.one("lead_reviewer")
    hand = world.hand(lead)
    before = {one.number: len(world.mails_to(one)) for one in readers}
    hand.open(at)
    hand.go("minutes/", within=at)
    hand.send(towards="/minutes/agreement/")
    for person in readers:
        told = [text_of(one) for one in world.mails_to(person)[before[person.number] :]]
        assert any("ready for you to read" in one for one in told), (person.label, told)
        reader = world.hand(person)
        reader.awaits("Minutes")
        reader.open(next(one for one in reader.page.links if one.endswith("/minutes/")))
        reader.sees("We spoke of", "Two of us read each record.")
        word = next(one for one in reader.page.tree.xpath("//a/@href") if one.endswith("minutes.docx"))
        assert reader.open(word).status == 200
    world.note(case, step, "Minutes agreed, read on paper and on the page", lead.label, "open")


def correct(world: World, case: Case, at: str, reader: Somebody) -> None:
    """A word was wrong: the minutes are opened again with a reason, and agreed afresh; the first version stays."""
    lead = case.one("lead_reviewer")
    hand = world.hand(lead)
    hand.go("minutes/", within=at)
    hand.send(press="Open the minutes again", why="The month was wrong.")
    hand.open(at)
    hand.go("notes/", within=at)
    hand.open(next(one for one in hand.page.links if "/notes/" in one and one.rstrip("/").split("/")[-1].isdigit()))
    hand.send(press="Save your entry", text=f"We spoke of {secret('meeting')} in May.")
    hand.go("minutes/", within=at)
    hand.send(towards="/minutes/agreement/")
    other = world.hand(reader)
    other.awaits("Minutes")
    other.open(next(one for one in other.page.links if one.endswith("/minutes/")))
    other.sees("in May", "Version 2", "The month was wrong.")
    other.follow("Version 1")
    assert "in May" not in other.page.words
    world.note(case, "S03", "Minutes corrected after they were agreed; told again", lead.label)


def action_done(world: World, case: Case, person: Somebody) -> None:
    """Whoever took an action on finds it from their home page and says that it is done."""
    hand = world.hand(person)
    hand.awaits("You took on something")
    hand.go("my-actions/", within=case.ref)
    hand.send(press="It is done", outcome="They sent it.")
    world.note(case, "S04", "An action of a meeting is done", person.label)


def hunch(world: World, case: Case, at: str, person: Somebody) -> None:
    """A hunch about an episode, which stands beside the episode then, and in nobody else's minutes."""
    words = f"Perhaps the rota was the reason ({secret('analysis')})."
    note(world, at, person, "hunch", words)
    hand = world.hand(person)
    hand.open([one for one in hand.page.links if "/notes/" in one and one.rstrip("/").split("/")[-1].isdigit()][-1])
    about = next(value for value, _ in hand.boxes("about").offers["about"] if value.startswith("episode"))
    hand.send(press="Save the links", about=[about])
    hand.go("episodes/", within=case.ref)
    hand.open(next(one for one in hand.page.links if one.endswith("/episodes/1/")))
    hand.sees("Perhaps the rota was the reason")
    world.note(case, "S10", "A hunch stands beside its episode", person.label)
