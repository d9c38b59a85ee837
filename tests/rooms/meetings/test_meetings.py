"""A meeting before, in and after: who reads what, whose words stand, what is told to whom."""

from datetime import time, timedelta

import pytest
from hypothesis import given as each
from hypothesis import strategies as some

from casement.foundation.access import Role, Seat
from casement.foundation.clock import today
from casement.foundation.refusals import Conflict, NotHere, Refused
from casement.rooms.analysis.commands import propose_episode
from casement.rooms.analysis.vocabulary import Cite
from casement.rooms.meetings import commands, queries
from casement.rooms.meetings.models import Entry, EntryVersion, Item
from casement.rooms.meetings.rules.agendas import agendas, kind_of, length_words, may_read
from casement.rooms.meetings.rules.moving import moved
from casement.rooms.planning import commands as planning_commands
from casement.rooms.planning.rules.forms import templates
from casement.rooms.proceedings import commands as proceedings
from casement.rooms.sources.models import Source
from tests.factories import analysis, conversations, given, meetings, planning
from tests.factories.meetings import address, at, seen
from tests.factories.reviews import Cast

HOLD = "are held since"


def test_every_meeting_of_every_form_of_review_has_an_agenda_that_fits_its_time():
    for form in ("full", "intensive", "speed_plus", "mid_range", "focused", "themed", "sar_rapid_time", "hybrid"):
        for row in templates(form):
            if row.kind == "meeting":
                told = agendas()[kind_of(row.key, row.step)]
                assert told.items, (form, row.key)
                assert form != "full" or sum(one.minutes for one in told.items) <= row.minutes, row.key


@each(some.sampled_from([*agendas(), "unheard of"]), some.sampled_from([str(one) for one in Role]), some.booleans())
def test_nobody_reads_a_meeting_they_are_not_asked_to_and_no_board_or_family_another_kind(kind, role, asked):
    reads = may_read(kind, role, asked=asked, everything=False)
    assert not (reads and not asked)
    if role == Role.FAMILY and reads:
        assert kind == "family"
    if role in (Role.ACCOUNTABLE, Role.DELEGATED) and reads:
        assert kind == "board"
    if role == Role.CASE_GROUP and reads:
        assert kind not in ("planning", "team", "analysis", "family", "board", "other")


@each(some.lists(some.integers(1, 99), unique=True, max_size=9), some.integers(0, 8), some.sampled_from([-1, 1]))
def test_an_item_moved_changes_place_with_its_neighbour_alone(order, place, by):
    if not order:
        return
    one = order[place % len(order)]
    told = moved(order, one, by)
    there = max(0, min(len(order) - 1, order.index(one) + by))
    wanted = list(order)
    wanted[order.index(one)], wanted[there] = wanted[there], one
    assert told == wanted


def test_the_length_is_said_in_words():
    assert length_words([30, 45], 75).endswith("with no time for a break.")
    assert "15 minutes left" in length_words([45], 60)
    assert "1 hour 5 minutes too long" in length_words([65, 60], 60)


def test_an_agenda_comes_from_its_kind_and_is_then_this_meetings_own(oak):
    made, client = meetings.invited(oak), at(oak, Role.LEAD)
    page = address(oak, made.number, "agenda/")
    assert "There is no agenda yet" in client.get(page).content.decode()
    client.post(page, {"kind": "follow_on_1"})
    titles = [one.title for one in agendas()["follow_on_1"].items]
    rows = Item.objects.filter(meeting=made, dropped_at=None)
    assert list(rows.values_list("title", flat=True)) == titles
    client.post(f"{page}items/", {"title": "Support for staff", "minutes": "20", "purpose": ""})
    own = rows.get(title="Support for staff")
    client.post(f"{page}items/{own.number}/order/", {"by": "-1"})
    client.post(f"{page}items/{rows.first().number}/removal/")
    assert list(rows.values_list("title", flat=True))[-2:] == ["Support for staff", titles[-1]]
    assert titles[0] not in rows.values_list("title", flat=True)
    refused = client.post(f"{page}items/", {"title": "Far too long", "minutes": "9000", "purpose": "Kept words"})
    assert refused.status_code == 422 and "Kept words" in refused.content.decode()
    client.post(page, {"kind": "analysis"})  # items somebody added stay
    assert "Support for staff" in rows.values_list("title", flat=True)
    assert "too long: shorten an item" in client.get(page).content.decode()


