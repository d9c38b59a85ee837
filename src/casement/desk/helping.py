"""Pages of help: what there is, and one topic. They hold nothing of any review."""

from dataclasses import dataclass
from itertools import groupby

from django.utils.safestring import SafeString

from casement.desk.guide import BY_KEY, TOPICS, told
from casement.foundation.access import Seat
from casement.foundation.design.frame import Place
from casement.foundation.refusals import NotHere


@dataclass(frozen=True)
class HelpPage:
    """All topics, by group."""

    groups: tuple[tuple[str, tuple[Place, ...]], ...]
    tab: str = "Help"


@dataclass(frozen=True)
class TopicPage:
    """One topic, with all topics beside it."""

    heading: str
    html: SafeString
    groups: tuple[tuple[str, tuple[Place, ...]], ...]
    tab: str


def help_page(seat: Seat) -> HelpPage:
    """What help there is."""
    return HelpPage(groups())


def topic_page(seat: Seat, topic: str) -> TopicPage:
    """One topic. NotHere when there is no such topic."""
    if topic not in BY_KEY:
        raise NotHere
    page = told(topic)
    return TopicPage(page.heading, page.html, groups(topic), tab=f"Help: {page.heading}")


def groups(current: str = "") -> tuple[tuple[str, tuple[Place, ...]], ...]:
    """The topics in order, by group; `current` is the one being read."""
    return tuple(
        (name, tuple(Place(told(one.key).heading, f"/help/{one.key}/", one.key == current) for one in topics))
        for name, topics in groupby(TOPICS, key=lambda topic: topic.group)
    )
