"""The reports room on the command line."""

from casement.rooms.reports.cli.report import report
from casement.rooms.reports.cli.rigour import rigour

commands = (report, rigour)
