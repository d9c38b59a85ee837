"""The meeting of the example: agenda, papers, who came and the notes, through the same commands as any review."""

from datetime import time

from casement.example.loading.places import Places
from casement.example.loading.requests import back
from casement.example.meetings import Entered
from casement.example.whole import Case
from casement.foundation.access import Role, Seat
from casement.rooms.meetings import commands, queries
from casement.rooms.meetings.rules.agendas import kind_of
from casement.rooms.planning import commands as planning
from casement.rooms.planning.rules.working_days import WorkingDays
from casement.rooms.planning.vocabulary import Nation, RowKind


def meet(case: Case, places: Places, seat: Seat) -> None:
    """The last analysis meeting: its agenda, who came, and what was said. Its minutes are not agreed yet."""
    told = case.met
    on = WorkingDays(Nation.ENGLAND).on_or_before(back(told.held))
    row = planning.add_row(seat, kind=RowKind.MEETING, step=told.step, label=told.label, on=on)
    team = [places.people[part.key] for part in case.review.participations if part.role in (Role.LEAD, Role.TEAM)]
    number = planning.arrange_meeting(
        seat, row=row.number, at=time(9, 30), minutes=told.minutes, needed=team, place=told.place, anyway=True
    ).number
    commands.choose_agenda(seat, number=number, kind=kind_of(row.key, row.step))
    items = [item for item, _ in queries.item_titles(queries.here(seat, number))]
    for paper in told.papers:
        commands.link_paper(seat, number=number, item=items[paper.item - 1], key=paper.key)
    extra = told.extra
    commands.add_item(seat, number=number, title=extra.title, minutes=extra.minutes, purpose=extra.purpose)
    commands.note_attendance(
        seat, number=number, came={places.people[key]: said for key, said in told.came.items()}
    )
    for one in told.noted:
        note(places, seat, number, items[one.item - 1], one)


def note(places: Places, seat: Seat, number: int, item: int, told: Entered) -> None:
    """One entry, what it speaks of, and what became of it."""
    made = commands.add_entry(
        places.seats.get(told.by, seat), number=number, kind=told.kind, text=told.text, item=item,
        reason=told.reason, who=told.who, owner=places.people[told.owner] if told.owner else None,
        by_when=None if told.by_when is None else back(told.by_when),
    )  # fmt: skip
    if told.about:
        kept = {"episode": places.episodes, "finding": places.findings}
        keys = [f"{thing}:{kept[thing][slug]}" for thing, slug in (one.split(":") for one in told.about)]
        commands.link_entry(seat, number=number, entry=made.number, about=keys)
    if told.state:
        commands.settle_entry(seat, number=number, entry=made.number, state=told.state, outcome=told.outcome)
    if told.decision:
        commands.decide_said(seat, number=number, entry=made.number, decision=told.decision)
