"""A name planted wherever words of a source go, and hidden afterwards."""

from casement.foundation import jobs
from casement.foundation.access import Role
from casement.rooms.analysis import commands as analysis
from casement.rooms.coding import commands as coding
from casement.rooms.reports import commands as reports
from casement.rooms.reviews import commands as reviews
from casement.rooms.sources import commands
from casement.rooms.sources.models import Mention, Source
from tests.factories import coding as marking
from tests.factories import rounds, sources
from tests.factories.reviews import Cast

FIRST, LAST = "Zephyrine", "Quillfeather"
NAME = f"{FIRST} {LAST}"
TEXT = (
    f"The health visitor met {NAME} at home.\n\n{FIRST} said that she was tired.\n\nNobody rang {NAME} back.\n\n"
    f"{NAME}\n\nIt was {FIRST}’s third visit."
)
TALK = f"LR: When was it?\n\n{FIRST}: In May.\n\nLR: And who came?\n\n{FIRST}: Nobody came to {NAME}."


def plant(cast: Cast) -> Source:
    """A source with the name in it, and everything that can be made from its words."""
    seat = cast.seat()
    reviews.identify(seat, label="Mother", kind="family", names=[NAME])
    source = sources.record(cast, text=TEXT, name="visit.txt")
    number = source.number
    for role, words, paragraph in (
        (Role.LEAD, f"met {NAME} at home", 1),
        (Role.TEAM, FIRST, 2),
        (Role.LEAD, f"Nobody rang {NAME} back.", 3),
        (Role.LEAD, "third visit", 5),
    ):
        marking.mark(cast, words=words, role=role, number=number, paragraph=paragraph, memo="Ask.")
    commands.correct_paragraph(
        seat, number=number, paragraph=3, words=f"Nobody at all rang {NAME} back.", reason="Misread."
    )
    told = analysis.propose_episode(seat, title="A call without an answer", why="It shows how.")
    said = analysis.write_statement(
        seat, owner="episode", number=told.number, part="account", text="Nobody rang.", about=3
    )
    shown = analysis.cite(seat, statement=said.number, source=number, paragraph=1, words=f"met {NAME} at home")
    talk = sources.record(cast, text=TALK, name="talk.txt")
    commands.name_speakers(seat, number=talk.number, speakers=[(None, ""), (None, "")])
    round_of(cast)
    reports.start_report(seat)
    reports.edit_section(seat, key="summary", text=f"So it was.\n\n{{{{quote {shown.number}}}}}\n", based_on=1)
    for format in ("html", "docx"):
        reports.export_report(seat, edition="internal", format=format)
    coding.send_exchange(seat)
    jobs.run_waiting()
    return source


def round_of(cast: Cast) -> None:
    """A closed round on a text that holds the name."""
    text = sources.record(cast, text=f"{TEXT}\n\n{rounds.TEXT}", name="round.txt")
    code = rounds.code(cast)
    made = rounds.opened(cast, [text.number], [code])
    for role, words, paragraph in ((Role.LEAD, f"met {NAME}", 1), (Role.TEAM, FIRST, 2)):
        marking.mark(cast, words=words, role=role, number=text.number, code=code, paragraph=paragraph)
    rounds.done(cast, made)
    coding.close_round(cast.seat(), number=made.number)


def hide(cast: Cast) -> None:
    """Mask every proposal that holds the name, in every source."""
    jobs.run_waiting()
    for number in Source.objects.filter(review=cast.review).values_list("number", flat=True):
        rows = Mention.objects.filter(source__number=number, source__review=cast.review)
        for row in [one for one in rows if FIRST in one.words or LAST in one.words]:
            commands.decide_name(cast.seat(), number=number, mention=row.number, decision="mask", label="Mother")
    jobs.run_waiting()
