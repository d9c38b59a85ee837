"""Every way people change: invite, join, change what we call somebody, close an account."""

import secrets

from django.conf import settings
from django.contrib.auth.password_validation import validate_password
from django.contrib.sessions.models import Session
from django.core.exceptions import ValidationError
from django.core.validators import validate_email

from casement.foundation import post
from casement.foundation.access import ROLE_NAMES, Seat, Standing
from casement.foundation.actions import Action
from casement.foundation.changes import command
from casement.foundation.clock import now
from casement.foundation.events import announce
from casement.foundation.refusals import NotHere, Refused
from casement.rooms.people.models import Invitation, Person
from casement.rooms.people.rules import VALID_FOR, hash_of, why_not_usable
from casement.rooms.people.vocabulary import InvitationAccepted

SUBJECT = "A message for you in Casement"
BODY = (
    "Someone has invited you to Casement. Open this address to set up your account:\n\n{link}\n\n"
    "It works once, until {until}. If you were not expecting this, ring the number on the board's own website.\n"
)


@command(Action.PEOPLE_INVITE)
def invite_person(
    seat: Seat, *, email: str, name: str, opens_reviews: bool = False, participation_id: int | None = None
) -> Invitation:
    """Invite somebody by e-mail. The row returned carries `link`, to hand over if the mail does not arrive.

    Refused when the address is not one, or somebody already signs in with it.
    """
    try:
        validate_email(email)
    except ValidationError:
        raise Refused("This does not look like an e-mail address. Check it.", field="email") from None
    if Person.objects.filter(email__iexact=email).exists():
        raise Refused("Somebody already signs in with this address. Give them a place instead.", field="email")
    if opens_reviews and "opens_reviews" not in seat.standing.site and "runs_site" not in seat.standing.site:
        raise Refused("Only somebody who may open reviews can let others open them.", field="opens_reviews")
    token = secrets.token_urlsafe(32)
    role = seat.standing.role
    made = Invitation.objects.create(
        email=email,
        name=name,
        token_hash=hash_of(token),
        invited_by_id=seat.person_id,
        inviter_role=ROLE_NAMES[role] if role else "",
        opens_reviews=opens_reviews,
        participation_id=participation_id,
        expires_at=now() + VALID_FOR,
    )
    made.link = f"{settings.CASEMENT_ADDRESS}/invitation/{token}/"
    body = BODY.format(link=made.link, until=f"{made.expires_at:%-d %B %Y}")
    post.send(email, SUBJECT, body, review=seat.review_id, about="invitation")
    return made


def accept_invitation(*, token: str, password: str) -> Person:
    """Take up an invitation: an account with this password. NotHere when there is no such invitation."""
    return _join(Seat(0, "", Standing(None)), token=token, password=password)


@command(Action.PEOPLE_JOIN)
def _join(seat: Seat, *, token: str, password: str) -> Person:
    invitation = Invitation.objects.select_for_update().filter(token_hash=hash_of(token)).first()
    if invitation is None:
        raise NotHere
    if told := why_not_usable(invitation.expires_at, invitation.used_at, now()):
        raise Refused(told)
    if Person.objects.filter(email__iexact=invitation.email).exists():
        raise Refused("Somebody already signs in with this address. Sign in instead.")
    person = Person(email=invitation.email, name=invitation.name, opens_reviews=invitation.opens_reviews)
    person.is_demo = settings.CASEMENT_DEMO
    check_password(password, person)
    person.set_password(password)
    person.save()
    Invitation.objects.filter(pk=invitation.pk).update(used_at=now(), used_by=person)
    announce(InvitationAccepted(person.pk, invitation.participation_id))
    return person


def check_password(password: str, person: Person) -> None:
    """Refused, with what is wrong, when a password is too easy to guess."""
    try:
        validate_password(password, person)
    except ValidationError as wrong:
        raise Refused(" ".join(wrong.messages), field="password") from None


@command(Action.PEOPLE_ACCOUNT)
def rename_self(seat: Seat, *, name: str) -> Person:
    """Change what this person is called by the program."""
    person = Person.objects.get(pk=seat.person_id)
    person.name = name
    person.save(update_fields=["name"])
    return person


@command(Action.PEOPLE_ACCOUNT)
def sign_out_elsewhere(seat: Seat, *, keep: str = "") -> Person:
    """End every other session of this person; `keep` is the key of the one that stays."""
    _end_sessions(seat.person_id, keep)
    return Person.objects.get(pk=seat.person_id)


@command(Action.PEOPLE_DEACTIVATE)
def close_account(seat: Seat, *, email: str) -> Person:
    """Somebody leaves: their sessions end and they cannot sign in from now on; what they did stays theirs."""
    person = Person.objects.filter(email__iexact=email).first()
    if person is None:
        raise NotHere
    person.is_active = False
    person.save(update_fields=["is_active"])
    _end_sessions(person.pk)
    return person


def _end_sessions(person_id: int, keep: str = "") -> None:
    """Every session of a person but one; call inside a command."""
    for session in Session.objects.exclude(session_key=keep).iterator():
        if session.get_decoded().get("_auth_user_id") == str(person_id):
            session.delete()


def found_site(*, email: str, name: str, password: str, demo: bool = False) -> Person:
    """The first account of an installation, which runs it and may open reviews. Refused when one exists."""
    if Person.objects.filter(runs_site=True).exists():
        raise Refused("This installation already has somebody who runs it. Ask them for an invitation.")
    person = Person(email=email, name=name, opens_reviews=True, runs_site=True, is_demo=demo)
    check_password(password, person)
    person.set_password(password)
    person.save()
    return person
