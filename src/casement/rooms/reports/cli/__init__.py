"""The reports room on the command line."""

from casement.rooms.reports.cli.against import against, unweigh, weigh, weighed
from casement.rooms.reports.cli.follow_on import follow_on
from casement.rooms.reports.cli.report import report
from casement.rooms.reports.cli.rigour import rigour

for each in (against, weigh, weighed, unweigh):
    rigour.add_command(each)

commands = (report, follow_on, rigour)
