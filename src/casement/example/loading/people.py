"""The people of the example: the review is opened, its places filled, its accounts made."""

from casement.example.loading.places import Places
from casement.example.pieces import Participation
from casement.example.whole import Case
from casement.foundation.access import Role, Subject
from casement.foundation.clock import today
from casement.rooms.people import commands as people
from casement.rooms.reviews import commands as reviews
from casement.rooms.reviews.queries import seat_of

DECISION = (
    "The partnership decided on 9 December 2024 to look at this case, because several services worked hard and "
    "well and still nobody saw the whole of a child's day."
)
STEPS = (
    ("S03", "Two leads and a team of six; dates fixed ahead."),
    ("S06", "Records and chronologies asked for, with the reason for each."),
    ("S09", "All conversations held and checked; strands laid side by side."),
    ("S11", "Episodes amended after the first follow-on meeting."),
    ("S12", "Five findings ready to be tested with the case group."),
)


def standing(part: Participation) -> str:
    """Whether a lead is independent of the agencies; the example says it in a sentence."""
    if not part.independence:
        return ""
    return "independent" if part.independence.startswith("Independent") else "internal"


def declared(part: Participation) -> str:
    """What somebody declared, or else what the example says of a lead's independence."""
    return part.conflict_statement or part.independence


def open_review(case: Case, password: str) -> Places:
    """The review with its agencies, places, names and questions; one account for each demo person."""
    places = Places()
    told = case.review
    addresses = {person.participation: person.email for person in case.people}
    lead, *others = told.participations
    founder = people.found_site(email=addresses[lead.key], name=lead.role_label, password=password, demo=True)
    card = seat_of(founder.pk, None)
    assert card is not None
    review = reviews.open_review(
        card,
        code_name=told.code_name,
        kind=told.kind,
        variant=told.variant,
        period=told.period.recorded,
        agencies=[agency.name for agency in told.agencies],
        role_label=lead.role_label,
        independence=standing(lead),
        conflict_statement=declared(lead),
        dpia_reference=told.dpia_reference,
        example=True,
        sure=True,
    )
    seat = seat_of(founder.pk, review.ref)
    assert seat is not None
    places.seats[lead.key] = seat
    places.people[lead.key] = 1
    places.agencies = {agency.key: number for number, agency in enumerate(told.agencies, 1)}
    for question in told.window_questions:
        reviews.ask_question(seat, text=question.text, reason=question.reason)
    for part in others:
        made = reviews.seat_member(
            seat,
            role=part.role,
            role_label=part.role_label,
            agency=places.agencies.get(part.agency),
            independence=standing(part),
            conflict_statement=declared(part),
        )
        places.people[part.key] = made.number
        if part.key in addresses:
            invited = people.invite_person(
                seat, email=addresses[part.key], name=part.role_label, participation_id=made.pk
            )
            joined = people.accept_invitation(token=invited.link.split("/")[-2], password=password)
            found = seat_of(joined.pk, review.ref)
            assert found is not None
            places.seats[part.key] = found
    for identity in case.identities:
        reviews.identify(seat, label=identity.label, kind=identity.kind, names=list(identity.names))
    for part in others:
        if part.role == Role.TEAM:
            reviews.grant_access(
                seat,
                number=places.people[part.key],
                subject=Subject.WRITE_UPS,
                reason="Reads all accounts for the analysis, as agreed at the planning meeting.",
                until=today().replace(year=today().year + 2),
            )
    reviews.answer_gate(seat, gate="decision", text=DECISION)
    for step, note in STEPS:
        reviews.move_step(seat, to=step, note=note)
    return places
