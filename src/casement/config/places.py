"""Where things are: sections and pages of the navigation, who is let in, and who sees each page."""

from dataclasses import dataclass
from typing import Any

from django.urls import NoReverseMatch, reverse

from casement.desk.guide import help_with
from casement.desk.opened import THINGS
from casement.foundation.access import COLUMNS, Local, Role, Seat, Standing, Subject, Verb, reach
from casement.foundation.actions import (
    LEADS_ONLY,
    LEADS_OR_LEGAL,
    NAMES_TOO,
    WHO,
    Action,
    allows,
    goes_far_enough,
)
from casement.foundation.design.frame import Frame, Notice
from casement.foundation.design.frame import Place as Here
from casement.rooms.proceedings.queries import holds_in_force
from casement.rooms.proceedings.rules.holds import scope_of
from casement.rooms.proceedings.vocabulary import Scope
from casement.rooms.reviews.queries import frame_facts


@dataclass(frozen=True)
class Place:
    """One page in the navigation of a review.

    One that is `within` another is reached from there, and stands in the bar only for those who cannot open that.
    """

    key: str
    section: str
    label: str
    url: str
    action: Action
    within: str = ""


PLACES = (
    Place("where", "Overview", "Where we are", "desk:where", Action.REVIEWS_READ),
    Place("about", "Overview", "About", "reviews:about", Action.REVIEWS_READ),
    Place("questions", "Overview", "Questions", "reviews:questions", Action.REVIEWS_QUESTIONS),
    Place("members", "Overview", "Team and access", "reviews:members", Action.REVIEWS_MEMBERS),
    Place("identity", "Overview", "Names and labels", "reviews:identity", Action.REVIEWS_IDENTITY),
    Place("who_sees", "Overview", "Who sees what", "reviews:who_sees", Action.REVIEWS_WHO_SEES, within="members"),
    Place("ledger", "Overview", "Who looked", "reviews:ledger", Action.REVIEWS_LEDGER),
    Place("protection", "Overview", "Data protection", "reviews:protection", Action.REVIEWS_PROTECTION),
    Place("sources", "Evidence", "Sources", "sources:sources", Action.SOURCES_LIST),
    Place("requests", "Evidence", "Requests", "sources:requests", Action.REQUESTS_READ),
    Place("chronologies", "Evidence", "Chronologies", "chronology:chronologies", Action.CHRONOLOGY_READ),
    Place("codes", "Evidence", "Codebook", "coding:codes", Action.CODING_READ),
    Place("across", "Evidence", "Across sources", "coding:across", Action.CODING_READ),
    Place("strands", "Analysis", "Strands", "chronology:strands", Action.CHRONOLOGY_READ),
    Place("perspectives", "Analysis", "Perspectives", "analysis:perspectives", Action.ANALYSIS_READ),
    Place("episodes", "Analysis", "Episodes", "analysis:episodes", Action.ANALYSIS_READ),
    Place("factors", "Analysis", "Factors", "analysis:factors", Action.ANALYSIS_READ),
    Place("patterns", "Analysis", "Patterns", "analysis:patterns", Action.ANALYSIS_READ),
    Place("findings", "Analysis", "Findings", "analysis:findings", Action.ANALYSIS_READ),
    Place("rigour", "Analysis", "Rigour", "reports:rigour", Action.ANALYSIS_READ),
    Place("readings", "Analysis", "Second readings", "analysis:readings", Action.READINGS_READ),
    Place("language", "Analysis", "Language", "reports:language", Action.ANALYSIS_READ),
    Place("follow_on", "Report", "Follow-on reports", "reports:follow_ons", Action.FOLLOW_ON_LIST),
    Place("report", "Report", "Final report", "reports:report", Action.REPORTS_READ),
    Place("preview", "Report", "Preview and save", "reports:preview", Action.REPORTS_READ),
    Place("board", "Report", "The board’s answers", "responses:board", Action.RESPONSES_READ),
    Place("actions", "Report", "Actions", "responses:actions", Action.RESPONSES_ACTIONS),
    Place("totals", "Report", "Answers in numbers", "responses:totals", Action.RESPONSES_TOTALS),
    Place("publication", "Report", "Publication", "responses:publication", Action.PUBLICATION_READ),
    Place("plan", "Process", "Plan", "planning:plan", Action.PLANNING_READ),
    Place("steps", "Process", "Steps", "reviews:steps", Action.REVIEWS_READ),
    Place("meetings", "Process", "Meetings", "planning:meetings", Action.PLANNING_READ),
    Place("conversations", "Process", "Conversations", "conversations:conversations", Action.CONVERSATIONS_KNOW),
    Place("family", "Process", "Family", "family:family", Action.FAMILY_LIST),
    Place("proceedings", "Process", "Proceedings", "proceedings:proceedings", Action.PROCEEDINGS_LIST),
    Place("letters", "Process", "Letters", "letters:letters", Action.LETTERS_READ),
    Place("time", "Process", "Time", "timekeeping:time", Action.TIME_LOG),
    Place("time_totals", "Process", "Time", "timekeeping:totals", Action.TIME_TOTALS, within="time"),
    Place("quality", "Process", "Quality markers", "markers:markers", Action.MARKERS_READ),
)

