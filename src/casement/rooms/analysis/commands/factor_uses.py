"""Factors applied to an episode: named, influence said, how it bore on practice, and what that rests on."""

from collections.abc import Sequence

from casement.foundation.access import Seat
from casement.foundation.actions import Action
from casement.foundation.changes import command, next_number
from casement.foundation.clock import now
from casement.foundation.refusals import Refused
from casement.rooms.analysis.commands.citing import add_evidence
from casement.rooms.analysis.commands.editions import Facts, hold, keep, raise_edition
from casement.rooms.analysis.commands.indexing import index
from casement.rooms.analysis.commands.rows import item, one_of, participation, row
from casement.rooms.analysis.commands.statements import add_statement
from casement.rooms.analysis.models import Episode, FactorUse
from casement.rooms.analysis.queries.items import FACTORS
from casement.rooms.analysis.vocabulary import (
    INFLUENCE_IN_FULL,
    Cite,
    Confidence,
    Influence,
    Part,
    Side,
)
from casement.rooms.reviews.models import FrameworkItem

WHICH_WAY = "Say which way it worked: helped, made it harder, or unclear."
WHICH_FACTOR = "Choose a factor from the list, or name it in your own words."
RESTS_ON = "Link a passage or an entry, or say that this is the reviewers' inference."


@command(Action.ANALYSIS_WRITE)
def add_factor_use(
    seat: Seat,
    *,
    episode: int,
    influence: str,
    how: str,
    item_id: str = "",
    free_text: str = "",
    account_of: int | None = None,
    importance: str = "",
    confidence: str = "",
    inference: bool = False,
    cites: Sequence[Cite] = (),
) -> FactorUse:
    """Apply a factor to episode number `episode`: `item_id` of the pinned framework, or `free_text`.

    `how` says in what way it bore on practice; `account_of` is the number of the participation whose account it
    is. Refused without an influence, without the how, and when it rests on nothing: at least one passage or entry
    for it is needed, or `inference`. Sending the same again adds it once.
    """
    holder = row(Episode, seat, episode)
    factor = named_factor(seat, item_id, free_text)
    one_of(Influence, influence, WHICH_WAY, field="influence")
    if confidence:
        one_of(Confidence, confidence, "Choose the word that says how sure you are.", field="confidence")
    who = participation(seat, account_of, field="account_of")
    if not inference and not any(cite.side == Side.FOR for cite in cites):
        raise Refused(RESTS_ON, field="inference")
    own_words = "" if factor else free_text.strip()
    twin = FactorUse.objects.filter(
        episode=holder, item=factor, free_text=own_words, influence=influence, account_of=who, removed_at=None,
        statements__part=Part.HOW, statements__text=how.strip(),
    ).first()  # fmt: skip
    if twin is not None:
        return twin
    use = FactorUse.objects.create(
        review_id=seat.review,
        number=next_number(FactorUse, seat.review),
        episode=holder,
        item=factor,
        free_text=own_words,
        influence=influence,
        account_of=who,
        importance=importance.strip(),
        reviewer_inference=inference,
        confidence=confidence,
        by_id=seat.person_id,
    )
    said = add_statement(seat, use, part=Part.HOW, text=how, inference=inference)
    for cite in cites:
        add_evidence(seat, said, cite)
    keep(seat, use, facts_of(use))
    return use


def named_factor(seat: Seat, item_id: str, free_text: str) -> FrameworkItem | None:
    """The framework's item, or None for a factor in the team's own words; Refused when neither is there."""
    if not item_id and not free_text.strip():
        raise Refused(WHICH_FACTOR, field="item_id")
    return item(seat, FACTORS, item_id, field="item_id")


def facts_of(use: FactorUse) -> Facts:
    """The facts of a factor use as pairs of words."""
    return [
        ("Factor", use.item.label if use.item else use.free_text),
        ("Influence", INFLUENCE_IN_FULL.get(use.influence, "")),
        ("Whose account", use.account_of.role_label if use.account_of else ""),
        ("How important to them", use.importance),
        ("Reviewers' inference", "yes" if use.reviewer_inference else ""),
        ("How sure", use.confidence.replace("_", " ")),
    ]


@command(Action.ANALYSIS_WRITE)
def change_factor_use(
    seat: Seat,
    *,
    number: int,
    influence: str,
    item_id: str = "",
    free_text: str = "",
    account_of: int | None = None,
    importance: str = "",
    confidence: str = "",
    inference: bool = False,
    based_on: int | None = None,
) -> FactorUse:
    """Change what a factor use says; its explanation is a statement and is edited as one.

    Raises Conflict when somebody changed it after edition `based_on`; Refused as `add_factor_use`.
    """
    use = row(FactorUse, seat, number, removed_at=None)
    stands = facts_of(use)
    use.item = named_factor(seat, item_id, free_text)
    use.free_text = "" if use.item else free_text.strip()
    use.influence = one_of(Influence, influence, WHICH_WAY, field="influence")
    use.account_of = participation(seat, account_of, field="account_of")
    use.importance = importance.strip()
    if confidence:
        one_of(Confidence, confidence, "Choose the word that says how sure you are.", field="confidence")
    use.confidence = confidence
    if not inference and not has_evidence(use):
        raise Refused(RESTS_ON, field="inference")
    use.reviewer_inference = inference
    sent = facts_of(use)
    if sent == stands:
        return use
    hold(seat, use, based_on=based_on, sent=sent, stands=stands)
    raise_edition(seat, use, sent)
    use.save()
    use.statements.filter(part=Part.HOW, removed_at=None).exclude(
        evidence__direction=Side.FOR, evidence__removed_at=None
    ).update(inference=inference)
    index(seat, use)
    return use


def has_evidence(use: FactorUse) -> bool:
    """Whether something was cited for it and not taken away."""
    return use.statements.filter(removed_at=None, evidence__direction=Side.FOR, evidence__removed_at=None).exists()


@command(Action.ANALYSIS_WRITE)
def remove_factor_use(seat: Seat, *, number: int) -> FactorUse:
    """Take a factor use off its episode and out of every pattern's view. It can be put back."""
    use = row(FactorUse, seat, number)
    use.removed_at = use.removed_at or now()
    use.save(update_fields=["removed_at"])
    index(seat, use)
    return use


@command(Action.ANALYSIS_WRITE)
def restore_factor_use(seat: Seat, *, number: int) -> FactorUse:
    """Put a removed factor use back."""
    use = row(FactorUse, seat, number)
    use.removed_at = None
    use.save(update_fields=["removed_at"])
    index(seat, use)
    return use
