"""Follow-on reports: what is in them, who reads which edition and until when, and that the board waits."""

import io
import zipfile
from datetime import timedelta

import pytest
from hypothesis import given as drawn
from hypothesis import strategies as st

from casement.foundation.access import Role, Subject
from casement.foundation.clock import today
from casement.foundation.events import announce
from casement.foundation.refusals import Conflict, NotHere, Refused
from casement.rooms.analysis import commands as analyse
from casement.rooms.reports import commands, exports, queries
from casement.rooms.reports.exports.copies import texts_of
from casement.rooms.reports.models import Issued
from casement.rooms.reports.rules.freezing import frozen, numbered, thawed
from casement.rooms.reports.rules.telling import report_tree
from casement.rooms.reports.rules.tree import lines_of
from casement.rooms.reports.vocabulary import PARTS_OF, Edition
from casement.rooms.reviews import commands as reviews
from casement.rooms.reviews.models import Participation
from casement.rooms.sources.vocabulary import WordsSought
from tests.factories import outside
from tests.factories.given import issue, paragraph_with, say
from tests.factories.report_material import material, written
from tests.factories.reports import NAME, analysed, forbid_quoting

BOARD = (Role.ACCOUNTABLE, Role.DELEGATED)
OUTSIDE = [role for role in Role if role not in (Role.LEAD, Role.TEAM, Role.CASE_GROUP)]


@pytest.fixture
def made(oak):
    return analysed(oak)


def words_of(cast, report=1):
    tree = queries.tree_of(queries.edition_for(cast.seat(), report))
    return "\n".join(line for _, _, block in numbered(tree.sections) for line in lines_of(block))


def get(client, cast, path, role=Role.CASE_GROUP):
    client.force_login(cast.person(role))
    return client.get(f"/reviews/{cast.ref}/follow-on/{path}")


def test_report_one_tells_why_it_made_sense_and_the_factors_without_a_trace(oak, made):
    issue(oak)
    text = words_of(oak)
    for words in ("One notification among sixty", "There were sixty others.", "It made sense because",
                  "Who reads it", "How to comment"):  # fmt: skip
        assert words in text
    tree = queries.tree_of(queries.edition_for(oak.seat(), 1))
    assert not [item.path for note in tree.notes for item in note.items if item.path]
    assert [one.key for one in tree.sections][:2] == ["purpose", "so-far"]


def test_report_two_tells_draft_findings_that_are_not_in_the_report_yet(oak, made):
    analyse.propose_finding(oak.seat(), title="Handovers name the task and not the child")
    issue(oak, 2)
    text = words_of(oak, 2)
    assert "Draft finding 2: Handovers name the task and not the child" in text
    assert "Who does it better, and what makes that possible?" in text
    assert "No figure has been found yet." in text


def test_an_edition_stays_as_it_was_given_while_the_team_writes_on(oak, made):
    issue(oak)
    before = words_of(oak)
    commands.edit_follow_on(oak.seat(), report=1, key="case", text="Another text.", based_on=1)
    analyse.edit_statement(oak.seat(), number=made.account, text="Something else.", based_on=1)
    assert words_of(oak) == before
    issue(oak)
    assert "Another text." in words_of(oak) and "Something else." in words_of(oak)


def test_a_hold_on_reports_shuts_the_edition_to_its_readers_until_it_is_lifted(oak, made, client):
    edition = issue(oak)
    assert get(client, oak, "1/read/").status_code == 200
    hold = outside.held(oak, "report")
    assert get(client, oak, "1/read/").status_code == 404
    with pytest.raises(Refused, match="asked to wait"):
        say(oak)
    assert get(client, oak, "1/read/", Role.LEAD).status_code == 200  # who writes it may still see what is out
    outside.lifted(oak, hold)
    assert get(client, oak, "1/read/").status_code == 200
    outside.held(oak, "report")
    commands.take_back_follow_on(oak.seat(), report=1, reason="The court asked for it.")  # closing is never held
    edition.refresh_from_db()
    assert edition.ended_at


def test_the_second_writer_of_a_section_is_shown_the_first_text(oak, made):
    commands.start_follow_on(oak.seat(), report=1)
    commands.edit_follow_on(oak.seat(), report=1, key="case", text="First.", based_on=1)
    with pytest.raises(Conflict) as told:
        commands.edit_follow_on(oak.seat(Role.TEAM), report=1, key="case", text="Second.", based_on=1)
    assert (told.value.mine, told.value.theirs) == ("Second.", "First.")
    state = queries.section_state(queries.desk(oak.seat(), "follow_on_1", texts_of="case"))
    assert [one.text for one in state.waiting] == ["Second."]


def test_a_section_of_another_report_is_not_here(oak, made):
    commands.start_report(oak.seat())
    commands.start_follow_on(oak.seat(), report=1)
    for report, key in ((1, "summary"), (2, "drafts"), (3, "case")):
        with pytest.raises(NotHere):
            commands.edit_follow_on(oak.seat(), report=report, key=key, text="x", based_on=1)
    with pytest.raises(NotHere):
        commands.edit_section(oak.seat(), key="case", text="x", based_on=1)


