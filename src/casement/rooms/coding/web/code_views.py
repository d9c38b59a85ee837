"""Pages and actions that change the codebook, declared."""

from casement.foundation.access import Seat
from casement.foundation.actions import Action
from casement.foundation.web import action, both, page
from casement.rooms.coding import commands
from casement.rooms.coding.web import code_forms as forms
from casement.rooms.coding.web.pages import code_history, signs

READ, CHANGE = Action.CODING_READ, Action.CODING_CODES

history = page(READ, code_history.history_page, "coding/code_history.html", place="codes", kind="code")
merge_page = page(
    CHANGE, code_history.merge_page, "coding/code_merge.html", place="codes", kind="code",
    forms={"form": forms.Merging},
)  # fmt: skip
move_page = page(
    CHANGE, code_history.move_page, "coding/code_move.html", place="codes", kind="code",
    forms={"form": forms.Moving},
)  # fmt: skip
split_page = page(
    CHANGE, code_history.split_page, "coding/code_split.html", place="codes", kind="code",
    forms={"form": forms.Splitting},
)  # fmt: skip


signs_page = page(
    CHANGE, signs.signs_page, "coding/signs.html", place="codes", kind="factor", forms={"form": forms.Signs},
)  # fmt: skip


def to_factor(seat: Seat, result: object, *, item: str, **parts: object) -> str:
    """To the factor."""
    return f"/reviews/{seat.ref}/codes/item/{item}/"


def to_history(seat: Seat, result: object, *, number: int, **parts: object) -> str:
    """To what became of the code."""
    return f"/reviews/{seat.ref}/codes/{number}/history/"


merge = both(
    merge_page,
    action(
        commands.merge_code,
        form=forms.Merging,
        back=merge_page,
        then=to_history,
        said="The code is merged, and retired. You can take this back below.",
    ),
)
move = both(
    move_page,
    action(commands.move_code, form=forms.Moving, back=move_page, then=to_history, said="The code is moved."),
)
split = both(
    split_page,
    action(commands.split_code, form=forms.Splitting, back=split_page, then=to_history,
           said="The new code is made. You can take this back below."),
)  # fmt: skip
undo = action(commands.undo_code_event, form=None, back=history, then=to_history, said="It is taken back.")
word_signs = both(
    signs_page,
    action(commands.word_signs, form=forms.Signs, back=signs_page, then=to_factor, said="The sentences are saved."),
)
