"""The end of the year: every product of every step is found by a lead, and what is closed can still be read."""

from tests.year.cast import OFFICE, Case, everybody
from tests.year.world import World

TALKS, JOINT = ("full",), ("full", "hybrid")
PUBLISHED = ("full", "sar_rapid_time")
# Step, product, where it stands, what is read there, and the forms that have it (all where nothing is said).
PRODUCTS: tuple[tuple[str, str, str, str, tuple[str, ...]], ...] = (
    ("S01", "Decision with reasons", "steps/", "Gate answered", ()),
    ("S01", "Open window questions", "questions/", "how agencies hear", ()),
    ("S02", "Team and case group", "members/", "Worker 1", ()),
    ("S02", "Data protection", "data-protection/", "DP-2027-04", JOINT),
    ("S02", "Reason for no assessment", "data-protection/", "standing assessment", ("sar_rapid_time",)),
    ("S02", "Register of proceedings and witnesses", "proceedings/", "Who may be a witness", ()),
    ("S02", "Family record", "family/", "Relative 1", ()),
    ("S03", "Dated plan", "plan/", "The report goes to the board", ()),
    ("S03", "Pairs", "plan/pairs/", "Reviewer 1", ()),
    ("S03", "Meetings", "meetings/", "eeting", ()),
    ("S04", "Introductory letters", "letters/", "Introductory letter", ()),
    ("S05", "Explained and booked", "conversations/", "Worker 2", TALKS),
    ("S06", "Requests, and who never answered", "requests/", "Never answered", ()),
    ("S06", "Records", "sources/", "Health visiting", ()),
    ("S07", "Accounts of conversations", "sources/", "Worker 2", TALKS),
    ("S07", "Account of the family", "sources/", "Relative 1", ()),
    ("S08", "Narrative of perspectives", "perspectives/", "The weeks before the summer", ()),
    ("S09", "Table of key practice episodes", "episodes/table/", "nobody answered", ()),
    ("S10", "Comments and what was done", "follow-on/1/comments/", "We changed it", JOINT),
    ("S11", "Findings", "findings/", "leave no time", ()),
    ("S12", "Tested findings, with what was said", "follow-on/2/comments/", "We changed it", ()),
    ("S13", "Final report", "report/copies/", "Word", ()),
    ("S13", "Family told", "family/", "Not told; the reason is kept", ()),
    ("S03", "Minutes, in two versions", "meetings/1/minutes/", "Version 2", ("full",)),
    ("S04", "Minutes of the introductory meeting", "meetings/2/minutes/", "Agreed on", ("full",)),
    ("S14", "Record of the discussion", "response/", "Who rings back at night?", ()),
    ("S15", "Response with reasons", "response/questions/1/", "It can be counted", ()),
    ("S15", "Actions and measures", "response/actions/", "One number that is answered", ()),
    ("S16", "Publication check", "publication/", "Signed by", PUBLISHED),
    ("S16", "Notices beforehand", "publication/", "Worker 1", PUBLISHED),
    ("S16", "What was published", "publication/", "Fingerprint of the copy", PUBLISHED),
    ("S16", "Step left out, with its reason", "steps/", "the board publishes elsewhere", ("hybrid",)),
    ("S17", "What became different", "response/actions/1/", "Some difference", ()),
    ("S17", "Reason for closing", "response/questions/1/", "calls are answered", ()),
    ("beside", "Time, in totals", "time/totals/", "Together", ("full",)),
    ("beside", "Quality markers answered", "quality/", ": a concern", ("full",)),
)


def products(world: World, case: Case) -> None:
    """A lead finds what each step was to bring about, by links; what is not there is noted as missing."""
    lead = case.one("lead_reviewer")
    hand = world.hand(lead)
    for step, product, end, words, forms in PRODUCTS:
        if forms and case.variant not in forms:
            continue
        hand.go(end, within=case.ref)
        if words in hand.page.words:
            world.note(case, step, product, lead.label, "there")
        else:
            world.missing.append(
                f"{case.code} {step} {product}: “{words}” is not on {hand.page.at}: {hand.page.words[:500]}"
            )


def still_read(world: World, case: Case) -> None:
    """A closed review is read as before, and offers no form that changes it but its opening again."""
    hand = world.hand(case.one("lead_reviewer"))
    for end in ("data-protection/", "findings/", "family/", "follow-on/"):
        hand.go(end, within=case.ref)
        assert hand.page.status == 200, hand.page.at
        forms = hand.forms(towards=end)
        assert not forms, (hand.page.at, [each.buttons for each in forms])


def homes(world: World) -> None:
    """Everybody with an account opens their home page: with all reviews closed nothing waits for anybody."""
    for person in everybody(world.cases):
        if person.account and person is not OFFICE:
            hand = world.hand(person)
            hand.open("/")
            if hand.page.tree.xpath("//*[@class='c-next']") or "Waiting on you" in hand.page.words:
                world.missing.append(
                    f"{person.label} is asked for something that is closed: {hand.page.words[:300]}"
                )
