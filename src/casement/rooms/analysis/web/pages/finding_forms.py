"""Form pages of patterns and findings, and of what belongs to them."""

from __future__ import annotations

from django.http import QueryDict

from casement.foundation.access import Seat
from casement.foundation.design.frame import Place
from casement.foundation.refusals import NotHere
from casement.rooms.analysis import queries
from casement.rooms.analysis.queries.against import draft_of_search, expected, weighed
from casement.rooms.analysis.queries.tree import EpisodeView, ItemView
from casement.rooms.analysis.rules.findings import may_go
from casement.rooms.analysis.vocabulary import FINDING_STATE_NAMES, PRIORITY_NAMES, Owner
from casement.rooms.analysis.web.pages.blocks import folder
from casement.rooms.analysis.web.pages.editing import FormPage, Options, flat, one_category, to
from casement.rooms.analysis.web.pages.patterns import uses_to_choose

OFFERED = 100
NAMES = {
    Owner.EPISODE: "Episode",
    Owner.PATTERN: "Pattern",
    Owner.FINDING: "Finding",
    Owner.FACTOR_USE: "Factor use",
    Owner.PERIOD: "Period",
}


def categories(seat: Seat, chosen: tuple[ItemView, ...] = ()) -> dict[str, Options]:
    """The categories of patterns, to choose one and to tick several; what is ticked now is always among them."""
    items = queries.items(seat, "patterns")
    return {"primary": one_category(items), "secondary": flat(items, chosen)}


def tickable(uses: tuple[tuple[str, tuple[tuple[str, str], ...]], ...]) -> Options:
    """Factor uses to tick, each with its episode."""
    return [(number, f"{title.partition('.')[0]}: {words}") for title, offers in uses for number, words in offers]


def new_pattern_page(seat: Seat, asked: QueryDict) -> FormPage:
    """Gathering factor uses into a pattern."""
    chosen = [number for number in asked.getlist("use") if number.isdigit() and len(number) < 10]
    return FormPage(
        heading="Gather into a pattern",
        sentence="What recurs beyond one moment? Take factor uses from two or more episodes.",
        above=to(seat, "patterns/", "Patterns"),
        tab="New pattern",
        button="Gather these",
        filled={"form": {"uses": chosen}},
        choices={**categories(seat), "uses": offered(seat, asked, [int(number) for number in chosen], None)},
    )


def pattern_facts_page(seat: Seat, number: int) -> FormPage:
    """Changing a pattern's title and categories."""
    view = queries.pattern(seat, number)
    return FormPage(
        heading="Title and categories",
        sentence="One main category, and any others it also belongs to.",
        above=to(seat, f"patterns/{number}/", f"Pattern {number}"),
        tab=f"Pattern {number}",
        filled={
            "form": {
                "title": view.title,
                "primary": view.primary.item_id if view.primary else "",
                "secondary": [one.item_id for one in view.secondary],
            }
        },
        choices=categories(seat, view.secondary),
        edition=view.edition,
    )


def offered(seat: Seat, asked: QueryDict, chosen: list[int], beside: int | None) -> Options:
    """Factor uses to tick: of the episode the address names, or the first of all."""
    told = asked.get("episode", "")
    episode = int(told) if told.isdigit() and len(told) < 10 else None
    uses = queries.uses_to_gather(seat, chosen=chosen, episode=episode, beside=beside, limit=OFFERED)
    return tickable(uses_to_choose(uses))


def add_uses_page(seat: Seat, number: int, asked: QueryDict) -> FormPage:
    """Taking more factor uses into a pattern."""
    title = queries.title_of(seat, Owner.PATTERN, number)
    return FormPage(
        heading="Add factor uses",
        sentence=f"For “{title}”.",
        above=to(seat, f"patterns/{number}/#gathered", f"Pattern {number}"),
        tab=f"Pattern {number}",
        button="Add these",
        choices={"uses": offered(seat, asked, [], number)},
    )


def place_pattern_page(seat: Seat, number: int, asked: QueryDict) -> FormPage:
    """Where the team puts a pattern, and why; the address may carry where it was dropped (`to`)."""
    view = queries.pattern(seat, number)
    to_place = asked.get("to", "")
    moved = to_place in PRIORITY_NAMES and to_place != view.priority
    return FormPage(
        heading="Where do we put it?",
        sentence="The team decides, and says why. Nothing is sorted by number.",
        above=to(seat, f"patterns/{number}/", f"Pattern {number}"),
        tab=f"Pattern {number}",
        filled={
            "form": {
                "priority": to_place if moved else view.priority,
                "reason": "" if moved else view.priority_reason,
            }
        },
        edition=view.edition,
    )


def episode_options(told: tuple[EpisodeView, ...]) -> Options:
    """Episodes to tick."""
    return [(str(view.number), f"{view.number}. {view.title}") for view in told]


