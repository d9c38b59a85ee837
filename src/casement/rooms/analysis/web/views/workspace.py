"""Pages and actions of the pattern workspace and its map, declared."""

from typing import Any

from django.http import QueryDict

from casement.foundation.access import Seat
from casement.foundation.actions import Action
from casement.foundation.web import action, both, page
from casement.rooms.analysis import commands
from casement.rooms.analysis.rules.tray import sought
from casement.rooms.analysis.web.forms import workspace as forms
from casement.rooms.analysis.web.pages import pattern_map, patterns, workspace
from casement.rooms.analysis.web.views.ways import to_list, within

READ, WRITE = Action.ANALYSIS_READ, Action.ANALYSIS_WRITE


def to_board(seat: Seat, result: Any, asked: QueryDict, **parts: Any) -> str:
    """Back to the board, to the pattern that was added to, with the tray as it was."""
    return f"/reviews/{seat.ref}/patterns/{sought(asked.dict()).address()}#p{result.number}"


board = page(
    READ, workspace.workspace_page, "analysis/patterns.html", place="patterns", forms={"form": forms.Cards}
)
gather = action(
    commands.gather_cards, form=forms.Cards, back=board, then=to_board,
    said=lambda pattern: f"Put into pattern {pattern.number}.",
)  # fmt: skip
take_passage = action(
    commands.take_passage, form=None,
    back=page(READ, patterns.pattern_page, "analysis/pattern.html", place="patterns", kind="pattern"),
    then=within("patterns", "#gathered"), said="Taken out of the pattern. It stays in its source.",
)  # fmt: skip
map_page = page(
    READ, pattern_map.pattern_map_page, "analysis/pattern_map.html", place="patterns", forms={"form": forms.Linking}
)
pattern_map_ = both(
    map_page,
    action(commands.link_patterns, form=forms.Linking, back=map_page, then=to_list("patterns/map"), said="Linked."),
)
unlink = action(
    commands.unlink_patterns, form=None, back=map_page, then=to_list("patterns/map"),
    said="The link is taken off. Its reason stays in the record.",
)  # fmt: skip
