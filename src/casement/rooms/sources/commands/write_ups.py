"""A conversation written up under its headings becomes a source."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from casement.foundation.access import Role, Seat
from casement.foundation.actions import Action
from casement.foundation.changes import command, next_number
from casement.foundation.refusals import Refused
from casement.foundation.saying import at_most
from casement.rooms.proceedings.commands import refuse_while_held
from casement.rooms.proceedings.vocabulary import Scope
from casement.rooms.reviews.models import Participation
from casement.rooms.sources.commands.facts_of import WHOSE_ROLE, checked, dated
from casement.rooms.sources.commands.hearing import refuse_unless_heard
from casement.rooms.sources.commands.settling import give_text
from casement.rooms.sources.models import Source
from casement.rooms.sources.queries import NOT_YET, may_hold_data
from casement.rooms.sources.rules import write_ups
from casement.rooms.sources.vocabulary import HEADINGS, KIND_NAMES, Kind, Section

HOLDERS = (Role.LEAD, Role.TEAM)
LONGEST = 2_000_000


@command(Action.WRITE_UPS_ADD)
def add_write_up(
    seat: Seat,
    *,
    participation: int,
    title: str = "",
    date: str = "",
    sections: Mapping[str, str] | Iterable[Section] = (),
    text: str = "",
    held_by: Iterable[int] = (),
    kind: str = "",
    access: str = "team",
    use: str = "quotable_by_role",
    sent_key: str = "",
) -> Source:
    """Store the write-up of a conversation with `participation` (its number) as a source with its sections.

    The words come as `sections` (by heading id, or as Section values where one heading has several parts) or
    as one Markdown `text` under such headings. `held_by` are the numbers of those who held it. `kind` is
    conversation or family; when it is left out the participant's role decides.
    Refused when nothing was written, or when the person or the pair are not of this review.
    """
    told = Kind(kind) if kind in HEADINGS else _kind_of(seat, participation)
    facts = checked(
        seat, kind=told, agency=None, participation=participation, access=access, use=use
    )  # fmt: skip
    assert facts.participation is not None
    refuse_unless_heard(seat, facts)
    read = write_ups.compose(told, _parts_of(told, sections, text))
    if not any(kind == "paragraph" for kind, *_ in read.anchors):
        raise Refused("Write under at least one heading.", field="text" if text else "")
    if len(read.text) > LONGEST:
        raise Refused("This is too long for one write-up. Bring it in as a file, or in two parts.")
    if again := _the_same(seat, facts.participation, read.text, sent_key):
        return again
    named = title.strip() or f"{KIND_NAMES[told]} with {facts.participation.role_label}"
    source = Source.objects.create(
        review_id=seat.review,
        number=next_number(Source, seat.review),
        kind=told,
        title=named[:200],
        agency=facts.agency,
        participation=facts.participation,
        access=facts.access,
        use=facts.use,
        added_by_id=seat.person_id,
        **dated(date),
    )
    source.held_by.set(_pair(seat, held_by))
    give_text(seat, source, read)
    return source


@command(Action.WRITE_UPS_ADD)
def add_said_together(
    seat: Seat, *, title: str, text: str, date: str = "", access: str = "team", use: str = "quotable_by_role"
) -> Source:
    """Store what a group said together as a source of its own: an account that is nobody's alone.

    Refused while conversations are held, and for words that are none.
    """
    refuse_while_held(seat, Scope.CONVERSATION)
    if not may_hold_data(seat):
        raise Refused(NOT_YET)
    read = write_ups.compose(Kind.CONVERSATION, [Section("", text)])
    if not any(kind == "paragraph" for kind, *_ in read.anchors):
        raise Refused("There are no words to release.")
    source = Source.objects.create(
        review_id=seat.review,
        number=next_number(Source, seat.review),
        kind=Kind.CONVERSATION,
        title=at_most(title, 200, field="title"),
        access=access,
        use=use,
        added_by_id=seat.person_id,
        **dated(date),
    )
    give_text(seat, source, read)
    return source


def _kind_of(seat: Seat, participation: int) -> Kind:
    """Which kind of account this person gives, by their role."""
    roles = {str(role): kind for kind, role in WHOSE_ROLE.items()}
    rows = Participation.objects.filter(review_id=seat.review, number=participation)
    found = roles.get(rows.values_list("role", flat=True).first() or "")
    if found is None:
        raise Refused("Choose whose account this is.", field="participation")
    return found


def _parts_of(
    kind: Kind, sections: Mapping[str, str] | Iterable[Section], text: str
) -> tuple[Section, ...]:  # fmt: skip
    """The parts in the order of the headings; Refused for a heading the structure has not."""
    if isinstance(sections, Mapping):
        sections = [Section(key, words) for key, words in sections.items()]
    told = tuple(sections) + write_ups.split(kind, text)
    order = list(HEADINGS[kind])
    if any(part.key and part.key not in order for part in told):
        raise Refused("Use the headings of this kind of conversation.")
    if text:
        return told
    return tuple(sorted(told, key=lambda part: order.index(part.key) if part.key else -1))


def _pair(seat: Seat, numbers: Iterable[int]) -> list[Participation]:
    """Those who held the conversation, looked up in this review."""
    wanted = set(numbers)
    rows = Participation.objects.filter(review_id=seat.review, number__in=wanted, role__in=HOLDERS)
    found = list(rows)
    if len(found) != len(wanted):
        raise Refused("Choose who held the conversation from the leads and the team.", field="held_by")
    return found


def _the_same(seat: Seat, whose: Participation, text: str, sent_key: str) -> Source | None:
    """The write-up this very form made when it was sent before: same person, same words, same writer."""
    if not sent_key:
        return None
    rows = Source.objects.filter(review_id=seat.review, participation=whose, added_by_id=seat.person_id)
    return rows.filter(withdrawal=None, current__text=text).first()