def new_finding_page(seat: Seat, asked: QueryDict) -> FormPage:
    """Drafting a finding; the address may carry the `pattern` it comes from."""
    patterns = queries.pattern_titles(seat)
    started: dict[str, object] = {}
    for view in patterns:
        if str(view.number) == asked.get("pattern"):
            started = {"pattern": str(view.number), "title": view.title}
    return FormPage(
        heading="Draft a finding",
        sentence="Fictional example: “Each service logs a missed appointment in its own system, so nobody sees the "
        "run of them and a person who is withdrawing looks like an occasional non-attender.”",
        above=to(seat, "findings/", "Findings"),
        tab="New finding",
        button="Draft it",
        filled={"form": started},
        choices={
            "pattern": [("", "None"), *((str(view.number), f"{view.number}. {view.title}") for view in patterns)],
            **categories(seat),
            "episodes": episode_options(queries.titles(seat, states=("chosen",))),
        },
    )


def finding_facts_page(seat: Seat, number: int) -> FormPage:
    """Changing a finding's title, categories, direction and episodes."""
    view = queries.finding(seat, number)
    return FormPage(
        heading="Title, categories and direction",
        sentence="The title is the finding in one sentence.",
        above=to(seat, f"findings/{number}/", f"Finding {number}"),
        tab=f"Finding {number}",
        filled={
            "form": {
                "title": view.title,
                "primary": view.primary.item_id if view.primary else "",
                "secondary": [one.item_id for one in view.secondary],
                "direction": view.direction,
                "episodes": [str(one) for one in view.episodes],
            }
        },
        choices={
            **categories(seat, view.secondary),
            "episodes": episode_options(queries.titles(seat)),
        },
        edition=view.edition,
    )


def move_finding_page(seat: Seat, number: int) -> FormPage:
    """Moving a finding to another state."""
    view = queries.finding(seat, number)
    return FormPage(
        heading="Move this finding",
        sentence=f"Now: {FINDING_STATE_NAMES[view.state].lower()}.",
        above=to(seat, f"findings/{number}/", f"Finding {number}"),
        tab=f"Finding {number}",
        button="Move it",
        choices={"to": [("", "Choose one"), *((to.value, FINDING_STATE_NAMES[to]) for to in may_go(view.state))]},
        edition=view.edition,
    )


def order_finding_page(seat: Seat, number: int) -> FormPage:
    """The place of a finding in the list."""
    view = queries.finding(seat, number)
    return FormPage(
        heading="Place in the list",
        sentence="The order the team wants readers to meet the findings in.",
        above=to(seat, "findings/", "Findings"),
        tab=f"Finding {number}",
        filled={"form": {"order": view.order}},
    )


def figure_page(seat: Seat, finding: int) -> FormPage:
    """Adding a figure to a finding."""
    view = queries.finding(seat, finding)
    return FormPage(
        heading="How usual is it?",
        sentence=f"For “{view.title}” Give both numbers, or say that it is not known and what it would take.",
        above=to(seat, f"findings/{finding}/#prevalence", f"Finding {finding}"),
        tab=f"Finding {finding}",
    )


def new_question_page(seat: Seat, finding: int) -> FormPage:
    """Adding a question for the board."""
    view = queries.finding(seat, finding)
    return FormPage(
        heading="A question for the board",
        sentence=f"From “{view.title}”",
        above=to(seat, f"findings/{finding}/#questions", f"Finding {finding}"),
        tab=f"Finding {finding}",
    )


def question_page(seat: Seat, number: int) -> FormPage:
    """Changing a question for the board."""
    for finding in queries.findings(seat):
        for asked in finding.questions:
            if asked.number == number:
                return FormPage(
                    heading="Change this question",
                    sentence=f"From “{finding.title}”",
                    above=to(seat, f"findings/{finding.number}/#questions", f"Finding {finding.number}"),
                    tab=f"Finding {finding.number}",
                    filled={
                        "form": {
                            "text": asked.text,
                            "response_kind": asked.response_kind,
                            "level": asked.level,
                        }
                    },
                    edition=asked.edition,
                    second=Place("Remove this question", f"/reviews/{seat.ref}/board-questions/{number}/removal/"),
                )
    raise NotHere


def search_page(seat: Seat, owner: str, number: int) -> FormPage:
    """Recording a search for the other side; filled with what was weighed, for a person to finish."""
    title = queries.title_of(seat, owner, number)
    name = NAMES[Owner(owner)]
    awaited = [one.text for one in expected(seat, owner, number)]
    draft = draft_of_search(weighed(seat, owner, number), awaited)
    return FormPage(
        heading="We looked for what would prove us wrong",
        sentence=f"About “{title}”."
        + (
            " It is filled in from the passages you weighed; change it until it says what you did." if draft else ""
        ),
        above=Place(f"{name} {number}", folder(seat, owner, number)),
        tab=f"{name} {number}",
        button="Keep this record",
        filled={"form": draft},
    )
