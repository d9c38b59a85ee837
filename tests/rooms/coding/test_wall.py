"""The wall of a blind round: nobody finds another's marks while it is open, on any page, by any way."""

import json
import re

import pytest
from click.testing import CliRunner
from django.test import Client

from casement.foundation.access import Role
from casement.foundation.refusals import NotHere, Refused
from casement.rooms.analysis import commands as analysis
from casement.rooms.analysis.models import Statement
from casement.rooms.analysis.queries.choices import citable
from casement.rooms.coding import commands, queries
from casement.rooms.coding.cli import commands as groups
from casement.rooms.coding.models import Mark
from casement.rooms.sources.models import Excerpt
from casement.rooms.sources.queries import standing_of
from tests.factories import analysis as statements
from tests.factories import coding, rounds
from tests.house.addresses import IN_REVIEWS, PAGES, body, filled, signed_in
from tests.house.checks import SRC

THEIRS = "She was covering two teams that week."
MEMO = "plimquorvex"


@pytest.fixture
def desk(oak):
    coding.framework(oak)
    return coding.text(oak, rounds.TEXT)


@pytest.fixture
def blind(oak, desk):
    """An open round in which a member of the team has marked a passage, with a memo, and the lead another."""
    codes = [rounds.code(oak), "item:wrk.03"]
    made = rounds.opened(oak, [desk.number], codes)
    coding.mark(oak, words="290 names", number=desk.number, code=codes[0])
    coding.mark(oak, words=THEIRS, role=Role.TEAM, number=desk.number, code=codes[0], memo=MEMO)
    coding.mark(oak, words="The form was sent and lost.", role=Role.TEAM, number=desk.number, code=codes[1],
                influence="harder")  # fmt: skip
    return made


def everywhere(oak, role=Role.LEAD, upto=2):
    """Every page, for things numbered 1 to `upto`, as this role gets it."""
    client = signed_in(oak, role)
    for address in PAGES:
        for number in range(1, (upto if "<int:" in address else 1) + 1):
            asked = filled(address, oak.ref, number)
            yield asked, body(client.get(asked))


# A fresh token or key in each drawing of a form; files whose bytes hold the time; the ledger, which notes for
# leads that somebody marked something, as it notes every act, but not where or with which code; and how often a source
# was opened, which this very walk adds to.
FRESH = re.compile(rb'name="(csrfmiddlewaretoken|sent_key)" value="[^"]*"|csrf[^"]*"[^"]*"')
APART = re.compile(r"/who-looked/|/opened/|\.docx|/tracker\.xlsx")


def test_no_page_changes_by_what_another_marks(oak, desk, blind):
    """What the lead gets from every page is the same, byte for byte, before and after a colleague marks more."""
    statements.furnish(oak, "walls")
    drawn = [{a: FRESH.sub(b"", page) for a, page in everywhere(oak) if not APART.search(a)}]
    coding.mark(
        oak, words="A colleague stepped in", role=Role.TEAM, number=desk.number, code=rounds.code(oak), memo=MEMO
    )
    drawn.append({a: FRESH.sub(b"", page) for a, page in everywhere(oak) if not APART.search(a)})
    assert {a for a in drawn[0] if drawn[0][a] != drawn[1][a]} == set()
    assert not [a for a, page in drawn[1].items() if MEMO.encode() in page]
    (looked,) = (page for a, page in everywhere(oak, upto=1) if "/who-looked/" in a)
    assert not [word for word in (b"stepped in", b"Workload", MEMO.encode()) if word in looked]


def test_this_would_notice_a_mark_in_front_of_the_wall(oak, desk, blind):
    client = signed_in(oak)
    paths = [f"/reviews/{oak.ref}/{path}" for path in ("memos/", "sources/1/", "sources/1/marks/")]
    assert not [path for path in paths if MEMO in client.get(path).content.decode()]
    coding.mark(oak, words="A colleague stepped in", role=Role.TEAM, number=desk.number, code="new:Help", memo=MEMO)
    assert [path for path in paths if MEMO in client.get(path).content.decode()] == paths


def test_whoever_made_a_mark_still_sees_it(oak, blind):
    client = signed_in(oak, Role.TEAM)
    for path in ("memos/", "sources/1/", "sources/1/marks/"):
        assert MEMO in client.get(f"/reviews/{oak.ref}/{path}").content.decode()


def test_nobody_reaches_a_hidden_mark_by_its_number(oak, blind):
    (theirs, _) = Mark.objects.filter(by=oak.person(Role.TEAM)).order_by("pk")
    lead = oak.seat()
    for act in (
        lambda: queries.mark_view(lead, theirs.number),
        lambda: queries.desk_mark(lead, theirs.number),
        lambda: commands.change_mark(lead, mark=theirs.number, influence="helped"),
        lambda: commands.remove_mark(lead, mark=theirs.number),
        lambda: commands.restore_mark(lead, mark=theirs.number),
        lambda: commands.keep_memo(lead, mark=theirs.number, memo="x"),
        lambda: commands.write_memo(lead, mark=theirs.number, text="x"),
    ):
        with pytest.raises(NotHere):
            act()
    client = signed_in(oak)
    for address, _view in IN_REVIEWS:
        if "marks/<int:mark>" in address:
            asked = filled(address, oak.ref, theirs.number)
            nothing = filled(address, oak.ref, 999)
            data = {"influence": "helped", "memo": "x", "code": "item:wrk.03"}
            assert client.get(asked).status_code == client.get(nothing).status_code
            refused = client.post(asked, data).status_code
            # A page that only shows takes no post, whatever its number.
            assert refused == client.post(nothing, data).status_code and refused in (404, 405)
    assert not Mark.objects.get(pk=theirs.pk).removed_at


