"""Where a link of a file leads: inside, to the computer or office it was made in, or anywhere else."""

import re

from casement.rooms.sources.intake.extracted import Unreadable

_SENTENCE = (
    "This file fetches {what} when it is opened, which is never done here: open it where it was made, "
    "break that link or save it as PDF, and bring that in."
)
_DRIVE = re.compile(r"/*[a-z][:|][\\/]", re.IGNORECASE)
_MACHINE = re.compile(r"[\\/]{2,4}([^\\/]+)[\\/]")
_OWN_NETWORK = re.compile(r"[a-z][a-z0-9_-]*|[a-z0-9_.-]+\.(?:local|lan|internal)")


def reaching(what: str) -> Unreadable:
    """The refusal of a file that fetches this."""
    return Unreadable(_SENTENCE.format(what=what if " from " in what else f"{what} from elsewhere"))


def is_its_makers(target: str) -> bool:
    """Whether a path can only mean the computer the file was made on, or the network of that office.

    A drive letter, a name beside the file, or a machine whose name the world outside does not know. No reader
    and no program that opens the file later can be led anywhere by it.
    """
    path = target.strip().strip('"')
    if path.lower().startswith("file:"):
        path = path[5:]
        # file:///C:/... and file:///server... stand for a path; file://server/... for a machine.
        path = re.sub(r"^///(?!/)", "", path)
        if not _DRIVE.match(path) and not _MACHINE.match(path):
            return False
    if _DRIVE.match(path):
        return ".." not in path
    if machine := _MACHINE.match(path):
        return _OWN_NETWORK.fullmatch(machine[1].lower()) is not None
    return ":" not in path and not path.startswith(("/", "\\")) and ".." not in path
