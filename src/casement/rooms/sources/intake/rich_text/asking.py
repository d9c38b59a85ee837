"""Groups of a Rich Text file that may ask for something outside it."""

from casement.rooms.sources.intake.outside import ask_field, reaching
from casement.rooms.sources.intake.outside.places import is_its_makers

ASKING = frozenset({"fldinst", "template"})


def leaves_behind(group: str, words: str) -> bool:
    """Whether what such a group names stayed where the file was made. `Unreadable` where it would be fetched."""
    if group == "fldinst":
        return ask_field(words)
    if words.strip() and not is_its_makers(words):
        raise reaching("its template")
    return bool(words.strip())