SHORT = {
    Role.LEAD: "leads",
    Role.TEAM: "team",
    Role.CASE_GROUP: "case group",
    Role.FAMILY: "family",
    Role.AGENCY_CONTACT: "agency contacts",
    Role.ACCOUNTABLE: "board",
    Role.DELEGATED: "board",
    Role.BUSINESS: "board office",
    Role.SUPERVISOR: "supervisors",
    Role.EVALUATOR: "evaluators",
    Role.LEGAL: "legal liaison",
    Role.RECORDS: "records officer",
    Role.ADMIN: "technical administrator",
}

# The pages that say what is held: those of a scope, and everything where the review stands or moves.
SAYS_HOLDS: dict[str, frozenset[Scope]] = {
    "where": frozenset(Scope),
    "steps": frozenset(Scope),
    "report": frozenset({Scope.REPORT, Scope.PUBLICATION}),
    "preview": frozenset({Scope.REPORT, Scope.PUBLICATION}),
    "publication": frozenset({Scope.PUBLICATION}),
    "conversations": frozenset({Scope.CONVERSATION}),
    "meetings": frozenset({Scope.MEETING}),
    "plan": frozenset({Scope.MEETING}),
}

# Pages for those who may write, though others may read of the same subject elsewhere.
PLANNERS = frozenset({Action.PLANNING_PAIRS, Action.PLANNING_PEOPLE, Action.PLANNING_PLAN, Action.TIME_PLAN})

HELP, WORDS = Here("Help", "/help/"), Here("Words we use", "/help/words/")


def address(name: str, seat: Seat) -> str:
    """Where a named page of this review is; empty when there is none yet."""
    try:
        return reverse(name, kwargs={"ref": seat.ref} if seat.ref else {})
    except NoReverseMatch:
        return ""


def sees(role: Role, action: Action, local: Local = ()) -> bool:
    """Whether anybody in this role sees pages of `action` without a grant or a release."""
    if action in LEADS_ONLY and role is not Role.LEAD:
        return False
    at = Standing(role, local=local)
    if action in NAMES_TOO | LEADS_OR_LEGAL | PLANNERS and not allows(at, action):
        return False
    need = WHO[action]
    if need.anyone:
        return True
    if need.subjects == (Subject.IDENTITY,) and need.verb is Verb.WRITE:
        return allows(at, action)  # whose own name is in the register does not open it
    verb = Verb.READ if need.verb is Verb.WRITE else need.verb
    return any(goes_far_enough(need, reach(at, subject, verb)) for subject in need.subjects)


def seen_by(action: Action, counts: dict[str, int], local: Local = ()) -> str:
    """Who can open pages of `action`, in words, with how many people: "leads and team (9)"."""
    names: list[str] = []
    people = 0
    for roles in COLUMNS:
        for role in roles:
            if counts.get(role) and sees(role, action, local):
                people += counts[role]
                if SHORT[role] not in names:
                    names.append(SHORT[role])
    if not names:
        return "you only"
    told = names[0] if len(names) == 1 else ", ".join(names[:-1]) + " and " + names[-1]
    return f"{told} ({people})"


