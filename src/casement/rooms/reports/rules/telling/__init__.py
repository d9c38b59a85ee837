"""Tells the report: written sections and live references become a ReportTree."""

from casement.rooms.reports.rules.telling.whole import Written, report_tree, section_tree

__all__ = ["Written", "report_tree", "section_tree"]
