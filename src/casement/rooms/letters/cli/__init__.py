"""Letters on the command line."""

from casement.rooms.letters.cli.letters import commands
from casement.rooms.letters.cli.texts import put_text, returned, texts

for each in (texts, put_text, returned):
    commands.add_command(each)
__all__ = ["commands"]