def frame_of(
    seat: Seat,
    place: str,
    action: Action,
    notices: list[tuple[str, str, str]],
    content: Any,
    thing: tuple[str, Any] = ("", None),
) -> Frame:
    """The frame of a page: sections and pages this person may open, who sees it, and notices.

    `content` may carry `tab` (for the browser tab: a kind and a number, never a title), `desk`, `help` (its
    own topic), and `seen_by` where more or fewer see a page than the action says: it was released, or its rows are
    narrowed. `thing` is the kind and number of what the page shows, as the ledger notes it.
    """
    here = next((spot for spot in PLACES if spot.key == place), None)
    tab = getattr(content, "tab", "") or (here.label if here else "Casement")
    told = tuple(
        Notice("done" if level == "success" else "refused", text, undo=undo) for level, text, undo in notices
    )
    if seat.standing.through:
        return Frame(
            title=tab, notices=told, leave=True
        )  # whoever came by a private link sees nothing of the review around it
    account = Here(seat.label, "/account/")
    if seat.review_id is None:
        return Frame(
            title=tab,
            person=account,
            sign_out="/sign-out/",
            notices=told,
            sections=outside(place, seat),
            foot_links=() if place == "help" else (HELP,),
        )
    title, counts = frame_facts(seat)
    open_to = [(spot, address(spot.url, seat)) for spot in PLACES if allows(seat.standing, spot.action)]
    around = {spot.key for spot, _ in open_to}
    open_to = [(spot, href) for spot, href in open_to if href and spot.within not in around]
    sections: dict[str, Here] = {}
    for spot, href in open_to:
        current = here is not None and spot.section == here.section
        sections.setdefault(spot.section, Here(spot.section, href, current))
    pages = tuple(
        Here(spot.label, href, spot is here or spot.key == here.within)
        for spot, href in open_to
        if here and spot.section == here.section
    )
    own = getattr(content, "help", "")
    may_see_list = allows(seat.standing, Action.REVIEWS_MEMBERS)
    return Frame(
        title=tab,
        person=account,
        review=review_of(seat, title),
        sections=tuple(sections.values()),
        pages=pages,
        seen_by=Here(
            getattr(content, "seen_by", "") or seen_by(action, counts, seat.standing.local),
            address("reviews:members", seat) if may_see_list else "",
        ),
        search=Here("Search", address("desk:search", seat)) if allows(seat.standing, Action.SEARCH) else None,
        sign_out="/sign-out/",
        notices=told,
        holds=holds_on(seat, place, action),
        foot="Working material. Not for sharing outside the people named above.",
        foot_links=(
            *opened_link(seat, *thing),
            Here("Help with this page", f"/help/{own}/" if own else help_with(place)),
            WORDS,
        ),
        desk=bool(getattr(content, "desk", False)),
        leave=seat.standing.role in (Role.FAMILY, Role.CASE_GROUP),
    )


def opened_link(seat: Seat, kind: str, number: Any) -> tuple[Here, ...]:
    """The way to who has opened what the page shows, for leads."""
    if not allows(seat.standing, Action.REVIEWS_OPENED):
        return ()
    for key, thing in THINGS.items():
        if kind in thing.kinds and (number is not None or not thing.numbered):
            address = f"/reviews/{seat.ref}/opened/{key}/{number if thing.numbered else 1}/"
            return (Here("Who has opened this", address),)
    return ()


def holds_on(seat: Seat, place: str, action: Action) -> tuple[Notice, ...]:
    """The holds that bite on a page: those of its place, of what is done there, and of the whole review.

    Those who may not know of proceedings are told in the refusal, not here.
    """
    if not seat.standing.held or not allows(seat.standing, Action.PROCEEDINGS_LIST) or place == "proceedings":
        return ()
    there = {*SAYS_HOLDS.get(place, ()), Scope.WHOLE_REVIEW, scope_of(action)}
    reads = allows(seat.standing, Action.PROCEEDINGS_READ)
    return tuple(
        Notice(
            "holds",
            one.sentence,
            Here(f"See hold {one.number}", f"/reviews/{seat.ref}/holds/{one.number}/") if reads else None,
        )
        for one in holds_in_force(seat.review)
        if one.scope in there
    )


def review_of(seat: Seat, code_name: str) -> Here:
    """The review in bar one: its code name for those who may know it, and a way that opens for this person."""
    named = bool(reach(seat.standing, Subject.HEADER, Verb.META))
    opens = allows(seat.standing, Action.REVIEWS_READ)
    return Here(code_name if named else "A review", address("desk:where", seat) if opens else "/reviews/")


def outside(place: str, seat: Seat) -> tuple[Here, ...]:
    """The sections when no review is open; the installation's own texts for those who may change them."""
    told = [
        ("home", "Home", "/"),
        ("reviews", "Reviews", "/reviews/"),
        ("calendar", "Calendar", "/calendar/"),
        ("help", "Help", "/help/"),
    ]
    if allows(seat.standing, Action.LETTERS_TEXTS):
        told.insert(3, ("site", "Texts of letters", "/site/letters/"))
    if allows(seat.standing, Action.REVIEWS_RIGHTS):
        told.insert(-1, ("rights", "Who sees what", "/site/rights/"))
    return tuple(Here(text, href, key == place) for key, text, href in told)
