"""The engine behind jobs: Django's tasks interface over huey. Knows only how to run a Job by its id."""

import django
from django.db import close_old_connections

from casement.foundation import jobs

if django.VERSION >= (6,):
    from django.tasks import task
else:
    from django_tasks import task  # type: ignore[no-redef]


@task()
def run_job(job_id: int) -> None:
    """Run one job row; harmless when it was already done."""
    close_old_connections()
    jobs.run(job_id)
