"""The family beside all steps: how they wish to be in touch, what they brought, and that they were told what was found."""

from tests.year.cast import Case, Somebody, secret
from tests.year.world import World


def open_record(world: World, case: Case, lead: Somebody) -> None:
    """Each relative has a record from early on; the nine questions are answered as the review goes on."""
    hand = world.hand(lead)
    for person in case.of("family_member"):
        hand.go("family/", within=case.ref)
        hand.send(participation=person.label)
        at = hand.page.at
        hand.send(contact=lead.label, pace="Mornings", form="plain", language="English", towards="/wishes/")
        first = next(one for one in hand.page.links if "/questions/" in one)
        hand.open(first)
        hand.send(text=f"They told us about {secret('family')}.")
        hand.open(at)
        hand.send(
            how=hand.boxes("how").offers["how"][0][0], text="How they wish to take part.", towards="/contacts/"
        )
        case.family[person.label] = at
    world.note(case, "S02", f"{len(case.family)} family records", lead.label)


def bring(world: World, case: Case, lead: Somebody) -> None:
    """What a relative told is written up as a source like any other."""
    hand, person = world.hand(lead), case.one("family_member")
    hand.open(case.family[person.label])
    hand.follow("Write up what they told us")
    box = next(name for name in hand.boxes("participation").kinds if name.startswith("part_"))
    hand.send(participation=person.label, date="4 March 2027", **{box: f"She rang and rang. {secret('account')}."})
    world.note(case, "S07", "What a relative told is a source", lead.label)


def tell(world: World, case: Case, lead: Somebody) -> None:
    """Each is told what was found before it is finished, or the reason why not is kept."""
    hand = world.hand(lead)
    for nth, person in enumerate(case.of("family_member")):
        hand.open(case.family[person.label])
        words = (
            "In person, with their advocate. They asked for one word to change."
            if not nth
            else "They asked not to be."
        )
        hand.send(told="yes" if not nth else "no", text=words, towards="/feedback/")
    world.note(case, "S13", "The family was told what was found", lead.label)