def test_a_paper_is_on_the_agenda_of_whoever_may_open_it_and_leads_see_who_cannot(oak):
    conversations.framework(oak)
    made = meetings.ready(oak)
    first = Item.objects.filter(meeting=made)[0].number
    for key in ("findings", "strands"):
        commands.link_paper(oak.seat(), number=made.number, item=first, key=key)
    path = address(oak, made.number, "agenda/")
    lead, group = seen(oak, Role.LEAD, path)[1], seen(oak, Role.CASE_GROUP, path)[1]
    assert "Findings" in lead and "Cannot open it now: Case group member A." in lead
    assert "Have we got the facts right" in group
    assert "Findings" not in group and "Chronology" not in group and "Cannot open it" not in group


def test_a_follow_on_report_is_a_paper_for_the_group_only_while_it_is_open_to_them(oak):
    given_report(oak)
    made = meetings.ready(oak)
    first = Item.objects.filter(meeting=made)[0].number
    commands.link_paper(oak.seat(), number=made.number, item=first, key="follow-on-1")
    path = address(oak, made.number, "agenda/")
    assert "Follow-on report 1</a>" in seen(oak, Role.CASE_GROUP, path)[1]
    assert "Cannot open it now" not in seen(oak, Role.LEAD, path)[1]
    opened = at(oak, Role.CASE_GROUP).get(f"/reviews/{oak.ref}/follow-on/1/read/")
    assert opened.status_code == 200
    given.commands.take_back_follow_on(oak.seat(), report=1, reason="Put right first.")
    assert "Follow-on report 1" not in seen(oak, Role.CASE_GROUP, path)[1]
    assert "Cannot open it now: Case group member A." in seen(oak, Role.LEAD, path)[1]


def given_report(oak: Cast) -> None:
    """Follow-on report 1 with the case group."""
    given.commands.start_follow_on(oak.seat(), report=1)
    given.issue(oak)


def test_nobody_writes_over_anybody_and_what_was_said_before_is_kept(oak):
    made = meetings.ready(oak)
    entry = meetings.said(oak, made.number, "We went on Tuesday.")
    told = {"number": made.number, "entry": entry.number, "kind": "discussion"}
    with pytest.raises(Refused, match="belongs to whoever wrote it"):
        commands.change_entry(oak.seat(Role.TEAM), **told, text="Over yours.", based_on=1)
    with pytest.raises(Refused, match="belongs to whoever wrote it"):
        commands.take_back_entry(oak.seat(Role.TEAM), number=made.number, entry=entry.number)
    commands.change_entry(oak.seat(), **told, text="We went on Wednesday.", based_on=1)
    with pytest.raises(Conflict) as both:
        commands.change_entry(oak.seat(), **told, text="From the other window.", based_on=1)
    assert (both.value.mine, both.value.theirs) == ("From the other window.", "We went on Wednesday.")
    assert list(EntryVersion.objects.values_list("text", flat=True)) == ["We went on Tuesday."]


def test_what_a_page_sends_again_is_taken_once_with_its_last_words(oak):
    made = meetings.ready(oak)
    for text in ("Half a sen", "Half a sentence.", "Half a sentence."):
        meetings.said(oak, made.number, text, sent_key="a-page")
    meetings.said(oak, made.number, "Another's, under the same key.", role=Role.TEAM, sent_key="a-page")
    assert sorted(Entry.objects.values_list("text", flat=True)) == [
        "Another's, under the same key.", "Half a sentence.",
    ]  # fmt: skip


def test_others_are_told_what_is_new_drawn_as_the_page_draws_it(oak):
    made = meetings.ready(oak)
    meetings.said(oak, made.number, "Was there before.")
    client = at(oak, Role.TEAM)
    page = client.get(address(oak, made.number, "notes/")).content.decode()
    since = page.split('data-since="')[1].split('"')[0]
    news = address(oak, made.number, f"notes/since/{since}/")
    first = client.get(news)
    assert first.json()["entries"] == []
    assert client.get(news, headers={"If-None-Match": first["ETag"]}).status_code == 304
    entry = meetings.said(oak, made.number, "Why <b>then</b>?", "question")
    (told,) = client.get(news).json()["entries"]
    assert (told["number"], told["mine"]) == (entry.number, False)
    assert told["html"].strip() in client.get(address(oak, made.number, "notes/")).content.decode()
    assert "<b>then" not in told["html"]
    commands.take_back_entry(oak.seat(), number=made.number, entry=entry.number)
    assert client.get(news).json()["gone"] == [entry.number]


