"""How a review is read."""

from casement.rooms.reviews.queries.about import About, AgencyLine, about, agencies
from casement.rooms.reviews.queries.changed import changed_reviews, label_of
from casement.rooms.reviews.queries.frameworks import PinnedItem, framework_items
from casement.rooms.reviews.queries.gates import GateState, Move, StepState, labels_of, steps_of
from casement.rooms.reviews.queries.identities import IdentityLine, identities, identity
from casement.rooms.reviews.queries.local import Change, Right, changes, current, right_at, rights_of
from casement.rooms.reviews.queries.looking import Look, Looks, Opened, looks, opened_by
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
from casement.rooms.reviews.queries.seats import frame_facts, roles_of, seat_of, seat_of_place, seats_of
from casement.rooms.reviews.queries.standing import Stand, stands
from casement.rooms.reviews.queries.visits import last_visits

__all__ = [
    "About",
    "AgencyLine",
    "Change",
    "GateState",
    "IdentityLine",
    "Look",
    "Looks",
    "Member",
    "Move",
    "Opened",
    "PinnedItem",
    "Protection",
    "Question",
    "Releasable",
    "Right",
    "RoleGroup",
    "Stand",
    "StepState",
    "about",
    "agencies",
    "by_role",
    "changed_reviews",
    "changes",
    "current",
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
    "opened_by",
    "place_labels",
    "protection",
    "question",
    "questions",
    "releases",
    "right_at",
    "rights_of",
    "roles_of",
    "seat_of",
    "seat_of_place",
    "seats_of",
    "stands",
    "steps_of",
]
