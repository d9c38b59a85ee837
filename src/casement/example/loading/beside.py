"""What bears on the example from outside, and the record of its family, through the same commands as any review."""

from datetime import timedelta

from casement.example.beside import Hold, Involved
from casement.example.loading.places import Places
from casement.example.loading.requests import back
from casement.example.whole import Case
from casement.foundation.access import Seat
from casement.foundation.clock import today
from casement.rooms.family import commands as family
from casement.rooms.proceedings import commands as proceedings


def lay_beside(case: Case, places: Places, seat: Seat) -> None:
    """The register, flags, holds, disclosures and days of keeping; then the family."""
    told = case.outside
    for one in told.proceedings:
        proceedings.record_proceeding(
            seat, kind=one.kind, stage=one.stage, reference=one.reference, contact=one.contact, dates=one.dates,
            protocol=one.protocol, look_on=back(-one.look),
        )  # fmt: skip
    for flag in told.flags:
        proceedings.put_flag(seat, number=places.people[flag.who], state=flag.state, conditions=flag.conditions)
    for hold in told.holds:
        hold_back(case, places, seat, hold)
    for line in told.disclosures:
        proceedings.disclose(
            seat, direction=line.direction, what=line.what, party=line.party, basis=line.basis,
            basis_words=line.basis_words, redactions=line.redactions, decided_by=line.decided_by, told=line.told,
            on=back(line.ago), thing="source" if line.source else "other",
            thing_number=places.sources[line.source][0] if line.source else None,
        )  # fmt: skip
    for keeping in told.keeping:
        until = today() + timedelta(days=keeping.days)
        proceedings.set_keeping(seat, material=keeping.material, until=until, reason=keeping.reason)
    for involved in case.involved:
        take_part(places, seat, involved)


def hold_back(case: Case, places: Places, seat: Seat, told: Hold) -> None:
    """A hold; one that is over is asked for by the first lead and lifted by the second."""
    made = proceedings.place_hold(
        seat, scope=told.scope, reason=told.reason, words=told.words, look_on=back(-told.look),
        proceeding=told.proceeding,
    )  # fmt: skip
    if told.lifted:
        proceedings.ask_to_lift(seat, number=made.number, words=told.lifted)
        other = places.seats[case.review.participations[1].key]
        proceedings.lift_hold(other, number=made.number)


def take_part(places: Places, seat: Seat, told: Involved) -> None:
    """The record of one person of the family."""
    number = family.open_involvement(seat, participation=places.people[told.who]).number
    wishes = told.wishes
    family.put_wishes(
        seat, number=number, contact=wishes.contact, pace=wishes.pace, form=wishes.form, supporter=wishes.supporter,
        interpreter=wishes.interpreter, agreed=bool(wishes.supporter or wishes.interpreter),
    )  # fmt: skip
    for answer in told.answers:
        family.answer_question(seat, number=number, topic=answer.question, text=answer.text)
    for contact in told.contacts:
        family.note_contact(seat, number=number, how=contact.how, text=contact.text, on=back(contact.ago))
