"""What people are shown of a source is made anew, when something was decided about its words or blacked out.

Whatever shows words of a source reads what is written here: the masks of a text, the shown words of a passage, the
search rows. The commands that call this hold the lock of the review, under which passages are made too.
"""

from __future__ import annotations

from collections.abc import Sequence

from casement.rooms.sources.commands.findable import make_findable
from casement.rooms.sources.models import Excerpt, FollowedPassage, Mention, Source, Version, Withdrawal
from casement.rooms.sources.rules.masking import Decided, Mask, masks_of, read, shown


def shown_at(version: Version, start: int, end: int) -> str:
    """The words of a place as people are shown them."""
    return shown(version.text, read(version.masks), start, end)


def decided_about(source: Source) -> list[tuple[str, str | None]]:
    """The words of a source that somebody decided about, with the label for those that are masked."""
    rows = Mention.objects.filter(source=source).exclude(decision="").order_by("number")
    return [
        (words, label if how == "mask" else None)
        for words, label, how in rows.values_list("words", "label", "decision")
    ]


def show_anew(source: Source) -> None:
    """Work out what is shown of every text of a source, its passages and its search rows."""
    decided = decided_about(source)
    source.masked = [list(one) for one in decided]
    source.save(update_fields=["masked"])
    texts = list(Version.objects.filter(source=source).order_by("-number"))
    for version in texts:
        show_version(version, decided)
    show_followed(source, texts)
    if source.current_id and not Withdrawal.objects.filter(source=source).exists():
        make_findable(source, next(one for one in texts if one.pk == source.current_id))


def show_version(version: Version, decided: Decided) -> None:
    """The masks of one text, and its passages under them."""
    masks = masks_of(version.text, decided)
    version.masks, version.shows = [list(one) for one in masks], version.shows + 1
    version.save(update_fields=["masks", "shows"])
    changed = []
    for passage in Excerpt.objects.filter(version=version).defer("version"):
        words = shown(version.text, masks, passage.start, passage.end)
        if words != passage.shown:
            passage.shown = words
            changed.append(passage)
    Excerpt.objects.bulk_update(changed, ["shown"], batch_size=500)


def show_followed(source: Source, texts: Sequence[Version]) -> None:
    """What became of passages is told in shown words too; they stand in whichever text has them at their place."""
    masks: dict[int, tuple[Mask, ...]] = {one.pk: read(one.masks) for one in texts}
    rows = list(FollowedPassage.objects.filter(correction__source=source))
    for row in rows:
        text = next((one for one in texts if one.text[row.start : row.end] == row.quote), None)
        row.shown = shown(text.text, masks[text.pk], row.start, row.end) if text else ""
    FollowedPassage.objects.bulk_update(rows, ["shown"], batch_size=500)
