"""How usual a finding is: figures with their denominator, or an honest "not known"."""

from casement.foundation.access import Seat
from casement.foundation.actions import Action
from casement.foundation.changes import command, next_number
from casement.foundation.clock import now
from casement.foundation.refusals import Refused
from casement.rooms.analysis.commands.rows import one_of, row, said
from casement.rooms.analysis.models import Finding, Prevalence
from casement.rooms.analysis.vocabulary import FigureSource

BOTH_NUMBERS = "Give both numbers, such as 31 of 48, or say that it is not known."


@command(Action.ANALYSIS_WRITE)
def add_prevalence(
    seat: Seat,
    *,
    finding: int,
    not_known: bool = False,
    would_need: str = "",
    numerator: int | None = None,
    denominator: int | None = None,
    unit: str = "",
    population: str = "",
    geography: str = "",
    period: str = "",
    source_kind: str = "",
    reference: str = "",
    obtained: str = "",
    limits: str = "",
) -> Prevalence:
    """Say how usual and widespread a finding is. "Not known" is an answer, with what it would take to know.

    Refused for a number without its denominator, for more than there were, and for a figure without its source.
    What was told but not counted needs `obtained` in place of the numbers.
    """
    holder = row(Finding, seat, finding)
    if not_known:
        said(would_need, "Say what it would take to know.", field="would_need")
        numerator = denominator = None
    else:
        counted(numerator, denominator, obtained)
        one_of(FigureSource, source_kind, "Say where the figure comes from.", field="source_kind")
    values = {
        "not_known": not_known,
        "would_need": would_need.strip(),
        "numerator": numerator,
        "denominator": denominator,
        "unit": unit.strip(),
        "population": population.strip(),
        "geography": geography.strip(),
        "period": period.strip(),
        "source_kind": source_kind,
        "reference": reference.strip(),
        "obtained": obtained.strip(),
        "limits": limits.strip(),
    }
    twin = Prevalence.objects.filter(finding=holder, removed_at=None, **values).first()
    return twin or Prevalence.objects.create(
        review_id=seat.review, number=next_number(Prevalence, seat.review), finding=holder, **values
    )


def counted(numerator: int | None, denominator: int | None, obtained: str) -> None:
    """Refuse a figure that cannot be read as "so many of so many"."""
    if numerator is None and denominator is None and obtained.strip():
        return
    if numerator is None or denominator is None:
        raise Refused(BOTH_NUMBERS, field="numerator")
    if numerator < 0 or denominator < 1:
        raise Refused("A count cannot be below nought, and it must be out of at least one.", field="denominator")
    if numerator > denominator:
        raise Refused(f"{numerator} of {denominator} cannot be. Check both numbers.", field="numerator")


@command(Action.ANALYSIS_WRITE)
def remove_prevalence(seat: Seat, *, number: int) -> Prevalence:
    """Take a figure off its finding."""
    figure = row(Prevalence, seat, number)
    figure.removed_at = figure.removed_at or now()
    figure.save(update_fields=["removed_at"])
    return figure
