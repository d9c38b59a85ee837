"""The reports room on the command line."""

from casement.rooms.reports.cli.against import against, expect, expected, unexpect, unweigh, weigh, weighed
from casement.rooms.reports.cli.follow_on import follow_on
from casement.rooms.reports.cli.report import report
from casement.rooms.reports.cli.rigour import rigour

for each in (against, expect, expected, unexpect, weigh, weighed, unweigh):
    rigour.add_command(each)

commands = (report, follow_on, rigour)
