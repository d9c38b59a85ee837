"""Every way the report changes."""

from casement.rooms.reports.commands.copies import MAKE, copy_failed, export_report, keep_copy, let_go_of_copies
from casement.rooms.reports.commands.sections import (
    edit_section,
    reset_section,
    settle_section,
    start_report,
)
from casement.rooms.reports.commands.wording import keep_wording

__all__ = [
    "MAKE",
    "copy_failed",
    "edit_section",
    "export_report",
    "keep_copy",
    "keep_wording",
    "let_go_of_copies",
    "reset_section",
    "settle_section",
    "start_report",
]
