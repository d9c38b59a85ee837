"""Dates as people write them: read without guessing, kept as recorded, put in order."""

from casement.foundation.dates.cells import CellValue, read_cell, read_time_cell, with_time
from casement.foundation.dates.describing import describe
from casement.foundation.dates.drafts import Order
from casement.foundation.dates.exchange import from_edtf
from casement.foundation.dates.ordering import SortKey, after, before, earliest, latest, may_overlap, sort_key
from casement.foundation.dates.reading import read_date
from casement.foundation.dates.refusals import Doubt, NotADate
from casement.foundation.dates.times import TimeSpan, read_time
from casement.foundation.dates.uncertain import Precision, UncertainDate

__all__ = [
    "CellValue",
    "Doubt",
    "NotADate",
    "Order",
    "Precision",
    "SortKey",
    "TimeSpan",
    "UncertainDate",
    "after",
    "before",
    "describe",
    "earliest",
    "from_edtf",
    "latest",
    "may_overlap",
    "read_cell",
    "read_date",
    "read_time",
    "read_time_cell",
    "sort_key",
    "with_time",
]
