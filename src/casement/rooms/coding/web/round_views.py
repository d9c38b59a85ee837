"""Pages and actions of blind rounds, declared."""

from typing import Any

from casement.foundation.access import Seat
from casement.foundation.actions import Action
from casement.foundation.web import action, page
from casement.rooms.coding import commands
from casement.rooms.coding.web import round_forms as forms
from casement.rooms.coding.web.pages import agreement as told
from casement.rooms.coding.web.pages import rounds

READ = Action.CODING_READ

listed = page(READ, rounds.rounds_page, "coding/rounds.html", place="codes", kind="rounds")
new = page(
    Action.CODING_ROUNDS,
    rounds.new_round_page,
    "coding/round_new.html",
    place="codes",
    forms={"form": forms.NewRound},
)
one = page(READ, rounds.round_page, "coding/round.html", place="codes", kind="round", forms={"form": forms.Done})
agreement = page(READ, told.agreement_page, "coding/agreement.html", place="codes", kind="round")
agreement_file = page(Action.CODING_FILES, told.agreement_file, "", kind="round")
walk = page(
    READ,
    told.walk_page,
    "coding/walk.html",
    place="codes",
    kind="round",
    forms={"form": forms.Settling},
)
record = page(READ, told.record_page, "coding/record.html", place="codes", kind="round")
record_file = page(Action.CODING_FILES, told.record_file, "", kind="round")


def to_round(seat: Seat, result: Any, **parts: object) -> str:
    """To the round."""
    return f"/reviews/{seat.ref}/rounds/{result.number}/"


def to_next(seat: Seat, result: Any, *, number: int, **parts: object) -> str:
    """To the disagreement that waits after this one."""
    after = f"{result.text.source.number}-{result.paragraph}"
    return f"/reviews/{seat.ref}/rounds/{number}/walk-through/?after={after}"


open_round = action(
    commands.open_round, form=forms.NewRound, back=new, then=to_round,
    said="The round is open. From now on everybody sees only their own marks in it.",
)  # fmt: skip
say_done = action(commands.say_done, form=forms.Done, back=one, then=to_round, said="Noted.")
not_yet = action(commands.not_yet, form=forms.Taken, back=one, then=to_round, name="taken", said="Noted: not yet.")
close_round = action(
    commands.close_round, form=None, back=one, then=to_round,
    said="The round is closed. Everybody sees the marks again.",
)  # fmt: skip
settle = action(commands.settle, form=forms.Settling, back=walk, then=to_next, said="What you agreed is kept.")
