"""Pages of other explanations of a finding."""

from __future__ import annotations

from casement.foundation.access import Seat
from casement.rooms.analysis import queries
from casement.rooms.analysis.queries.alternatives import alternative
from casement.rooms.analysis.rules.alternatives import REPLY_NAMES
from casement.rooms.analysis.vocabulary import Owner
from casement.rooms.analysis.web.pages.editing import FormPage, to


def recording_page(seat: Seat, finding: int) -> FormPage:
    """Recording what else could explain a finding."""
    title = queries.title_of(seat, Owner.FINDING, finding)
    return FormPage(
        heading="Another explanation",
        sentence=f"Of “{title}”",
        above=to(seat, f"findings/{finding}/#alternatives", f"Finding {finding}"),
        tab=f"Finding {finding}",
        button="Keep it",
    )


def answering_page(seat: Seat, number: int) -> FormPage:
    """What the team makes of another explanation, under every earlier answer."""
    told = alternative(seat, number)
    said = [("What else could explain it", told.text)]
    if told.would_speak:
        said.append(("What would speak for it", told.would_speak))
    said += [
        (f"{REPLY_NAMES[one.answer]} ({one.by}, {one.at.day} {one.at:%B %Y})", one.reason) for one in told.answers
    ]
    return FormPage(
        heading="What do you make of it?",
        sentence="Your answer stands below the explanation. Earlier ones stay here.",
        above=to(seat, f"findings/{told.finding}/#alternatives", f"Finding {told.finding}"),
        tab=f"Finding {told.finding}",
        button="Keep the answer",
        quoted=tuple(said),
    )
