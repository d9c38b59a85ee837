"""Answering a note on language with a reason, and taking the answer back."""

from collections.abc import Iterable

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


def keep_words(seat: Seat, *, rule: str, sentence: str, reason: str, texts: Iterable[str]) -> KeptWording:
    """Keep the words of a sentence that `rule` speaks of, with the reason; a second reason takes the first's place.

    Inside a command of the room that knows all `texts` of the review. Refused when the sentence stands in none of
    them, or the rule does not speak of it there: an answer to what nobody wrote would answer nothing.
    """
    why = said(reason, SAY_WHY, field="reason")
    whole = same_sentence(sentence)
    if not any(whole in same_sentence(text) and rule in heard_of(whole, text) for text in texts):
        raise Refused(NOT_THERE, field="reason")
    number = next_number(KeptWording, seat.review)
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
        number=number,
        rule=rule,
        sentence=whole,
        reason=why,
        by_id=seat.person_id,
    )


def heard_of(sentence: str, text: str) -> set[str]:
    """The rules that speak of this sentence where it stands in a text."""
    return {flag.rule.name for flag in speaks(text, language_rules()) if same_sentence(flag.sentence) == sentence}


@command(Action.ANALYSIS_WRITE)
def take_back_wording(seat: Seat, *, number: int) -> KeptWording:
    """Take an answer back: the note comes again. The answer stays in the record."""
    kept = row(KeptWording, seat, number)
    kept.taken_back_at = kept.taken_back_at or now()
    kept.save(update_fields=["taken_back_at"])
    return kept
