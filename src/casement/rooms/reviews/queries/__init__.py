"""How a review is read."""

from casement.rooms.reviews.queries.about import About, AgencyLine, about, agencies
from casement.rooms.reviews.queries.changed import changed_reviews, label_of
from casement.rooms.reviews.queries.frameworks import PinnedItem, framework_items
from casement.rooms.reviews.queries.gates import GateState, Move, StepState, labels_of, steps_of
from casement.rooms.reviews.queries.identities import IdentityLine, identities, identity
from casement.rooms.reviews.queries.looking import Look, Looks, looks
from casement.rooms.reviews.queries.members import (
    Member,
    Releasable,
    RoleGroup,
    by_role,
    grantable,
    member,
    members,
    place_labels,
    releases,
)
from casement.rooms.reviews.queries.protection import Protection, may_hold_data, protection
from casement.rooms.reviews.queries.questions import Question, question, questions
from casement.rooms.reviews.queries.seats import frame_facts, seat_of, seat_of_place, seats_of
from casement.rooms.reviews.queries.standing import Stand, stands
from casement.rooms.reviews.queries.visits import last_visits

__all__ = [
    "About",
    "AgencyLine",
    "GateState",
    "IdentityLine",
    "Look",
    "Looks",
    "Member",
    "Move",
    "PinnedItem",
    "Protection",
    "Question",
    "Releasable",
    "RoleGroup",
    "Stand",
    "StepState",
    "about",
    "agencies",
    "by_role",
    "changed_reviews",
    "frame_facts",
    "framework_items",
    "grantable",
    "identities",
    "identity",
    "label_of",
    "labels_of",
    "last_visits",
    "looks",
    "may_hold_data",
    "member",
    "members",
    "place_labels",
    "protection",
    "question",
    "questions",
    "releases",
    "seat_of",
    "seat_of_place",
    "seats_of",
    "stands",
    "steps_of",
]
