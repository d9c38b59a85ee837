"""Words are blacked out for good, in every text of a source and in whatever was quoted from it."""

from __future__ import annotations

from dataclasses import replace

from django.db import models
from django.utils.crypto import salted_hmac

from casement.foundation import jobs, search
from casement.foundation.access import Seat
from casement.foundation.actions import Action
from casement.foundation.changes import command, next_number
from casement.foundation.events import announce
from casement.foundation.refusals import Refused
from casement.rooms.sources.commands.masking import show_anew
from casement.rooms.sources.commands.naming import held
from casement.rooms.sources.commands.settling import LOOK_FOR_NAMES
from casement.rooms.sources.models import (
    CorrectedFile,
    Correction,
    Excerpt,
    FollowedPassage,
    Mention,
    Redaction,
    Source,
    Speaker,
    TextCorrection,
    Upload,
    Version,
)
from casement.rooms.sources.rules.blacking import Blacking, black_out
from casement.rooms.sources.rules.returning import coming_back, likeness
from casement.rooms.sources.vocabulary import TextRead, WordsHidden, WordsSought

LEAVE_NO_TRACE = "sources.leave_no_trace"
SHORTEST = 2


@command(Action.SOURCES_REDACT)
def redact_words(seat: Seat, *, number: int, words: str, reason: str) -> Redaction:
    """Black out `words`, in any letters, wherever they stand in any text of source `number`. It cannot be undone.

    The texts keep their length, so marks stay on their places. What was quoted follows; the original file is
    sealed from then on. Refused without a reason, or when the words stand nowhere as whole words.
    """
    source = held(seat, number)
    asked = " ".join(words.split())
    if len(asked) < SHORTEST:
        raise Refused("Write the words that are to go, as they stand in the text.", field="words")
    if not reason.strip():
        raise Refused("Say why they are blacked out.", field="reason")
    blacking = Blacking(asked)
    if blacking.of(reason) != reason:
        raise Refused("The reason is kept: write it without the words that are to go.", field="reason")
    texts = list(Version.objects.filter(source=source))
    places = max(len(blacking.places(text.text)) for text in texts)
    if not places:
        raise Refused(
            "These words do not stand in this text as whole words. Copy them as they stand.", field="words"
        )
    word_count, print_of = likeness(asked, key_of(source))
    made = Redaction.objects.create(
        review_id=seat.review,
        number=next_number(Redaction, seat.review),
        source=source,
        length=len(asked),
        word_count=word_count,
        likeness=print_of,
        places=places,
        reason=reason.strip(),
        by_id=seat.person_id,
    )
    made.elsewhere = elsewhere(seat, asked)  # type: ignore[attr-defined]
    black_out_texts(source, texts, blacking)
    black_out_facts(source, blacking)
    black_out_files(source, blacking)
    show_anew(source)
    announce(WordsHidden(seat))
    jobs.later(LOOK_FOR_NAMES, source.pk, seat=seat)
    jobs.later(LEAVE_NO_TRACE, seat=seat)
    return made


def elsewhere(seat: Seat, words: str) -> tuple[str, ...]:
    """What people wrote that holds the same words, which is theirs to put right: kind and number of each."""
    plain = " ".join(words.replace('"', " ").split())
    found = search.find([seat], f'"{plain}"')
    sought = WordsSought(seat, words)
    announce(sought)
    told = [f"{one.kind.replace('_', ' ')} {one.number}" for one in found if one.kind != "source"]
    return tuple(dict.fromkeys([*told, *sought.places]))


def black_out_texts(source: Source, texts: list[Version], blacking: Blacking) -> None:
    """Every text of a source, and the passages taken from it."""
    came_from = {row.pk: text_of(row, texts) for row in FollowedPassage.objects.filter(correction__source=source)}
    for text in texts:
        text.text = blacking.of(text.text)
        text.kept, text.dropped = ([blacking.of(line) for line in lines] for lines in (text.kept, text.dropped))
        text.original_name = blacking.of(text.original_name)
        text.save(update_fields=["text", "kept", "dropped", "original_name"])
        passages = list(Excerpt.objects.filter(version=text).defer("version"))
        for passage in passages:
            passage.quote = text.text[passage.start : passage.end]
        Excerpt.objects.bulk_update(passages, ["quote"], batch_size=500)
    followed = list(FollowedPassage.objects.filter(correction__source=source))
    for row in followed:
        text_then = came_from[row.pk]
        row.quote = text_then.text[row.start : row.end] if text_then else blacking.of(row.quote)
    FollowedPassage.objects.bulk_update(followed, ["quote"], batch_size=500)


