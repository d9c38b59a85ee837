"""Pages and actions of reading across, declared."""

from casement.foundation.access import Seat
from casement.foundation.actions import Action
from casement.foundation.web import action, page
from casement.rooms.coding import commands
from casement.rooms.coding.web import across_forms as forms
from casement.rooms.coding.web.pages import across_files, kept, passages, tables

READ = Action.CODING_READ

table = page(
    READ,
    tables.table_page,
    "coding/across/table.html",
    place="across",
    kind="across",
    forms={"form": forms.KeepView},
)
read = page(
    READ,
    passages.passages_page,
    "coding/across/passages.html",
    place="across",
    kind="passages",
    forms={"form": forms.KeepView},
)
listed = page(
    READ, kept.kept_page, "coding/across/kept.html", place="across", kind="views", forms={"form": forms.KeepView}
)
one = page(
    READ,
    kept.kept_view_page,
    "coding/across/kept_view.html",
    place="across",
    kind="view",
    forms={"form": forms.NameView},
)


table_file = page(Action.CODING_FILES, across_files.table_file, "", kind="across")
codebook_file = page(Action.CODING_FILES, across_files.codebook_file, "", kind="codebook")
passages_file = page(Action.CODING_FILES, across_files.passages_file, "", kind="passages")


def to_kept(seat: Seat, result: object, **parts: object) -> str:
    """To the kept views."""
    return f"/reviews/{seat.ref}/across/kept/"


keep_view = action(commands.keep_view, form=forms.KeepView, back=listed, then=to_kept, said="The view is kept.")
change_view = action(commands.change_view, form=forms.NameView, back=one, then=to_kept, said="The view is saved.")
remove_view = action(
    commands.remove_view, form=None, back=one, then=to_kept, said="The view is taken away. No mark is touched."
)
