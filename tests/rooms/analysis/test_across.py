"""Codes by episode: passages that touch what an episode rests on, and only what the reader may read."""

import csv
import io
import json
import re

import pytest
from click.testing import CliRunner

from casement.config import cli
from casement.foundation.access import Role
from casement.rooms.analysis import cli as analysis_cli
from casement.rooms.analysis import commands, queries
from casement.rooms.analysis.cli.across import episodes
from casement.rooms.analysis.vocabulary import Cite
from casement.rooms.coding import cli as coding_cli
from casement.rooms.coding import queries as coding_queries
from casement.rooms.coding.rules.across.asking import Asked
from tests.factories import coding, rounds
from tests.factories.sources import record
from tests.house.addresses import body, signed_in

TEXT = "The list had 290 names and nobody rang back on Monday or on Tuesday."


@pytest.fixture
def two_episodes(oak):
    """Two episodes that rest on passages of one source, a factor use in the second, and marks near and far."""
    coding.framework(oak)
    source = record(oak, text=TEXT, name="a.txt")
    seat = oak.seat()
    for number, words in ((1, "nobody rang back"), (2, "on Tuesday")):
        commands.propose_episode(seat, title=f"Episode {number}", why="Much turned on it.", cites=[Cite(source=source.number, paragraph=1, words=words)])  # fmt: skip
    commands.add_factor_use(
        seat, episode=2, item_id="wrk.03", influence="unclear", how="Nobody knows.", cites=[Cite(source=source.number, paragraph=1, words="290 names")])  # fmt: skip
    for words in ("and nobody", "had 290", "Monday"):
        coding.mark(oak, words=words, code="new:Load" if words == "and nobody" else "open:1", number=source.number)
    return oak


def table(oak, role=Role.LEAD, **asked):
    seat = oak.seat(role)
    names, sources = coding_queries.code_names(seat), coding_queries.placed(seat)
    return queries.by_episode(seat, Asked(**asked), names, sources)


def counts(told):
    return {
        (row.value, column.asks[1]): told.count(row, at)
        for row in told.rows
        for at, column in enumerate(told.columns)
    }


def test_a_passage_stands_where_it_touches_what_is_cited(two_episodes):
    assert counts(table(two_episodes)) == {("open:1", "1"): 1, ("open:1", "2"): 1}


def test_each_cell_leads_to_as_many_passages(two_episodes):
    client = signed_in(two_episodes)
    for query in ("", "?code=open:1", "?without=item:wrk.03"):
        page = client.get(f"/reviews/{two_episodes.ref}/across/episodes/{query}").content.decode()
        cells = re.findall(r'<td><a href="([^"]+)">(\d+)<', page)
        assert len(cells) == 2
        for href, n in cells:
            listed = client.get(href.replace("&amp;", "&")).content.decode()
            assert listed.count('<blockquote class="c-read__words">') == int(n)


def test_a_removed_factor_use_and_a_rejected_episode_count_no_longer(two_episodes):
    seat = two_episodes.seat()
    commands.remove_factor_use(seat, number=1)
    assert counts(table(two_episodes)) == {("open:1", "1"): 1}
    commands.reject_episode(seat, number=1, reason="Not now.")
    assert counts(table(two_episodes)) == {}


def test_only_what_may_be_read_is_counted(two_episodes):
    oak = two_episodes
    kept = record(oak, text="Kept for the leads alone.", name="kept.txt", access="leads")
    coding.mark(oak, words="leads alone", code="open:1", number=kept.number)
    commands.propose_episode(
        oak.seat(),
        title="Third",
        why="It matters.",
        cites=[Cite(source=kept.number, paragraph=1, words="the leads")],
    )
    assert counts(table(oak))["open:1", "3"] == 1
    assert ("open:1", "3") not in counts(table(oak, Role.TEAM))
    page = signed_in(oak, Role.TEAM).get(f"/reviews/{oak.ref}/across/episodes/3/?code=open:1").content.decode()
    assert "leads alone" not in page


def test_the_wall_holds(oak):
    coding.framework(oak)
    desk = coding.text(oak, rounds.TEXT)
    commands.propose_episode(
        oak.seat(), title="One", why="It matters.", cites=[Cite(source=desk.number, paragraph=2, words="290 names")]
    )
    code = rounds.code(oak)
    rounds.opened(oak, [desk.number], [code])
    coding.mark(oak, words="290 names", number=desk.number, code=code, role=Role.TEAM)
    assert counts(table(oak)) == {}
    assert sum(counts(table(oak, Role.TEAM)).values()) == 1


def test_files_hold_the_same(two_episodes):
    client = signed_in(two_episodes)
    told = body(client.get(f"/reviews/{two_episodes.ref}/across/episodes.csv")).decode("utf-8-sig")
    head, (label, *numbers) = csv.reader(io.StringIO(told))
    assert head == ["Code", "Episode 1 Episode 1", "Episode 2 Episode 2"] and (label, numbers) == (
        "Load",
        ["1", "1"],
    )
    for kind in ("xlsx", "docx"):
        assert body(client.get(f"/reviews/{two_episodes.ref}/across/episodes.{kind}"))[:2] == b"PK"
    assert (
        signed_in(two_episodes, Role.SUPERVISOR).get(f"/reviews/{two_episodes.ref}/across/episodes.csv").status_code
        == 404
    )


def test_an_episode_that_is_not_there(two_episodes):
    assert signed_in(two_episodes).get(f"/reviews/{two_episodes.ref}/across/episodes/99/").status_code == 404


def test_the_command_line_tells_and_saves_the_same(two_episodes, tmp_path):
    def run(*words, role=Role.LEAD):
        email = two_episodes.people[role].email
        return CliRunner().invoke(episodes, [*words, "--as", email, "--review", two_episodes.ref])

    told = json.loads(run("--json").output)
    assert told["columns"] == ["Code", "Episode 1 Episode 1", "Episode 2 Episode 2"] and told["rows"] == [
        ["Load", 1, 1]
    ]
    assert "There is none." in run("--code", "item:wrk.03").output
    assert run("--out", str(tmp_path / "e.csv")).exit_code == 0
    saved = list(csv.reader(io.StringIO((tmp_path / "e.csv").read_text("utf-8-sig"))))
    assert saved == [told["columns"], ["Load", "1", "1"]]
    assert "already" in run("--out", str(tmp_path / "e.csv")).stderr
    assert run("--out", str(tmp_path / "e.xlsx"), role=Role.SUPERVISOR).exit_code == 4
    assert run(role=Role.FAMILY).exit_code == 4


def test_it_stands_beside_the_other_tables(monkeypatch):
    monkeypatch.setattr(cli.root, "commands", {})
    for each in (coding_cli.commands, analysis_cli.commands):
        for one in each:
            cli.offer(one)
    assert {"table", "passages", "episodes", "views"} <= set(cli.root.commands["across"].commands)
