"""Pages of episodes: the list, one episode, the table."""

from __future__ import annotations

from dataclasses import dataclass, replace

from django.http import QueryDict

from casement.foundation.access import Seat
from casement.foundation.beside import Beside, beside
from casement.foundation.design.frame import Place
from casement.foundation.design.parts import ContentsLine, Pages
from casement.foundation.web import Download
from casement.rooms.analysis import queries
from casement.rooms.analysis.exports import episode_csv, episode_docx
from casement.rooms.analysis.exports.episode_rows import COLUMNS, RowOfTable, rows_of
from casement.rooms.analysis.queries.outlines import Written
from casement.rooms.analysis.queries.standing import every, of_episode
from casement.rooms.analysis.queries.tree import EpisodeView, FactorUseView
from casement.rooms.analysis.rules.episodes import FIRST_SAY_WHY, Gap, may_appraise, missing, silent_levels
from casement.rooms.analysis.rules.findings import listed
from casement.rooms.analysis.rules.matrix import heading
from casement.rooms.analysis.vocabulary import (
    CONFIDENCE_NAMES,
    EPISODE_PARTS,
    PART_WORDS,
    TENDENCY_NAMES,
    EpisodeState,
    Owner,
    Part,
)
from casement.rooms.analysis.web.pages.blocks import (
    Block,
    RestsOn,
    Said,
    block,
    looked,
    may_write,
    pages_of,
    rests_on,
    said,
)

LIST_SIZE = 30
TABLE_SIZE = 5
COLUMN_KEYS = ("who", "accounts", "key", "sense", "appraisal", "factors", "helped", "against", "wider", "sure")
FIRST_COLUMNS = ("who", "accounts", "key", "sense", "appraisal")
WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"


@dataclass(frozen=True)
class EpisodeLine:
    """One episode in a list."""

    number: int
    title: str
    when: str
    who: str
    reason: str
    unwritten: str
    sure: str


@dataclass(frozen=True)
class EpisodesPage:
    """Chosen episodes, candidates, and those not selected with their reasons."""

    chosen: tuple[EpisodeLine, ...]
    candidates: tuple[EpisodeLine, ...]
    rejected: tuple[EpisodeLine, ...]
    pages: Pages
    may_write: bool
    tab: str = "Episodes"


def episodes_page(seat: Seat, asked: QueryDict) -> EpisodesPage:
    """The list of episodes; where a list is long, each page shows the next part of every list."""
    told = queries.episode_outlines(seat)
    longest = max(sum(view.state == state for view in told) for state in EpisodeState)
    pages = pages_of(asked, longest, LIST_SIZE, "episodes")
    written = queries.written(seat, Owner.EPISODE, Part.WHY_KEY)

    def lines(state: str) -> tuple[EpisodeLine, ...]:
        here = [view for view in told if view.state == state][(pages.current - 1) * LIST_SIZE :][:LIST_SIZE]
        return tuple(line(view, written.get(view.number, queries.NOTHING)) for view in here)

    return EpisodesPage(
        lines(EpisodeState.CHOSEN),
        lines(EpisodeState.CANDIDATE),
        lines(EpisodeState.REJECTED),
        pages,
        may_write(seat),
    )


def line(view: EpisodeView, told: Written) -> EpisodeLine:
    """One episode as a line: for one not selected, the reason is the one given for leaving it out."""
    unwritten = [PART_WORDS[part].name.lower() for part in EPISODE_PARTS if part not in (*told.parts, Part.HUNCH)]
    return EpisodeLine(
        number=view.number,
        title=view.title,
        when=view.when,
        who=", ".join((*view.strands, *view.roles)),
        reason=view.decision_reason if view.state == EpisodeState.REJECTED else told.words,
        unwritten=listed(tuple(unwritten)) if unwritten else "",
        sure=CONFIDENCE_NAMES.get(view.confidence, "Not said yet"),
    )


@dataclass(frozen=True)
class FactorLine:
    """One factor use in an episode."""

    number: int
    label: str
    influence: str
    how: tuple[Said, ...]
    account_of: str
    importance: str
    href: str
    episode: int = 0


@dataclass(frozen=True)
class FactorGroup:
    """The factors of one level and type."""

    heading: str
    lines: tuple[FactorLine, ...]


@dataclass(frozen=True)
class Check:
    """One of the three hindsight checks."""

    question: str
    answer: str


@dataclass(frozen=True)
class EpisodePage:
    """One key practice episode."""

    number: int
    title: str
    state: str
    when: str
    who: str
    place: str
    previous: Place | None
    following: Place | None
    decision_reason: str
    contents: tuple[ContentsLine, ...]
    gaps: tuple[Gap, ...]
    accounts: Block
    why_key: Block
    reasons: Block
    appraisal: Block
    may_appraise: bool
    first_say_why: str
    tendency: str
    standard: str
    standard_applied: str
    checks: tuple[Check, ...]
    factors: tuple[FactorGroup, ...]
    silent: tuple[str, ...]
    no_factors_reason: str
    enablers: Block
    counter: Block
    not_known: Block
    hunch: Block
    category: str
    searches: tuple[str, ...]
    sure: str
    sure_reason: str
    rests_on: RestsOn
    base: str
    may_write: bool
    tab: str
    beside: tuple[Beside, ...] = ()


