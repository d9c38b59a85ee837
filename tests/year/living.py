"""The year from its first day to its last: what happens on which day, in all three reviews."""

from collections.abc import Callable
from datetime import date, timedelta

from tests.year.cast import OFFICE, Case, Somebody
from tests.year.stages import (
    accounting,
    analysing,
    bad_days,
    family,
    follow_on,
    letters,
    listening,
    looking_back,
    meetings,
    opening,
    planning,
    records,
    reporting,
)
from tests.year.world import World

FIRST = {"sar_rapid_time": "Set-up meeting", "full": "Planning meeting", "hybrid": "Planning meeting"}
HEARD = {"full": 4, "hybrid": 0, "sar_rapid_time": 0}  # how many of the case group are heard in conversations


def set_up(world: World) -> None:
    """S01 and S02: opened, decided, assembled."""
    for case in world.cases:
        opening.open_review(world, case)
        opening.decide(world, case)
        opening.leave_out(world, case)
        opening.protect_data(world, case)
        opening.assemble(world, case)
        opening.keep_names(world, case)
        family.open_record(world, case, case.one("lead_reviewer"))


def plan_ahead(world: World) -> None:
    """S03: the plan is worked back, and the first dates are found."""
    world.on(date(2027, 1, 11))
    for case in world.cases:
        opening.step(world, case, "S03")
        planning.plan(world, case, date(2027, 9, 20))
        planning.keep_addresses(world, case)
        planning.ask_dates(world, case, team(case))
    for case in world.cases:
        planning.answer_dates(world, case, team(case))
    world.on(date(2027, 1, 13))
    for case in world.cases:
        planning.reminded(world, case, team(case)[-1])
        planning.take_dates(world, case)


def invite(world: World) -> None:
    """S03: calendars are invited and answer; pairs are made."""
    for case in world.cases:
        at = planning.arrange(world, case, FIRST[case.variant], team(case), [OFFICE])
        planning.invite(world, case, at, [*team(case), OFFICE])
        planning.answer_invitations(world, case, at, team(case))
        case.met["first"] = at
        meetings.prepare(world, case, at, case.one("lead_reviewer"))
        planning.pair_up(world, case)
        planning.calendar_feed(world, case.one("lead_reviewer"))


def introduce(world: World) -> None:
    """S03 was met about; S04: the letter and the meeting in which the approach is explained."""
    world.on(date(2027, 1, 25))
    for case in world.cases:
        meet(world, case, case.met["first"], "S03", [*team(case), OFFICE])
    first = world.cases[0]
    meetings.correct(world, first, first.met["first"], team(first)[-1])
    for case in world.cases:
        opening.step(world, case, "S04")
        for person in case.of("case_group_member"):
            letters.write(world, case, person, "Introductory letter")
            if person.account:
                letters.read(world, case, person)
        world.note(case, "S04", "Introductory letters sent and read", OFFICE.label)
    invited = [one for one in first.of("case_group_member") if one.account]
    at = first.met["introductory"] = planning.arrange(world, first, "Introductory meeting", team(first), invited)
    meetings.prepare(world, first, at, first.one("lead_reviewer"))
    planning.invite(world, first, at, [*team(first), *invited])
    for person in invited[:2]:
        planning.come(world, first, person)
    bad_days.wrong_field(world, world.cases[0])
    bad_days.nobody_there(world, world.cases[0], world.cases[0].one("case_group_member"))


def explain(world: World) -> None:
    """S05: in the full form; in the hybrid one the agencies hold conversations of their own, in the rapid one none."""
    world.on(date(2027, 2, 15))
    first = world.cases[0]
    workers = [one for one in first.of("case_group_member") if one.account][:2]
    meet(world, first, first.met["introductory"], "S04", [*team(first), *workers], readers=workers[:1])
    for case in world.cases:
        heard = case.of("case_group_member")[: HEARD[case.variant]]
        if heard:
            opening.step(world, case, "S05")
            listening.contacts(world, case)
        for nth, person in enumerate(heard):
            pair = pair_for(case, nth)
            at = case.talks[person.label] = listening.propose(world, case, person, pair)
            if nth == 0:
                listening.too_early(world, case, person, pair[0], at)
            letters.write(world, case, person, "About the conversations")
            if person.account:
                letters.read(world, case, person)
            listening.book(world, case, person, pair[0], at)


def gather(world: World) -> None:
    """S06: records are asked for, come or do not, and are read."""
    for case in world.cases:
        opening.step(world, case, "S06")
        records.ask(world, case)
        records.answer(world, case)
        records.read(world, case)


def listen(world: World) -> None:
    """S07: the conversations are held and written up."""
    world.on(date(2027, 2, 24))
    for case, _, person, pair, at in talks(world):
        if person == case.one("case_group_member"):
            opening.step(world, case, "S07")
        listening.hold(world, case, person, pair, at)
        listening.write_up(world, case, person, pair, at)
    for case in world.cases:
        family.bring(world, case, case.one("lead_reviewer"))


def check(world: World) -> None:
    """S07: whoever spoke checks and agrees; then it is released."""
    world.on(date(2027, 3, 3))
    for case, _, person, pair, at in talks(world):
        listening.check(world, case, person, pair, at)
        listening.release(world, case, person, pair[0], at)
    first = world.cases[0]
    accounting.enter_time(world, first, "S07", pair_for(first, 0), "conversation")
    bad_days.takes_account_out(world, first, first.of("case_group_member")[2], first.talks["Worker 3"])


