"""Blind rounds: two people mark the same text, each in their own words, through the commands."""

from casement.foundation.access import Role
from casement.rooms.coding import commands
from casement.rooms.coding.models import Code, Round
from casement.rooms.reviews.models import Participation
from tests.factories import coding
from tests.factories.reviews import Cast

TEXT = "\n".join(
    (
        "Nobody rang back on Monday.",
        "The list had 290 names.",
        "She was covering two teams that week.",
        "The form was sent and lost.",
        "He asked twice and got no answer.",
        "The meeting went ahead without the school.",
        "A colleague stepped in and rang the family.",
        "The visit was put off.",
        "There was no room to talk.",
        "The manager was on leave.",
        "They met at the gate.",
        "The letter came back unopened.",
    )
)


def place_of(cast: Cast, role: Role) -> int:
    """The number of a role's place."""
    return Participation.objects.get(review=cast.review, role=role).number


def code(cast: Cast, label: str = "Workload") -> str:
    """An open code, as it is chosen."""
    made = Code.objects.filter(review=cast.review, label=label).first() or commands.add_code(
        cast.seat(), label=label
    )
    return f"open:{made.number}"


def opened(cast: Cast, sources: list[int], codes: list[str], **more) -> Round:
    """A round of the lead and a member of the team."""
    coders = [place_of(cast, Role.LEAD), place_of(cast, Role.TEAM)]
    return commands.open_round(
        cast.seat(), **{"name": "Do we see the same?", "sources": sources, "codes": codes, "coders": coders} | more
    )


def done(cast: Cast, made: Round, *roles: Role, upto: int | None = None) -> None:
    """These people say that they are done with every text."""
    for role in roles or (Role.LEAD, Role.TEAM):
        for number in made.texts.values_list("source__number", flat=True):
            commands.say_done(cast.seat(role), number=made.number, source=number, upto=upto)


def closed(cast: Cast, *, name: str = "Do we see the same?") -> Round:
    """A closed round on a text of its own: the two agree on two paragraphs and differ on two."""
    source = coding.text(cast, TEXT, title="Notes for a round")
    codes = [code(cast, "Workload"), code(cast, "Ringing")]
    made = opened(cast, [source.number], codes, name=name)
    for role, given in (
        (Role.LEAD, (("290 names", 0), ("two teams", 0), ("Nobody rang back", 1))),
        (Role.TEAM, (("The list had 290 names", 0), ("got no answer", 1), ("Nobody rang", 1))),
    ):
        for words, which in given:
            coding.mark(cast, words=words, role=role, number=source.number, code=codes[which])
    done(cast, made)
    return commands.close_round(cast.seat(), number=made.number)
