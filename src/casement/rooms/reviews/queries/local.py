"""What this installation decided about the matrix: read once in each process after each change."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime

from casement.foundation.access import COLUMNS, MATRIX, ROLE_NAMES, SUBJECT_NAMES, Local, Role, Seat, Subject, cell
from casement.foundation.local_rights import choices, in_words, why_fixed
from casement.foundation.memory import Memory
from casement.rooms.reviews.models import LocalRight

# Under the mark of the last change, which no other change ever has; so no process is told a table of before.
KEPT: Memory[Local] = Memory(16)


@dataclass(frozen=True)
class Change:
    """One cell that was changed: when, by whom, from what to what, and why."""

    at: datetime
    by: str
    subject: str
    column: str
    was: str
    cell: str
    reason: str


@dataclass(frozen=True)
class Right:
    """One cell: what came with Casement, what stands now, what a site may choose, or why it may not."""

    subject: Subject
    column: Role
    column_name: str
    default: str
    now: str
    choices: tuple[str, ...]
    fixed: str

    @property
    def changed(self) -> bool:
        """Whether something else stands here than came with Casement."""
        return self.default != self.now

    @property
    def subject_name(self) -> str:
        """What it is about."""
        return SUBJECT_NAMES[self.subject]

    @property
    def now_words(self) -> str:
        """What they may do, as the end of a sentence."""
        return in_words(self.now)

    @property
    def default_words(self) -> str:
        """What they could do as it came, as the end of a sentence."""
        return in_words(self.default)


def local_rights(mark: str | None) -> Local:
    """What was decided up to the change with this mark; nothing before the first."""
    return KEPT.once(mark, lambda: told_by(mark)) if mark else ()


def told_by(mark: str) -> Local:
    """The cells that differ from the matrix, as they stood after this change."""
    upto = LocalRight.objects.filter(mark=mark).values("pk")
    rows = LocalRight.objects.filter(pk__lte=upto).order_by("pk").values_list("subject", "column", "cell")
    last = {(subject, column): told for subject, column, told in rows}
    return tuple(
        (subject, column, told)
        for (subject, column), told in sorted(last.items())
        if told in choices(Subject(subject), Role(column)) and told != cell(Role(column), Subject(subject))
    )


def current() -> Local:
    """What is decided now, for what has no seat in a review."""
    return local_rights(LocalRight.objects.order_by("-pk").values_list("mark", flat=True).first())


def column_name(column: Role) -> str:
    """The roles of a column in words."""
    return next(" or ".join(ROLE_NAMES[role] for role in roles) for roles in COLUMNS if roles[0] is column)


def rights_of(local: Local) -> Iterator[tuple[str, tuple[Right, ...]]]:
    """Every row of the matrix: what it is about, and its cells."""
    for subject in MATRIX:
        yield SUBJECT_NAMES[subject], tuple(right_at(subject, roles[0], local) for roles in COLUMNS)


def right_at(subject: Subject, column: Role, local: Local) -> Right:
    """One cell."""
    return Right(
        subject,
        column,
        column_name(column),
        cell(column, subject),
        cell(column, subject, local),
        choices(subject, column),
        why_fixed(subject, column),
    )


def changes(seat: Seat) -> tuple[Change, ...]:
    """Every change of the matrix, newest first. For those who may make one: it names people."""
    rows = LocalRight.objects.order_by("-pk").values_list(
        "at", "by__name", "subject", "column", "was", "cell", "reason"
    )
    return tuple(
        Change(
            at,
            by,
            SUBJECT_NAMES[Subject(subject)],
            column_name(Role(column)),
            in_words(was),
            in_words(told),
            reason,
        )
        for at, by, subject, column, was, told, reason in rows
    )
