"""Background work of the coding room: bringing a file in, step by step, and making one that goes out."""

from __future__ import annotations

import atexit
from typing import Any

from casement import __version__
from casement.foundation import files, jobs
from casement.foundation.access import Seat
from casement.foundation.actions import Action, allows
from casement.foundation.memory import nothing_swept
from casement.foundation.models import Job
from casement.foundation.refusals import Unreadable
from casement.rooms.coding import commands, exports, queries
from casement.rooms.coding.intake import ProjectReader
from casement.rooms.coding.models import Exchange
from casement.rooms.coding.rules.exchange.attributes import attributes
from casement.rooms.coding.rules.exchange.counting import ATLAS, NVIVO, STANDARD
from casement.rooms.coding.rules.exchange.detecting import Found, detect
from casement.rooms.coding.rules.exchange.parcels import about, parcels
from casement.rooms.coding.rules.exchange.values import Project
from casement.rooms.coding.vocabulary import CountedAs, ExchangeState, Target
from casement.rooms.reviews.queries import seat_of

DAMAGED = "The copy that was kept of this file is damaged: bring the file in again."
NO_PROJECT = "This file holds a codebook only: choose “Only its codes” and bring it in again."
SAID = "It was said, when the file was brought in, how places are counted."
WAYS = {CountedAs.STANDARD: STANDARD, CountedAs.NVIVO: NVIVO, CountedAs.ATLAS: ATLAS}
# One reading process for as long as this one lives, beside the one that reads texts.
READER = ProjectReader()
atexit.register(READER.close)


def asker(row: Exchange, action: Action) -> Seat | None:
    """The seat, with the rights of this moment, of the person who asked."""
    seat = seat_of(row.by_id, row.review.ref)
    return seat if seat is not None and allows(seat.standing, action) else None


def read_file(row: Exchange) -> tuple[Project, str]:
    """The project in an exchange's file, or the sentence that says why it cannot be read."""
    try:
        return READER.read(row.name, files.fetch(row.sha256)), ""
    except (OSError, ValueError):
        return Project("project"), DAMAGED
    except Unreadable as no:
        return Project("project"), no.sentence


@jobs.task(commands.BRING_IN)
def bring_in(job: Job, exchange: int) -> None:
    """Bring a file in: its codes, each source, the rest. Safe to run twice and after a death at any instant."""
    row = Exchange.objects.select_related("review").get(pk=exchange)
    if row.state != ExchangeState.MOVING:
        return
    seat = asker(row, Action.CODING_IMPORT)
    if seat is None:
        commands.give_up_exchange(None, exchange=exchange)
        return
    project, sentence = read_file(row)
    if not sentence and row.kind == "project" and project.kind == "codebook":
        sentence = NO_PROJECT
    if sentence:
        commands.finish_exchange(seat, exchange=exchange, sentence=sentence)
        return
    if row.kind == "codebook":
        commands.take_codes(
            seat, exchange=exchange, codes=project.codes, table=project.table, left=project.left
        )  # fmt: skip
        commands.finish_exchange(seat, exchange=exchange, facts=facts_of(project, None))
        return
    take_project(job, row, project)


def take_project(job: Job, row: Exchange, project: Project) -> None:
    """A whole project, the seat asked for anew before each step."""
    found = counted(row, project)
    told = attributes(project)
    known = about(project, told)
    uncoded = any(not each.codings for source in project.sources for each in source.selections)
    ready = list(parcels(project, found.counting))
    for at in range(len(ready) + 3):
        seat = asker(row, Action.CODING_IMPORT)
        if seat is None:
            commands.give_up_exchange(None, exchange=row.pk)
            return
        if at == 0:
            commands.take_codes(seat, exchange=row.pk, codes=project.codes, uncoded=uncoded)
        elif at <= len(ready):
            parcel = ready[at - 1]
            data = parcel.source.text.encode()
            sha256 = "" if parcel.refusal else files.keep(data)
            commands.take_source(
                seat, exchange=row.pk, at=at, parcel=parcel, about=known, sha256=sha256, size=len(data)
            )  # fmt: skip
        elif at == len(ready) + 1:
            commands.take_rest(seat, exchange=row.pk, project=project, about=known, told=told)
        else:
            commands.finish_exchange(seat, exchange=row.pk, facts=facts_of(project, found))
        jobs.step(job, at)


def counted(row: Exchange, project: Project) -> Found:
    """How the file counts places: as was said, or as its passages show."""
    way = WAYS.get(row.choices.get("counting", ""))
    return Found(way, "said", 0, 0, 0, SAID) if way else detect(project.sources, project.origin)


def facts_of(project: Project, found: Found | None) -> dict[str, Any]:
    """What the report says about the file as a whole."""
    return {
        "origin": project.origin,
        "called": project.name,
        "schema": "" if project.table else project.schema or "It keeps to the published schema.",
        "counting": found.sentence if found else "",
        "sure": found.sure if found else "",
        "remarks": list(project.remarks),
    }


@jobs.task(commands.SEND)
def send_out(job: Job, exchange: int) -> None:
    """Make the file that goes out, from the seat of the person who asked. Safe to repeat."""
    row = Exchange.objects.select_related("review").get(pk=exchange)
    if row.state != ExchangeState.MOVING:
        return
    seat = asker(row, Action.CODING_EXPORT)
    if seat is None:
        commands.give_up_exchange(None, exchange=exchange)
        return
    target = row.choices["target"]
    origin = f"Casement {__version__}{' (UTF-16)' if target == Target.NVIVO else ''}"
    try:
        with nothing_swept():
            project, items = queries.project_to_send(seat, origin, codes_only=row.kind == "codebook")
            content = exports.write(project, row.kind, target)
    except exports.Unmade as no:
        commands.fail_sent_exchange(seat, exchange=exchange, sentence=str(no))
        return
    facts = {"origin": origin, "schema": "It keeps to the published schema.", "target": target}
    commands.keep_sent_exchange(seat, exchange=exchange, content=content, facts=facts, items=items)
