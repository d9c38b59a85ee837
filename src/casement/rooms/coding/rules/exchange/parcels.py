"""A source made ready to come in: its text as it is stored, its passages placed, and what is said about it."""

from collections.abc import Iterator
from dataclasses import dataclass

from casement.rooms.coding.rules.exchange.attributes import Attributes
from casement.rooms.coding.rules.exchange.counting import Counting
from casement.rooms.coding.rules.exchange.placing import Placed, placed, stored_text
from casement.rooms.coding.rules.exchange.telling import NOBODY, note_places
from casement.rooms.coding.rules.exchange.values import Note, Project, Source
from casement.rooms.sources.rules.names import title_of
from casement.rooms.sources.vocabulary import TextRead

MEDIA = {"picture": "picture", "audio": "sound recording", "video": "film"}
NO_MEDIA = "Casement holds texts; this is a {what}. Write up what it says and bring in the text."


@dataclass(frozen=True)
class About:
    """What has to be known of the whole file to bring in one of its sources."""

    origin: str
    users: dict[str, str]
    codes: dict[str, str]
    notes: dict[str, tuple[Note, ...]]
    lines: dict[str, list[str]]

    def who(self, *guids: str) -> str:
        """The name of the first of these people that the file names."""
        return next((name for guid in guids if (name := self.users.get(guid))), NOBODY)[:120]


@dataclass(frozen=True)
class Parcel:
    """One source with its text and passages; `refusal` says why it cannot come in."""

    source: Source
    title: str
    read: TextRead
    passages: tuple[Placed, ...]
    refusal: str = ""


def about(project: Project, told: Attributes) -> About:
    """What has to be known of the whole file."""
    return About(
        project.origin,
        {user.guid: user.name or NOBODY for user in project.users},
        {code.guid: code.name for code in project.codes},
        note_places(project),
        told.of_source,
    )


def parcels(project: Project, counting: Counting) -> Iterator[Parcel]:
    """The sources of a file, each made ready."""
    for source in project.sources:
        title = source.name[:200] or title_of(source.file or "Untitled")
        refusal = NO_MEDIA.format(what=MEDIA[source.kind]) if source.kind in MEDIA else source.trouble
        if refusal or not source.text.strip():
            yield Parcel(source, title, TextRead("", "", ()), (), refusal or "There is no text in it.")
        else:
            yield Parcel(source, title, stored_text(source), tuple(placed(source, counting)))
