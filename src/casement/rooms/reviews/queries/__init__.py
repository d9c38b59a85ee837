"""How a review is read."""

from casement.rooms.reviews.queries.questions import Question, questions
from casement.rooms.reviews.queries.seats import frame_facts, seat_of, seats_of

__all__ = ["Question", "frame_facts", "questions", "seat_of", "seats_of"]
