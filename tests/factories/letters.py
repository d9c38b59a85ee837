"""Letters, made through the commands from small words."""

from casement.foundation.access import Role
from casement.rooms.letters import commands
from casement.rooms.letters.models import Letter
from casement.rooms.letters.rules.fields import BY_KEY
from casement.rooms.letters.rules.merging import used_in
from casement.rooms.letters.rules.shipped import shipped
from casement.rooms.reviews.models import Participation
from tests.factories.reviews import Cast


def place_of(cast: Cast, role: Role) -> str:
    """Whom to write to: the place of a role, as the form names it."""
    return f"p{Participation.objects.get(review=cast.review, role=role).number}"


def answers(key: str, **more: str) -> dict[str, str]:
    """Something for every field that a letter asks for."""
    used = used_in(shipped()[key].body).fields
    return {each: BY_KEY[each].example for each in used if BY_KEY[each].asked} | more


def drafted(cast: Cast, key: str = "thanks", to: str = "", **more: str) -> Letter:
    """A letter with everything filled in, to the case group member where nobody else is named."""
    to = to or place_of(cast, Role.CASE_GROUP)
    return commands.write_letter(cast.seat(), key=key, to=to, answers=answers(key, **more))


def gone(cast: Cast, key: str = "thanks", to: str = "", **more: str) -> Letter:
    """A letter that somebody can read in Casement."""
    made = drafted(cast, key, to, **more)
    return commands.send_letter(cast.seat(), number=made.number, route="casement")
