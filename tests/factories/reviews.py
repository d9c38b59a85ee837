"""A review with its cast, made directly in the tables: one person in every role, three agencies."""

from dataclasses import dataclass, field

from casement.foundation.access import ROLE_NAMES, Role, Seat
from casement.rooms.people.models import Person
from casement.rooms.reviews.models import Agency, Participation, Review
from casement.rooms.reviews.queries import seat_of

PASSWORD = "a long enough password"
_made = iter(range(1, 1_000_000))


@dataclass
class Cast:
    """A review and its people: `seat(Role.LEAD)`, `person(Role.LEAD)`, `agency("Police")`."""

    review: Review
    people: dict[Role, Person] = field(default_factory=dict)
    agencies: dict[str, Agency] = field(default_factory=dict)

    def person(self, role: Role) -> Person:
        return self.people[role]

    def seat(self, role: Role = Role.LEAD) -> Seat:
        seat = seat_of(self.people[role].pk, self.review.ref)
        assert seat is not None
        return seat

    def agency(self, name: str) -> Agency:
        return self.agencies[name]

    @property
    def ref(self) -> str:
        return self.review.ref


def person(name: str = "Somebody", **more) -> Person:
    """An account that can sign in with PASSWORD."""
    made = Person(email=f"p{next(_made)}@example.org", name=name, **more)
    made.set_password(PASSWORD)
    made.save()
    return made


def cast(code_name: str) -> Cast:
    """A review that may hold data, with one participation per role."""
    opener = person("Opener", opens_reviews=True)
    review = Review.objects.create(
        ref=f"{code_name.upper()}{next(_made)}", code_name=code_name, kind="children", opened_by=opener,
        dpia_reference="DPIA 1",
    )  # fmt: skip
    made = Cast(review)
    for number, name in enumerate(("Police", "Health visiting", "Children's social care"), 1):
        made.agencies[name] = Agency.objects.create(review=review, number=number, name=name)
    for number, role in enumerate(Role, 1):
        made.people[role] = opener if role is Role.LEAD else person(f"{code_name} {ROLE_NAMES[role]}")
        Participation.objects.create(
            review=review, number=number, person=made.people[role], role=role,
            role_label=f"{ROLE_NAMES[role]} A",
            agency=made.agencies["Police"] if role in (Role.AGENCY_CONTACT, Role.CASE_GROUP) else None,
            independence="independent" if role is Role.LEAD else "",
        )  # fmt: skip
    return made
