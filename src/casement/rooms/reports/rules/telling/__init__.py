"""Tells the report: written sections and live references become a ReportTree."""

from casement.rooms.reports.rules.telling.whole import Written, method_tree, report_tree, section_tree

__all__ = ["Written", "method_tree", "report_tree", "section_tree"]
