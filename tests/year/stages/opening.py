"""S01 and S02: the board's office opens the review, the leads join, everybody gets a place, data protection is recorded."""

from tests.year.cast import OFFICE, PASSWORD, Case, Somebody, secret
from tests.year.world import World

BOARD = ("accountable", "delegated")


def open_review(world: World, case: Case) -> None:
    """The office opens the review; the two leads get their places with it."""
    office, (first, second) = world.hand(OFFICE), case.of("lead_reviewer")
    office.open("/")
    office.go("reviews/new/")
    office.send(
        code_name=case.code, kind=case.kind, variant=case.variant, leading="no",
        period="March 2025 to May 2026", board_name="The safeguarding board",
        questions="What can this let us see of how agencies hear a child?\nHow do services share what they know?",
        agencies="\n".join(case.agencies), other_name=first.name, other_email=first.email, other_independence="independent",
    )  # fmt: skip
    case.ref = office.page.at.split("/")[2]
    join(world, first)
    place(world, case, second, by=first, independence="internal")
    world.note(case, "S01", "Review opened, leads invited", OFFICE.label)


def decide(world: World, case: Case) -> None:
    """Nothing goes beyond S01 before there is a decision with reasons, nor beyond S02 before data protection."""
    office = world.hand(OFFICE)
    office.go("steps/", within=case.ref)
    told = office.refused("decision to review has no reasons", press="Move", to="S02")
    world.note(case, "S01", "Tried to go on too early", OFFICE.label, told)
    office.go("steps/gates/decision/", within=case.ref)
    office.send(text="The subgroup decided: services may learn from it how they hear children.")
    step(world, case, "S02")
    office.go("steps/", within=case.ref)
    told = office.refused("no data protection assessment", press="Move", to="S03")
    world.note(case, "S02", "Tried to go on too early", OFFICE.label, told)


def leave_out(world: World, case: Case) -> None:
    """The hybrid form uses parts of the method: steps that are switched off are not offered from then on."""
    if not case.left_out:
        return
    office = world.hand(OFFICE)
    office.go("about/left-out/", within=case.ref)
    office.refused("Say why", steps=list(case.left_out), reason="")
    office.send(steps=list(case.left_out), reason="Agencies hold their own talks; the board publishes elsewhere.")
    offered = {value for value, _ in office.boxes("to", press="Move").offers["to"]}
    assert not offered & set(case.left_out) and {"S05", "S17"} <= offered
    office.sees("Left out in this review", "Steps left out")
    world.note(case, "S02", "Steps left out with a reason", OFFICE.label)


def protect_data(world: World, case: Case) -> None:
    """The assessment is recorded; in one review there is none, and the reason stands there."""
    office = world.hand(OFFICE)
    office.go("data-protection/", within=case.ref)
    if case.variant == "sar_rapid_time":
        office.send(reason="Covered by the standing assessment of the board; its officer decided that.")
    else:
        office.send(reference="DP-2027-04")
    world.note(case, "S02", "Data protection recorded", OFFICE.label, "open")


def join(world: World, person: Somebody) -> None:
    """Somebody opens the link in their invitation and chooses a password; the link works once."""
    if not person.account or person.number in world.joined:
        return
    hand, link = world.hand(person), world.link(person, "invitation")
    hand.open(link)
    hand.send(password=PASSWORD)
    world.joined.add(person.number)


def place(world: World, case: Case, person: Somebody, *, by: Somebody = OFFICE, **more: str) -> None:
    """Somebody gets a place from the office (a lead from the other lead), and an invitation if they sign in."""
    office = world.hand(by)
    office.go("members/new/", within=case.ref)
    wishes = {"role": person.role, "role_label": person.label, **more}
    if person.agency:
        wishes["agency"] = person.agency
    if person.account:
        wishes |= {"email": person.email, "name": person.name}
    office.send(**wishes)
    join(world, person)


def assemble(world: World, case: Case) -> None:
    """Everybody gets a place; the leads and the team say what could pull them two ways."""
    for person in case.people:
        if person not in (OFFICE, *case.of("lead_reviewer")):
            place(world, case, person)
    for person in (*case.of("lead_reviewer"), *case.of("review_team_member")):
        hand = world.hand(person)
        hand.go("members/", within=case.ref)
        hand.follow(person.label)
        hand.send(statement="There is nothing.")
    world.note(case, "S02", f"{len(case.people)} people have a place", OFFICE.label)


def keep_names(world: World, case: Case) -> None:
    """The register of names: the family's, and one worker's, behind labels."""
    office = world.hand(OFFICE)
    for label, kind, name in (("The boy", "family", case.family_name), ("Nurse 9", "worker", secret("worker"))):
        office.go("identity/", within=case.ref)
        office.send(label=label, kind=kind, names=f"{name} Example\n{name}")
    world.note(case, "S02", "Names kept behind labels", OFFICE.label)


def step(world: World, case: Case, to: str) -> None:
    """The review moves on to a step."""
    office = world.hand(OFFICE)
    office.go("steps/", within=case.ref)
    office.send(press="Move", to=to)
    world.note(case, to, "Moved on", OFFICE.label, "open")
