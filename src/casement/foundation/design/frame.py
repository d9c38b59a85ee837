"""What stands round a page: where the person is, where they can go, and who else can see it."""

from dataclasses import dataclass
from typing import Literal

NoticeKind = Literal["done", "holds", "waits", "refused", "hindsight"]


@dataclass(frozen=True)
class Place:
    """Somewhere a person can go. `current` marks the section or page they are on."""

    text: str
    href: str
    current: bool = False


@dataclass(frozen=True)
class Notice:
    """One sentence above the page.

    `done`: what just happened. `holds`: what holds here until somebody lifts it. `waits`: what waits for this
    person. `refused`: why something could not be done. `hindsight`: they are looking with hindsight.
    `undo` is the address that takes back what was done, by a button beside the sentence.
    """

    kind: NoticeKind
    text: str
    link: Place | None = None
    undo: str = ""


@dataclass(frozen=True)
class Frame:
    """The furniture of one page, as plain values that a template may print.

    `title` goes to the browser tab, so it holds a kind and a number ("Episode 3"), never a label or name.
    `review` is the code name and the address of its overview; None outside a review.
    `sections` are the five of bar one (outside a review: Home, Reviews, ...); `pages` those of bar two.
    `seen_by` says who can see this page ("leads and team (9)") and opens the list.
    `person` is this person's place here ("Lead reviewer A") and opens their account.
    `leave` offers a way off the page at once, for people who may be overlooked.
    `holds` print across the whole width under bar two; `notices` above the page's heading.
    """

    title: str
    home: Place = Place("Casement", "/")
    review: Place | None = None
    sections: tuple[Place, ...] = ()
    pages: tuple[Place, ...] = ()
    seen_by: Place | None = None
    person: Place | None = None
    search: Place | None = None
    sign_out: str = ""
    holds: tuple[Notice, ...] = ()
    notices: tuple[Notice, ...] = ()
    foot: str = "You see only what your place in each review allows."
    foot_links: tuple[Place, ...] = ()
    desk: bool = False
    leave: bool = False

    @property
    def current_section(self) -> Place | None:
        """The section the person is in, if any."""
        return next((place for place in self.sections if place.current), None)
