"""Answering a note on language with a reason, and taking the answer back."""

from casement.foundation.access import Seat
from casement.foundation.actions import Action
from casement.foundation.changes import command, next_number
from casement.foundation.clock import now
from casement.foundation.refusals import Refused
from casement.rooms.analysis.commands.rows import row, said
from casement.rooms.analysis.models import KeptWording
from casement.rooms.analysis.queries.language import language_rules
from casement.rooms.analysis.rules.language.speaking import same_sentence, speaks

SAY_WHY = "Say why these words should stand."
NOT_THERE = "These words raise no note any more. Look at the list again."


@command(Action.ANALYSIS_WRITE)
def keep_wording(seat: Seat, *, rule: str, sentence: str, reason: str) -> KeptWording:
    """Keep the words of a sentence that `rule` speaks of, with the reason; a second reason takes the first's place.

    Refused when the rule does not speak of the sentence. Holds wherever this very sentence stands in the review.
    """
    why = said(reason, SAY_WHY, field="reason")
    whole = same_sentence(sentence)
    if rule not in {flag.rule.name for flag in speaks(whole, language_rules())}:
        raise Refused(NOT_THERE, field="reason")
    standing = KeptWording.objects.filter(
        review_id=seat.review, rule=rule, sentence=whole, taken_back_at=None
    ).last()
    if standing is not None and standing.reason == why:
        return standing
    if standing is not None:
        standing.taken_back_at = now()
        standing.save(update_fields=["taken_back_at"])
    return KeptWording.objects.create(
        review_id=seat.review,
        number=next_number(KeptWording, seat.review),
        rule=rule,
        sentence=whole,
        reason=why,
        by_id=seat.person_id,
    )


@command(Action.ANALYSIS_WRITE)
def take_back_wording(seat: Seat, *, number: int) -> KeptWording:
    """Take an answer back: the note comes again. The answer stays in the record."""
    kept = row(KeptWording, seat, number)
    kept.taken_back_at = kept.taken_back_at or now()
    kept.save(update_fields=["taken_back_at"])
    return kept