def test_a_hold_placed_during_the_meeting_is_said_and_nothing_typed_is_lost(oak):
    made, client = meetings.ready(oak), at(oak, Role.LEAD)
    path = address(oak, made.number, "notes/")
    other = meetings.ready(oak, "analysis_1", kind="analysis", roles=())
    hold(oak, thing=made.number)
    assert f"Meeting {made.number} is held since" in client.get(f"{path}since/0/").json()["stopped"]
    assert "stays on this device" in client.get(path).content.decode()
    sent = client.post(path, {"kind": "discussion", "text": "Typed while it was held."})
    assert sent.status_code == 422 and "Typed while it was held." in sent.content.decode()
    told = client.post(path, {"kind": "discussion", "text": "By script."}, headers={"Accept": "application/json"})
    assert "is held since" in told.json()["refusal"]
    assert not Entry.objects.exists()
    meetings.said(oak, other.number, "Another meeting goes on.")
    hold(oak)
    with pytest.raises(Refused, match=HOLD):
        meetings.said(oak, other.number, "Not while all are held.")


def hold(oak: Cast, **more) -> None:
    """Meetings, or one of them, are held."""
    proceedings.place_hold(
        oak.seat(), scope="meeting", reason="criminal", words="The police asked.",
        look_on=today() + timedelta(days=9), **more,
    )  # fmt: skip


def test_an_action_is_never_forced_and_is_told_to_whoever_took_it_on(oak):
    made = meetings.ready(oak)
    mine = planning.number_of(oak, Role.TEAM)
    meetings.said(oak, made.number, "Somebody should ring the school.", "action")
    entry = meetings.said(
        oak, made.number, "Ring the ward about wexcorandle.", "action", owner=mine, by_when=today()
    )
    client = at(oak, Role.TEAM)
    home = client.get("/").content.decode()
    assert "You took on something in a meeting" in home and "wexcorandle" not in home
    page = f"/reviews/{oak.ref}/my-actions/"
    assert "wexcorandle" in client.get(page).content.decode()
    assert "wexcorandle" not in seen(oak, Role.CASE_GROUP, page)[1]
    with pytest.raises(NotHere):
        commands.settle_my_action(oak.seat(Role.CASE_GROUP), number=entry.number, state="done")
    assert client.post(f"{page}{entry.number}/", {"state": "let_go", "outcome": ""}).status_code == 422
    later = meetings.ready(oak, "follow_on_2")
    assert "wexcorandle" in seen(oak, Role.TEAM, address(oak, later.number, "agenda/"))[1]
    assert "wexcorandle" not in seen(oak, Role.CASE_GROUP, address(oak, later.number, "agenda/"))[1]
    client.post(f"{page}{entry.number}/", {"state": "done", "outcome": ""})
    assert "You took on something" not in client.get("/").content.decode()
    assert "wexcorandle" not in seen(oak, Role.TEAM, address(oak, later.number, "agenda/"))[1]


def test_a_question_stands_at_its_episode_until_it_is_answered_or_let_go_with_a_reason(oak):
    number = given_episode(oak)
    made = meetings.ready(oak)
    entry = meetings.said(oak, made.number, "Did the ward know of the move?", "question")
    commands.link_entry(oak.seat(), number=made.number, entry=entry.number, about=[f"episode:{number}"])
    page = f"/reviews/{oak.ref}/episodes/{number}/"
    assert f"Question, meeting {made.number}: Did the ward know" in seen(oak, Role.TEAM, page)[1]
    assert "Did the ward know" in seen(oak, Role.LEAD, f"/reviews/{oak.ref}/meetings/open/")[1]
    told = {"number": made.number, "entry": entry.number, "state": "let_go"}
    with pytest.raises(Refused, match="why you let it go"):
        commands.settle_entry(oak.seat(), **told)
    commands.settle_entry(oak.seat(), **told, outcome="Nobody who knew works there now.")
    assert "Let go: Nobody who knew works there now." in seen(oak, Role.TEAM, page)[1]
    assert "Did the ward know" not in seen(oak, Role.LEAD, f"/reviews/{oak.ref}/meetings/open/")[1]
    with pytest.raises(Refused, match="Choose episodes and findings"):
        commands.link_entry(oak.seat(), number=made.number, entry=entry.number, about=["episode:99"])
    hold(oak, thing=made.number)
    with pytest.raises(Refused, match="is held since"):
        commands.settle_entry(oak.seat(), number=made.number, entry=entry.number, state="open")


