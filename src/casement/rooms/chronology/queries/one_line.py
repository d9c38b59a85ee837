"""All accounts in one line, for those who want that too: in the order of time, and what such a line leaves out."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from django.db.models import Count, Q

from casement.foundation.access import Seat
from casement.foundation.dates import Precision
from casement.rooms.chronology.models import Entry
from casement.rooms.chronology.queries.chronologies import own
from casement.rooms.chronology.queries.entries import EntryLine
from casement.rooms.chronology.queries.reaching import readable
from casement.rooms.chronology.queries.same import readable_pairs
from casement.rooms.chronology.queries.strands import lines
from casement.rooms.chronology.rules.one_line import Said, Together, together
from casement.rooms.chronology.vocabulary import Answer
from casement.rooms.reviews.models import Agency

MOMENTS, AT_ONCE = 40, 2000
EXACT = ("", str(Precision.MINUTE), str(Precision.PART_OF_DAY), str(Precision.DAY))
DATED = Q(date_start__isnull=False) | Q(date_end__isnull=False)
DOUBT = Q(date_edtf__regex=r"[~?%]") | ~Q(date_precision__in=EXACT)

COLUMNS = (
    "Place in the line", "Date", "Date as recorded", "Agency", "What was recorded", "Action, or why none",
    "Who was present", "Source record", "The agency’s own analysis", "Entry", "Said to be one event with entries",
    "What was said of the accounts",
)  # fmt: skip


@dataclass(frozen=True)
class Moment:
    """One account, or several that people said are of one event, each in its own words."""

    accounts: tuple[EntryLine, ...]
    said: tuple[Said, ...] = ()

    @property
    def words(self) -> str:
        """What was said of the accounts, if there are several."""
        if len(self.accounts) < 2:
            return ""
        differ = any(each.differ for each in self.said)
        return "Said to be the same event; the accounts differ" if differ else "Said to be the same event"


@dataclass(frozen=True)
class OneLine:
    """One page of the line. `undated` and `doubtful` count entries; `silent` are agencies without an entry."""

    moments: tuple[Moment, ...]
    total: int
    page: int
    last: int
    undated: int
    doubtful: int
    silent: tuple[str, ...]


def one_line(seat: Seat, page: int = 1, size: int = MOMENTS) -> OneLine:
    """What this seat may read, as one line; an event that several told stands where its first account stands."""
    groups = said_to_be_one(seat)
    later = [number for each in groups for number in each.entries[1:]]
    there = Entry.objects.filter(readable(seat), removed_at=None)
    counts = there.aggregate(
        dated=Count("pk", filter=DATED),
        undated=Count("pk", filter=~DATED),
        doubtful=Count("pk", filter=DATED & DOUBT),
    )
    total = counts["dated"] - len(later)
    last = max(1, -(-total // size))
    page = min(max(1, page), last)
    firsts = lines(seat, DATED & ~Q(number__in=later), (page - 1) * size, size) if total else ()
    silent = Agency.objects.filter(own(seat)).exclude(pk__in=there.order_by().values("agency"))
    return OneLine(
        tuple(moments(seat, firsts, groups)), total, page, last, counts["undated"], counts["doubtful"],
        tuple(silent.order_by("number").values_list("name", flat=True)),
    )  # fmt: skip


def whole_line(seat: Seat) -> Iterator[Moment]:
    """Every moment, some thousands at a time; entries without a date stand last."""
    groups = said_to_be_one(seat)
    later = [number for each in groups for number in each.entries[1:]]
    start = 0
    while firsts := lines(seat, ~Q(number__in=later), start, AT_ONCE):
        yield from moments(seat, firsts, groups)
        start += AT_ONCE


def said_to_be_one(seat: Seat) -> list[Together]:
    """Dated entries that people said are of one event, each group in the order of the line; one query."""
    sides = [f"{side}__{name}" for side in ("first", "second")
             for name in ("number", "date_start", "date_end", "date_time")]  # fmt: skip
    rows = readable_pairs(seat).filter(answer__in=(Answer.SAME, Answer.CONFLICTING)).values_list(
        "number", "answer", *sides
    )  # fmt: skip
    places, said = {}, []
    for pair, answer, *both in rows:
        for number, start, end, at in (both[:4], both[4:]):
            first = start or end
            places[number] = (first is None, str(first), str(at or ""), str(end or "9999"), number)
        said.append(Said(both[0], both[4], answer == Answer.CONFLICTING, pair))
    dated = [each for each in said if not places[each.first][0] and not places[each.second][0]]
    return [Together(tuple(sorted(group.entries, key=places.__getitem__)), group.said) for group in together(dated)]


def moments(seat: Seat, firsts: tuple[EntryLine, ...], groups: list[Together]) -> Iterator[Moment]:
    """These accounts with those that stand beside them; one query, or none."""
    here = {each.number for each in firsts}
    told = {group.entries[0]: group for group in groups if group.entries[0] in here}
    numbers = [number for group in told.values() for number in group.entries[1:]]
    beside = {each.number: each for each in lines(seat, Q(number__in=numbers), 0, len(numbers))} if numbers else {}
    for each in firsts:
        group = told.get(each.number)
        if group is None:
            yield Moment((each,))
        else:
            yield Moment((each, *(beside[n] for n in group.entries[1:] if n in beside)), group.said)


def account_rows(moments: Iterator[Moment]) -> Iterator[list[str | int]]:
    """The rows of the file. Accounts of one event stand below each other with the same place."""
    for place, moment in enumerate(moments, 1):
        numbers = [each.number for each in moment.accounts]
        for each in moment.accounts:
            others = ", ".join(str(number) for number in numbers if number != each.number)
            yield [
                place, each.when, each.recorded, each.agency, each.event, each.action, each.present,
                each.source_record, each.analysis, each.number, others, moment.words,
            ]  # fmt: skip
