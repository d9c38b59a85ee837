"""Pages and actions of the coding room, declared."""

from typing import Any

from casement.foundation.access import Seat
from casement.foundation.actions import Action
from casement.foundation.web import action, page
from casement.rooms.coding import commands
from casement.rooms.coding.web import exchange_forms, forms
from casement.rooms.coding.web.pages import alike, codebook, exchange_files, exchanging, marks, memos, reader

reader_view = page(
    Action.SOURCES_READ,
    reader.reader_page,
    "coding/reader.html",
    place="sources",
    kind="source",
    forms={"by_hand": forms.ByWords},
)
table = page(
    Action.CODING_READ,
    marks.marks_page,
    "coding/marks.html",
    place="sources",
    kind="source",
    forms={"memo": forms.OnSource},
)
since = page(Action.CODING_READ, marks.marks_since, "", kind="source")
mark = page(
    Action.CODING_READ,
    marks.mark_page,
    "coding/mark.html",
    place="sources",
    kind="mark",
    number="mark",
    forms={"code": forms.CodeChoice, "memo": forms.OnMark},
)
like_this = page(
    Action.CODING_READ, alike.alike_page, "coding/alike.html", place="sources", kind="mark", number="mark"
)
codes = page(
    Action.CODING_READ, codebook.codebook_page, "coding/codes.html", place="codes", forms={"form": forms.NewCode}
)
code = page(
    Action.CODING_READ,
    codebook.code_page,
    "coding/code.html",
    place="codes",
    kind="code",
    forms={"form": forms.CodeWording, "memo": forms.OnCode},
)
item = page(
    Action.CODING_READ, codebook.item_page, "coding/code.html", place="codes", kind="factor",
    forms={"memo": forms.OnCode},
)  # fmt: skip
memo_list = page(
    Action.CODING_READ,
    memos.memos_page,
    "coding/memos.html",
    place="codes",
    kind="memos",
    forms={"form": forms.Thought},
)
memo = page(
    Action.CODING_MEMO,
    memos.memo_page,
    "coding/memo.html",
    place="codes",
    kind="memo",
    number="memo",
    forms={"form": forms.Thought},
)

exchanges = page(
    Action.CODING_EXCHANGES,
    exchanging.exchanges_page,
    "coding/exchanges.html",
    place="codes",
    kind="exchanges",
    forms={"bring": exchange_forms.BringIn, "send": exchange_forms.Send},
)
exchange = page(
    Action.CODING_EXCHANGES, exchanging.exchange_page, "coding/exchange.html", place="codes", kind="exchange"
)
exchange_progress = page(
    Action.CODING_EXCHANGES, exchanging.progress_page, "coding/exchange_progress.html", place="codes"
)
exchange_table = page(Action.CODING_EXCHANGES, exchange_files.table, "", kind="exchange")
exchange_file = page(Action.CODING_EXCHANGES, exchange_files.file, "", kind="exchange")


def to_words(seat: Seat, result: Any, *, number: int, **parts: object) -> str:
    """To the words that were marked, in the text."""
    excerpt = result.excerpt
    at = f"at={excerpt.start}-{excerpt.end}#p{excerpt.paragraph}"
    return f"/reviews/{seat.ref}/sources/{number}/?{at}"


def to_mark(seat: Seat, result: object, *, mark: int, **parts: object) -> str:
    """Back to the mark."""
    return f"/reviews/{seat.ref}/marks/{mark}/"


def to_table(seat: Seat, result: Any, **parts: object) -> str:
    """To the marks of the source as a table."""
    return f"/reviews/{seat.ref}/sources/{result.excerpt.version.source.number}/marks/#m{result.number}"


def to_memos_of_source(seat: Seat, result: object, *, number: int, **parts: object) -> str:
    """To the memos under the marks of the source."""
    return f"/reviews/{seat.ref}/sources/{number}/marks/#memos"


def to_memos_of_code(seat: Seat, result: Any, **parts: object) -> str:
    """To the memos on the code or factor."""
    on = f"item/{result.item.item_id}" if result.item else result.code.number
    return f"/reviews/{seat.ref}/codes/{on}/#memos"


