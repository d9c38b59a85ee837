"""Running an installation: prepare it, serve it, do its background work, show the demo."""

import os
import signal
import socket
import subprocess
import sys
import threading
import time
from typing import Any

import click
from django.conf import settings
from django.core.management import call_command
from django.db import connection

from casement.config import demo as showing
from casement.foundation import files, jobs
from casement.foundation import ledger as chain
from casement.foundation.refusals import Refused
from casement.foundation.search import keeping
from casement.foundation.search.meaning import asked_for
from casement.foundation.search.speaking import forget_speaking, prepare_speaking
from casement.foundation.shell import saying_no
from casement.rooms.people import commands as people
from casement.rooms.reviews.rules.frameworks import sentences_of_factors

LOOK_EVERY, IDLE, SOON = 15, 60, 2  # seconds
MUCH = 160_000_000  # bytes
SWEEP_EVERY = 3600  # seconds; looking at every original is slow in a large store


def prepare() -> None:
    """Bring the database up to this version; safe to repeat."""
    call_command("migrate", verbosity=0, interactive=False)
    call_command("createcachetable", verbosity=0)


@click.command()
@click.option("--email", prompt="Your e-mail address")
@click.option("--name", prompt="Your name")
@click.password_option(help="At least 12 characters.")
@saying_no
def init(email: str, name: str, password: str) -> None:
    """Prepare the database and make the first account."""
    prepare()
    people.found_site(email=email, name=name, password=password)
    click.echo(f"Ready. Data lie in {settings.CASEMENT_HOME}. Next: casement serve")


@click.command()
def upgrade() -> None:
    """Bring the database up to this version of Casement."""
    prepare()
    click.echo("The database is up to date.")


@click.command()
@click.option("--host", default="127.0.0.1", show_default=True)
@click.option("--port", default=8000, show_default=True, envvar="CASEMENT_PORT")
@saying_no
def serve(host: str, port: int) -> None:
    """Serve the pages, with one worker beside."""
    free(host, port)
    prepare()
    hand_over(host, port)


def free(host: str, port: int) -> None:
    """Refused when something answers there already: two servers would share the port, and nobody knew whose page
    it is. The first free port after it is named in the sentence.
    """
    if not answers(host, port):
        return
    other = next((each for each in range(port + 1, port + 50) if not answers(host, each)), port + 1)
    raise Refused(f"Something else is served at port {port} already. Use another: CASEMENT_PORT={other}")


def answers(host: str, port: int) -> bool:
    """Whether something listens at this port."""
    with socket.socket(socket.AF_INET6 if ":" in host else socket.AF_INET) as asked:
        asked.settimeout(1)
        return asked.connect_ex((host, port)) == 0


def hand_over(host: str, port: int) -> None:
    """Become the process that starts the pages and the worker and waits; nothing that is loaded here stays."""
    connection.close()
    sys.stdout.flush()
    words = [sys.executable, "-m", "casement.config.supervising", host, str(port)]
    if connection.vendor == "sqlite":
        words.append(str(settings.DATABASES["default"]["NAME"]))
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "casement.config.settings")
    if os.name == "posix":
        os.execv(sys.executable, words)
    sys.exit(subprocess.call(words))  # elsewhere a process cannot become another


@click.command()
@click.option("--until-idle", is_flag=True, help="End when nothing has waited for a minute.")
def worker(until_idle: bool) -> None:
    """Do background work until stopped."""
    from huey.contrib.djhuey import HUEY

    alone = connection.vendor == "sqlite"
    files.sweep()
    threading.Thread(target=look_round, args=(alone, until_idle), daemon=True).start()
    HUEY.create_consumer(workers=1, periodic=False, max_delay=0.5, initial_delay=0.05).run()


def look_round(alone: bool, until_idle: bool) -> None:
    """Now and then, put back work whose worker died, wake what the queue lost, drop originals nobody needs.

    A worker that works `until_idle` ends a minute after the last job; one that has grown ends at once, because
    Python hardly ever gives memory back.
    """
    everything, swept, looked, idle = alone, 0.0, 0.0, 0
    while True:
        try:
            if time.monotonic() - looked > LOOK_EVERY or not looked:
                for job_id in jobs.recover(everything=everything):
                    jobs.wake(job_id)
                everything, looked = False, time.monotonic()
            if time.monotonic() - swept > SWEEP_EVERY or not swept:
                files.forget_unused()
                swept = time.monotonic()
            idle = 0 if jobs.any_left() else idle + 1
        finally:
            connection.close()
        if until_idle and idle > (SOON if grown() else IDLE):
            os.kill(os.getpid(), signal.SIGINT)  # the consumer ends what it is at, and then itself
            return
        time.sleep(1)


def grown() -> bool:
    """Whether this process ever held much more than it needs to wait."""
    if os.name != "posix":
        return False
    import resource

    unit = 1 if sys.platform == "darwin" else 1024
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * unit > MUCH


@click.command("jobs")
def work_off() -> None:
    """Do all waiting background work now, in this process."""
    jobs.recover(everything=True)
    click.echo(f"{jobs.run_waiting()} done.")


@click.command()
@click.option("--host", default="127.0.0.1", show_default=True)
@click.option("--port", default=8000, show_default=True, envvar="CASEMENT_PORT")
@click.option("--only-load", is_flag=True, help="Load the worked example and stop.")
@saying_no
def demo(host: str, port: int, only_load: bool) -> None:
    """Show Casement with its worked example, on a database of its own."""
    if not only_load:
        free(host, port)
    showing.ready(prepare)
    for line in showing.sign_ins(f"http://{host}:{port}/"):
        click.echo(line)
    if not only_load:
        hand_over(host, port)


@click.command("django", context_settings={"ignore_unknown_options": True}, hidden=True)
@click.argument("words", nargs=-1)
def django_command(words: tuple[str, ...]) -> None:
    """Django's own commands, for people who run or develop Casement."""
    from django.core.management import execute_from_command_line

    execute_from_command_line(["casement", *words])


@click.group()
def ledger() -> None:
    """The record of who saw and did what."""


@ledger.command("check")
def check_ledger() -> None:
    """Say whether the chain is whole; exit code 1 and the first entry that does not fit when it is not."""
    broken = chain.first_break()
    if broken is not None:
        sentence = "does not fit the chain. Keep this copy and ask who could write to it."
        click.echo(f"Entry {broken} {sentence}", err=True)
        sys.exit(1)
    click.echo("The chain is whole.")


@ledger.command("head")
def ledger_head() -> None:
    """The last link: print it and keep it elsewhere."""
    seq, digest = chain.head()
    click.echo(f"{seq} {digest}")


@click.command()
@click.option("--forget", is_flag=True, help="Take all vectors away instead.")
@saying_no
def meaning(forget: bool) -> None:
    """Prepare every passage for comparing by meaning, with the model that CASEMENT_MEANING names."""
    if forget:
        click.echo(f"{keeping.forget_meanings()} vectors are gone.")
        forget_speaking()
        return
    means = asked_for()
    prepare_speaking(means, *sentences_of_factors())
    click.echo(f"{keeping.prepare(means)} passages prepared with the model {means.name}.")


COMMANDS: tuple[Any, ...] = (init, upgrade, serve, worker, work_off, demo, ledger, meaning, django_command)
