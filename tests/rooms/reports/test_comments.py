"""What the case group says: who sees who wrote it, what becomes of it, and that nothing of it is lost."""

from datetime import timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from casement.foundation.access import Role
from casement.foundation.clock import today
from casement.foundation.models import LedgerEntry
from casement.foundation.refusals import Conflict, NotHere, Refused
from casement.rooms.reports import commands, queries
from casement.rooms.reports.models import Comment, Issued
from casement.rooms.reviews import commands as reviews
from casement.rooms.reviews.models import Participation
from tests.factories.given import answer, issue, say
from tests.factories.reports import analysed
from tests.factories.reviews import person


@pytest.fixture
def made(oak):
    told = analysed(oak)
    issue(oak)
    return told


@pytest.fixture
def colleague(oak):
    """A second member of the case group, signed in as the role FAMILY's place is not."""
    who = person("A colleague")
    last = Participation.objects.filter(review=oak.review).order_by("-number").first().number
    Participation.objects.create(review=oak.review, number=last + 1, person=who, role=Role.CASE_GROUP,
                                 role_label="Health Visitor 7")  # fmt: skip
    return who


def page(client, cast, path, who=Role.CASE_GROUP):
    client.force_login(cast.person(who) if isinstance(who, Role) else who)
    return client.get(f"/reviews/{cast.ref}/follow-on/1/{path}")


def send(client, cast, path, sent, who=Role.CASE_GROUP):
    client.force_login(cast.person(who) if isinstance(who, Role) else who)
    return client.post(f"/reviews/{cast.ref}/follow-on/1/{path}", sent)


def test_a_comment_comes_back_to_its_writer_with_the_answer(oak, made, client):
    sent = {"kind": "disagreement", "text": "Nobody could have rung back.", "anonymous": "on"}
    assert send(client, oak, "read/2/", sent).status_code == 302
    assert b"Not answered yet" in page(client, oak, "read/2/").content
    done = {"disposition": "partly", "text": "We say why nobody could.", "stands": "on", "based_on": "0"}
    assert send(client, oak, "comments/1/", done, Role.LEAD).status_code == 302
    for path in ("read/", "read/2/", "comments/"):
        told = page(client, oak, path).content.decode()
        assert "Accepted in part" in told and "We say why nobody could." in told
        assert "We still see this differently" in told


@pytest.mark.parametrize("sent", [{"kind": "fact", "text": " "}, {"text": "Half a thought"}])
def test_a_comment_that_is_refused_keeps_what_was_typed(oak, made, client, sent):
    told = send(client, oak, "read/2/", sent)
    assert told.status_code == 422 and sent["text"].strip() in told.content.decode()
    assert not Comment.objects.exists()


def test_others_of_the_group_see_a_comment_only_when_it_is_told_and_then_without_the_role(
    oak, made, colleague, client
):
    say(oak, "The form had no box for it.", anonymous=True)
    for path in ("read/", "read/1/", "comments/"):
        assert b"no box for it" not in page(client, oak, path, colleague).content
    assert page(client, oak, "comments/1/", colleague).status_code == 404
    with pytest.raises(Refused, match="Answer the comment first"):
        commands.tell_comment(oak.seat(), report=1, number=1)
    answer(oak, 1)
    commands.tell_comment(oak.seat(), report=1, number=1)
    told = page(client, oak, "read/", colleague).content.decode()
    assert "no box for it" in told and "A member of the case group" in told
    assert "<strong>Case group member A</strong>" not in told
    assert b"no box for it" not in page(client, oak, "comments/", Role.FAMILY).content  # the report is shut to them
    commands.keep_comment(oak.seat(), report=1, number=1)
    assert b"no box for it" not in page(client, oak, "read/", colleague).content


@pytest.mark.parametrize("anonymous", [True, False])
def test_leads_see_who_wrote_it_and_the_team_only_if_the_writer_likes(oak, made, anonymous, client):
    say(oak, anonymous=anonymous)
    assert queries.comment(oak.seat(), 1, 1).by == "Case group member A"
    team = queries.comment(oak.seat(Role.TEAM), 1, 1).by
    assert team == ("A member of the case group" if anonymous else "Case group member A")
    assert queries.comment(oak.seat(Role.CASE_GROUP), 1, 1).by == "You"
    for path in ("comments/", "comments/1/", "read/"):
        told = page(client, oak, path, Role.TEAM).content.decode()
        assert ("<strong>Case group member A</strong>" in told) is not anonymous
        assert "<strong>A member of the case group</strong>" in told or not anonymous


