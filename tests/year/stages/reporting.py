"""S13 to S17: the final report, the gates before the board and before publication, and the end of the review."""

from tests.year.cast import OFFICE, Case, Somebody, secret
from tests.year.stages import analysing, family, opening
from tests.year.world import World


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
    wishes = {"looked": True} if hand.page.tree.xpath("//input[@name='looked']") else {}
    hand.send(format="docx", **wishes)
    world.night()
    hand.go("report/copies/", within=case.ref)
    files = [one for one in hand.page.links if "/report/copies/" in one and one.rstrip("/")[-1].isdigit()]
    hand.open(files[0])
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


def after_board(world: World, case: Case) -> None:
    """The board's answer, the publication check, and what changed."""
    opening.step(world, case, "S15")
    opening.step(world, case, "S16")
    blocked(world, case, "S17", "publication check")
    gate(world, case, "publication_check", "Two people made it: publish in full.")
    opening.step(world, case, "S17")


def close(world: World, case: Case) -> None:
    """The review is closed: nothing can be changed in it any more."""
    office = world.hand(OFFICE)
    office.go("steps/", within=case.ref)
    office.send(press="Close the review", note="Its actions are followed up elsewhere.")
    office.sees("This review is closed")
    world.note(case, "S17", "Closed", OFFICE.label)
