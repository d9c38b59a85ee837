"""The worked example as one value."""

from collections.abc import Mapping
from dataclasses import dataclass

from casement.example.answered import Responded
from casement.example.beside import Involved, Outside
from casement.example.given import Given
from casement.example.meetings import Met
from casement.example.pieces import (
    Born,
    Chronology,
    Conversation,
    Identity,
    Letter,
    Person,
    Record,
    Request,
    Review,
    SameEvent,
    SentAgain,
    Telling,
)
from casement.example.spent import MarkerSaid, TimeSpent
from casement.example.talks import Talks
from casement.example.tested import Tested
from casement.example.thinking import (
    Answer,
    Episode,
    Expected,
    Finding,
    Mark,
    Narrated,
    OpenCode,
    Pattern,
    Rejected,
    Round,
    Weighed,
)


@dataclass(frozen=True)
class Case:
    """The whole example. `sections` holds the report's hand-written sections as Markdown, by key."""

    review: Review
    people: tuple[Person, ...]
    identities: tuple[Identity, ...]
    records: tuple[Record, ...]
    conversations: tuple[Conversation, ...]
    chronologies: tuple[Chronology, ...]
    open_codes: tuple[OpenCode, ...]
    marks: tuple[Mark, ...]
    rounds: tuple[Round, ...]
    narrative: tuple[Narrated, ...]
    episodes: tuple[Episode, ...]
    rejected: tuple[Rejected, ...]
    patterns: tuple[Pattern, ...]
    findings: tuple[Finding, ...]
    answers: tuple[Answer, ...]
    weighed: tuple[Weighed, ...]
    expected: tuple[Expected, ...]
    tested: Tested
    requests: tuple[Request, ...]
    letters: tuple[Letter, ...]
    talks: Talks
    met: Met
    outside: Outside
    involved: tuple[Involved, ...]
    responded: Responded
    spent: TimeSpent
    markers: tuple[MarkerSaid, ...]
    tellings: tuple[Telling, ...]
    same: tuple[SameEvent, ...]
    born: tuple[Born, ...]
    again: tuple[SentAgain, ...]
    sections: Mapping[str, str]
    given: Given

    @property
    def texts(self) -> dict[str, str]:
        """The words of each record and conversation by slug."""
        records = {record.slug: record.text for record in self.records}
        return records | {conversation.slug: conversation.text for conversation in self.conversations}
