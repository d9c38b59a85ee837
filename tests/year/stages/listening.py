"""S05 and S07: explained before anything else, booked, held in a pair, written up, checked by whoever spoke, released."""

from datetime import timedelta

from tests.year.cast import OFFICE, Case, Somebody, secret
from tests.year.world import World


def contacts(world: World, case: Case) -> None:
    """Whom to ring, on every page of a conversation."""
    office = world.hand(OFFICE)
    office.go("conversations/contacts/", within=case.ref)
    office.send(support="The staff service, 0800 100.", risk="The duty team, 0800 200.")


def propose(world: World, case: Case, person: Somebody, pair: list[Somebody]) -> str:
    """A conversation is proposed; its page."""
    lead = world.hand(pair[0])
    lead.go("conversations/", within=case.ref)
    lead.go("conversations/new/", within=case.ref)
    guide = "family" if person.role == "family_member" else "practitioner"
    lead.send(participation=person.label, guide=guide, pair=[one.label for one in pair])
    return lead.page.at


def too_early(world: World, case: Case, person: Somebody, lead: Somebody, at: str) -> None:
    """Nothing is booked before it was explained, nor while they may be a witness."""
    hand = world.hand(lead)
    legal, heard = world.hand(case.one("legal_liaison")), person.label
    legal.go("proceedings/", within=case.ref)
    legal.follow(heard)
    legal.send(state="possible")
    hand.open(at)
    hand.sees("cannot be invited yet")
    hand.go("explanation/", within=at)
    told = hand.refused("cannot be invited yet", on=world.today)
    world.note(case, "S05", "Tried to explain while a witness flag is open", lead.label, told)
    legal.go("proceedings/", within=case.ref)
    legal.follow(heard)
    legal.send(state="cleared")
    hand.open(at)
    assert "Book a time" not in hand.page.words  # not offered yet; and whoever kept the address is told why
    hand.open(f"{at}booking/")
    told = hand.refused("who explained the status", on=world.today + timedelta(days=9), at="14:00", place="Room 2")
    world.note(case, "S05", "Tried to book before it was explained", lead.label, told)


def book(world: World, case: Case, person: Somebody, lead: Somebody, at: str) -> None:
    """Explained, asked about recording, booked."""
    hand = world.hand(lead)
    hand.open(at)
    hand.go("explanation/", within=at)
    hand.send(on=world.today)
    hand.open(at)
    hand.go("recording/", within=at)
    hand.send(recording="refused")
    hand.open(at)
    hand.go("booking/", within=at)
    hand.send(on=world.today + timedelta(days=9), at="14:00", place=f"Room {secret('place')}")
    world.note(case, "S05", f"{person.label}: explained and booked", lead.label, "open")


def hold(world: World, case: Case, person: Somebody, pair: list[Somebody], at: str) -> None:
    """The guide, one heading at a time; puzzles wait until both have heard the account; then it was held."""
    lead, second = world.hand(pair[0]), world.hand(pair[1])
    lead.open(at)
    lead.go("queries/", within=at)
    lead.send(text="Two accounts of that Friday differ. What do you make of it?")
    second.open(at)
    second.go("guide/", within=at)
    screens = [one for one in second.page.links if "/guide/" in one]
    second.open(screens[0] if screens else second.page.at)
    for _ in range(3):
        second.send(press="Next", said=f"We did not know about {secret('account')}.", reflection="It was busy.")
    second.follow("All headings")
    second.go("guide/C6/", within=at)
    second.sees("This heading is closed")
    assert "that Friday differ" not in second.page.words
    second.go("guide/opening/", within=at)
    second.send(agreed=[one.label for one in pair])
    second.sees("that Friday differ")
    lead.open(at)
    lead.send(press="It was held")
    world.note(case, "S07", f"{person.label}: held", pair[1].label)


def write_up(world: World, case: Case, person: Somebody, pair: list[Somebody], at: str) -> None:
    """The second of the pair writes it up from the notes and gives it to whoever spoke."""
    hand = world.hand(pair[1])
    hand.open(at)
    hand.go("write-up/", within=at)
    boxes = next(each for each in hand.boxes("based_on").kinds if each.startswith("text_"))
    hand.send(**{boxes: f"Nobody told us about {secret('account')}. We asked twice."})
    hand.go("write-up/", within=at)
    hand.send(towards="/write-up/sending/")
    world.note(case, "S07", f"{person.label}: written up", pair[1].label)


def check(world: World, case: Case, person: Somebody, pair: list[Somebody], at: str) -> None:
    """Whoever spoke reads it, says what is missing, and agrees; without an account by a link they are handed."""
    hand = world.hand(person)
    if person.account:
        hand.awaits("Check what was written")
        hand.go("check/", within=at)
    else:
        writer = world.hand(pair[1])
        writer.open(at)
        writer.send(towards="/link/")
        link = next(one for one in writer.page.words.split() if "/write-up/" in one)
        hand = world.stranger()
        hand.open("/write-up/" + link.split("/write-up/")[1])
    part = next(value for value, _ in hand.boxes("part").offers["part"] if value)
    hand.send(part=part, kind="fact", text=f"It was a Thursday, {secret('account')}.")
    hand.go("agreement/")
    hand.send(use="quotable_by_role")
    world.note(case, "S07", f"{person.label}: checked and agreed", person.label)


def release(world: World, case: Case, person: Somebody, lead: Somebody, at: str) -> None:
    """A lead releases the agreed text to the analysis."""
    hand = world.hand(lead)
    hand.open("/")
    hand.open(at)
    hand.go("release/", within=at)
    hand.send(press="Release it")
    world.note(case, "S07", f"{person.label}: released", lead.label)