@pytest.mark.parametrize("role", [Role.LEAD, Role.TEAM, Role.ACCOUNTABLE, Role.SUPERVISOR, Role.AGENCY_CONTACT])
def test_nobody_but_the_group_and_the_family_comments(oak, made, role):
    with pytest.raises(NotHere):
        say(oak, role=role)


def test_a_comment_after_the_day_is_taken_and_marked_late_and_none_after_the_end(oak, made):
    say(oak, "In time.")
    Issued.objects.update(comments_by=today() - timedelta(days=1))
    say(oak, "Too late?")
    assert [one.late for one in queries.comments(oak.seat(), 1)] == [False, True]
    commands.take_back_follow_on(oak.seat(), report=1, reason="Enough.")
    with pytest.raises(NotHere):
        say(oak, "After the end.")
    assert len(queries.comments(oak.seat(Role.CASE_GROUP), 1)) == 2


def test_the_same_comment_sent_twice_is_kept_once_and_a_closed_review_takes_none(oak, made):
    assert say(oak, "Twice.").number == say(oak, "Twice.").number
    assert Comment.objects.count() == 1
    reviews.close_review(oak.seat(), note="Finished.")
    with pytest.raises(NotHere):
        say(oak, "Once more.")


@pytest.mark.parametrize("disposition", ["partly", "not_accepted"])
def test_saying_no_needs_a_reason(oak, made, disposition):
    say(oak)
    with pytest.raises(Refused, match="Say why"):
        answer(oak, 1, "", disposition=disposition)
    answer(oak, 1, "", disposition="accepted")


def test_the_second_to_answer_reads_the_first_and_loses_nothing(oak, made, client):
    say(oak)
    answer(oak, 1, "First answer.")
    with pytest.raises(Conflict) as told:
        commands.answer_comment(oak.seat(Role.TEAM), report=1, number=1, disposition="partly", text="Second one.")
    assert (told.value.theirs, told.value.current) == ("First answer.", 1)
    found = queries.comment(oak.seat(), 1, 1)
    assert found.answer.text == "First answer." and [one.text for one in found.beside] == ["Second one."]
    assert "Second one." not in page(client, oak, "comments/").content.decode()
    sent = {"disposition": "partly", "text": "Third one.", "based_on": "0"}
    shown = send(client, oak, "comments/1/", sent, Role.TEAM)
    assert shown.status_code == 409 and b"First answer." in shown.content and b"Third one." in shown.content
    assert b'name="based_on" value="1"' in shown.content
    sent["based_on"] = "1"
    assert send(client, oak, "comments/1/", sent, Role.TEAM).status_code == 302
    assert queries.comment(oak.seat(), 1, 1).answer.text == "Third one."


def test_a_comment_is_taken_back_by_its_writer_until_it_is_answered(oak, made, colleague, client):
    say(oak, "I should not have written this.")
    say(oak, "This stands.")
    answer(oak, 2)
    assert send(client, oak, "comments/1/removal/", {}, colleague).status_code == 404
    assert send(client, oak, "comments/1/removal/", {}).status_code == 302
    assert [one.number for one in queries.comments(oak.seat(), 1)] == [2]
    with pytest.raises(Refused, match="stays"):
        commands.take_back_comment(oak.seat(Role.CASE_GROUP), report=1, number=2)


def test_the_next_report_says_what_was_told_comment_by_comment(oak, made):
    say(oak, "The form had no box for it.", anonymous=True)
    say(oak, "I do not agree.", kind="disagreement")
    say(oak, "Only for you.")
    answer(oak, 1, "We name the form now.")
    answer(oak, 2, "We keep it.", disposition="not_accepted", stands=True)
    for number in (1, 2):
        commands.tell_comment(oak.seat(), report=1, number=number)
    commands.start_follow_on(oak.seat(), report=2)
    tree = queries.desk(oak.seat(), "follow_on_2", afresh=True).tree("case_group")
    told = exported(tree)
    assert "A member of the case group on paragraph 1 of follow-on report 1 (fact)" in told
    assert "Case group member A on paragraph 1" in told and "We name the form now." in told
    assert "We still see this differently" in told
    assert "Only for you." not in told and "1 other comment was answered to the writer alone" in told


def exported(tree):
    from casement.rooms.reports.exports import fragment

    return fragment(tree)


