"""A review far enough on for a report: one chosen episode, one finding in the report, names to keep out."""

from dataclasses import dataclass

from casement.foundation.access import Role
from casement.rooms.analysis import commands as analyse
from casement.rooms.reports import commands
from casement.rooms.reviews.models import Identity
from casement.rooms.sources.models import Source
from tests.factories.analysis import Desk, desk, entry, source
from tests.factories.reviews import Cast

NAME = "Corisande Thrupwell-Aske"
SAID = "I thought it was the same call as the week before, so I closed it and went on to the next."


@dataclass
class Written:
    """What was made, by number: the source desk, statements, the finding."""

    cast: Cast
    at: Desk
    account: int
    episode: int
    finding: int
    entry: int
    conversation: int

    def edition(self, key: str) -> int:
        """The present edition of a section."""
        from casement.rooms.reports import queries

        return queries.desk(self.cast.seat()).editions[key]

    def write(self, key: str, text: str) -> None:
        """Write a section over what stands."""
        commands.edit_section(self.cast.seat(), key=key, text=text, based_on=self.edition(key))


def identify(cast: Cast) -> None:
    """A name that must never be published, behind a pseudonym."""
    Identity.objects.create(
        review=cast.review, number=Identity.objects.filter(review=cast.review).count() + 1, label="Mother",
        kind="family", names=[NAME, "Corrie"],
    )  # fmt: skip


def analysed(cast: Cast) -> Written:
    """An analysis with one episode and one finding in the report; no report yet."""
    at = desk(cast)
    seat = cast.seat()
    identify(cast)
    worker = cast.seat(Role.CASE_GROUP).standing.participation_id
    talk = source(cast, SAID, kind="conversation", title="Conversation 1", participation_id=worker)
    noted = entry(cast)
    role = 3  # the case group member's participation, in the cast's order
    episode = analyse.propose_episode(
        seat, title="One notification among sixty", why="Two services held pieces.", began="3 March 2024",
        strands=[1], roles=[role],
    )  # fmt: skip
    account = analyse.write_statement(
        seat, owner="episode", number=episode.number, part="account", text="The duty officer took it for a repeat.",
        about=role,
    )  # fmt: skip
    analyse.cite(seat, statement=account.number, source=1, paragraph=1, words="Sixty-one came in overnight.")
    analyse.cite(seat, statement=account.number, entry=noted.number)
    reason = analyse.write_statement(
        seat, owner="episode", number=episode.number, part="local_rationality", text="There were sixty others.",
        about=role,
    )  # fmt: skip
    start = SAID.index("I thought")
    analyse.cite(seat, statement=reason.number, source=talk.source.number, start=start, end=start + 30,
                 quote=SAID[start : start + 30])  # fmt: skip
    analyse.choose_episode(seat, number=episode.number, reason="It set the course.")
    finding = analyse.propose_finding(
        seat, title="Screens that open on today hide a run of calls", primary="P1", direction="weakness",
        episodes=[episode.number],
    )  # fmt: skip
    for part in ("in_case", "underlying", "implications", "prevalence"):
        said = f"What we say of {part}."
        analyse.write_statement(seat, owner="finding", number=finding.number, part=part, text=said)
    analyse.ask_board(seat, finding=finding.number, text="Who sees a run of calls?",
                      response_kind="clear_solution", level="agency")  # fmt: skip
    for to in ("drafted", "tested_with_case_group", "agreed_by_team", "in_report"):
        analyse.move_finding(seat, number=finding.number, to=to)
    return Written(cast, at, account.number, episode.number, finding.number, noted.number, talk.source.number)


def reported(cast: Cast) -> Written:
    """The same, with the report started."""
    made = analysed(cast)
    commands.start_report(cast.seat())
    return made


def forbid_quoting(made: Written, use: str) -> None:
    """The conversation may not be quoted any more."""
    from casement.rooms.sources.models import Excerpt

    talk = Source.objects.get(review=made.cast.review, number=made.conversation)
    Excerpt.objects.filter(version__source=talk).update(use=use)
