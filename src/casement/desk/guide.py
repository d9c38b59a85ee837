"""The guide as pages inside Casement: the same Markdown that docs/ holds, so that its words are kept once.

In a checkout the words are read from docs/; a wheel carries them in `desk/words` (see pyproject.toml).
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from itertools import count
from pathlib import Path, PurePosixPath

from django.utils.safestring import SafeString, mark_safe
from markdown_it import MarkdownIt
from markdown_it.token import Token

HERE = Path(__file__).parent
PLACES = (HERE / "words", HERE.parents[2] / "docs")
_MARKDOWN = MarkdownIt("commonmark", {"html": False}).enable("table")
_NUMBERED = re.compile(r"^\d+\.\s+")
WIDEST_CARD = 3
_OUTSIDE = re.compile(r"^[a-z]+:|^#")


@dataclass(frozen=True)
class Topic:
    """One page of help: its word in the address, its group, and its file below docs/."""

    key: str
    group: str
    file: str


YOURS, STEPS, KNOW, LOOK_UP = "For you", "Step by step", "Good to know", "To look up"
TOPICS = (
    *(
        Topic(f"for-{whom}", YOURS, f"guide/for-{whom}.md")
        for whom in (
            "lead-reviewers",
            "the-review-team",
            "the-case-group",
            "families",
            "record-holders",
            "board-members",
            "business-managers",
            "supervisors",
            "evaluators",
        )
    ),
    Topic("open-a-review", STEPS, "guide/1-open-a-review.md"),
    Topic("plan", STEPS, "guide/plan.md"),
    Topic("meetings", STEPS, "guide/meetings.md"),
    Topic("ask-for-records", STEPS, "guide/ask-for-records.md"),
    Topic("conversations", STEPS, "guide/conversations.md"),
    Topic("records-and-conversations", STEPS, "guide/2-records-and-conversations.md"),
    Topic("chronologies", STEPS, "guide/3-chronologies.md"),
    Topic("mark-passages", STEPS, "guide/4-mark-passages.md"),
    Topic("letters", STEPS, "guide/letters.md"),
    Topic("read-across", STEPS, "guide/read-across.md"),
    Topic("rounds-and-corrections", STEPS, "guide/rounds-and-corrections.md"),
    Topic("perspectives", STEPS, "guide/perspectives.md"),
    Topic("episodes", STEPS, "guide/5-episodes.md"),
    Topic("patterns-and-findings", STEPS, "guide/6-patterns-and-findings.md"),
    Topic("rigour", STEPS, "guide/rigour.md"),
    Topic("follow-on-reports", STEPS, "guide/follow-on-reports.md"),
    Topic("final-report", STEPS, "guide/7-final-report.md"),
    Topic("proceedings-and-holds", STEPS, "guide/proceedings-and-holds.md"),
    Topic("family", STEPS, "guide/family.md"),
    Topic("time-and-cost", STEPS, "guide/time-and-cost.md"),
    Topic("board-response", STEPS, "guide/board-response.md"),
    Topic("quality-markers", STEPS, "guide/quality-markers.md"),
    Topic("from-strands-to-findings", KNOW, "guide/from-strands-to-findings.md"),
    Topic("reading-a-follow-on-report", KNOW, "guide/reading-a-follow-on-report.md"),
    Topic("invited-to-a-conversation", KNOW, "guide/invited-to-a-conversation.md"),
    Topic("who-sees-what", KNOW, "guide/8-who-sees-what.md"),
    Topic("leave-quickly", KNOW, "guide/leave-quickly.md"),
    Topic("blame", KNOW, "guide/blame.md"),
    Topic("language", KNOW, "guide/language.md"),
    Topic("keys", KNOW, "guide/keys.md"),
    Topic("words", LOOK_UP, "glossary.md"),
    Topic("files", LOOK_UP, "reference/files.md"),
    Topic("rights", LOOK_UP, "reference/permissions.md"),
    Topic("command-line", LOOK_UP, "guide/9-command-line.md"),
)
BY_KEY = {topic.key: topic for topic in TOPICS}
BY_FILE = {topic.file: topic for topic in TOPICS} | {"guide/README.md": Topic("", "", "guide/README.md")}


@dataclass(frozen=True)
class Told:
    """A page of help ready to print: its heading and its words as HTML of ours."""

    heading: str
    html: SafeString


def text_of(topic: Topic) -> str:
    """The Markdown of a topic. FileNotFoundError when Casement was installed without its guide."""
    for place in PLACES:
        if (place / topic.file).is_file():
            return (place / topic.file).read_text(encoding="utf-8")
    raise FileNotFoundError(topic.file)


@cache
def told(key: str) -> Told:
    """A topic as HTML. KeyError when there is no such topic."""
    topic = BY_KEY[key]
    tokens = _MARKDOWN.parse(text_of(topic))
    heading = _NUMBERED.sub("", tokens[1].content)
    kept = without_pictures(tokens[3:])
    for token in kept:
        token.children = linked(token.children or [], topic)
    dressed(kept)
    html = _MARKDOWN.renderer.render(kept, _MARKDOWN.options, {})
    places = count(1)

    def scrolled(found: re.Match[str]) -> str:
        # Two parts of one page that scroll are told apart by their place.
        label = f"{heading}, {'table' if found[1] == 'table' else 'lines'} {next(places)}"
        return f'<div class="c-scroll" role="region" tabindex="0" aria-label="{label}">{found[0]}</div>'

    html = re.sub(r"<(table|pre)\b.*?</\1>", scrolled, html, flags=re.DOTALL)
    if key == "keys":
        html = html.replace("code>", "kbd>")
    return Told(heading, mark_safe(html))


def dressed(tokens: Sequence[Token]) -> None:
    """Tables as ours look: the first cell of a row is its header, and a narrow table becomes cards on a phone."""
    names: list[str] = []
    at = 0
    for place, token in enumerate(tokens):
        if token.type == "table_open":
            names = []
            columns = next(at for at, each in enumerate(tokens[place:]) if each.type == "thead_close")
            wide = sum(each.type == "th_open" for each in tokens[place : place + columns]) > WIDEST_CARD
            token.attrSet("class", "c-table c-table--compact" + ("" if wide else " c-table--cards"))
        elif token.type == "tr_open":
            at = 0
        elif token.type == "th_open":
            token.attrSet("scope", "col")
            names.append(tokens[place + 1].content)
        elif token.type == "td_open" and at == 0:
            at, token.tag, tokens[place + 2].tag = 1, "th", "th"
            token.attrSet("scope", "row")
        elif token.type == "td_open":
            token.attrSet("data-name", names[at])
            at += 1


def without_pictures(tokens: Sequence[Token]) -> list[Token]:
    """The tokens but for paragraphs that hold a picture alone: the page it shows is one press away."""
    kept = list(tokens)
    for at in range(len(tokens) - 1, -1, -1):
        children = tokens[at].children or []
        if [child.type for child in children] == ["image"]:
            del kept[at - 1 : at + 2]
    return kept


def linked(children: Sequence[Token], topic: Topic) -> list[Token]:
    """Links between files as links between pages of help; a link to a file that is no page here becomes words."""
    told: list[Token] = []
    dropped = False
    for child in children:
        if child.type == "link_open":
            href = str(child.attrGet("href") or "")
            page = address_of(href, topic)
            dropped = page is None
            if page is not None:
                child.attrSet("href", page)
        if child.type in ("link_open", "link_close") and dropped:
            continue
        told.append(child)
    return told


def address_of(href: str, topic: Topic) -> str | None:
    """Where a link of this topic leads inside Casement; None when it leads out of the guide."""
    if _OUTSIDE.match(href):
        return href if href.startswith("#") else None
    parts: list[str] = []
    for part in (PurePosixPath(topic.file).parent / href.split("#")[0]).parts:
        parts = parts[:-1] if part == ".." else [*parts, part]
    found = BY_FILE.get("/".join(parts))
    if found is None:
        return None
    return f"/help/{found.key}/" if found.key else "/help/"


def help_with(place: str) -> str:
    """The address of the help for a page of the navigation, by its key; the list of all help when none fits."""
    key = FOR_PLACES.get(place)
    return f"/help/{key}/" if key else "/help/"


FOR_PLACES = {
    "where": "open-a-review",
    "questions": "open-a-review",
    "members": "who-sees-what",
    "who_sees": "who-sees-what",
    "sources": "records-and-conversations",
    "requests": "ask-for-records",
    "plan": "plan",
    "meetings": "meetings",
    "calendar": "plan",
    "chronologies": "chronologies",
    "codes": "mark-passages",
    "across": "read-across",
    "strands": "chronologies",
    "perspectives": "perspectives",
    "episodes": "episodes",
    "factors": "episodes",
    "patterns": "patterns-and-findings",
    "findings": "patterns-and-findings",
    "rigour": "rigour",
    "readings": "rigour",
    "language": "language",
    "follow_on": "follow-on-reports",
    "report": "final-report",
    "preview": "final-report",
    "board": "board-response",
    "actions": "board-response",
    "totals": "board-response",
    "publication": "board-response",
    "conversations": "conversations",
    "steps": "open-a-review",
    "about": "open-a-review",
    "proceedings": "proceedings-and-holds",
    "family": "family",
    "identity": "who-sees-what",
    "letters": "letters",
    "time": "time-and-cost",
    "quality": "quality-markers",
    "time_totals": "time-and-cost",
    "protection": "open-a-review",
    "ledger": "who-sees-what",
}