def given_episode(oak: Cast) -> int:
    """An episode of the analysis."""
    at = analysis.desk(oak)
    cites = [Cite(excerpt=at.excerpt("Sixty-one").number)]
    told = {"title": "The move", "why": "Two services held pieces.", "strands": [1], "roles": [3], "cites": cites}
    return propose_episode(oak.seat(), **told).number


def test_words_of_the_group_become_a_source_or_a_comment_and_name_nobody_who_did_not_agree(oak):
    conversations.framework(oak)
    made = meetings.ready(oak)
    group = planning.number_of(oak, Role.CASE_GROUP)
    first, second, third = (
        meetings.said(oak, made.number, f"We were {n} on the ward.", "said").number for n in (1, 2, 3)
    )
    told = {"number": made.number, "decision": "source"}
    with pytest.raises(NotHere):
        commands.decide_said(oak.seat(Role.TEAM), entry=first, **told)
    with pytest.raises(Refused, match="only if they agree"):
        commands.decide_said(oak.seat(), entry=first, whose=group, **told)
    commands.decide_said(oak.seat(), entry=first, **told)
    commands.decide_said(oak.seat(), entry=second, whose=group, agreed=True, **told)
    commands.decide_said(oak.seat(), entry=third, number=made.number, decision="comment")
    together, named = Source.objects.order_by("number")
    assert together.current.text == "We were 1 on the ward." and together.participation is None
    assert "by the group" in together.title
    assert named.participation.number == group and "We were 2" in named.current.text
    with pytest.raises(Refused, match="decided already"):
        commands.decide_said(oak.seat(), entry=third, **told)
    notes = seen(oak, Role.LEAD, address(oak, made.number, "notes/"))[1]
    assert "Released as a source" in notes and "Kept as a comment" in notes


def test_a_meeting_that_was_held_before_has_a_place_for_its_notes_and_nobody_is_invited_to_it(oak):
    seat, day = oak.seat(), planning.ENGLAND.on_or_before(today() - timedelta(days=9))
    with pytest.raises(Refused, match="day is over"):
        planning_commands.add_row(seat, kind="step", step="S03", label="Long ago", on=day)
    line = planning_commands.add_row(seat, kind="meeting", step="S03", label="Talk before we began", on=day)
    told = {"row": line.number, "at": time(10), "minutes": 60, "needed": [planning.number_of(oak, Role.TEAM)]}
    made = planning_commands.arrange_meeting(seat, **told)
    with pytest.raises(Refused, match="This meeting is over"):
        planning_commands.invite(seat, number=made.number)
    commands.choose_agenda(seat, number=made.number, kind="planning")
    meetings.said(oak, made.number, "We agreed to ask four agencies.")
    assert commands.agree_minutes(seat, number=made.number).edition == 1


def test_notes_are_for_leads_and_team_and_a_group_finds_only_the_meetings_it_is_asked_to(oak):
    made, other = meetings.ready(oak), meetings.ready(oak, "analysis_1", kind="analysis")
    asked = address(oak, made.number, "agenda/")
    assert seen(oak, Role.CASE_GROUP, asked)[0] == 200
    assert seen(oak, Role.CASE_GROUP, address(oak, other.number, "agenda/"))[0] == 404  # asked, but not its kind
    for end in ("notes/", "notes/since/0/", "attendance/"):
        assert seen(oak, Role.CASE_GROUP, address(oak, made.number, end))[0] == 404, end
    date = f"/reviews/{oak.ref}/dates/{made.number}/"
    assert asked in seen(oak, Role.CASE_GROUP, date)[1]
    assert address(oak, made.number, "notes/") not in seen(oak, Role.CASE_GROUP, date)[1]
    not_asked: Seat = oak.seat(Role.FAMILY)
    assert queries.readable(not_asked) == []


@pytest.mark.parametrize("end", ["agenda/", "notes/", "minutes/", "attendance/"])
def test_pages_cost_the_same_however_much_is_in_them(oak, end, django_assert_max_num_queries):
    made, client, cost = meetings.ready(oak), at(oak, Role.LEAD), set()
    first = Item.objects.filter(meeting=made)[0].number
    for many in (1, 3):
        for one in range(many):
            meetings.said(oak, made.number, f"Said {one}.", "action", owner=1)
            key = ("findings", "patterns", "report")[one]
            commands.link_paper(oak.seat(), number=made.number, item=first, key=key)
        with django_assert_max_num_queries(12) as told:
            assert client.get(address(oak, made.number, end)).status_code == 200
        cost.add(len(told))
    assert len(cost) == 1
