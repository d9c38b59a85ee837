"""A text is put right: a new version takes its place, and every passage follows its words or waits for a person."""

from __future__ import annotations

from django.db.models import QuerySet

from casement.foundation.access import Seat, Verb
from casement.foundation.actions import Action
from casement.foundation.changes import command, next_number
from casement.foundation.refusals import Conflict, NotHere, Refused
from casement.rooms.sources import queries
from casement.rooms.sources.commands.masking import shown_at
from casement.rooms.sources.commands.settling import give_text
from casement.rooms.sources.models import Excerpt, FollowedPassage, Source, Speaker, TextCorrection, Turns, Version
from casement.rooms.sources.rules.following import Follower, Outcome
from casement.rooms.sources.rules.paragraphs import paragraph_at, paragraphs
from casement.rooms.sources.rules.rewriting import lines_of, rewrite
from casement.rooms.sources.rules.turns import speakers
from casement.rooms.sources.vocabulary import TextRead

PLACED = (Outcome.SAME, Outcome.MOVED)


@command(Action.SOURCES_CORRECT)
def correct_paragraph(
    seat: Seat, *, number: int, paragraph: int, words: str, reason: str, based_on: int | None = None
) -> TextCorrection:
    """Put paragraph `paragraph` of source `number` right; `words` may be several paragraphs, a line each.

    `based_on` is the version that was on the page. Conflict when the text was corrected since: both texts are
    shown and nothing is stored. Refused without words, without a reason, or when nothing differs.
    """
    made = next_number(TextCorrection, seat.review)  # also makes a second correction wait for this one
    source = source_to_correct(seat, number)
    old = source.current
    assert old is not None
    blocks = paragraphs(old.text, old.anchors)
    if not 1 <= paragraph <= len(blocks):
        raise Refused(f"This text has paragraphs 1 to {len(blocks)}. Choose one of them.", field="words")
    block, lines = blocks[paragraph - 1], lines_of(words)
    if based_on is not None and based_on != old.number:
        raise Conflict(
            "Somebody put this text right while you were writing. Your words are still in the form. "
            "Look at what stands now, then save yours or leave it.",
            mine=words,
            theirs=block.text,
            current=old.number,
        )
    if not lines:
        raise Refused("Write the paragraph as it should stand.", field="words")
    if not reason.strip():
        raise Refused("Say why the text is corrected.", field="reason")
    text, anchors = rewrite(old.text, old.anchors, block, lines)
    if text == old.text:
        raise Refused("This is what stands there already. Change the words, or leave them.", field="words")
    read = TextRead(old.media_type, text, anchors, tuple(old.kept), tuple(old.dropped))
    return replace_text(seat, made, source, read, reason)


def source_to_correct(seat: Seat, number: int) -> Source:
    """A source whose text this seat may put right; NotHere otherwise. Inside a command."""
    rows = Source.objects.visible_to(seat, Verb.WRITE).select_for_update(of=("self",))
    source = rows.select_related("current").filter(number=number).first()
    if source is None or source.current is None or not queries.may_change(seat, source.kind):
        raise NotHere
    return source


def replace_text(
    seat: Seat,
    number: int,
    source: Source,
    read: TextRead,
    reason: str,
    *,
    original_name: str = "",
    original_sha256: str = "",
    original_size: int = 0,
) -> TextCorrection:
    """Make `read` the text of a source and let its passages follow; `number` is that of the correction."""
    old = source.current
    assert old is not None
    new = give_text(
        seat,
        source,
        read,
        original_name=original_name or old.original_name,
        original_sha256=original_sha256 or old.original_sha256,
        original_size=original_size or old.original_size,
    )
    told = TextCorrection.objects.create(
        review_id=seat.review,
        number=number,
        source=source,
        before=old,
        after=new,
        reason=reason.strip(),
        by_id=seat.person_id,
    )
    let_follow(told, new)
    keep_speakers(old, new)
    return told


def keep_speakers(old: Version, new: Version) -> None:
    """Who speaks stays known when the same speakers speak in the corrected text; else a person is asked again."""
    before = Turns.objects.filter(version=old).prefetch_related("speakers").first()
    found = queries.found_in(new)
    names = speakers(found)
    known = {one.name: one for one in before.speakers.all()} if before else {}
    if before is None or not names or set(names) - set(known):
        return
    places = {name: place for place, name in enumerate(names, 1)}
    turns = Turns.objects.create(
        version=new,
        found=[[places[one.speaker], one.start, one.end, one.time] for one in found],
        by_id=before.by_id,
        at=before.at,
    )
    Speaker.objects.bulk_create(
        Speaker(
            turns=turns,
            number=place,
            name=name,
            participation_id=known[name].participation_id,
            label=known[name].label,
        )
        for name, place in places.items()
    )


def in_use(told: TextCorrection) -> QuerySet[Excerpt]:
    """The passages of the text that was replaced, and those that still wait from an earlier correction."""
    left = FollowedPassage.objects.filter(settled_at__isnull=False, placed=False).values("excerpt")
    rows = Excerpt.objects.filter(version__source=told.source).exclude(pk__in=left)
    return rows.select_related("version").order_by("start", "end")


def let_follow(told: TextCorrection, new: Version) -> None:
    """Move every passage that keeps its words; write down what became of each."""
    followers: dict[int, Follower] = {}
    blocks = paragraphs(new.text, new.anchors)
    rows, moving = [], []
    for excerpt in in_use(told):
        came_from = excerpt.version
        follower = followers.setdefault(came_from.pk, Follower(came_from.text, new.text))
        found = follower.follow(excerpt.start, excerpt.end)
        rows.append(
            FollowedPassage(
                correction=told,
                excerpt=excerpt,
                outcome=found.outcome,
                quote=excerpt.quote,
                shown=excerpt.shown,
                start=excerpt.start,
                end=excerpt.end,
                new_start=found.start,
                new_end=found.end,
            )
        )
        if found.outcome in PLACED and found.start is not None and found.end is not None:
            block = paragraph_at(blocks, found.start)
            excerpt.version, excerpt.start, excerpt.end = new, found.start, found.end
            excerpt.paragraph = block.number if block else 1
            excerpt.shown = shown_at(new, found.start, found.end)
            moving.append(excerpt)
    FollowedPassage.objects.bulk_create(rows)
    Excerpt.objects.bulk_update(moving, ["version", "start", "end", "paragraph", "shown"], batch_size=500)