def to_codes(seat: Seat, result: object, **parts: object) -> str:
    """To the codebook."""
    return f"/reviews/{seat.ref}/codes/"


def to_code(seat: Seat, result: object, *, number: int, **parts: object) -> str:
    """Back to the code."""
    return f"/reviews/{seat.ref}/codes/{number}/"


def to_memos(seat: Seat, result: object, **parts: object) -> str:
    """To the memos."""
    return f"/reviews/{seat.ref}/memos/"


def undo_of(seat: Seat, result: Any) -> str:
    """Where the last act on a mark is taken back."""
    return f"/reviews/{seat.ref}/marks/{result.number}/undo/{result.act}/"


mark_words = action(
    commands.mark_words, form=forms.ByWords, back=reader_view, then=to_words, name="by_hand", said="Marked.",
    undo=undo_of,
)  # fmt: skip
mark_passage = action(
    commands.mark_passage, form=forms.ByPlace, back=table, then=to_words, as_json=marks.told_to_desk
)
change_code = action(
    commands.change_mark, form=forms.CodeChoice, back=mark, then=to_mark, name="code", said="The mark is changed.",
    undo=undo_of,
)  # fmt: skip
change_influence = action(
    commands.change_mark, form=forms.Influence, back=mark, name="way", then=to_table, said="The mark is changed.",
    as_json=marks.told_to_desk, undo=undo_of,
)  # fmt: skip
keep_memo = action(
    commands.keep_memo, form=forms.OnMark, back=mark, then=to_mark, name="memo", said="The memo is kept.",
    as_json=marks.told_of_memo,
)  # fmt: skip
remove_mark = action(
    commands.remove_mark, form=None, back=mark, then=to_table, as_json=marks.told_to_desk,
    said="The mark is removed. The words stay. You can put it back from the end of this page.", undo=undo_of,
)  # fmt: skip
restore_mark = action(
    commands.restore_mark, form=None, back=mark, then=to_table, as_json=marks.told_to_desk,
    said="The mark is back.", undo=undo_of,
)  # fmt: skip
take_back = action(
    commands.take_back, form=None, back=mark, then=to_table, as_json=marks.told_to_desk,
    said="Taken back. Undo does it again.", undo=undo_of,
)  # fmt: skip
add_code = action(commands.add_code, form=forms.NewCode, back=codes, then=to_codes, said="The code is added.")
define_code = action(
    commands.define_code, form=forms.CodeWording, back=code, then=to_code, said="The code is saved."
)
retire_code = action(
    commands.retire_code, form=None, back=code, then=to_code, said="The code is retired. Its marks stay."
)
bring_back_code = action(
    commands.bring_back_code, form=None, back=code, then=to_code, said="The code is back among the choices."
)
write_memo = action(
    commands.write_memo, form=forms.Thought, back=memo_list, then=to_memos, said="The memo is kept."
)
memo_on_source = action(
    commands.write_memo, form=forms.OnSource, back=table, then=to_memos_of_source, name="memo",
    said="The memo is kept.", as_json=marks.memo_kept,
)  # fmt: skip
memo_on_code = action(
    commands.write_code_memo,
    form=forms.OnCode,
    back=code,
    then=to_memos_of_code,
    name="memo",
    said="The memo is kept.",
)
memo_on_item = action(
    commands.write_code_memo,
    form=forms.OnCode,
    back=item,
    then=to_memos_of_code,
    name="memo",
    said="The memo is kept.",
)
change_memo = action(commands.change_memo, form=forms.Thought, back=memo, then=to_memos, said="The memo is kept.")


def to_exchange(seat: Seat, result: Any, **parts: object) -> str:
    """To the report of an exchange, which says how far it is until then."""
    return f"/reviews/{seat.ref}/exchange/{result.number}/"


bring_in_exchange = action(
    commands.bring_in_exchange, form=exchange_forms.BringIn, back=exchanges, then=to_exchange, name="bring"
)
send_exchange = action(
    commands.send_exchange, form=exchange_forms.Send, back=exchanges, then=to_exchange, name="send"
)
go_on_with_exchange = action(commands.go_on_with_exchange, form=None, back=exchange, then=to_exchange)