def text_of(row: FollowedPassage, texts: list[Version]) -> Version | None:
    """The text in which a passage that followed its words stood then."""
    return next((one for one in texts if one.text[row.start : row.end] == row.quote), None)


def black_out_facts(source: Source, blacking: Blacking) -> None:
    """What is known about a source: its title, file names, speakers, notes of corrections, and proposals."""
    blacken(Source.objects.filter(pk=source.pk), blacking, "title")
    source.title = blacking.of(source.title)
    blacken(Correction.objects.filter(source=source), blacking, "before", "after")
    blacken(TextCorrection.objects.filter(source=source), blacking, "reason")
    blacken(Redaction.objects.filter(source=source), blacking, "reason")
    blacken(Speaker.objects.filter(turns__version__source=source), blacking, "name", "label")
    blacken(Upload.objects.filter(source=source), blacking, "name", "sentence", "folder")
    for upload in Upload.objects.filter(source=source):
        upload.wanted = {key: blacking.of(v) if isinstance(v, str) else v for key, v in upload.wanted.items()}
        upload.save(update_fields=["wanted"])
    taken = set(Mention.objects.filter(source=source).values_list("words", flat=True))
    for mention in Mention.objects.filter(source=source):
        words = blacking.of(mention.words)
        if words != mention.words and (words in taken or not any(char.isalnum() for char in words)):
            mention.delete()
        elif words != mention.words:
            mention.words = words
            mention.save(update_fields=["words"])


def black_out_files(source: Source, blacking: Blacking) -> None:
    """Corrected files that were sent for it: what waits of their text, and what is noted of each."""
    blacken(CorrectedFile.objects.filter(source=source), blacking, "text", "name", "sentence", "reason")
    for file in CorrectedFile.objects.filter(source=source).exclude(text=""):
        file.kept, file.dropped = ([blacking.of(line) for line in lines] for lines in (file.kept, file.dropped))
        file.save(update_fields=["kept", "dropped"])


def key_of(source: Source) -> bytes:
    """The key to the fingerprints of what was blacked out in a source: from the secret of this installation."""
    return salted_hmac("casement.sources.redaction", str(source.pk), algorithm="sha256").digest()


def without_what_was_blacked_out(source: Source, read: TextRead) -> tuple[TextRead, int]:
    """A text that came for a source, with blocks where words stand that were blacked out in it; and how often.

    What is told of the file is kept only where none of these words is in it.
    """
    known: dict[int, list[str]] = {}
    rows = Redaction.objects.filter(source=source).exclude(likeness="")
    for many, print_of in rows.values_list("word_count", "likeness"):
        known.setdefault(many, []).append(print_of)
    if not known:
        return read, 0
    key = key_of(source)
    places = coming_back(read.text, known, key)
    kept, dropped = (
        tuple(line for line in lines if not coming_back(line, known, key)) for lines in (read.kept, read.dropped)
    )
    anchors = tuple(
        (kind, black_out(label, coming_back(label, known, key)), start, end, level, section)
        for kind, label, start, end, level, section in read.anchors
    )
    text = black_out(read.text, places)
    return replace(read, text=text, anchors=anchors, kept=kept, dropped=dropped), len(places)


def blacken(rows: models.QuerySet[models.Model], blacking: Blacking, *columns: str) -> None:
    """Black out text columns of some rows."""
    found = list(rows)
    for row in found:
        for column in columns:
            setattr(row, column, blacking.of(getattr(row, column)))
    rows.model._default_manager.bulk_update(found, columns, batch_size=500)
