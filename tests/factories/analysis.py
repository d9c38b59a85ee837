"""An analysis to work on, made directly in the tables below it: frameworks, a source with passages, entries."""

from dataclasses import dataclass
from datetime import date

from casement.foundation.access import Role
from casement.rooms.chronology.models import Entry
from casement.rooms.reviews.models import Framework, FrameworkItem, Pin
from casement.rooms.sources.models import Excerpt, Source, Version
from tests.factories.reviews import Cast

FACTORS = (
    ("per.04", "Attention: what else they were doing", "Personal (staff) aspects", "L1"),
    ("wrk.03", "Workload", "Conditions of work", "L1"),
    ("wrk.07", "IT and how screens show things", "Conditions of work", "L1"),
    ("tea.01", "Getting help and advice", "Own team factors", "L1"),
    ("pol.04", "Mandated forms and systems", "Policies, procedures, tools", "L2"),
    ("nat.02", "National targets and inspection", "Wider political context", "L3"),
)
PATTERNS = (
    ("P1", "Tools"),
    ("P2", "Management systems"),
    ("P2.1", "Resource-demand mismatch"),
    ("P3", "Responses to incidents"),
)
TEXT = (
    "Sixty-one came in overnight.\n"
    "You read for the worst thing 🙂 and if it isn’t there you move on.\n"
    "The screen opens on today."
)


@dataclass
class Desk:
    """A review's evidence: one source with a current version, and a way to take up its words."""

    cast: Cast
    source: Source
    version: Version

    def excerpt(self, words: str) -> Excerpt:
        """The words taken up as a passage."""
        start = self.version.text.index(words)
        return passage(self.cast, self.version, start, start + len(words))


def passage(cast: Cast, version: Version, start: int, end: int) -> Excerpt:
    """An excerpt row over these code points."""
    return Excerpt.objects.get_or_create(
        version=version,
        start=start,
        end=end,
        defaults={
            "review": cast.review,
            "number": Excerpt.objects.filter(review=cast.review).count() + 1,
            "quote": version.text[start:end],
            "paragraph": version.text.count("\n", 0, start) + 1,
            "by": cast.person(Role.LEAD),
        },
    )[0]


def pin(cast: Cast) -> None:
    """Frameworks of factors and patterns, pinned by the review."""
    for key, rows in (("factors", FACTORS), ("patterns", [(*row, "", "") for row in PATTERNS])):
        framework = Framework.objects.create(key=key, version=cast.ref)
        for order, (item_id, label, group, level) in enumerate(rows):
            FrameworkItem.objects.create(
                framework=framework, item_id=item_id, label=label, group=group, level=level, order=order
            )
        Pin.objects.create(review=cast.review, framework=framework, by=cast.person(Role.LEAD))


def source(cast: Cast, text: str = TEXT, *, kind: str = "record", title: str = "Duty log", **more) -> Desk:
    """A source with one version, its paragraphs anchored line by line."""
    made = Source.objects.create(
        review=cast.review, number=Source.objects.filter(review=cast.review).count() + 1, kind=kind, title=title,
        agency=cast.agency("Police"), added_by=cast.person(Role.LEAD), **more,
    )  # fmt: skip
    anchors, start = [], 0
    for line in text.split("\n"):
        anchors.append(["paragraph", "", start, start + len(line), 0, ""])
        start += len(line) + 1
    version = Version.objects.create(
        source=made, number=1, text=text, anchors=anchors, media_type="text/plain", by=cast.person(Role.LEAD)
    )
    made.current = version
    made.save()
    return Desk(cast, made, version)


def entry(cast: Cast, event: str = "Referral received, no further action.") -> Entry:
    """A chronology entry of the police."""
    return Entry.objects.create(
        review=cast.review, number=Entry.objects.filter(review=cast.review).count() + 1,
        agency=cast.agency("Police"), event=event, added_by=cast.person(Role.LEAD),
        date_recorded="22/05/24", date_start=date(2024, 5, 22), date_end=date(2024, 5, 22),
    )  # fmt: skip


def desk(cast: Cast) -> Desk:
    """A review ready for analysis: frameworks pinned and one source in."""
    pin(cast)
    return source(cast)
