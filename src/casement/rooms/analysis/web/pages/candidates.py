"""Candidates for an episode: what is proposed and why, and what was decided."""

from __future__ import annotations

from dataclasses import dataclass

from django.http import QueryDict

from casement.foundation.access import Seat
from casement.foundation.design.frame import Place
from casement.foundation.design.parts import Pages
from casement.foundation.refusals import NotHere
from casement.foundation.saving import tabular
from casement.foundation.web import Download
from casement.rooms.analysis import queries
from casement.rooms.analysis.exports import candidate_log as files
from casement.rooms.analysis.queries import candidate_log as log
from casement.rooms.analysis.queries import candidates as looking
from casement.rooms.analysis.queries.candidate_log import Decided
from casement.rooms.analysis.queries.candidates import Found, RestLine
from casement.rooms.analysis.rules.candidates import SORT_NAMES, Candidate, Sort, days_in_words
from casement.rooms.analysis.web.pages.blocks import may_write, pages_of
from casement.rooms.analysis.web.pages.editing import FormPage, to, voices_of

SIZE, LOG_SIZE, SHOWN = 10, 50, 4
NOTHING = {
    Sort.TURNING: "No turning point waits. They come from the part of a conversation that asks for them, from "
    "plain words such as “that was when”, and from passages marked with a code for turning points.",
    Sort.DENSE: "No crowded time waits. It takes entries of three agencies or more in the chronologies.",
    Sort.DIFFER: "No accounts wait that differ. They come from entries of which somebody said that they do.",
    Sort.SILENT: "No gap waits. It takes eight weeks without an entry of one agency while others wrote some.",
}


@dataclass(frozen=True)
class CandidateLine:
    """One candidate: its reason, some of what it rests on, and the episodes that rest on the same already."""

    mark: str
    said: str
    when: str
    rests: tuple[RestLine, ...]
    more: int
    episodes: tuple[Place, ...]


@dataclass(frozen=True)
class CandidatesPage:
    """Candidates of one sort, and how many wait of each."""

    tabs: tuple[tuple[Place, int], ...]
    lines: tuple[CandidateLine, ...]
    heading: str
    nothing: str
    pages: Pages
    decided: int
    may_write: bool
    tab: str = "Candidates"


@dataclass(frozen=True)
class LogPage:
    """Every decision, newest first."""

    lines: tuple[Decided, ...]
    pages: Pages
    may_write: bool
    tab: str = "Decision log"


def candidates_page(seat: Seat, asked: QueryDict) -> CandidatesPage:
    """What may be an episode, of one sort at a time."""
    told, decided = looking.found(seat), log.decisions(seat)
    waiting = log.open_ones(told.candidates, decided)
    of_sort = {sort: [one for one in waiting if one.sort == sort] for sort in Sort}
    wanted = asked.get("sort", "")
    sort = Sort(wanted) if wanted in list(Sort) else next((one for one in Sort if of_sort[one]), Sort.TURNING)
    pages = pages_of(asked, len(of_sort[sort]), SIZE, "candidates", keep=("sort",))
    here = of_sort[sort][(pages.current - 1) * SIZE :][:SIZE]
    base = f"/reviews/{seat.ref}/episodes/candidates/"
    return CandidatesPage(
        tuple((Place(SORT_NAMES[one], f"{base}?sort={one.value}", one == sort), len(of_sort[one])) for one in Sort),
        lines_of(seat, told, here),
        SORT_NAMES[sort],
        NOTHING[sort],
        pages,
        len(decided),
        may_write(seat),
    )


def lines_of(seat: Seat, told: Found, here: list[Candidate]) -> tuple[CandidateLine, ...]:
    """Candidates with what they rest on."""
    rests = looking.rest_lines(seat, told, (rest for one in here for rest in one.rests[:SHOWN]))
    already = looking.told_already(seat, here)
    return tuple(
        CandidateLine(
            one.mark,
            one.said,
            days_in_words(one.first, one.last) if one.sort is Sort.TURNING and one.first and one.last else "",
            tuple(rests[rest.key] for rest in one.rests[:SHOWN] if rest.key in rests),
            max(0, len(one.rests) - SHOWN),
            tuple(
                Place(f"Episode {number}", f"/reviews/{seat.ref}/episodes/{number}/")
                for number in already[one.mark]
            ),
        )
        for one in here
    )


