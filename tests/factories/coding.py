"""Marks, codes and memos, made through the commands on a source of small texts."""

from casement.foundation.access import Role
from casement.rooms.coding import commands
from casement.rooms.coding.models import Mark
from casement.rooms.reviews.commands.frameworks import pin_frameworks
from casement.rooms.sources.models import Source
from tests.factories.analysis import source
from tests.factories.reviews import Cast

AWKWARD = (
    "Visit on 3 May\n"
    "Ze\u0301 said \U0001f468\u200d\U0001f469\u200d\U0001f467 were \U0001f642 at home. Na\u00efve\u200d?\n"
    "Nobody rang back. The list had 290 names & <no> order.\n"
    "\U0001d4b2ords over two planes \U0001f3f4\U000e0067\U000e0062 end here."
)


def framework(cast: Cast) -> None:
    """The shipped frameworks, pinned by the review."""
    pin_frameworks(cast.review.pk, cast.person(Role.LEAD).pk)


def text(cast: Cast, words: str = AWKWARD, **more) -> Source:
    """A source that holds these words, a paragraph to a line."""
    return source(cast, words, **more).source


def mark(cast: Cast, words: str = "Nobody rang back", role: Role = Role.LEAD, number: int = 1, **more) -> Mark:
    """A mark on words of a source; an open code unless asked otherwise."""
    more.setdefault("code", "new:Ringing back")
    return commands.mark_words(cast.seat(role), number=number, words=words, **more)
