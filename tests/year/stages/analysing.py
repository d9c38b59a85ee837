"""S08, S09 and S11: what each saw, the key episodes with their reasons and factors, what recurs, and findings."""

from tests.year.cast import Case, Somebody, secret
from tests.year.world import World


def perspectives(world: World, case: Case, person: Somebody) -> None:
    """A period is named, and what one role knew then is written with what it rests on."""
    hand = world.hand(person)
    hand.go("perspectives/", within=case.ref)
    hand.go("perspectives/new/", within=case.ref)
    hand.send(title="The weeks before the summer", began="May 2025", until="July 2025")
    world.note(case, "S08", "Perspectives laid side by side", person.label)


def episode(world: World, case: Case, person: Somebody) -> None:
    """An episode is put forward and chosen; nobody appraises before it is written why it made sense."""
    hand = world.hand(person)
    hand.go("episodes/", within=case.ref)
    hand.go("episodes/new/", within=case.ref)
    hand.send(
        title=f"A call that nobody answered ({secret('analysis')})", why="It shaped who heard of what.",
        began="3 May 2025", source=case.source, paragraph="1", words="A card was left on Friday.",
        strands=[value for value, _ in hand.boxes("strands").offers["strands"]][:1],
    )  # fmt: skip
    at = hand.page.at
    hand.go("decision/", within=at)
    hand.send(press="Choose this episode", reason="It explains the months after.")
    write(hand, at, "why_key", "It decided who heard of it.")
    for part in ("account", "local_rationality"):
        hand.open(at)
        hand.go(f"parts/{part}/", within=at)
        about = next(value for value, _ in hand.boxes("about").offers["about"] if value)
        hand.send(about=about, text="They thought that the other service had rung.", inference=True)
    hand.open(at)
    hand.go("appraisal/", within=at)
    hand.send(tendency="mixed", standard="The board's guidance of then", standard_applied="Yes, and it was known",
              hindsight_check="What was known then", outcome_check="We would say the same", difficulty_check="No")  # fmt: skip
    for part in ("appraisal", "enablers", "counter", "gaps"):
        write(hand, at, part, "Two services knew of each other.")
    hand.open(at)
    hand.go("factors/new/", within=at)
    item = next(value for value, _ in hand.boxes("item_id").offers["item_id"] if value.startswith("wrk"))
    hand.send(
        item_id=item,
        influence="makes_problematic_practice_more_likely",
        how="There was no time to ring.",
        inference=True,
    )
    hand.open(at)
    hand.go("confidence/", within=at)
    hand.send(word="indicated", reason="Two sources say so.")
    world.note(case, "S09", "Key practice episode", person.label)


def write(hand, at: str, part: str, text: str) -> None:
    """One part of something, as our inference."""
    hand.open(at)
    hand.go(f"parts/{part}/", within=at)
    hand.send(text=text, inference=True)


def finding(world: World, case: Case, person: Somebody) -> None:
    """From a pattern to a candidate finding."""
    hand = world.hand(person)
    hand.go("patterns/", within=case.ref)
    hand.go("patterns/new/", within=case.ref)
    uses = [value for value, _ in hand.boxes("uses").offers["uses"]]
    primary = next(value for value, _ in hand.boxes("primary").offers["primary"] if value)
    hand.send(title="Nobody has time to ring back", primary=primary, uses=uses[:1])
    hand.go("findings/", within=case.ref)
    hand.go("findings/new/", within=case.ref)
    pattern = next(value for value, _ in hand.boxes("pattern").offers["pattern"] if value)
    hand.send(title=f"Services leave no time to answer each other ({secret('finding')}), so knowledge stays apart.",
              pattern=pattern, direction="weakness")  # fmt: skip
    at = case.finding = hand.page.at
    for part in ("in_case", "underlying", "prevalence", "implications", "summary"):
        write(hand, at, part, "Calls between services often go unanswered.")
    hand.open(at)
    hand.go("figures/", within=at)
    hand.send(not_known=True, would_need="A count of calls over a month.")
    hand.open(at)
    hand.go("questions/", within=at)
    kind = hand.boxes("response_kind").offers["response_kind"][0][0]
    level = hand.boxes("level").offers["level"][0][0]
    hand.send(text="How can the board know that services answer each other?", response_kind=kind, level=level)
    hand.open(at)
    hand.go("searches/", within=at)
    hand.send(looked_for="Calls that were answered.", looked_where="In all records.", found="One.")
    hand.open(at)
    hand.go("confidence/", within=at)
    hand.send(word="indicated", reason="Two sources say so.")
    move(world, case, person, "drafted")
    world.note(case, "S11", "Candidate finding", person.label)


def move(world: World, case: Case, person: Somebody, to: str) -> None:
    """A finding moves on."""
    hand = world.hand(person)
    hand.open(case.finding)
    hand.go("state/", within=case.finding)
    hand.send(to=to)
