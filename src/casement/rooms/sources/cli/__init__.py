"""The sources room on the command line."""

from casement.rooms.sources.cli.corrected import corrected
from casement.rooms.sources.cli.requests import commands as request
from casement.rooms.sources.cli.sources import commands as source

source.add_command(corrected)
commands = (source, request)
