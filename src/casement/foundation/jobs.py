"""Background work by name. Our Job row is the truth; the engine behind it only wakes a worker.

A job may run twice (after a crash), so every task must be safe to repeat.
"""

import logging
import os
import socket
from collections.abc import Callable
from datetime import datetime, timedelta
from typing import Any

from django.conf import settings
from django.db import transaction
from django.db.models import F, Q

from casement.foundation.access import Seat
from casement.foundation.changes import finishing
from casement.foundation.clock import now
from casement.foundation.models import Job

log = logging.getLogger("casement.jobs")
TASKS: dict[str, Callable[..., None]] = {}
WATCHERS: dict[int, Callable[[int], None]] = {}
TRIES = 3
STALE = timedelta(minutes=2)


def task(name: str) -> Callable[[Callable[..., None]], Callable[..., None]]:
    """Register the function that does the job called `name`. It takes the Job, then the job's args."""

    def wrap(do: Callable[..., None]) -> Callable[..., None]:
        TASKS[name] = do
        return do

    return wrap


def later(
    name: str, *args: Any, seat: Seat | None = None, total: int = 1, not_before: datetime | None = None
) -> Job:
    """Ask for work after the transaction commits, or when `not_before` has come; returns the row to watch."""
    job = Job.objects.create(
        name=name,
        args=list(args),
        total=total,
        review_id=seat.review_id if seat else None,
        person_id=seat.person_id if seat else None,
        not_before=not_before,
    )
    if not_before is None or not_before <= now():
        transaction.on_commit(lambda: wake(job.pk))
    return job


def wake(job_id: int) -> None:
    """Tell the engine there is work. If that fails, the worker's own look-round finds the row."""
    if settings.CASEMENT_JOBS == "by hand":
        return
    from casement.foundation.engine import run_job

    try:
        run_job.enqueue(job_id)
    except Exception:
        log.exception("could not wake the worker for job %s", job_id)


def run(job_id: int, *, watch: Callable[[int], None] | None = None) -> bool:
    """Do one job if it is still waiting. Returns whether this call did it.

    `watch` is told how many steps are done each time the job says so, for a bar on the command line.
    """
    me = f"{socket.gethostname()}:{os.getpid()}"
    claimed = Job.objects.filter(pk=job_id, state="queued").update(
        state="running", heartbeat=now(), attempts=F("attempts") + 1, worker=me
    )
    if not claimed:
        return False
    job = Job.objects.get(pk=job_id)
    if watch is not None:
        WATCHERS[job_id] = watch
    try:
        with finishing():
            TASKS[job.name](job, *job.args)
    except Exception as fault:
        # The class alone: messages of parsers and databases may quote what they were given.
        log.error("job %s (%s) stopped: %s", job.pk, job.name, type(fault).__name__)
        state = "queued" if job.attempts < TRIES else "failed"
        Job.objects.filter(pk=job_id).update(state=state)
        if settings.DEBUG or settings.CASEMENT_JOBS == "by hand":
            raise
        return True
    finally:
        WATCHERS.pop(job_id, None)
    Job.objects.filter(pk=job_id).update(state="done", done=F("total"))
    return True


def step(job: Job, done: int) -> None:
    """Say how far a job is; also its sign of life."""
    Job.objects.filter(pk=job.pk).update(done=done, heartbeat=now())
    if watch := WATCHERS.get(job.pk):
        watch(done)


def recover(*, everything: bool = False) -> list[int]:
    """Put back jobs whose worker died. `everything`: at the start of the only worker, all running ones."""
    silent = Q(state="running")
    if not everything:
        silent &= Q(heartbeat__lt=now() - STALE)
    Job.objects.filter(silent, attempts__gte=TRIES).update(state="failed")
    Job.objects.filter(silent).update(state="queued")
    return _waiting()


def _due() -> Q:
    """Queued, and its moment has come."""
    return Q(state="queued") & (Q(not_before=None) | Q(not_before__lte=now()))


def any_left() -> bool:
    """Whether a job waits and may be done now, or is being done."""
    return Job.objects.filter(_due() | Q(state="running")).exists()


def run_waiting(name: str = "") -> int:
    """Do every job that is due (or every one called `name`) now, in this process; returns how many were done."""
    count = 0
    while waiting := _waiting(name):
        for job_id in waiting:
            count += run(job_id)
    return count


def _waiting(name: str = "") -> list[int]:
    rows = Job.objects.filter(_due(), **({"name": name} if name else {}))
    return list(rows.order_by("pk").values_list("pk", flat=True))
