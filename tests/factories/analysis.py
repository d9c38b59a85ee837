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
            "shown": version.text[start:end],
            "paragraph": version.text.count("\n", 0, start) + 1,
            "by": cast.person(Role.LEAD),
        },
    )[0]


def pin(cast: Cast) -> None:
    """Frameworks of factors and patterns, pinned by the review, unless it has pinned some already."""
    if Pin.objects.filter(review=cast.review).exists():
        return
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


def furnish(cast: Cast, word: str) -> None:
    """An analysis with something in every place, each text holding a word that must never leak."""
    whole(cast, word=word)


def whole(cast: Cast, *, episodes: int = 1, word: str = "") -> Desk:
    """An analysis with something in every place: chosen episodes, factor uses, a pattern, a finding."""
    from casement.rooms.analysis import commands
    from casement.rooms.analysis.vocabulary import Cite

    at = desk(cast)
    seat = cast.seat()
    log = Cite(excerpt=at.excerpt("Sixty-one").number)
    screen = Cite(excerpt=at.excerpt("The screen").number)
    entry(cast)
    for place in range(1, episodes + 1):
        commands.propose_episode(
            seat, title=f"One notification, {place} {word}".strip(), why=f"Two services held pieces. {word}",
            began="22 May 2024", until="about 24 May 2024", strands=[1, 2], roles=[3], cites=[log],
        )  # fmt: skip
        commands.choose_episode(seat, number=place)
        for part, words, about in (
            ("account", "It read like a loud row.", 3),
            ("local_rationality", "The form shows one incident at a time.", 3),
            ("appraisal", "It met the guidance of the time.", None),
            ("enablers", "The officer looked in on the child.", None),
            ("counter", "Histories were read on busier mornings.", None),
            ("gaps", "Who opened the inbox that week.", None),
            ("hunch", "Single incidents are answered.", None),
        ):
            made = commands.write_statement(
                seat, owner="episode", number=place, part=part, text=f"{words} {word}".strip(), about=about
            )
            commands.cite(seat, statement=made.number, entry=1)
        commands.set_appraisal(
            seat, number=place, tendency="mixed", standard="Threshold guidance, 2022",
            standard_applied="Yes, and known.", hindsight_check="One form.", outcome_check="Yes.",
        )  # fmt: skip
        commands.set_wider_significance(seat, number=place, category="P3")
        commands.set_confidence(seat, owner="episode", number=place, word="indicated", reason="Two agree.")
        for item_id, influence in (
            ("wrk.03", "makes_problematic_practice_more_likely"),
            ("tea.01", "supports_good_practice"),
        ):
            commands.add_factor_use(
                seat, episode=place, item_id=item_id, influence=influence,
                how=f"It bore on {item_id}, {place} {word}".strip(),
                account_of=3, importance="The first thing", cites=[screen],
            )  # fmt: skip
        commands.record_search(
            seat,
            owner="episode",
            number=place,
            looked_for="A quiet morning",
            looked_where="The rota",
            found="Nothing",
        )
    uses = list(range(1, 2 * episodes + 1))
    commands.gather_pattern(
        seat,
        title="One at a time",
        uses=uses,
        primary="P3",
        secondary=["P2"],
        statement="Single incidents are read.",
    )
    for part in ("another_person", "elsewhere", "still_so"):
        commands.write_statement(seat, owner="pattern", number=1, part=part, text="Yes, by three accounts.")
    commands.propose_finding(
        seat, title=f"Notifications are read one at a time, so change stays out of view {word}".strip(), pattern=1
    )
    for part in ("in_case", "underlying", "prevalence", "implications", "summary"):
        made = commands.write_statement(
            seat, owner="finding", number=1, part=part, text=f"Words on {part}. {word}".strip()
        )
        commands.cite(seat, statement=made.number, excerpt=log.excerpt)
        commands.cite(
            seat, statement=made.number, excerpt=screen.excerpt, side="against", note="It does not weaken it."
        )
    for number in range(1, episodes + 1):
        commands.add_prevalence(
            seat, finding=1, numerator=30 + number, denominator=48, unit="notifications", source_kind="audit"
        )
        commands.ask_board(
            seat, finding=1, text=f"Does the board know, {number}? {word}", response_kind="further_research",
            level="local_multi_agency",
        )  # fmt: skip
    commands.add_prevalence(seat, finding=1, not_known=True, would_need="The same audit elsewhere")
    commands.record_search(
        seat, owner="finding", number=1, looked_for="Histories read together", looked_where="All logs", found="One"
    )
    commands.set_confidence(seat, owner="finding", number=1, word="indicated", reason="Three teams agree.")
    return at
