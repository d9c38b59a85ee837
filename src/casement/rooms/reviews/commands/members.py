"""Who takes part: given a place, leaving it, saying what could pull them two ways."""

from casement.foundation.access import ROLE_NAMES, Role, Seat
from casement.foundation.actions import Action
from casement.foundation.changes import command, next_number
from casement.foundation.clock import now
from casement.foundation.events import announce
from casement.foundation.refusals import NotHere, Refused
from casement.foundation.saying import at_most
from casement.rooms.people.commands import invite_person
from casement.rooms.people.models import Invitation, Person
from casement.rooms.people.queries import id_by_email
from casement.rooms.reviews.commands.agencies import agency_numbered
from casement.rooms.reviews.commands.describing import known
from casement.rooms.reviews.models import Grant, Participation
from casement.rooms.reviews.rules.seating import why_not_ended, why_not_seated
from casement.rooms.reviews.vocabulary import INDEPENDENCE_NAMES, PlaceEnded


@command(Action.REVIEWS_SEAT_MEMBER)
def seat_member(
    seat: Seat,
    *,
    role: str,
    role_label: str,
    agency: int | None = None,
    email: str = "",
    name: str = "",
    independence: str = "",
    conflict_statement: str = "",
    profession: str = "",
) -> Participation:
    """Give somebody a place in the review, by role label; with an e-mail address they can sign in.

    Somebody who has an account takes the place at once; anybody else is invited, which needs a name. Without
    an address the place is for a person who takes part without an account. `agency` is its number.
    Refused when the label is taken, when the person has a place already, and when only a lead may give the role.
    """
    role = known(role, list(Role), "role", "Choose what they are in this review.")
    label = " ".join(role_label.split())
    if not label:
        raise Refused('Write how they appear in texts, such as "Health Visitor 2".', field="role_label")
    if "@" in label:
        raise Refused("A role label is not an address. Write the role and a number.", field="role_label")
    if Participation.objects.filter(review_id=seat.review, role_label__iexact=label).exists():
        raise Refused(
            "Somebody here has this label, or had it. Add a number to tell them apart.", field="role_label"
        )
    if no := why_not_seated(Role(role), seat.standing.role, has_agency=agency is not None):
        raise Refused(no, field="agency" if role == Role.AGENCY_CONTACT else "role")
    if independence:
        known(independence, INDEPENDENCE_NAMES, "independence", "Say whether they are independent.")
    email = email.strip()
    found = id_by_email(email) if email else None
    if found and Participation.objects.filter(review_id=seat.review, person_id=found, ended_at=None).exists():
        raise Refused("This person has a place here already. End it first to give another.", field="email")
    if email and not found and _invited(seat.review, email):
        raise Refused("This person is invited already. They have a place as soon as they accept.", field="email")
    if email and not found and not name.strip():
        raise Refused("Nobody signs in with this address yet. Write the name to invite.", field="name")
    return put_member(
        seat,
        role=Role(role),
        role_label=label,
        agency_id=agency_numbered(seat, agency).pk if agency is not None else None,
        email=email,
        name=name,
        person_id=found,
        independence=independence if role == Role.LEAD else "",
        conflict_statement=conflict_statement,
        profession=at_most(" ".join(profession.split()), 60, field="profession"),
    )


def put_member(
    seat: Seat,
    *,
    role: Role,
    role_label: str,
    agency_id: int | None = None,
    email: str = "",
    name: str = "",
    person_id: int | None = None,
    independence: str = "",
    conflict_statement: str = "",
    profession: str = "",
) -> Participation:
    """The row itself, and the invitation where one is needed; call inside a command."""
    place = Participation.objects.create(
        review_id=seat.review,
        number=next_number(Participation, seat.review),
        person_id=person_id,
        role=role,
        role_label=role_label,
        agency_id=agency_id,
        independence=independence,
        conflict_statement=conflict_statement.strip(),
        profession=profession,
    )
    if email and person_id is None:
        invited = invite_person(seat, email=email, name=name.strip() or ROLE_NAMES[role], participation_id=place.pk)
        place.link = getattr(invited, "link", "")  # type: ignore[attr-defined]
    return place


@command(Action.REVIEWS_SEAT_MEMBER)
def end_participation(seat: Seat, *, number: int) -> Participation:
    """End somebody's place. Their access ends with this command; what they wrote stays theirs.

    Refused for the only lead, and for a lead when a business manager asks.
    """
    place = member_numbered(seat, number)
    if place.ended_at is not None:
        return place
    leads = Participation.objects.filter(review_id=seat.review, role=Role.LEAD, ended_at=None).count()
    if no := why_not_ended(Role(place.role), seat.standing.role, leads):
        raise Refused(no)
    moment = now()
    place.ended_at = moment
    place.save(update_fields=["ended_at"])
    Grant.objects.filter(participation=place, ended_at=None).update(ended_at=moment)
    announce(PlaceEnded(seat, place.pk))
    return place


@command(Action.REVIEWS_DECLARE)
def declare_conflict(seat: Seat, *, statement: str, number: int | None = None) -> Participation:
    """Write down what could pull somebody two ways, or that there is nothing.

    Without `number` it is one's own; for others only leads and the board office may write it.
    Refused when it is empty.
    """
    if number is None:
        mine = Participation.objects.filter(pk=seat.standing.participation_id or 0)
        number = mine.values_list("number", flat=True).first()
    if number is None:
        raise NotHere
    place = member_numbered(seat, number)
    if place.pk != seat.standing.participation_id and seat.standing.role not in (Role.LEAD, Role.BUSINESS):
        raise NotHere
    if not statement.strip():
        raise Refused("Write what could pull you two ways, or that there is nothing.", field="statement")
    place.conflict_statement = statement.strip()
    place.save(update_fields=["conflict_statement"])
    return place


@command(Action.REVIEWS_SEAT_MEMBER)
def say_profession(seat: Seat, *, number: int, profession: str) -> Participation:
    """Write down, change or take out somebody's profession, by which pairs for conversations are proposed.

    Refused for a place that has ended.
    """
    place = member_numbered(seat, number)
    if place.ended_at is not None:
        raise Refused("This place has ended. Its profession stays as it was.")
    place.profession = at_most(" ".join(profession.split()), 60, field="profession")
    place.save(update_fields=["profession"])
    return place


def take_place(person_id: int, participation_id: int) -> None:
    """Somebody accepted an invitation: the place kept for them is theirs; call inside a command.

    Places kept for the same address by other invitations become theirs too, since those can no longer be used.
    """
    address = Person.objects.values_list("email", flat=True).get(pk=person_id)
    kept = Invitation.objects.filter(email__iexact=address, used_at=None, expires_at__gt=now())
    others = [each for each in kept.values_list("participation_id", flat=True) if each is not None]
    for place in Participation.objects.filter(pk__in=[participation_id, *others], person=None, ended_at=None):
        here = Participation.objects.filter(review_id=place.review_id, person_id=person_id, ended_at=None)
        if not here.exists():
            place.person_id = person_id
            place.save(update_fields=["person"])


def _invited(review_id: int, email: str) -> bool:
    """Whether an invitation that can still be used leads to a place in this review."""
    kept = Participation.objects.filter(review_id=review_id, person=None, ended_at=None).values("pk")
    return Invitation.objects.filter(
        email__iexact=email, used_at=None, expires_at__gt=now(), participation_id__in=kept
    ).exists()


def member_numbered(seat: Seat, number: int) -> Participation:
    """The participation with this number in this review, or NotHere; call inside a command."""
    place = Participation.objects.filter(review_id=seat.review, number=number).first()
    if place is None:
        raise NotHere
    return place
