"""The check before publication, with what the record says beside it: facts, never a verdict."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime

from casement.foundation.access import Seat
from casement.foundation.actions import Action, allows
from casement.foundation.design.day_words import date_words
from casement.foundation.refusals import NotHere
from casement.rooms.proceedings.models import Proceeding
from casement.rooms.proceedings.queries import holds_in_force
from casement.rooms.proceedings.vocabulary import Scope
from casement.rooms.reports.models import Export
from casement.rooms.reports.vocabulary import FINAL, FORMAT_NAMES, CopyState, Edition
from casement.rooms.responses.models import CheckAnswer, Notice, Publication, PublicationCheck, Signature
from casement.rooms.responses.rules.publication import why_not_signed
from casement.rooms.responses.vocabulary import ANSWER_NAMES, KEY, OUTCOME_NAMES, TOLD_NAMES, WAY_NAMES, Told
from casement.rooms.reviews.models import FrameworkItem, GateNote, Pin, Review
from casement.rooms.reviews.rules.frameworks import Item, shipped


@dataclass(frozen=True)
class Asked:
    """One thing that is asked before publication."""

    key: str
    label: str
    group: str
    asks: str


@dataclass(frozen=True)
class ItemAnswer:
    """One answer to one thing, with the role label of whoever gave it."""

    answer: str
    note: str
    by: str
    at: datetime

    @property
    def words(self) -> str:
        """The answer in words."""
        return ANSWER_NAMES[self.answer]


@dataclass(frozen=True)
class ItemView:
    """One thing with its answers, newest first."""

    asked: Asked
    answers: tuple[ItemAnswer, ...]

    @property
    def now(self) -> ItemAnswer | None:
        """The answer that counts."""
        return self.answers[0] if self.answers else None


@dataclass(frozen=True)
class CheckView:
    """One check. `signed` are (label, moment) of those who signed it as it stands; `why_not` stops this person."""

    number: int
    items: tuple[ItemView, ...]
    outcome: str
    reason: str
    look_on: date | None
    signed: tuple[tuple[str, datetime], ...]
    signed_at: datetime | None
    begun: datetime
    why_not: str

    @property
    def outcome_name(self) -> str:
        """What comes of it, in words."""
        return OUTCOME_NAMES.get(self.outcome, "")

    @property
    def left(self) -> int:
        """How many things are not answered."""
        return sum(one.now is None for one in self.items)


@dataclass(frozen=True)
class Fact:
    """A sentence of the record, and where it can be seen."""

    words: str
    path: str = ""


@dataclass(frozen=True)
class NoticeView:
    """That somebody was told beforehand."""

    number: int
    kind_name: str
    whom: str
    on: date
    way_name: str
    text_given: bool
    note: str
    by: str


@dataclass(frozen=True)
class PublicationView:
    """What was published, when and where, with the fingerprints of both files."""

    number: int
    copy: int
    on: date
    where: str
    sha256: str
    response_sha256: str
    by: str


@dataclass(frozen=True)
class Before:
    """Everything that stands before publication, as one seat reads it."""

    now: CheckView | None
    earlier: tuple[CheckView, ...]
    facts: tuple[Fact, ...]
    notices: tuple[NoticeView, ...]
    published: tuple[PublicationView, ...]
    copies: tuple[tuple[str, str], ...]
    held: str
    answered_in_words: str

    @property
    def last(self) -> CheckView | None:
        """The check under way, or the last one that was signed."""
        return self.now or (self.earlier[0] if self.earlier else None)


def version_of(seat: Seat) -> str:
    """The version of the list that this review uses."""
    pinned = Pin.objects.filter(review_id=seat.review, framework__key=KEY).order_by("-pk")
    told = pinned.values_list("framework__version", flat=True).first()
    return told or next(one.version for one in shipped() if one.key == KEY)


def items_of(seat: Seat) -> tuple[Asked, ...]:
    """What is asked before publication; a review that began before the list shipped gets the one that ships now."""
    pin = Pin.objects.filter(review_id=seat.review, framework__key=KEY).order_by("-pk").values("framework_id")[:1]
    rows = list(FrameworkItem.objects.filter(framework_id=pin, retired=False).order_by("order"))
    told: Sequence[FrameworkItem | Item] = rows or [
        item for one in shipped() if one.key == KEY for item in one.items
    ]
    return tuple(Asked(one.item_id, one.label, one.group, one.help) for one in told)


def before_publication(seat: Seat) -> Before:
    """The checks of the review, the record beside them, notices and what was published; twelve queries at most."""
    items = items_of(seat)
    answers: dict[int, dict[str, list[ItemAnswer]]] = {}
    rows = CheckAnswer.objects.filter(check_of__review_id=seat.review).select_related("by").order_by("-pk")
    for row in rows:
        found = answers.setdefault(row.check_of_id, {}).setdefault(row.item, [])
        found.append(ItemAnswer(row.answer, row.note, row.by.role_label, row.at))
    signed: dict[tuple[int, int], list[tuple[int, str, datetime]]] = {}
    for one in Signature.objects.filter(check_of__review_id=seat.review).select_related("by").order_by("pk"):
        signed.setdefault((one.check_of_id, one.edition), []).append((one.person_id, one.by.role_label, one.at))
    checks = [
        _check(seat, row, items, answers.get(row.pk, {}), signed.get((row.pk, row.edition), []))
        for row in PublicationCheck.objects.filter(review_id=seat.review).order_by("-number")
    ]
    notices = _notices(seat)
    copies = _copies(seat)
    in_words = GateNote.objects.filter(review_id=seat.review, gate=KEY).order_by("pk")
    said = in_words.values_list("text", flat=True).first() if not checks else ""
    published = tuple(
        PublicationView(
            row.number, row.export.number, row.on, row.where, row.sha256, row.response_sha256, row.by.role_label
        )
        for row in Publication.objects.filter(review_id=seat.review)
        .select_related("export", "by")
        .order_by("-number")
    )
    holds = [one for one in holds_in_force(seat.review) if one.scope in (Scope.PUBLICATION, Scope.WHOLE_REVIEW)]
    return Before(
        next((one for one in checks if one.signed_at is None), None),
        tuple(one for one in checks if one.signed_at is not None),
        _facts(seat, notices, copies, bool(holds)),
        notices, published, copies, holds[0].told_to(seat) if holds else "", said or "",
    )  # fmt: skip


def item(seat: Seat, key: str) -> tuple[ItemView, bool]:
    """One thing of the check under way, or of the last, and whether it is under way. NotHere for any other."""
    asked = next((one for one in items_of(seat) if one.key == key), None)
    if asked is None:
        raise NotHere
    check = PublicationCheck.objects.filter(review_id=seat.review).order_by("number").last()
    rows = CheckAnswer.objects.filter(check_of=check, item=key).select_related("by").order_by("-pk")
    told = tuple(ItemAnswer(row.answer, row.note, row.by.role_label, row.at) for row in rows)
    return ItemView(asked, told), check is not None and check.signed_at is None


def _check(
    seat: Seat, row: PublicationCheck, items: tuple[Asked, ...], answers: dict[str, list[ItemAnswer]],
    signed: list[tuple[int, str, datetime]],
) -> CheckView:  # fmt: skip
    now = {key: told[0].answer for key, told in answers.items()}
    why = why_not_signed([one.key for one in items], now, row.outcome, {one[0] for one in signed}, seat.person_id)
    return CheckView(
        row.number, tuple(ItemView(one, tuple(answers.get(one.key, ()))) for one in items), row.outcome, row.reason,
        row.look_on, tuple(one[1:] for one in signed), row.signed_at, row.at, why,
    )  # fmt: skip


def _notices(seat: Seat) -> tuple[NoticeView, ...]:
    rows = Notice.objects.filter(review_id=seat.review).select_related("by").order_by("-on", "-number")
    return tuple(
        NoticeView(
            row.number, TOLD_NAMES[row.kind], row.whom, row.on, WAY_NAMES[row.way], row.text_given, row.note,
            row.by.role_label,
        )
        for row in rows
    )  # fmt: skip


def _copies(seat: Seat) -> tuple[tuple[str, str], ...]:
    """Publishable copies that are ready, newest first, as choices."""
    rows = Export.objects.filter(
        report__review_id=seat.review, report__kind=FINAL, edition=Edition.PUBLISHABLE, state=CopyState.READY
    ).order_by("-number")
    return tuple(
        (str(number), f"Copy {number}, {FORMAT_NAMES[form]}, made on {date_words(at.date())}")
        for number, form, at in rows.values_list("number", "format", "at")
    )


def _facts(
    seat: Seat, notices: tuple[NoticeView, ...], copies: tuple[tuple[str, str], ...], holds: bool
) -> tuple[Fact, ...]:
    """What the record says, to those who may know that part of it."""
    told = []
    if allows(seat.standing, Action.PROCEEDINGS_LIST):
        told.append(Fact("Publication is held." if holds else "No hold stands against publication.", "holds/"))
        running = Proceeding.objects.filter(review_id=seat.review, ended_on=None).count()
        many = f"{running} proceedings are" if running != 1 else "1 proceeding is"
        told.append(Fact(f"{many} recorded as running.", "proceedings/"))
    if copies:
        told.append(
            Fact(
                f"{copies[0][1]}, is the newest publishable copy. One is made only when no name of the register "
                "is left in it, and somebody has looked at what else was listed.",
                "report/copies/" if allows(seat.standing, Action.REPORTS_READ) else "",
            )
        )
    else:
        told.append(Fact("No publishable copy of the report has been made.", ""))
    review = Review.objects.filter(pk=seat.review).values("heard_from", "dpia_reference", "dpia_waiver").get()
    if review["dpia_waiver"] and not review["dpia_reference"]:
        told.append(Fact("The reason why there is no data protection assessment is recorded."))
    else:
        dpia = "is" if review["dpia_reference"] else "is not"
        told.append(Fact(f"The reference of a data protection assessment {dpia} recorded."))
    if allows(seat.standing, Action.FAMILY_LIST):
        back = GateNote.objects.filter(review_id=seat.review, gate="family_feedback").order_by("pk").last()
        said = f"was recorded on {date_words(back.at.date())}" if back else "is not recorded"
        told.append(Fact(f"Feedback to the family {said}.", "family/"))
    heard = review["heard_from"]
    told.append(
        Fact(
            f"The case group was heard by {date_words(heard)}."
            if heard
            else "No day is recorded by which the case group was heard."
        )
    )
    for kind in (Told.FAMILY, Told.STAFF):
        some = [one.on for one in notices if one.kind_name == TOLD_NAMES[kind]]
        who = TOLD_NAMES[kind]
        told.append(
            Fact(f"{who}: told beforehand, last on {date_words(max(some))}." if some else f"{who}: no notice yet.")
        )
    return tuple(told)
