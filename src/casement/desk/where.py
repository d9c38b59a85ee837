"""Where we are: what the review is doing, what stands in the way, what it asks, what it rests on."""

from dataclasses import dataclass

from casement.desk.known import Known, Obstacle
from casement.desk.obstacles import obstacles
from casement.desk.panes import first_sentence, panes, second_sentence
from casement.desk.standing import known_here
from casement.foundation.access import Role, Seat
from casement.foundation.actions import Action, allows
from casement.foundation.design.parts import Pane
from casement.rooms.reviews import queries

LINKS = (
    ("setting_up", Action.REVIEWS_READ, "steps/"),
    ("listening", Action.SOURCES_LIST, "sources/"),
    ("making_sense", Action.ANALYSIS_READ, "episodes/"),
    ("findings", Action.ANALYSIS_READ, "findings/"),
)


@dataclass(frozen=True)
class Rest:
    """What the review rests on from one agency, or from the family: amounts, never marks."""

    whose: str
    records: int
    conversations: int
    family: int
    entries: int

    @property
    def nothing(self) -> bool:
        """Whether nothing has come from them at all."""
        return not (self.records or self.conversations or self.family or self.entries)


@dataclass(frozen=True)
class WherePage:
    """The overview of a review."""

    above: str
    first: str
    second: str
    panes: tuple[Pane, ...]
    next_step: str
    obstacles: tuple[Obstacle, ...]
    blocking: bool
    acts: bool
    questions: tuple[queries.Question, ...] | None
    rests: tuple[Rest, ...] | None
    counts_accounts: bool
    counts_entries: bool
    may_add: bool
    tab: str = "Where we are"


def where_page(seat: Seat) -> WherePage:
    """The overview page; every amount counts only what this person may see."""
    known = known_here(seat)
    stand = known.stand
    told = obstacles(known)
    links = {key: f"/reviews/{seat.ref}/{path}" for key, action, path in LINKS if allows(seat.standing, action)}
    blocking = sum(each.blocks for each in told)
    above = [f"{stand.kind}, {stand.process.variant.name.lower()} form"]
    above += [f"Time looked at: {stand.period}"] if stand.period else []
    next_step = stand.process.step(stand.next_step).label if stand.next_step else ""
    return WherePage(
        above=". ".join(above),
        first=first_sentence(stand),
        second=second_sentence(stand, len(told), "This is the last step."),
        panes=panes(stand, known.sources, known.entries, known.analysis, links),
        next_step=next_step[:1].lower() + next_step[1:],
        obstacles=told,
        blocking=blocking > 0,
        acts=allows(seat.standing, Action.REVIEWS_MOVE) or seat.standing.role is Role.TEAM,
        questions=queries.questions(seat) if allows(seat.standing, Action.REVIEWS_QUESTIONS) else None,
        rests=_rests(known) if known.sources is not None else None,
        counts_accounts=known.sources is not None and known.sources.accounts,
        counts_entries=known.entries is not None,
        may_add=allows(seat.standing, Action.SOURCES_ADD) and stand.may_hold_data,
    )


def _rests(known: Known) -> tuple[Rest, ...]:
    sources, entries = known.sources, known.entries
    assert sources is not None
    told = []
    for agency_id, name in known.agencies:
        kinds = sources.by_agency.get(agency_id, {})
        told.append(
            Rest(
                name,
                kinds.get("record", 0),
                kinds.get("conversation", 0),
                kinds.get("family", 0),
                entries.by_agency.get(agency_id, 0) if entries is not None else 0,
            )
        )
    loose = sources.by_agency.get(None, {})
    if loose.get("family"):
        told.append(Rest("Family", 0, 0, loose["family"], 0))
    if loose.get("record") or loose.get("conversation"):
        told.append(Rest("No agency given", loose.get("record", 0), loose.get("conversation", 0), 0, 0))
    return tuple(told)
