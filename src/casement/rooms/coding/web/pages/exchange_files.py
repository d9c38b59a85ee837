"""Files of an exchange to save: its report as a table, and the file that came or goes."""

from casement.foundation.access import Seat
from casement.foundation.web import Download
from casement.rooms.coding import exports, queries

MEDIA = {".qdpx": "application/zip", ".qde": "application/xml", ".qdc": "application/xml"}


def table(seat: Seat, number: int) -> Download:
    """Every line of the report, for a program or a spreadsheet."""
    told, items = queries.every_item(seat, number)
    return Download(f"exchange-{number}-report.csv", "text/csv", exports.report_csv(told.direction, items))


def file(seat: Seat, number: int) -> Download:
    """The file itself."""
    told, content = queries.exchanged_file(seat, number)
    ending = next((one for one in MEDIA if told.name.lower().endswith(one)), "")
    return Download(told.name, MEDIA.get(ending, "application/octet-stream"), content)