def episode_page(seat: Seat, number: int) -> EpisodePage:
    """The page of one episode."""
    view, neighbours = queries.among(seat, number)
    facts = of_episode(view)
    gaps = missing(facts)
    kept = queries.answered(seat)

    def part(which: Part) -> Block:
        return block(seat, Owner.EPISODE, number, view.parts, which, kept)

    at = neighbours.index(number)
    words = every(view.parts) + tuple(how for use in view.factor_uses for how in use.how)
    return EpisodePage(
        number=number,
        title=view.title,
        state=view.state,
        when=view.when,
        who=", ".join((*view.strands, *view.roles)),
        place=f"{at + 1} of {len(neighbours)}" if view.state == EpisodeState.CHOSEN else "",
        previous=to_episode(seat, neighbours[at - 1], "Previous episode") if at else None,
        following=to_episode(seat, neighbours[at + 1], "Next episode") if at + 1 < len(neighbours) else None,
        decision_reason=view.decision_reason,
        contents=contents(gaps),
        gaps=gaps,
        accounts=part(Part.ACCOUNT),
        why_key=part(Part.WHY_KEY),
        reasons=part(Part.LOCAL_RATIONALITY),
        appraisal=part(Part.APPRAISAL),
        may_appraise=may_appraise(facts.written),
        first_say_why=FIRST_SAY_WHY,
        tendency=TENDENCY_NAMES.get(view.tendency, ""),
        standard=view.standard,
        standard_applied=view.standard_applied,
        checks=(
            Check("What was known then, and to whom?", view.hindsight_check),
            Check("Would we say the same had it ended well?", view.outcome_check),
            Check("Have we made the choice look easier or harder than it was?", view.difficulty_check),
        ),
        factors=grouped(seat, view.factor_uses),
        silent=silent_levels(facts.factor_levels),
        no_factors_reason=view.no_factors_reason,
        enablers=part(Part.ENABLERS),
        counter=part(Part.COUNTER),
        not_known=part(Part.GAPS),
        hunch=part(Part.HUNCH),
        category=view.hunch_category.words if view.hunch_category else "",
        searches=looked(view.searches),
        sure=CONFIDENCE_NAMES.get(view.confidence, ""),
        sure_reason=view.confidence_reason,
        rests_on=rests_on(words),
        base=f"/reviews/{seat.ref}/episodes/{number}/",
        may_write=may_write(seat),
        tab=f"Episode {number}",
        beside=beside(seat, "episode", number),
    )


def to_episode(seat: Seat, number: int, words: str) -> Place:
    """The way to another episode."""
    return Place(words, f"/reviews/{seat.ref}/episodes/{number}/")


def grouped(seat: Seat, uses: tuple[FactorUseView, ...]) -> tuple[FactorGroup, ...]:
    """Factor uses under their level and type, in framework order."""
    groups: dict[str, list[FactorLine]] = {}
    for use in uses:
        groups.setdefault(heading(use.level, use.group), []).append(factor_line(seat, use))
    return tuple(FactorGroup(name, tuple(lines)) for name, lines in groups.items())


def factor_line(seat: Seat, use: FactorUseView) -> FactorLine:
    """One factor use as a line."""
    return FactorLine(
        number=use.number,
        label=use.label,
        influence=use.influence,
        how=tuple(said(seat, view) for view in use.how),
        account_of=use.account_of,
        importance=use.importance,
        href=f"/reviews/{seat.ref}/factors/uses/{use.number}/",
        episode=use.episode_number,
    )


CONTENTS = (
    ("What happened, as each saw it", Part.ACCOUNT),
    ("Why this episode is key", Part.WHY_KEY),
    ("It made sense because", Part.LOCAL_RATIONALITY),
    ("Appraisal", Part.APPRAISAL),
    ("Contributory factors", "factors"),
    ("What helped", Part.ENABLERS),
    ("Evidence against", Part.COUNTER),
    ("Not known", Part.GAPS),
    ("Wider significance", Part.HUNCH),
)


def contents(gaps: tuple[Gap, ...]) -> tuple[ContentsLine, ...]:
    """The page's contents, each with a tick, or a dash and what is open."""
    open_at: dict[str, str] = {}
    for gap in gaps:
        open_at.setdefault(gap.anchor, gap.sentence)
    return tuple(
        ContentsLine(name, f"#{anchor}", "open" if anchor in open_at else "written", open_at.get(anchor, ""))
        for name, anchor in CONTENTS
    )


@dataclass(frozen=True)
class TablePage:
    """The table of episodes and their factors."""

    columns: tuple[str, ...]
    rows: tuple[RowOfTable, ...]
    pages: Pages
    choices: tuple[tuple[str, str, bool], ...]
    tab: str = "Episode table"
    desk: bool = True


def table_page(seat: Seat, asked: QueryDict) -> TablePage:
    """The episode table as a page that prints, five episodes at a time; the files hold them all.

    The address may name the `column`s to show; else it is those that fit a window side by side.
    """
    total = len(queries.titles(seat, states=(EpisodeState.CHOSEN,)))
    pages = pages_of(asked, total, TABLE_SIZE, "episodes", keep=("column",))
    names = dict(zip(COLUMN_KEYS, COLUMNS[1:], strict=True))
    shown = [key for key in COLUMN_KEYS if key in asked.getlist("column")] or list(FIRST_COLUMNS)
    rows = rows_of(queries.episodes(seat, page=pages.current, size=TABLE_SIZE))
    return TablePage(
        (COLUMNS[0], *(names[key] for key in shown)),
        tuple(
            replace(row, cells=tuple(row.cells[at] for at, key in enumerate(COLUMN_KEYS) if key in shown))
            for row in rows
        ),
        pages,
        tuple((key, name, key in shown) for key, name in names.items()),
    )


def table_docx(seat: Seat) -> Download:
    """The episode table as a Word file."""
    return Download("episode-table.docx", WORD, episode_docx(queries.episodes(seat), made_for=seat.label))


def table_csv(seat: Seat) -> Download:
    """The episode table as a CSV file."""
    return Download("episode-table.csv", "text/csv; charset=utf-8", episode_csv(queries.episodes(seat)))