def test_a_comment_is_tied_to_what_it_concerns_with_a_status_of_its_own(oak, made):
    say(oak)
    place = f"episode {made.episode}"
    commands.tie_comment(oak.seat(), report=1, number=1, to=place, status="to_check")
    commands.tie_comment(oak.seat(), report=1, number=1, to=place, status="against", note="The log says so.")
    (tie,) = queries.comment(oak.seat(), 1, 1).ties
    assert (tie.place, tie.words) == (f"Episode {made.episode}", "Speaks against what we say")
    assert queries.comment(oak.seat(Role.CASE_GROUP), 1, 1).ties == ()
    for to in ("episode 99", "finding", "source 1"):
        with pytest.raises(Refused, match="Choose an episode"):
            commands.tie_comment(oak.seat(), report=1, number=1, to=to, status="for")


def test_who_works_on_an_episode_or_finding_sees_what_the_case_group_said_of_it(oak, made, client):
    def told(path=f"episodes/{made.episode}/", who=Role.TEAM):
        client.force_login(oak.person(who))
        return client.get(f"/reviews/{oak.ref}/{path}").content.decode()

    say(oak, "Quorvinex rang twice.", anonymous=True)
    say(oak, "Of something else.")
    assert "From the case group" not in told()
    for to in (f"episode {made.episode}", f"finding {made.finding}"):
        commands.tie_comment(oak.seat(), report=1, number=1, to=to, status="against")
    shown = told()
    assert "From the case group" in shown and "Quorvinex rang twice." in shown and "Not answered yet" in shown
    assert "Speaks against what we say" in shown and "Of something else." not in shown
    beside = shown.split("From the case group")[1]
    assert "A member of the case group" in beside and oak.seat(Role.CASE_GROUP).label not in beside
    answer(oak, 1, disposition="partly")
    assert "Accepted in part" in told() and "Quorvinex" in told(f"findings/{made.finding}/")
    # Whoever is let see the analysis is not let see what the case group said of it.
    reviews.grant_access(
        oak.seat(), number=Participation.objects.get(review=oak.review, role=Role.SUPERVISOR).number,
        subject="working", reason="Supervises.", until=today() + timedelta(days=30),
    )  # fmt: skip
    shown = told(who=Role.SUPERVISOR)
    assert "How sure are we" in shown and "Quorvinex" not in shown


def test_the_ledger_holds_that_somebody_commented_and_no_word_of_it(oak, made):
    say(oak, "Quorvinex.")
    entry = LedgerEntry.objects.filter(action="comments.send", outcome="done").get()
    assert (entry.kind, entry.number) == ("comment", 1)
    assert not [one for one in LedgerEntry.objects.values() if "Quorvinex" in str(one)]


@pytest.mark.parametrize("role, path", [
    (Role.LEAD, "follow-on/"), (Role.LEAD, "follow-on/1/"), (Role.LEAD, "follow-on/1/sections/case/"),
    (Role.LEAD, "follow-on/1/comments/"), (Role.LEAD, "follow-on/1/comments/1/"), (Role.LEAD, "follow-on/1/read/"),
    (Role.LEAD, "follow-on/1/preview/"), (Role.CASE_GROUP, "follow-on/1/read/"), (Role.CASE_GROUP, "follow-on/"),
    (Role.CASE_GROUP, "follow-on/1/read/1/"), (Role.CASE_GROUP, "follow-on/1/comments/"),
    (Role.LEAD, "episodes/1/"),
])  # fmt: skip
def test_pages_ask_as_often_for_one_comment_as_for_three(oak, made, client, role, path):
    def asked():
        client.force_login(oak.person(role))
        client.get(f"/reviews/{oak.ref}/{path}")
        with CaptureQueriesContext(
            connection,
        ) as seen:
            assert client.get(f"/reviews/{oak.ref}/{path}").status_code == 200
        return len([one for one in seen if one["sql"].startswith(("SELECT", "(SELECT", "WITH"))])

    say(oak, "One.")
    answer(oak, 1)
    once = asked()
    for at in (2, 3):
        say(oak, f"Another {at}.", paragraph=at)
        answer(oak, at)
        commands.tie_comment(oak.seat(), report=1, number=at, to=f"episode {made.episode}", status="for")
    assert asked() == once


def test_home_says_what_waits(oak, made, client):
    client.force_login(oak.person(Role.CASE_GROUP))
    assert "follow-on report 1 for you to read" in client.get("/").content.decode()
    page(client, oak, "read/")
    assert "You have opened follow-on report 1" in client.get("/").content.decode()
    say(oak)
    client.force_login(oak.person(Role.LEAD))
    assert "1 comment waits for an answer" in client.get("/").content.decode()
