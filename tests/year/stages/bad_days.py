"""What goes wrong in a year: somebody takes their account out, a hold falls on a meeting, a mail comes back, links are old."""

from datetime import timedelta

from tests.year.cast import OFFICE, Case, Somebody, secret
from tests.year.stages import letters
from tests.year.world import World


def takes_account_out(world: World, case: Case, person: Somebody, at: str) -> None:
    """Somebody withdraws after their account was released: they and the leads are told what that can and cannot do."""
    hand, lead = world.hand(person), world.hand(case.one("lead_reviewer"))
    hand.open(f"{at}check/")
    hand.go("leaving/", within=at)
    hand.sees("what was read cannot be taken back")
    hand.send(press="Take it out")
    hand.sees("You have withdrawn")
    lead.awaits("has withdrawn")
    lead.open(at)
    lead.sees("has withdrawn", "Take source")
    lead.go("withdrawal/", within=f"/reviews/{case.ref}/sources/")
    lead.send(reason="The person it is from has withdrawn.")
    world.note(case, "S07", f"{person.label} took their account out after its release", person.label)


def held_meeting(world: World, case: Case, meeting: str) -> None:
    """A hold is placed on a meeting that is arranged; nobody is invited or reminded until a second person lifts it."""
    legal, office = world.hand(case.one("legal_liaison")), world.hand(OFFICE)
    number = meeting.rstrip("/").split("/")[-1]
    legal.go("holds/", within=case.ref)
    legal.go("holds/new/", within=case.ref)
    legal.send(scope="meeting", thing=number, reason="criminal", words=f"Asked for: {secret('hold')}.",
               look_on=world.today + timedelta(days=30))  # fmt: skip
    legal.go("holds/", within=case.ref)
    hold = next(one for one in legal.page.links if "/holds/" in one and one.rstrip("/")[-1].isdigit())
    office.open(meeting)
    told = office.refused("held", press="Send the invitations")
    world.note(case, "S10", "Invitations to a meeting that is held", OFFICE.label, told)
    legal.open(hold)
    legal.send(words="The prosecutor agrees.", towards="/asking/")
    second = world.hand(case.one("lead_reviewer"))
    second.open("/")
    second.go("holds/", within=case.ref)
    second.open(hold)
    second.send(press="Lift the hold")
    office.open(meeting)
    office.send(press="Send the invitations")
    world.note(case, "S10", "Hold lifted by a second person; invited", case.one("lead_reviewer").label, "open")


def old_links(world: World, case: Case, person: Somebody) -> None:
    """A link to set up an account works once; one to answer a poll says when it is past its date."""
    stranger = world.stranger()
    stranger.open(world.link(person, "invitation"))
    stranger.sees("This invitation cannot be used")
    stranger.open(world.link(person, "poll"))
    assert not stranger.page.tree.xpath("//main//form[@method='post']")
    stranger.sees("dates are chosen") if stranger.page.status == 200 else stranger.sees("past its date")
    world.note(case, "S10", "A link used twice and one past its date say so", person.label)


def wrong_field(world: World, case: Case) -> None:
    """The office writes a field that no letter has: the page names it, and keeps what was typed."""
    office = world.hand(OFFICE)
    office.go("site/letters/")
    office.follow("Thanks")
    told = office.refused("recipient_nam", title="Thank you", body="Dear {{ recipient_nam }}\n\nThank you.")
    assert "recipient_nam" in office.boxes("body").holds["body"]
    world.note(case, "S04", "A text with a wrong field", OFFICE.label, told)


def nobody_there(world: World, case: Case, person: Somebody) -> None:
    """The mail about a letter is refused by the other server: the office is told, and sends it again."""
    office = world.hand(OFFICE)
    world.sink.gone.add(person.email)
    letters.write(world, case, person, "Thanks")
    world.night()
    office.awaits("came back")
    world.sink.gone.clear()
    office.open(office.page.tree.xpath("//main//a[contains(@href, 'show=back')]/@href")[0])
    office.open(next(one for one in office.page.links if "/letters/" in one and one.rstrip("/")[-1].isdigit()))
    office.follow("Send it again")
    office.send(route="casement")
    letters.read(world, case, person)
    world.note(case, "S04", "A mail came back; the letter was sent again and read", OFFICE.label)


def leaves(world: World, case: Case, person: Somebody, lead: Somebody) -> None:
    """Somebody of the team leaves in the middle: from that moment nothing of the review opens to them."""
    hand, leaving = world.hand(lead), world.hand(person)
    leaving.go("episodes/", within=case.ref)
    kept = leaving.page.at
    hand.go("members/", within=case.ref)
    hand.follow(person.label)
    hand.go("ending/", within=hand.page.at)
    hand.send(press="End")
    assert leaving.open(kept).status == 404
    leaving.open("/")
    assert case.ref not in leaving.page.content.decode()
    world.note(case, "S11", f"{person.label} has left; nothing opens to them", lead.label)
