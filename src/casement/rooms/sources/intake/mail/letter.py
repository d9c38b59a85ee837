"""One e-mail as plain values, and how it is written down."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from casement.rooms.sources.intake import web_page
from casement.rooms.sources.intake.extracted import Extracted, Inside
from casement.rooms.sources.intake.formats import BY_KEY
from casement.rooms.sources.intake.running_text import RunningText
from casement.rooms.sources.intake.tally import attachments_said, carried_said

DEEPEST = 5
MOST_FILES = 500

LOCKED_MAIL = (
    "This e-mail is encrypted: open it in the mail program it was sent to, save it without encryption "
    "or as PDF, and bring that in."
)


@dataclass(slots=True)
class Letter:
    """An e-mail. `words` are (text, whether it is a web page); `pictures` stand in its text and say nothing.

    `notes` are sentences on how its letters were read.
    """

    fields: list[tuple[str, str]] = field(default_factory=list)
    words: list[tuple[str, bool]] = field(default_factory=list)
    files: list[Inside] = field(default_factory=list)
    inner: list[Letter] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)
    pictures: int = 0

    def all(self) -> Iterator[Letter]:
        """This letter and those attached to it, each before what is attached to it in turn."""
        yield self
        for letter in self.inner:
            yield from letter.all()


def written(letter: Letter, key: str, left: list[str]) -> Extracted:
    """The text of a letter of the format `key`. `left` names what was attached too deep or too often."""
    text = RunningText()
    files: list[Inside] = []
    for number, one in enumerate(letter.all(), 1):
        with text.span("mail", f"e-mail {number}"):
            head = "\n".join(f"{name}: {words}" for name, words in one.fields if words)
            text.block("header", f"head of e-mail {number}", head)
            for words, is_page in one.words:
                if is_page:
                    web_page.write(words, text)
                else:
                    text.verbatim(words)
        text.kept += [note for note in one.notes if note not in text.kept]
        text.tally["inner_mail"] += number > 1
        text.tally["picture"] += one.pictures
        files += one.files
    left = left + [file.name for file in files[MOST_FILES:]]
    files = files[:MOST_FILES]
    if files:
        text.kept.append(carried_said([file.name for file in files]))
    if left:
        text.dropped.append(attachments_said(left))
    return text.finish(BY_KEY[key].media_type, tuple(files))
