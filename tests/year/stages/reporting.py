"""S13 to S17: the final report, the gates before the board and before publication, and the end of the review."""

from tests.year.cast import OFFICE, Case, Somebody, secret
from tests.year.stages import analysing, answering, family, opening
from tests.year.world import World

EDITIONS = ("Internal", "Publishable")
FOR_BOARD = {"subject": "draft_report", "role": "accountable"}


def gate(world: World, case: Case, key: str, answer: str) -> None:
    """A gate is answered in words."""
    office = world.hand(OFFICE)
    office.go("steps/", within=case.ref)
    office.go(f"steps/gates/{key}/", within=case.ref)
    office.send(text=answer)


def blocked(world: World, case: Case, to: str, words: str) -> None:
    """The review does not move on yet, and the page says why."""
    office = world.hand(OFFICE)
    office.go("steps/", within=case.ref)
    told = office.refused(words, press="Move", to=to)
    world.note(case, to, "Tried to go on too early", OFFICE.label, told)


def write(world: World, case: Case, lead: Somebody) -> None:
    """The report is put together from the analysis, one section is written, and copies are saved."""
    case_finding(world, case)
    hand = world.hand(lead)
    hand.go("report/", within=case.ref)
    hand.send(press="Start the report")
    sections = [one for one in hand.page.links if "/report/sections/" in one]
    summary = next(one for one in sections if one.endswith("/summary/"))
    hand.open(summary)
    hand.send(text=f"Two services knew of each other ({secret('report')}).")
    hand.go("report/preview/", within=case.ref)
    for edition in EDITIONS:
        hand.go("report/preview/", within=case.ref)
        hand.follow(edition)
        wishes = {"looked": True} if hand.page.tree.xpath("//input[@name='looked']") else {}
        hand.send(format="docx", **wishes)
    world.night()
    hand.go("report/copies/", within=case.ref)
    for at in [one for one in hand.page.links if one.endswith("/file/")]:
        assert hand.open(at).status == 200
    world.note(case, "S13", "Final report written, a copy saved", lead.label)


def case_finding(world: World, case: Case) -> None:
    """The finding that the case group tested is agreed and goes into the report."""
    for to in ("tested_with_case_group", "agreed_by_team", "in_report"):
        analysing.move(world, case, case.of("review_team_member")[1], to)


def finish(world: World, case: Case, lead: Somebody) -> None:
    """Through its gates to the board: the case group had its say, the family was told, the report is signed off."""
    blocked(world, case, "S14", "how the family was told")
    family.tell(world, case, lead)
    blocked(world, case, "S14", "not signed off")
    gate(world, case, "sign_off", "Both leads and the team agreed to it; nobody disagrees.")
    opening.step(world, case, "S14")


def too_early_for_board(world: World, case: Case, lead: Somebody) -> None:
    """Nothing reaches the board before the case group has had its say, whoever tries it and by which page."""
    blocked(world, case, "S14", "case group has not had its say")
    hand = world.hand(lead)
    hand.go("members/releases/", within=case.ref)
    told = hand.refused("case group has not had its say", holding=FOR_BOARD, press="Release")
    world.note(case, "S12", "Tried to release the draft to the board", lead.label, told)


def to_board(world: World, case: Case, lead: Somebody) -> None:
    """The draft is released to the board, whose chair finds it from their home page and reads it."""
    hand, chair = world.hand(lead), case.one("accountable")
    hand.go("members/releases/", within=case.ref)
    hand.send(holding=FOR_BOARD, press="Release")
    reader = world.hand(chair)
    reader.awaits("report")
    reader.go("report/", within=case.ref)
    copy = next(one for one in reader.page.links if "/report/copies/" in one)
    assert reader.open(copy).status == 200
    world.note(case, "S14", "The board reads the report", chair.label, "open")


def after_board(world: World, case: Case) -> None:
    """The board's answer, the publication check where the review takes that step, and what changed."""
    chair = case.one("accountable")
    answering.present(world, case, chair)
    opening.step(world, case, "S15")
    answering.answer(world, case, chair)
    if case.takes("S16"):
        opening.step(world, case, "S16")
        blocked(world, case, "S17", "publication check")
        check_publication(world, case)
        answering.tell_and_publish(world, case)
    opening.step(world, case, "S17")
    answering.report_on_action(world, case, case.one("agency_contact"))
    answering.close_questions(world, case, chair)


def check_publication(world: World, case: Case) -> None:
    """The office answers what is asked before publication and signs; a lead reads it and signs too."""
    office, at = world.hand(OFFICE), f"/reviews/{case.ref}/publication/"
    office.go("publication/", within=case.ref)
    office.send(press="Begin the check")
    for address in [one for one in office.page.links if "/publication/asked/" in one]:
        office.open(address)
        office.send(press="Save the answer", answer="yes")
    office.open(at)
    office.send(press="Save what comes of it", outcome="in_full")
    office.send(press="Sign the check")
    lead = world.hand(case.one("lead_reviewer"))
    lead.awaits("second signature")
    lead.go("publication/", within=case.ref)
    lead.send(press="Sign the check")
    lead.sees("Signed by")
    world.note(case, "S16", "Publication check signed by two people", case.one("lead_reviewer").label)


def close(world: World, case: Case) -> None:
    """The review is closed: nothing can be changed in it any more."""
    office = world.hand(OFFICE)
    office.go("steps/", within=case.ref)
    office.send(press="Close the review", note="Its actions are followed up elsewhere.")
    office.sees("This review is closed")
    world.note(case, "S17", "Closed", OFFICE.label)
