"""The analysis room on the command line: `casement analysis ...`, and its table of `casement across`."""

import click

from casement.rooms.analysis.cli.across import across
from casement.rooms.analysis.cli.candidates import candidate
from casement.rooms.analysis.cli.episodes import episode
from casement.rooms.analysis.cli.factors import factor
from casement.rooms.analysis.cli.findings import finding
from casement.rooms.analysis.cli.open_queries import query
from casement.rooms.analysis.cli.patterns import pattern
from casement.rooms.analysis.cli.perspectives import perspective
from casement.rooms.analysis.cli.rigour import alternative, reading
from casement.rooms.analysis.cli.texts import cite, edit, settle, uncite


@click.group("analysis")
def analysis() -> None:
    """Perspectives, episodes, factors, patterns and findings, and what they rest on."""


for each in (
    perspective, episode, candidate, query, factor, pattern, finding, alternative, reading, cite, uncite, edit,
    settle,
):  # fmt: skip
    analysis.add_command(each)

commands = (analysis, across)