def test_names_become_labels_and_words_not_to_be_quoted_stop_the_release(oak, made):
    commands.start_follow_on(oak.seat(), report=1)
    commands.edit_follow_on(oak.seat(), report=1, key="case", text=f"{NAME} rang on 3 March 2024.", based_on=1)
    issue(oak)
    assert "Mother rang on 3 March 2024." in words_of(oak)  # exact, so that it can be checked
    told = "A worker said: I thought it was the same call as the week before."
    commands.edit_follow_on(oak.seat(), report=1, key="case", text=told, based_on=2)
    forbid_quoting(made, "paraphrase_only")
    with pytest.raises(Refused, match=r"only be paraphrased.*The case in short"):
        issue(oak)


@pytest.mark.parametrize("path", ["1/read/", "1/read/1/", "1/read/0/", "1/comments/"])
def test_the_case_group_reads_it_once_it_is_released_and_nobody_else_does(oak, elm, made, client, path):
    assert get(client, oak, path).status_code == (200 if path == "1/comments/" else 404)
    issue(oak)
    assert get(client, oak, path).status_code == 200
    for role in OUTSIDE:
        told = get(client, oak, path, role).status_code
        assert told == (200 if path == "1/comments/" and role is Role.FAMILY else 404), role
    client.force_login(elm.person(Role.CASE_GROUP))
    assert client.get(f"/reviews/{oak.ref}/follow-on/{path}").status_code == 404


@pytest.mark.parametrize("path", ["1/", "1/preview/", "1/sections/case/", "1/preview/file.pdf", "2/read/"])
def test_the_case_group_never_sees_what_was_not_given_to_it(oak, made, client, path):
    issue(oak)
    commands.start_follow_on(oak.seat(), report=2)
    assert get(client, oak, path).status_code == 404
    assert get(client, oak, path.replace("2/read/", "2/"), Role.TEAM).status_code == 200


def test_the_family_reads_it_by_a_grant_alone(oak, made, client):
    issue(oak)
    number = Participation.objects.get(review=oak.review, role=Role.FAMILY).number
    reviews.grant_access(oak.seat(), number=number, subject=Subject.FOLLOW_ON, reason="Asked to read it.",
                         until=today() + timedelta(days=3))  # fmt: skip
    assert get(client, oak, "1/read/", Role.FAMILY).status_code == 200


@pytest.mark.parametrize("how", ["taken back", "day passed", "place ended", "release ended"])
def test_reading_ends_at_once(oak, made, client, how):
    issue(oak)
    assert get(client, oak, "1/read/").status_code == 200
    if how == "taken back":
        commands.take_back_follow_on(oak.seat(), report=1, reason="A mistake in it.")
    elif how == "day passed":
        Issued.objects.update(until=today() - timedelta(days=1))
    elif how == "place ended":
        Participation.objects.filter(review=oak.review, role=Role.CASE_GROUP).update(ended_at="2020-01-01T00:00Z")
    else:
        reviews.end_release(oak.seat(), subject=Subject.FOLLOW_ON, role=Role.CASE_GROUP)
    for path in ("1/read/", "1/read/1/", "1/read/file.pdf"):
        assert get(client, oak, path).status_code == 404


@pytest.mark.parametrize(
    "comments_by, until", [(-1, 5), (5, 4), (5, 400)], ids=["passed", "before the comments", "too far"]
)
def test_days_that_make_no_sense_are_refused(oak, made, comments_by, until):
    with pytest.raises(Refused):
        issue(oak, comments_by=today() + timedelta(days=comments_by), until=today() + timedelta(days=until))
    assert not Issued.objects.exists()


@pytest.mark.parametrize("role", [role for role in Role if role is not Role.LEAD])
def test_only_a_lead_releases(oak, made, role):
    commands.start_follow_on(oak.seat(), report=1)
    with pytest.raises(NotHere):
        commands.issue_follow_on(oak.seat(role), report=1, comments_by=today(), until=today(), looked=True)


@pytest.mark.parametrize("form", ["docx", "pdf"])
def test_a_file_is_saved_only_if_the_leads_allow_it_and_says_whose_copy_it_is(oak, made, client, form):
    issue(oak)
    assert get(client, oak, f"1/read/file.{form}").status_code == 404
    commands.change_days(oak.seat(), report=1, comments_by=today(), until=today(), downloads=True)
    answer = get(client, oak, f"1/read/file.{form}")
    content = b"".join(answer.streaming_content)
    assert "for Case group member A" in " ".join(texts_of(content, form))
    assert oak.ref not in answer["Content-Disposition"]
    if form == "docx":
        with zipfile.ZipFile(io.BytesIO(content)) as packed:
            head = [packed.read(name) for name in packed.namelist() if "header" in name]
        assert any(b"Case group member A alone" in one for one in head)


