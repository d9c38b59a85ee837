"""S10 and S12: the case group reads a follow-on report before anybody else, says what is wrong, and is answered."""

from datetime import timedelta

from tests.year.cast import Case, Somebody, secret
from tests.year.world import World


def give_out(world: World, case: Case, lead: Somebody, number: int) -> None:
    """A lead starts the report, which is put together from the analysis, and releases it to the case group."""
    hand = world.hand(lead)
    hand.go("follow-on/", within=case.ref)
    hand.go(f"follow-on/{number}/", within=case.ref)
    hand.send(press="Start")
    case.follow_on = hand.page.at
    wishes = {"looked": True} if any("looked" in b for b in map(str, hand.page.tree.xpath("//input/@name"))) else {}
    hand.send(comments_by=world.today + timedelta(days=10), until=world.today + timedelta(days=60), **wishes,
              press="Release to the case group")  # fmt: skip
    world.note(case, f"S{8 + 2 * number}", f"Follow-on report {number} released to the case group", lead.label)


def read_and_comment(world: World, case: Case, number: int) -> list[Somebody]:
    """Each of the case group with an account finds it from their home page and reads it; the first two comment."""
    readers = [one for one in case.of("case_group_member") if one.account]
    for nth, person in enumerate(readers):
        hand = world.hand(person)
        hand.awaits("report")
        hand.go("follow-on/", within=case.ref)
        hand.go(f"follow-on/{number}/read/", within=case.ref)
        if nth < 2:
            hand.go(f"follow-on/{number}/read/0/", within=case.ref)
            kind = hand.boxes("kind").offers["kind"][nth][0]
            hand.send(
                kind=kind,
                text=f"It was not like that: {secret('comment')}.",
                **({"anonymous": True} if nth else {}),
            )
    world.note(case, f"S{8 + 2 * number}", f"{len(readers)} read it, 2 commented", "Case group")
    return readers[:2]


def answer(world: World, case: Case, lead: Somebody, number: int, writers: list[Somebody]) -> None:
    """A lead finds the comments from their home page, answers each, and the writers read the answer."""
    hand = world.hand(lead)
    hand.awaits("omment")
    hand.go(f"follow-on/{number}/comments/", within=case.ref)
    lines = [
        one for one in hand.page.links if f"/follow-on/{number}/comments/" in one and one.rstrip("/")[-1].isdigit()
    ]
    told, stands = dict.fromkeys(lines)
    hand.open(told)
    hand.send(disposition="accepted", text="We changed it.")
    hand.send(press="Tell it to the group")
    hand.open(stands)
    hand.send(disposition="not_accepted", text="We changed it nowhere: we see it differently.", stands=True)
    for person in writers:
        reader = world.hand(person)
        reader.go(f"follow-on/{number}/comments/", within=case.ref)
        reader.sees("We changed it")
    world.note(case, f"S{8 + 2 * number}", "Each comment answered, and the answer read", lead.label)