def test_no_list_and_no_count_holds_them(oak, desk, blind):
    lead, team = oak.seat(), oak.seat(Role.TEAM)
    assert [mark.quote for mark in queries.marks_of_source(lead, desk.number)] == ["290 names"]
    assert len(queries.marks_of_source(team, desk.number)) == 2
    assert queries.source_marks(lead, desk.number).total == 1
    assert queries.code_view(lead, 1).total == 1
    assert queries.item_view(lead, "wrk.03").total == 0
    assert {one.value: one.count for one in queries.codebook(lead)}["open:1"] == 1
    assert len(queries.desk_marks(lead, desk.current_id)) == 1
    assert queries.memos(lead) == ((), 0)
    assert queries.memos(team)[1] == 1


def test_no_passage_is_offered_or_counted_because_somebody_marked_it(oak, desk, blind):
    def offered(role):
        groups = dict(citable(oak.seat(role)).passages)
        return [words for _, words in groups[f"{desk.number} {desk.title}"]]

    assert offered(Role.LEAD) == ["para 2: “290 names”"]
    assert len(offered(Role.TEAM)) == 2
    assert standing_of(oak.seat(), desk.number).cited == 1
    hidden = Excerpt.objects.get(quote=THEIRS)
    statements.whole(oak)
    said = Statement.objects.first()
    with pytest.raises(Refused, match="no such passage"):
        analysis.cite(oak.seat(), statement=said.number, excerpt=hidden.number)
    analysis.cite(oak.seat(Role.TEAM), statement=said.number, excerpt=hidden.number)
    assert len(offered(Role.LEAD)) == 2  # now something rests on it, which everybody may see


def test_removed_and_earlier_marks_are_behind_it_too(oak, desk):
    code = rounds.code(oak)
    early = coding.mark(oak, words=THEIRS, role=Role.TEAM, number=desk.number, code=code)
    commands.remove_mark(oak.seat(Role.TEAM), mark=early.number)
    coding.mark(oak, words="290 names", role=Role.TEAM, number=desk.number, code=code)
    assert len(queries.source_marks(oak.seat(), desk.number).marks) == 2
    rounds.opened(oak, [desk.number], [code])
    told = queries.source_marks(oak.seat(), desk.number)
    assert (told.total, told.marks) == (0, ())


def test_other_codes_other_sources_and_other_reviews_are_as_ever(oak, elm, desk, blind):
    other = coding.text(oak, "Elsewhere it was quiet.")
    coding.mark(oak, words="it was quiet", role=Role.TEAM, number=other.number, code=rounds.code(oak))
    coding.mark(oak, words="The visit was put off.", role=Role.TEAM, number=desk.number, code="new:Put off")
    assert len(queries.marks_of_source(oak.seat(), other.number)) == 1
    assert {mark.label for mark in queries.marks_of_source(oak.seat(), desk.number)} == {"Workload", "Put off"}
    theirs = coding.text(elm, rounds.TEXT)
    coding.mark(elm, words="290 names", role=Role.TEAM, number=theirs.number)
    assert len(queries.marks_of_source(elm.seat(), theirs.number)) == 1


def test_it_falls_for_everybody_when_the_round_is_closed(oak, desk, blind):
    for address in ("agreement/", "agreement/table.csv", "walk-through/", "record/", "record/table.csv"):
        assert signed_in(oak).get(f"/reviews/{oak.ref}/rounds/1/{address}").status_code == 404
    commands.close_round(oak.seat(), number=1)
    assert len(queries.marks_of_source(oak.seat(), desk.number)) == 3
    assert MEMO in signed_in(oak).get(f"/reviews/{oak.ref}/memos/").content.decode()


def test_the_command_line_keeps_it(oak, desk, blind):
    def run(*words, role=Role.LEAD):
        by_name = {group.name: group for group in groups}
        more = ["--as", oak.person(role).email, "--review", oak.ref, "--json"]
        return CliRunner().invoke(by_name[words[0]], [*words[1:], *more])

    assert [one["quote"] for one in json.loads(run("mark", "list", "--source", "1").output)] == ["290 names"]
    assert MEMO not in run("memo", "list").output
    assert {one["value"]: one["count"] for one in json.loads(run("code", "list").output)}["open:1"] == 1
    assert run("round", "agreement", "1").exit_code == 4
    assert run("round", "differences", "1").exit_code == 4
    assert json.loads(run("round", "list").output)[0]["closed_at"] is None


def test_somebody_without_working_material_sees_no_round(oak, blind):
    for role in (Role.FAMILY, Role.CASE_GROUP, Role.ADMIN, Role.ACCOUNTABLE):
        client = Client()
        client.force_login(oak.person(role))
        for path in ("", "new/", "1/"):
            assert client.get(f"/reviews/{oak.ref}/rounds/{path}").status_code == 404


READERS = {
    "visible_to", "past_the_wall", "behind_the_wall", "made_by", "made_on", "of_round", "of_code", "last_numbers", "create",
}  # fmt: skip


def test_marks_are_read_only_through_the_wall():
    """Whoever asks for marks some other way, here or in a higher room, would have a hole in it."""
    strays = {}
    for path in SRC.rglob("*.py"):
        text = path.read_text()
        told = set(re.findall(r"\bMark\.objects\s*\.(\w+)", text)) - READERS
        told |= {
            each
            for each in re.findall(r"""["'](?:\w+__)?(?:marks|coding_mark)__\w+""", text)
            if "rounds.py" not in path.name
        }
        if told and "migrations" not in path.parts:
            strays[str(path.relative_to(SRC))] = told
    assert not strays
