"""What a hold stops, when a look is due, and who may lift it. Plain Python."""

from __future__ import annotations

from datetime import date

from casement.foundation.access import Verb
from casement.foundation.actions import WHO, Action
from casement.rooms.proceedings.vocabulary import Scope

# What goes on while the whole review is held: access, this register, the family record, data protection.
GOES_ON = frozenset(
    {
        Action.REVIEWS_SEAT_MEMBER,
        Action.REVIEWS_DECLARE,
        Action.REVIEWS_GRANT,  # ending a right must be possible; giving one is stopped where it is given
        Action.REVIEWS_PROTECT,
        Action.PEOPLE_INVITE,
        # Notices of a hold have to go out; a letter about what is held asks for itself.
        Action.LETTERS_WRITE,
        Action.LETTERS_SEND,
        Action.LETTERS_MINE,
        # Dates have to be put off and meetings cancelled; arranging and inviting asks for itself.
        Action.PLANNING_PLAN,
        Action.PLANNING_PEOPLE,
        Action.PROCEEDINGS_RECORD,
        Action.PROCEEDINGS_FLAG,
        Action.PROCEEDINGS_HOLD,
        Action.PROCEEDINGS_DISCLOSE,
        Action.PROCEEDINGS_KEEP,
        Action.FAMILY_WRITE,
        Action.FOLLOW_ON_END,  # an edition must be closable at once
    }
)

# What stops when everything of a scope is held. A room that stops one thing of a scope asks `queries.held` itself.
STOPPED: dict[Action, Scope] = {
    Action.REPORTS_WRITE: Scope.REPORT,
    Action.REPORTS_EXPORT: Scope.REPORT,
    Action.FOLLOW_ON_WRITE: Scope.REPORT,
    Action.FOLLOW_ON_ISSUE: Scope.REPORT,
    Action.COMMENTS_SEND: Scope.REPORT,
    Action.COMMENTS_TELL: Scope.REPORT,
    Action.MEETINGS_WORK: Scope.MEETING,
    Action.MEETINGS_AGREE: Scope.MEETING,
    Action.PUBLICATION_SIGN: Scope.PUBLICATION,
    Action.PUBLICATION_PUBLISH: Scope.PUBLICATION,
    Action.SOURCES_REDACT: Scope.DELETION,
}

# The steps to which a review does not move while this is held.
HELD_STEPS: dict[Scope, frozenset[str]] = {
    Scope.CONVERSATION: frozenset({"S07"}),
    Scope.MEETING: frozenset({"S04", "S10", "S12"}),
    Scope.REPORT: frozenset({"S13", "S14"}),
    Scope.PUBLICATION: frozenset({"S16", "S17"}),
}


def covers(scope: str, thing: int | None, asked: str, asked_thing: int | None = None) -> bool:
    """Whether a hold on `scope`, or on one `thing` of it, stops what is `asked`: exactly its scope.

    A hold of the whole review stops every scope.
    """
    if scope == Scope.WHOLE_REVIEW:
        return True
    return scope == asked and (thing is None or thing == asked_thing)


def scope_of(action: Action) -> Scope | None:
    """The narrowest scope whose hold stops `action`; None for what no hold stops."""
    if action in GOES_ON:
        return None
    if action in STOPPED:
        return STOPPED[action]
    need = WHO[action]
    changes = need.verb is Verb.WRITE and bool(need.subjects)
    return Scope.WHOLE_REVIEW if changes else None


def steps_held(scope: str) -> frozenset[str]:
    """The steps to which a hold of this scope lets no review move; the whole review is not among these scopes."""
    return HELD_STEPS.get(Scope(scope), frozenset())


def stops_move(scope: str, thing: int | None, to: str) -> bool:
    """Whether a hold stops the move to a step; one held thing stops no step."""
    if scope == Scope.WHOLE_REVIEW:
        return True
    return thing is None and to in steps_held(scope)


def look_due(look_on: date | None, today: date) -> bool:
    """Whether the day of a fresh look has come."""
    return look_on is not None and look_on <= today


def why_not_lifted(by: int, asked_by: int | None, lifter: int) -> str:
    """Why this person may not lift a hold that `by` set and `asked_by` last asked to lift; empty when they may."""
    if asked_by is None:
        return "Nobody has asked to lift this hold. Ask first, with the reason; then a second person lifts it."
    if lifter == by:
        return "You placed this hold, so somebody else has to lift it."
    if lifter == asked_by:
        return "You asked for this hold to be lifted, so somebody else has to agree."
    return ""
