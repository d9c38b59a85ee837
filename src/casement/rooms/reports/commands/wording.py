"""Answering a note on language: here, because only this room knows every text of a review."""

from casement.foundation.access import Seat
from casement.foundation.actions import Action
from casement.foundation.changes import command
from casement.rooms.analysis import commands as analysis
from casement.rooms.analysis.models import KeptWording
from casement.rooms.reports.queries.language import all_texts


@command(Action.ANALYSIS_WRITE)
def keep_wording(seat: Seat, *, rule: str, sentence: str, reason: str) -> KeptWording:
    """Keep the words of a sentence that `rule` speaks of, with the reason; a second reason takes the first's place.

    Refused when the sentence stands in no text of the review, or the rule does not speak of it there.
    """
    texts = (one.text for one in all_texts(seat))
    return analysis.keep_words(seat, rule=rule, sentence=sentence, reason=reason, texts=texts)
