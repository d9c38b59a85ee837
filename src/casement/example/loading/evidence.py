"""Records, conversations and chronologies of the example come in as files, like any others."""

from dataclasses import replace
from itertools import groupby
from pathlib import Path
from tempfile import TemporaryDirectory

from casement.example.case import CASE
from casement.example.loading.places import Places
from casement.example.making.make import Made, make_files
from casement.example.pieces import Conversation, Record
from casement.example.whole import Case
from casement.foundation import jobs
from casement.foundation.access import Seat
from casement.rooms.sources import commands as sources
from casement.rooms.sources import queries as reading


def bring_in(places: Places, seat: Seat) -> list[Made]:
    """Make the files and bring in the records and conversations; returns what was made."""
    with TemporaryDirectory() as folder:
        made = [replace(each, data=each.path.read_bytes()) for each in make_files(CASE, Path(folder))]
        records = [each for each in made if isinstance(each.front, Record)]
        told = [each for each in made if isinstance(each.front, Conversation)]
        for _, group in groupby(records, key=alike):
            add(places, seat, list(group))
        for each in told:
            add(places, seat, [each])
    jobs.run_waiting()
    remember(places, seat)
    return made


def alike(made: Made) -> tuple[str, ...]:
    """Records that can come in together: same agency, date, access and use."""
    front = made.front
    assert isinstance(front, Record)
    return (front.agency, front.date, front.access, front.use)


def add(places: Places, seat: Seat, group: list[Made]) -> None:
    """Bring in files that share their facts, under the title their front gives."""
    front = group[0].front
    files = [(f"{each.slug}{each.path.suffix}", each.data) for each in group]
    if isinstance(front, Record):
        sources.add_files(
            seat, files=files, agency=places.agencies[front.agency], date=front.date,
            access=front.access, use=front.use,
        )  # fmt: skip
        return
    assert isinstance(front, Conversation)
    sources.add_files(
        seat,
        files=files,
        agency=places.agencies.get(front.agency),
        kind="family" if front.family else "conversation",
        participation=places.people[front.participation],
        date=front.date,
    )


def remember(places: Places, seat: Seat) -> None:
    """Note the number and text of each source by its slug, and give records their proper titles."""
    for number, slug, text in reading.texts(seat):
        places.sources[slug] = (number, text)


def title(case: Case, places: Places, seat: Seat) -> None:
    """Give each source the title a person would have typed."""
    titles = {record.slug: record.title for record in case.records}
    labels = {part.key: part.role_label for part in case.review.participations}
    titles |= {each.slug: f"Conversation with {labels[each.participation]}" for each in case.conversations}
    for slug, (number, _) in places.sources.items():
        sources.edit_source(seat, number=number, title=titles[slug])
