"""Blind rounds as they are listed and as one is shown. Nothing here tells what anybody marked, or how much."""

from dataclasses import dataclass
from datetime import datetime

from django.db.models import Count, Exists, OuterRef, Q, Value
from django.db.models.functions import Coalesce

from casement.foundation.access import Role, Seat
from casement.foundation.refusals import NotHere
from casement.rooms.coding.models import Coder, Mark, Round, RoundCode, WentThrough
from casement.rooms.coding.rules.rounds import may_close
from casement.rooms.reviews.models import Participation
from casement.rooms.sources.models import Source


@dataclass(frozen=True)
class RoundLine:
    """One round in the list."""

    number: int
    name: str
    opened_at: datetime
    closed_at: datetime | None
    sources: int
    coders: int
    mine: bool


@dataclass(frozen=True)
class Task:
    """A text of a round, for the person who looks. `done` is whether they went through it, `upto` how far (0: all).

    `title` is empty where they may not read it.
    """

    source: int
    title: str
    kind: str
    done: bool
    upto: int


@dataclass(frozen=True)
class CoderLine:
    """Somebody who takes part, and whether they said they are done with every text; nothing else."""

    label: str
    you: bool
    done: bool


@dataclass(frozen=True)
class RoundView:
    """One round. `early` marks of a closed one were made before it was opened; `elsewhere` in another text."""

    number: int
    name: str
    opened_at: datetime
    closed_at: datetime | None
    tasks: tuple[Task, ...]
    codes: tuple[tuple[str, str], ...]
    coders: tuple[CoderLine, ...]
    taking_part: bool
    may_close: bool
    early: int
    elsewhere: int

    @property
    def everybody_done(self) -> bool:
        """Whether all said they are done."""
        return all(coder.done for coder in self.coders)


def rounds(seat: Seat) -> tuple[RoundLine, ...]:
    """Every round of this review, newest first: one query."""
    own = Coder.objects.filter(round=OuterRef("pk"), participation=seat.standing.participation_id)
    rows = Round.objects.filter(review_id=seat.review).annotate(
        sources=Count("texts", distinct=True), people=Count("coders", distinct=True), mine=Exists(own)
    )
    return tuple(
        RoundLine(row.number, row.name, row.opened_at, row.closed_at, row.sources, row.people, row.mine)
        for row in rows
    )


def round_head(seat: Seat, number: int) -> Round:
    """The row of a round; NotHere when there is none."""
    row = Round.objects.filter(review_id=seat.review, number=number).first()
    if row is None:
        raise NotHere
    return row


def codes_of(round_id: int) -> tuple[tuple[str, str], ...]:
    """The codes of a round as ("item:wrk.03", label) pairs in the order they were chosen."""
    rows = RoundCode.objects.filter(round_id=round_id).values_list(
        "item__item_id", "code__number", "item__label", "code__label"
    )
    factors = {label for _, _, label, _ in rows}
    return tuple(
        (f"item:{item}", label) if item else (f"open:{code}", f"{own} (open code)" if own in factors else own)
        for item, code, label, own in rows
    )


def round_view(seat: Seat, number: int) -> RoundView:
    """One round: five queries."""
    row = round_head(seat, number)
    own = WentThrough.objects.filter(text=OuterRef("pk"), coder__participation=seat.standing.participation_id)
    texts = row.texts.annotate(
        readable=Exists(Source.objects.visible_to(seat).filter(pk=OuterRef("source"))),
        upto=Coalesce(own.values("upto")[:1], Value(-1)),
    ).values_list("source__number", "source__title", "source__kind", "readable", "upto")
    tasks = tuple(
        Task(source, title if readable else "", kind, upto >= 0, max(upto, 0))
        for source, title, kind, readable, upto in texts
    )
    people = row.coders.annotate(n=Count("done")).order_by("participation__number")
    coders = tuple(
        CoderLine(label, who == seat.standing.participation_id, n == len(tasks))
        for label, who, n in people.values_list("participation__role_label", "participation", "n")
    )
    early = row.coders.aggregate(n=Count("marks", filter=Q(marks__early=True)))["n"]
    return RoundView(
        number=number,
        name=row.name,
        opened_at=row.opened_at,
        closed_at=row.closed_at,
        tasks=tasks,
        codes=codes_of(row.pk),
        coders=coders,
        taking_part=any(coder.you for coder in coders),
        may_close=row.closed_at is None
        and may_close(
            everybody_done=all(coder.done for coder in coders),
            is_lead=seat.standing.role is Role.LEAD,
            opened_it=row.by_id == seat.person_id,
        ),
        early=early,
        elsewhere=row.elsewhere,
    )


def could_take_part(seat: Seat) -> tuple[tuple[str, str], ...]:
    """Leads and team with an account, as (number of the place, role label)."""
    rows = Participation.objects.filter(
        review_id=seat.review, role__in=(Role.LEAD, Role.TEAM), ended_at=None, person__isnull=False
    )
    return tuple((str(number), label) for number, label in rows.values_list("number", "role_label"))


def could_be_marked(seat: Seat) -> tuple[tuple[str, str], ...]:
    """Sources with a text that this seat may read, as (number, number and title)."""
    rows = Source.objects.visible_to(seat).exclude(current=None).values_list("number", "title")
    return tuple((str(number), f"{number} {title}") for number, title in rows)


def open_round_on(seat: Seat, source: int) -> tuple[int, int] | None:
    """The open round that a source is in, and how many codes it is about; None when there is none."""
    rows = Round.objects.filter(review_id=seat.review, closed_at=None, texts__source__number=source)
    told = rows.annotate(n=Count("codes")).values_list("number", "n").first()
    return (told[0], told[1]) if told else None


def not_walled(seat: Seat) -> Q:
    """Excerpts, but for those that are there only because somebody marked them behind the wall of an open round.

    One that this person made, or that carries a mark they may see, is not walled. Whether any round is open at all
    is asked first, and once: most of the time that is the answer.
    """
    on_it = Q(excerpt=OuterRef("pk"))
    hidden, seen = Mark.objects.behind_the_wall(seat).filter(on_it), Mark.objects.past_the_wall(seat).filter(on_it)
    open_ones = Exists(Round.objects.filter(closed_at=None))
    return ~open_ones | Q(by_id=seat.person_id) | Exists(seen) | ~Exists(hidden)