def give_up(world: World) -> None:
    """S06: an agency that never answers."""
    world.on(date(2027, 4, 20))
    for case in world.cases:
        records.give_up(world, case)


def understand(world: World) -> None:
    """S08 and S09: perspectives and episodes."""
    for case in world.cases:
        opening.step(world, case, "S08")
        analysing.perspectives(world, case, case.one("lead_reviewer"))
        opening.step(world, case, "S09")
        analysing.episode(world, case, case.one("review_team_member"))


def meet_again(world: World) -> None:
    """S10: the case group puts the first follow-on report right; the rapid form has the second alone."""
    world.on(date(2027, 5, 17))
    first = world.cases[0]
    workers = first.of("case_group_member")[:3]
    at = planning.arrange(world, first, "Follow-on meeting 1", team(first), workers)
    first.met["follow_on"] = at
    meetings.prepare(world, first, at, first.one("lead_reviewer"))
    bad_days.held_meeting(world, first, at)
    planning.come(world, first, workers[1])
    bad_days.old_links(world, first, first.of("lead_reviewer")[1])
    follow(world, 1, [case for case in world.cases if case.variant != "sar_rapid_time"])


def find_patterns(world: World) -> None:
    """S11: from case to pattern to finding; one of the team has left by then."""
    world.on(date(2027, 6, 21))
    first = world.cases[0]
    at, there = first.met["follow_on"], [*team(first), first.of("case_group_member")[0]]
    meetings.hunch(world, first, at, team(first)[-2])
    meet(world, first, at, "S10", there, readers=there[-1:])
    world.hand(there[-1]).open(f"{at}minutes/")
    assert "Perhaps the rota" not in world.hand(there[-1]).page.words
    bad_days.leaves(world, first, first.of("review_team_member")[3], first.one("lead_reviewer"))
    for case in world.cases:
        opening.step(world, case, "S11")
        analysing.finding(world, case, case.of("review_team_member")[1])


def meet_once_more(world: World) -> None:
    """S12: the case group says whether the patterns are usual."""
    world.on(date(2027, 7, 6))
    for case in world.cases:
        reporting.too_early_for_board(world, case, case.one("lead_reviewer"))
    follow(world, 2, list(world.cases))


def report(world: World) -> None:
    """S13, and to the board."""
    world.on(date(2027, 8, 2))
    for case in world.cases:
        lead = case.one("lead_reviewer")
        opening.step(world, case, "S13")
        reporting.write(world, case, lead)
        reporting.finish(world, case, lead)
        reporting.to_board(world, case, lead)


def publish(world: World) -> None:
    """S15 to S17."""
    world.on(date(2027, 11, 8))
    for case in world.cases:
        reporting.after_board(world, case)
    first = world.cases[0]
    lead = first.one("lead_reviewer")
    for person in (OFFICE, lead, first.one("delegated"), first.one("accountable")):
        accounting.answer_markers(world, first, person, waits=person.role == "accountable")
    accounting.keep_markers(world, first, lead)
    accounting.totals(world, first)


def look_back(world: World) -> None:
    """A lead looks for every product; then the reviews are closed, and can still be read."""
    world.on(date(2027, 12, 6))
    for case in world.cases:
        looking_back.products(world, case)
        reporting.close(world, case)
        looking_back.still_read(world, case)
    looking_back.homes(world)


STEPS: list[tuple[str, Callable[[World], None]]] = [
    (do.__name__, do)
    for do in (
        set_up, plan_ahead, invite, introduce, explain, gather, listen, check, give_up, understand, meet_again,
        find_patterns, meet_once_more, report, publish, look_back,
    )
]  # fmt: skip


def live(world: World) -> None:
    """The whole year."""
    for _, do in STEPS:
        do(world)


def meet(
    world: World, case: Case, at: str, step: str, came: list[Somebody], readers: list[Somebody] | None = None
) -> None:
    """A meeting is held, its minutes are agreed and read, an action is done, time is entered."""
    meetings.hold(world, case, at, step, came)
    meetings.agree(world, case, at, step, team(case)[2:3] if readers is None else readers)
    meetings.action_done(world, case, case.one("review_team_member"))
    accounting.enter_time(world, case, step, team(case)[:3], "meeting")


def team(case: Case) -> list[Somebody]:
    """The leads and the review team."""
    return [*case.of("lead_reviewer"), *case.of("review_team_member")]


def pair_for(case: Case, nth: int) -> list[Somebody]:
    """Who holds the nth conversation: a lead and one of the team."""
    others = case.of("review_team_member")
    return [case.one("lead_reviewer"), others[nth % len(others)]]


def talks(world: World) -> list[tuple[Case, int, Somebody, list[Somebody], str]]:
    """Every conversation of the year."""
    return [
        (case, nth, person, pair_for(case, nth), case.talks[person.label])
        for case in world.cases
        for nth, person in enumerate(case.of("case_group_member"))
        if person.label in case.talks
    ]


def follow(world: World, number: int, cases: list[Case]) -> None:
    """A follow-on report is read, commented on and answered."""
    for case in cases:
        opening.step(world, case, f"S{8 + 2 * number}")
        follow_on.give_out(world, case, case.one("lead_reviewer"), number)
    world.on(world.today + timedelta(days=5))
    for case in cases:
        writers = follow_on.read_and_comment(world, case, number)
        follow_on.answer(world, case, case.one("lead_reviewer"), number, writers)
