"""One letter: what it says, what is still missing, where it stands, and what became of each way it went."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime

from casement.foundation.access import Seat
from casement.foundation.clock import today
from casement.foundation.post import fates_of
from casement.foundation.post.outbox import Fate
from casement.foundation.refusals import NotHere
from casement.rooms.letters.models import Dispatch, Letter
from casement.rooms.letters.queries.recipients import Addressee, addressee, sender
from casement.rooms.letters.queries.stopping import stopped_by
from casement.rooms.letters.queries.texts import Text, text_in_use
from casement.rooms.letters.rules.blocks import Block, blocks_of
from casement.rooms.letters.rules.fields import BY_KEY, Field, printed
from casement.rooms.letters.rules.language import REFERENCE, base, day_in
from casement.rooms.letters.rules.merging import filled, used_in
from casement.rooms.letters.rules.reading_age import Ease, ease_of
from casement.rooms.letters.rules.shipped import shipped
from casement.rooms.letters.rules.standing import State, standing, went
from casement.rooms.letters.vocabulary import REVIEW_WORDS
from casement.rooms.reviews.models import Review


@dataclass(frozen=True)
class Paper:
    """A letter as it is read: its words, language, day and reference."""

    title: str
    blocks: tuple[Block, ...]
    language: str
    day: date
    reference: str
    board: str
    easy: bool

    @property
    def head(self) -> list[str]:
        """What stands above it: whose it is, the day, and the reference to give when answering."""
        told = [self.board] if self.board else []
        day = day_in(self.day, self.language)
        return [*told, day, f"{REFERENCE[base(self.language)]}: {self.reference}"]


@dataclass(frozen=True)
class Way:
    """One way a letter went: to whom, how, and what became of it."""

    label: str
    route: str
    on: date
    state: State
    fate: Fate | None
    read_at: datetime | None
    superseded: bool


@dataclass(frozen=True)
class LetterView:
    """One letter for those who write letters."""

    number: int
    name: str
    key: str
    easy: bool
    language: str
    recipient: str
    state: State
    paper: Paper
    ease: Ease
    asks: tuple[tuple[Field, bool], ...]
    answers: Mapping[str, str]
    missing: tuple[Field, ...]
    reads_here: int
    ways: tuple[Way, ...]
    stopped: str
    wording: int
    sent_at: datetime | None


def row_of(seat: Seat, number: int) -> Letter:
    """The letter with this number in this review, or NotHere."""
    found = Letter.objects.filter(review_id=seat.review, number=number).select_related("review").first()
    if found is None:
        raise NotHere
    return found


def letter(seat: Seat, number: int) -> LetterView:
    """One letter, as far as it is written."""
    row = row_of(seat, number)
    to = addressee(seat, participation_id=row.participation_id, agency_id=row.agency_id)
    ways = ways_of(row)
    state = standing((one.state for one in ways if not one.superseded), thrown_away=row.thrown_away_at is not None)
    told = shipped()[row.key]
    asks: tuple[tuple[Field, bool], ...] = ()
    missing: tuple[str, ...] = ()
    if row.sent_at is not None:
        title, body, wording = row.title, row.body, row.wording
    else:
        text = text_in_use(row.key, row.language)
        title, body, missing = words_of(seat, row, to, text)
        wording = text.number
        used = used_in(text.title, text.body)
        asks = tuple((BY_KEY[key], key not in used.optional) for key in used.fields if BY_KEY[key].asked)
    return LetterView(
        number=row.number, name=told.name, key=row.key, easy=told.easy, language=row.language,
        recipient=row.recipient_label, state=state, paper=paper_of(row, title, body, told.easy), ease=ease_of(body),
        asks=asks, answers=row.answers,
        missing=tuple(BY_KEY[key] for key in missing),
        reads_here=len(to.places), ways=ways,
        stopped="" if row.sent_at or row.thrown_away_at else stopped_by(row), wording=wording, sent_at=row.sent_at,
    )  # fmt: skip


def ways_of(row: Letter) -> tuple[Way, ...]:
    """Each way a letter went, oldest first."""
    rows = list(Dispatch.objects.filter(letter=row).select_related("participation").order_by("pk"))
    fates = fates_of(one.mail_id for one in rows if one.mail_id)
    return tuple(
        Way(
            one.participation.role_label if one.participation else row.recipient_label,
            one.route,
            one.on,
            went(fates[one.mail_id].state if one.mail_id else "", read=one.read_at is not None),
            fates.get(one.mail_id or 0),
            one.read_at,
            one.superseded,
        )
        for one in rows
    )


def words_of(seat: Seat, row: Letter, to: Addressee, text: Text) -> tuple[str, str, tuple[str, ...]]:
    """Title and body of a draft, merged, and the fields that are not filled in yet."""
    values = known(seat, row, to) | {
        key: printed(key, str(words), row.language) for key, words in row.answers.items() if key in BY_KEY
    }
    title, body = filled(text.title, values), filled(text.body, values)
    return title.words, body.words, tuple(dict.fromkeys((*title.missing, *body.missing)))


def known(seat: Seat, row: Letter, to: Addressee) -> dict[str, str]:
    """What Casement fills in by itself."""
    name, role = sender(seat)
    review = row.review
    return {
        "recipient_name": to.name,
        "recipient_role": to.label,
        "recipient_agency": to.agency or "your agency",
        "board": review.board_name or "the board",
        "review": REVIEW_WORDS.get(review.kind, "a review"),
        "reference": review.ref,
        "sender_name": name,
        "sender_role": role,
        "today": printed("today", today().isoformat(), row.language),
    }


def paper_of(row: Letter, title: str, body: str, easy: bool) -> Paper:
    """A letter as it is read and printed."""
    review: Review = row.review
    day = row.sent_on or today()
    return Paper(title, blocks_of(body), row.language, day, f"{review.ref}/{row.number}", review.board_name, easy)


def paper(seat: Seat, number: int) -> Paper:
    """The words of one letter alone, for a file."""
    return letter(seat, number).paper
