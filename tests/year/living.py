"""The year from its first day to its last: what happens on which day, in all three reviews."""

from datetime import date, timedelta

from tests.year.cast import OFFICE, Case
from tests.year.stages import analysing, follow_on, letters, listening, opening, planning, records
from tests.year.world import World

FIRST = {"sar_rapid_time": "Set-up meeting", "full": "Planning meeting", "mid_range": "Planning meeting"}


def live(world: World) -> None:
    """The whole year."""
    for case in world.cases:
        set_up(world, case)
    world.on(date(2027, 1, 11))
    for case in world.cases:
        plan_ahead(world, case)
    world.on(date(2027, 2, 15))
    for case in world.cases:
        introduce(world, case)
    for case in world.cases:
        gather_records(world, case)
    listen(world)
    world.on(date(2027, 4, 20))
    for case in world.cases:
        records.give_up(world, case)
    understand(world)


def set_up(world: World, case: Case) -> None:
    """S01 and S02."""
    opening.open_review(world, case)
    opening.decide(world, case)
    opening.protect_data(world, case)
    opening.assemble(world, case)
    opening.keep_names(world, case)


def plan_ahead(world: World, case: Case) -> None:
    """S03."""
    opening.step(world, case, "S03")
    team = [*case.of("lead_reviewer"), *case.of("review_team_member")]
    planning.plan(world, case, date(2027, 9, 20))
    planning.keep_addresses(world, case)
    planning.ask_dates(world, case, team)
    planning.answer_dates(world, case, team)
    planning.take_dates(world, case)
    at = planning.invite(world, case, FIRST[case.variant], team, [OFFICE])
    planning.answer_invitations(world, case, at, team)
    planning.pair_up(world, case)
    planning.calendar_feed(world, team[0])


def introduce(world: World, case: Case) -> None:
    """S04: the letter and the meeting in which the approach is explained."""
    opening.step(world, case, "S04")
    for person in case.of("case_group_member"):
        letters.write(world, case, person, "Introductory letter")
        if person.account:
            letters.read(world, case, person)
    world.note(case, "S04", "Introductory letters sent and read", OFFICE.label)


def listen(world: World) -> None:
    """S05 and S07: in the full form with everybody of the case group, in the middle one with a few, else with none."""
    many = {"full": 6, "mid_range": 3, "sar_rapid_time": 0}
    held = []
    for case in world.cases:
        if not many[case.variant]:
            continue
        opening.step(world, case, "S05")
        listening.contacts(world, case)
        lead, others = case.one("lead_reviewer"), case.of("review_team_member")
        for nth, person in enumerate(case.of("case_group_member")[: many[case.variant]]):
            pair = [lead, others[nth % len(others)]]
            at = listening.propose(world, case, person, pair)
            if nth == 0:
                listening.too_early(world, case, person, lead, at)
            letters.write(world, case, person, "About the conversations")
            listening.book(world, case, person, lead, at)
            held.append((case, person, pair, at))
    world.on(world.today + timedelta(days=9))
    for case in world.cases:
        if many[case.variant]:
            opening.step(world, case, "S07")
    for case, person, pair, at in held:
        listening.hold(world, case, person, pair, at)
        listening.write_up(world, case, person, pair, at)
    world.on(world.today + timedelta(days=7))
    for case, person, pair, at in held:
        listening.check(world, case, person, pair, at)
        listening.release(world, case, person, pair[0], at)


def gather_records(world: World, case: Case) -> None:
    """S06."""
    opening.step(world, case, "S06")
    records.ask(world, case)
    records.answer(world, case)
    records.read(world, case)


def understand(world: World) -> None:
    """S08 to S12: the analysis, with the case group in between."""
    for case in world.cases:
        lead = case.one("lead_reviewer")
        opening.step(world, case, "S08")
        analysing.perspectives(world, case, lead)
        opening.step(world, case, "S09")
        analysing.episode(world, case, case.one("review_team_member"))
    world.on(date(2027, 5, 17))
    meet_again(world, 1)
    for case in world.cases:
        opening.step(world, case, "S11")
        analysing.finding(world, case, case.of("review_team_member")[1])
    world.on(date(2027, 7, 6))
    meet_again(world, 2)


def meet_again(world: World, number: int) -> None:
    """A follow-on report is read, commented on and answered; the rapid form has the second alone."""
    taking = [case for case in world.cases if number == 2 or case.variant != "sar_rapid_time"]
    for case in taking:
        opening.step(world, case, f"S{8 + 2 * number}")
        follow_on.give_out(world, case, case.one("lead_reviewer"), number)
    world.on(world.today + timedelta(days=5))
    for case in taking:
        writers = follow_on.read_and_comment(world, case, number)
        follow_on.answer(world, case, case.one("lead_reviewer"), number, writers)
