"""S14 to S17 for the board: the report is presented, each question answered, actions reported on, and closed."""

from tests.year.browser import Hand
from tests.year.cast import OFFICE, Case, Somebody, secret
from tests.year.world import World


def questions_of(hand: Hand) -> list[str]:
    """The pages of the questions that the page in front of somebody leads to, each once."""
    found = [one for one in hand.page.links if "/response/questions/" in one and one.rstrip("/")[-1].isdigit()]
    return list(dict.fromkeys(found))


def present(world: World, case: Case, chair: Somebody) -> None:
    """The chair finds questions without an answer at home, and what was said at the presentation is written down."""
    hand = world.hand(chair)
    hand.go("response/", within=case.ref)
    hand.follow("Write down a presentation")
    hand.send(press="Go on to what was said", on=world.today, present="The chair, the leads, four members.")
    hand.send(press="Note it", kind="challenge", text=f"Is it still so? ({secret('board')})", role="A member")
    hand.send(press="Note it", kind="puzzle", text="Who rings back at night?")
    hand.sees("Who rings back at night?")
    world.note(case, "S14", "Presented to the board; a challenge and a puzzle kept", chair.label)


def answer(world: World, case: Case, chair: Somebody) -> None:
    """Each question gets an answer with its reasons, whichever it is; one brings an action for an agency."""
    hand = world.hand(chair)
    hand.awaits("question")
    hand.go("response/", within=case.ref)
    for at in questions_of(hand):
        hand.open(at)
        hand.follow("Answer this question")
        hand.refused("", decision="accepted", reasons="")
        hand.send(press="Save the answer", decision="accepted", reasons=f"It can be counted ({secret('board')}).",
                  position="We give up the second audit.", public_text="We will count unanswered calls.")  # fmt: skip
    hand.follow("Add an action")
    hand.send(what="One number that is answered at night.", agency=case.agencies[0], due_on=world.today,
              measure="Fewer calls without an answer.")  # fmt: skip
    world.note(case, "S15", "Each question answered with reasons; one action", chair.label)


def report_on_action(world: World, case: Case, contact: Somebody) -> None:
    """The agency's contact finds the action from their home page; done is one thing, different is another."""
    hand = world.hand(contact)
    hand.awaits("ction")
    hand.go("response/actions/", within=case.ref)
    hand.open(
        next(one for one in hand.page.links if one.rstrip("/").split("/")[-1].isdigit() and "/actions/" in one)
    )
    hand.send(press="Report what was done", doing="done", text=f"The number works ({secret('board')}).")
    hand.sees("Not known yet")
    hand.send(press="Note what became different", difference="some", evidence="Fewer calls came back in May.",
              said_by="The duty manager", on=world.today)  # fmt: skip
    hand.sees("Some difference")
    world.note(case, "S17", "Action reported on; what became different", contact.label)


def close_questions(world: World, case: Case, chair: Somebody) -> None:
    """A question is closed with a reason once there is evidence of impact."""
    hand = world.hand(chair)
    hand.go("response/", within=case.ref)
    hand.open(questions_of(hand)[0])
    hand.send(press="Close the question", reason="The number works, and calls are answered.")
    hand.sees("Closed", "The number works, and calls are answered.")
    world.note(case, "S17", "Question closed with its reason", chair.label)


def tell_and_publish(world: World, case: Case) -> None:
    """Family and staff are told first; then it is noted which copy was published, and where."""
    office = world.hand(OFFICE)
    office.go("publication/", within=case.ref)
    for kind, whom in (("family", "The boy’s aunt"), ("staff", "Worker 1")):
        office.send(press="Note it", kind=kind, whom=whom, on=world.today, way="letter", text_given=True)
    copies = [value for value, _ in office.boxes("copy", "where").offers["copy"] if value]
    office.send(press="Note what was published", copy=copies[0], on=world.today, where="The board’s own website.")
    office.sees("Fingerprint of the copy")
    world.note(case, "S16", "Family and staff told beforehand; published", OFFICE.label, "open")
