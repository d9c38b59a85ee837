"""Every way the reports change."""

from casement.rooms.reports.commands.comments import (
    answer_comment,
    keep_comment,
    send_comment,
    take_back_comment,
    tell_comment,
    tie_comment,
)
from casement.rooms.reports.commands.copies import MAKE, copy_failed, export_report, keep_copy, let_go_of_copies
from casement.rooms.reports.commands.issuing import (
    change_days,
    erase_editions,
    issue_follow_on,
    let_go_of_editions,
    take_back_follow_on,
)
from casement.rooms.reports.commands.sections import (
    edit_follow_on,
    edit_section,
    reset_follow_on,
    reset_section,
    settle_follow_on,
    settle_section,
    start_follow_on,
    start_report,
)
from casement.rooms.reports.commands.wording import keep_wording

__all__ = [
    "MAKE",
    "answer_comment",
    "change_days",
    "copy_failed",
    "edit_follow_on",
    "edit_section",
    "erase_editions",
    "export_report",
    "issue_follow_on",
    "keep_comment",
    "keep_copy",
    "keep_wording",
    "let_go_of_copies",
    "let_go_of_editions",
    "reset_follow_on",
    "reset_section",
    "send_comment",
    "settle_follow_on",
    "settle_section",
    "start_follow_on",
    "start_report",
    "take_back_comment",
    "take_back_follow_on",
    "tell_comment",
    "tie_comment",
]
