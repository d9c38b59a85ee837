"""Turns a report into bytes: a web page, a Word file, a PDF. No queries here: a ReportTree is written out."""

from casement.rooms.reports.exports.copies import Unmade, file_name, names_in_file, write
from casement.rooms.reports.exports.page import fragment, leaf
from casement.rooms.reports.exports.reading import LEAF, Leaf, leaf_read, paragraph

__all__ = [
    "LEAF",
    "Leaf",
    "Unmade",
    "file_name",
    "fragment",
    "leaf",
    "leaf_read",
    "names_in_file",
    "paragraph",
    "write",
]
