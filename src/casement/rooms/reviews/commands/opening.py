"""Opening a review: what it is, who leads it, what it asks."""

import secrets
from collections.abc import Sequence
from dataclasses import dataclass

from casement.foundation.access import Role, Seat
from casement.foundation.actions import Action
from casement.foundation.changes import command, next_number
from casement.foundation.refusals import Refused
from casement.rooms.people.queries import id_by_email
from casement.rooms.reviews.commands.agencies import put_agency
from casement.rooms.reviews.commands.describing import checked_code_name, checked_period, known
from casement.rooms.reviews.commands.frameworks import pin_frameworks
from casement.rooms.reviews.commands.members import put_member
from casement.rooms.reviews.models import Participation, Review, StageEntry, WindowQuestion
from casement.rooms.reviews.queries.seats import seat_of
from casement.rooms.reviews.rules.naming import first_free
from casement.rooms.reviews.rules.processes import variants
from casement.rooms.reviews.vocabulary import INDEPENDENCE_NAMES, KIND_NAMES

LETTERS = "23456789ABCDEFGHJKLMNPQRSTUVWXYZ"


@dataclass(frozen=True)
class Lead:
    """A lead reviewer named when a review is opened; somebody without an account is invited."""

    email: str
    name: str = ""
    independence: str = ""
    role_label: str = ""


@command(Action.REVIEWS_OPEN)
def open_review(
    seat: Seat,
    *,
    code_name: str,
    kind: str,
    variant: str = "full",
    period: str = "",
    board_name: str = "",
    questions: Sequence[str] = (),
    agencies: Sequence[str] = (),
    leading: bool = True,
    role_label: str = "",
    independence: str = "",
    conflict_statement: str = "",
    leads: Sequence[Lead] = (),
    dpia_reference: str = "",
    dpia_waiver: str = "",
    sure: bool = False,
    example: bool = False,
    sent_key: str = "",
) -> Review:
    """Open a review. The person who opens it leads it, under the role label given, beside the other `leads`.

    With `leading` false they keep a place as its business manager, and `leads` must name somebody. Refused when
    the code name is empty or looks like a real name (unless `sure`), when kind or variant is unknown, when
    the period cannot be read as dates. One lead is enough to open; no DPIA is enough to open, but not
    to bring data in. `sent_key` makes a second sending of the same form open nothing new.
    """
    if sent_key and (opened := Review.objects.filter(opened_by_id=seat.person_id, sent_key=sent_key).first()):
        return opened
    if independence:
        known(independence, INDEPENDENCE_NAMES, "independence", "Say whether you are independent.")
    review = Review(
        ref=_free_ref(),
        code_name=checked_code_name(code_name, sure=sure),
        kind=known(kind, KIND_NAMES, "kind", "Choose what kind of review this is."),
        variant=known(variant, [each.key for each in variants()], "variant", "Choose a form of the review."),
        board_name=board_name.strip(),
        dpia_reference=dpia_reference.strip(),
        dpia_waiver=dpia_waiver.strip(),
        opened_by_id=seat.person_id,
        is_example=example,
        sent_key=sent_key,
    )
    review.date_as(checked_period(period))
    review.save()
    StageEntry.objects.create(review=review, to_step=review.step, by_id=seat.person_id, note="")
    pin_frameworks(review.pk, seat.person_id)
    for name in _once(agencies):
        put_agency(review.pk, name)
    for number, text in enumerate(_once(questions), 1):
        WindowQuestion.objects.create(review=review, number=number, text=text, by_id=seat.person_id)
    me = Lead("", "", independence, " ".join(role_label.split()))
    _seat_leads(seat, review, leads, me if leading else None, conflict_statement.strip())
    return review


def _seat_leads(seat: Seat, review: Review, leads: Sequence[Lead], me: Lead | None, conflict: str) -> None:
    """The opener first, so that a seat exists from which the others are invited."""
    if len({lead.email.strip().casefold() for lead in leads}) < len(leads):
        raise Refused("One lead reviewer is named twice. Name each once.", field="other_email")
    for lead in leads:
        if lead.independence:
            known(lead.independence, INDEPENDENCE_NAMES, "other_independence", "Say whether they are independent.")
    named = [(lead, id_by_email(lead.email.strip())) for lead in leads]
    mine = next((lead for lead, found in named if found == seat.person_id), None)
    others = [(lead, found) for lead, found in named if lead is not mine]
    me = mine or me
    if me is None and not others:
        raise Refused("Somebody has to lead. Name a lead reviewer, or lead it yourself.", field="leading")
    taken = {lead.role_label for lead in leads if lead.role_label}
    own = (me.role_label or first_free("Lead reviewer", taken)) if me else "Business manager"
    Participation.objects.create(
        review=review,
        number=next_number(Participation, review.pk),
        person_id=seat.person_id,
        role=Role.LEAD if me else Role.BUSINESS,
        role_label=own,
        independence=me.independence if me else "",
        conflict_statement=conflict,
    )
    at = seat_of(seat.person_id, review.ref)
    assert at is not None
    taken.add(own)
    for lead, found in others:
        label = lead.role_label or first_free("Lead reviewer", taken)
        taken.add(label)
        put_member(
            at,
            role=Role.LEAD,
            role_label=label,
            email=lead.email.strip(),
            name=lead.name,
            person_id=found,
            independence=lead.independence,
        )


def _once(lines: Sequence[str]) -> list[str]:
    """Lines without the empty ones and without repeats, whatever their case; order kept."""
    kept: dict[str, str] = {}
    for line in lines:
        told = " ".join(line.split())
        if told:
            kept.setdefault(told.casefold(), told)
    return list(kept.values())


def _free_ref() -> str:
    """A reference that says nothing: it goes into addresses, so it is drawn, never made from a name."""
    for _ in range(20):
        ref = "".join(secrets.choice(LETTERS) for _ in range(10))
        if not Review.objects.filter(ref=ref).exists():
            return ref
    raise Refused("No reference could be drawn just now. Send it again.")
