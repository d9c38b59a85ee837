"""The report of an exchange as a table of comma separated values."""

import csv
import io
from collections.abc import Iterable

from casement.rooms.coding.rules.exchange.items import KIND_NAMES, OUTCOME_NAMES, Item

HEADINGS = ("Kind", "Name", "Outcome", "What became of it", "Number here", "Identifier in the file")
_FORMULA = ("=", "+", "-", "@", "\t", "\r")


def report_csv(direction: str, items: Iterable[Item]) -> bytes:
    """One row for each thing of the file. Cells that a spreadsheet would take for a formula are quoted."""
    out = io.StringIO()
    writer = csv.writer(out, quoting=csv.QUOTE_ALL, lineterminator="\r\n")
    writer.writerow(HEADINGS)
    names = OUTCOME_NAMES[direction]
    for each in items:
        thing = "" if each.thing is None else str(each.thing)
        row = (KIND_NAMES[each.kind], each.name, names[each.outcome], each.sentence, thing, each.guid)
        writer.writerow([f"'{cell}" if cell.startswith(_FORMULA) else cell for cell in row])
    return out.getvalue().encode("utf-8-sig")