def one_of(seat: Seat, candidate: str) -> tuple[Found, Candidate | None]:
    """A candidate, or None where it is not proposed, or not in this form any more."""
    told = looking.found(seat)
    return told, told.one(candidate)


def taking_page(seat: Seat, candidate: str) -> FormPage:
    """A candidate as a new episode: its time and agencies filled in, its entries and passages ready to be cited."""
    told, one = one_of(seat, candidate)
    if one is None:
        return gone(seat)
    rests = looking.rest_lines(seat, told, one.to_cite)
    ready = [rests[rest.key] for rest in one.to_cite if rest.key in rests]
    return FormPage(
        heading="Take it as an episode",
        sentence="It becomes a candidate episode, with your reason. Whether it is key is decided on its own page.",
        above=to(seat, "episodes/candidates/", "Candidates"),
        tab="New episode",
        button="Put it forward",
        filled={
            "form": {
                "began": day(one.first) if one.first else "",
                "until": day(one.last) if one.last and one.last != one.first else "",
                "strands": [str(number) for number in one.agencies],
                "ticked": [line.key for line in ready],
            }
        },
        choices={
            **voices_of(queries.voices(seat)),
            "ticked": [(line.key, f"{line.place}: {short(line.words)}") for line in ready],
        },
        quoted=(("Why it is proposed", one.said),),
    )


def setting_aside_page(seat: Seat, candidate: str) -> FormPage:
    """Deciding that a candidate is no episode."""
    _, one = one_of(seat, candidate)
    if one is None:
        return gone(seat)
    return FormPage(
        heading="Set it aside",
        sentence="It can be looked at again later.",
        above=to(seat, "episodes/candidates/", "Candidates"),
        tab="Set aside",
        button="Set it aside",
        quoted=(("Why it is proposed", one.said),),
    )


def asking_page(seat: Seat, candidate: str) -> FormPage:
    """Making a gap a query."""
    told, one = one_of(seat, candidate)
    if one is None:
        return gone(seat)
    silent = str(one.agencies[0]) if one.sort is Sort.SILENT and one.agencies else ""
    return FormPage(
        heading="Ask about it",
        sentence="A gap may be a time in which nothing happened, or a record nobody sent.",
        above=to(seat, "episodes/candidates/", "Candidates"),
        tab="Ask about it",
        button="Keep the query",
        filled={"form": {"asked_of": silent}},
        choices={
            "asked_of": [("", "Nobody in particular"), *((str(key), name) for key, name in told.agencies.items())]
        },
        quoted=(("Why it is proposed", one.said),),
    )


def gone(seat: Seat) -> FormPage:
    """What is said of a candidate whose evidence has changed."""
    return FormPage(
        heading="This is not proposed any more",
        sentence="What it rested on has changed, and with it the question.",
        above=to(seat, "episodes/candidates/", "Candidates"),
        tab="Candidates",
        button="",
        second=to(seat, "episodes/candidates/", "Look at the list again"),
    )


def looking_again_page(seat: Seat, number: int) -> FormPage:
    """Taking a decision back by a later one."""
    one = next((one for one in log.decisions(seat) if one.number == number), None)
    if one is None:
        raise NotHere
    return FormPage(
        heading="Look at it again",
        sentence="It is open again, and stands in the list if it still rests on the same.",
        above=to(seat, "episodes/candidates/log/", "Decision log"),
        tab="Decision log",
        button="Open it again",
        quoted=(("Why it was proposed", one.said), (one.decision_name, one.reason or "No reason was given.")),
    )


def log_page(seat: Seat, asked: QueryDict) -> LogPage:
    """The decision log."""
    told = log.log(seat)
    pages = pages_of(asked, len(told), LOG_SIZE, "decisions")
    here = told[(pages.current - 1) * LOG_SIZE :][:LOG_SIZE]
    return LogPage(here, pages, may_write(seat))


def log_file(seat: Seat, kind: str) -> Download:
    """The decision log as a table."""
    return tabular("decision-log", kind, files.COLUMNS, files.rows(log.log(seat)))


def day(told: object) -> str:
    """A day as it is written into a form."""
    return f"{told.day} {told:%B %Y}"  # type: ignore[attr-defined]


def short(words: str) -> str:
    """The beginning of a passage, on one line."""
    line = " ".join(words.split())
    return line if len(line) <= 140 else line[:138].rsplit(" ", 1)[0] + " …"