def test_leads_see_who_has_not_opened_it_and_nobody_elses_looking(oak, made, client):
    issue(oak)
    edition = queries.editions(oak.seat())[0]
    assert [one.opened for one in queries.readers(oak.seat(), edition)] == [False]
    get(client, oak, "1/", Role.LEAD)
    get(client, oak, "1/read/", Role.LEAD)
    assert [one.opened for one in queries.readers(oak.seat(), edition)] == [False]
    assert b"Not opened yet" in get(client, oak, "1/", Role.LEAD).content
    get(client, oak, "1/read/")
    (reader,) = queries.readers(oak.seat(), edition)
    assert reader.opened and reader.label == "Case group member A"
    with pytest.raises(NotHere):
        queries.readers(oak.seat(Role.CASE_GROUP), edition)


@pytest.mark.parametrize("role", BOARD)
def test_nothing_reaches_the_board_before_the_group_has_had_its_say(oak, made, role):
    def to_board():
        reviews.release(oak.seat(), subject=Subject.DRAFT_REPORT, role=role)

    with pytest.raises(Refused, match="has not had its say"):
        to_board()
    issue(oak, 1, comments_by=today())
    issue(oak, 2, comments_by=today())
    with pytest.raises(Refused):  # today somebody may still write
        to_board()
    oak.review.refresh_from_db()
    assert oak.review.heard_from == today() + timedelta(days=1)
    type(oak.review).objects.filter(pk=oak.review.pk).update(heard_from=today())
    to_board()


def test_taking_the_second_report_back_before_its_day_shuts_the_gate_again(oak, made):
    issue(oak, 2)
    commands.take_back_follow_on(oak.seat(), report=2, reason="A mistake in it.")
    oak.review.refresh_from_db()
    assert oak.review.heard_from is None


def test_a_lead_writes_down_why_not_and_then_the_board_may_read(oak):
    with pytest.raises(Refused, match="lead reviewer"):
        reviews.answer_gate(oak.seat(Role.BUSINESS), gate="case_group_heard", text="There was no time for it.")
    reviews.answer_gate(oak.seat(), gate="case_group_heard", text="The case group has asked not to meet again.")
    reviews.release(oak.seat(), subject=Subject.DRAFT_REPORT, role=Role.ACCOUNTABLE)


def test_words_that_are_blacked_out_leave_what_was_given(oak, made, client):
    issue(oak, 2)
    say(oak, "There were sixty others, I agree.", report=2)
    asked = WordsSought(oak.seat(), "sixty  Others")
    announce(asked)
    assert "comment 1 on a follow-on report" in asked.places
    assert any("follow-on report 2, edition 1" in one for one in asked.places)
    assert Issued.objects.get().tree == "" and Issued.objects.get().sha256
    assert get(client, oak, "2/read/").status_code == 404
    assert get(client, oak, "2/comments/").status_code == 200
    oak.review.refresh_from_db()
    assert oak.review.heard_from is None


def test_a_report_comes_back_from_the_ice_as_it_was():
    for kind in PARTS_OF:
        base = material(episodes=3, findings=2, uses=4)
        tree = report_tree(base, written() if kind == "final" else (), Edition.CASE_GROUP, kind)
        again = thawed(frozen(tree))
        assert (again.title, again.sections, again.notes) == (tree.title, tree.sections, tree.notes)
        assert again.problems == () and again.mark is None


@drawn(size=st.integers(1, 40))
def test_every_paragraph_stands_on_one_page_with_its_number(size):
    base = material(episodes=4, findings=2, uses=3)
    tree = report_tree(base, written(), Edition.CASE_GROUP)
    pages = [exports.leaf_read(tree, 1, "?page=", size=size)]
    pages += [exports.leaf_read(tree, at, "?page=", size=size) for at in range(2, pages[0].pages + 1)]
    pieces = [one for page in pages for one in page.pieces]
    count = sum(1 for number, _, _ in numbered(tree.sections) if number)
    assert [one.number for one in pieces if one.number] == list(range(1, count + 1))
    assert len(pieces) == sum(1 for _ in numbered(tree.sections))
    assert all(sum(1 for one in page.pieces if one.number) <= size for page in pages)


def test_only_the_teller_of_an_account_is_told_that_it_is_theirs(oak, made, client):
    issue(oak)
    assert b"This tells how it was for you" in get(client, oak, "1/read/").content
    for role in (Role.LEAD, Role.TEAM):
        assert b"This tells how it was for you" not in get(client, oak, "1/read/", role).content


def test_the_paragraph_spoken_of_is_the_one_that_was_read(oak, made, client):
    issue(oak)
    number = paragraph_with(oak, "There were sixty others.")
    page = get(client, oak, f"1/read/{number}/").content.decode()
    assert "There were sixty others." in page and f"Paragraph {number}" in page
    assert get(client, oak, "1/read/9999/").status_code == 404
