"""Open codes keep what they said before; memos are shared or one's own."""

import pytest

from casement.foundation.access import Role
from casement.foundation.refusals import Conflict, NotHere, Refused
from casement.rooms.coding import commands, queries
from tests.factories import coding
from tests.house.addresses import body, signed_in


def test_a_new_code_is_made_once_whatever_its_capitals(oak):
    coding.text(oak)
    coding.mark(oak, code="new:Ringing back")
    coding.mark(oak, code="new:ringing  BACK", words="The list had 290 names")
    (code,) = queries.codebook(oak.seat())
    assert (code.label, code.count) == ("Ringing back", 2)
    with pytest.raises(Refused, match="already"):
        commands.add_code(oak.seat(), label="RINGING BACK")


def test_a_renamed_code_keeps_its_marks_and_its_old_words(oak):
    coding.text(oak)
    coding.mark(oak)
    commands.define_code(oak.seat(), number=1, label="Calling back", definition="When a call was owed", based_on=1)
    view = queries.code_view(oak.seat(), 1)
    assert (view.choice.label, view.total) == ("Calling back", 1)
    assert [old.label for old in view.wordings] == ["Ringing back"]


def test_the_second_of_two_writers_loses_nothing(oak):
    commands.add_code(oak.seat(), label="Calls")
    commands.define_code(oak.seat(), number=1, label="Calls", definition="First", based_on=1)
    with pytest.raises(Conflict) as told:
        commands.define_code(oak.seat(Role.TEAM), number=1, label="Calls", definition="Second", based_on=1)
    assert "Second" in told.value.mine
    assert "First" in told.value.theirs
    view = queries.code_view(oak.seat(), 1)
    assert view.choice.help == "First"
    assert next((old.definition, old.kept_beside) for old in view.wordings) == ("Second", True)


def test_two_codes_do_not_share_a_name(oak):
    commands.add_code(oak.seat(), label="One")
    commands.add_code(oak.seat(), label="Two")
    with pytest.raises(Refused, match="Another code"):
        commands.define_code(oak.seat(), number=2, label="one")


@pytest.mark.parametrize("label", ["", "   ", "x" * 121])
def test_a_code_needs_a_short_name(oak, label):
    with pytest.raises(Refused):
        commands.add_code(oak.seat(), label=label)


def test_a_retired_code_keeps_its_marks_and_takes_no_new_ones(oak):
    coding.text(oak)
    made = coding.mark(oak)
    commands.retire_code(oak.seat(), number=1)
    assert [choice.value for choice in queries.choices(oak.seat())] == []
    assert queries.code_view(oak.seat(), 1).total == 1
    for code in ("open:1", "new:Ringing back"):
        with pytest.raises(Refused, match="retired"):
            coding.mark(oak, words="The list", code=code)
    commands.change_mark(oak.seat(), mark=made.number, influence="helped", code="open:1")
    commands.bring_back_code(oak.seat(), number=1)
    assert [choice.value for choice in queries.choices(oak.seat())] == ["open:1"]


def test_codes_used_lately_are_named_so_for_the_one_who_used_them(oak):
    coding.framework(oak)
    coding.text(oak)
    coding.mark(oak, code="item:wrk.03", influence="harder")
    assert [one.value for one in queries.choices(oak.seat()) if one.recent] == ["item:wrk.03"]
    assert not [one for one in queries.choices(oak.seat(Role.TEAM)) if one.recent]


def test_a_private_memo_is_read_by_its_writer_only(oak):
    coding.text(oak)
    made = coding.mark(oak)
    commands.keep_memo(oak.seat(), mark=made.number, memo="A hunch", private=True)
    commands.write_memo(oak.seat(), text="For all of us", number=1)
    assert [memo.text for memo in queries.memos(oak.seat())[0]] == ["For all of us", "A hunch"]
    team = oak.seat(Role.TEAM)
    assert [memo.text for memo in queries.memos(team)[0]] == ["For all of us"]
    assert queries.mark_view(team, made.number).notes == ()
    (seen,) = queries.desk_marks(team, made.excerpt.version_id)
    assert (seen.memo, seen.notes) == ("", ())


def test_each_writes_their_own_memo_on_a_mark(oak):
    coding.text(oak)
    made = coding.mark(oak)
    commands.keep_memo(oak.seat(), mark=made.number, memo="Mine")
    commands.keep_memo(oak.seat(Role.TEAM), mark=made.number, memo="Theirs")
    commands.keep_memo(oak.seat(), mark=made.number, memo="Mine, better")
    (seen,) = queries.desk_marks(oak.seat(), made.excerpt.version_id)
    assert (seen.memo, seen.notes) == ("Mine, better", ("Theirs",))


def test_nobody_changes_the_memo_of_another(oak):
    made = commands.write_memo(oak.seat(), text="Mine")
    with pytest.raises(NotHere):
        commands.change_memo(oak.seat(Role.TEAM), memo=made.number, text="Not mine")
    with pytest.raises(NotHere):
        queries.memo_view(oak.seat(Role.TEAM), made.number)


def test_an_empty_memo_is_refused_and_what_stood_stays(oak):
    coding.text(oak)
    made = coding.mark(oak, memo="Kept")
    with pytest.raises(Refused):
        commands.keep_memo(oak.seat(), mark=made.number, memo="  ")
    assert queries.memos(oak.seat())[0][0].text == "Kept"


def test_what_each_code_means_is_told_where_it_is_chosen(oak):
    coding.framework(oak)
    coding.text(oak)
    coding.mark(oak)
    words = {"definition": "Use it so", "exclusion": "Not <so>", "example": "Like so"}
    commands.add_code(oak.seat(), label="Told", **words)
    for address in ("sources/1/", "marks/1/"):
        page = signed_in(oak).get(f"/reviews/{oak.ref}/{address}").content.decode()
        told = page[page.index("What the codes mean") :]
        assert "Use it so" in told and "Not &lt;so&gt;" in told and "Like so" in told
    (given,) = [one for one in queries.choices_on(oak.seat(), 1).choices if one.label == "Told"]
    assert (given.help, given.exclusion, given.example) == tuple(words.values())


def test_a_memo_on_a_code_is_read_on_its_page_found_and_goes_out_with_the_codebook(oak):
    coding.framework(oak)
    commands.add_code(oak.seat(), label="Told")
    for address in ("codes/1/", "codes/item/wrk.03/"):
        client = signed_in(oak)
        sent = client.post(f"/reviews/{oak.ref}/{address}memo/", {"text": f"Ends at quaggles {address}"})
        assert sent["Location"] == f"/reviews/{oak.ref}/{address}#memos"
        assert "Ends at quaggles" in client.get(f"/reviews/{oak.ref}/{address}").content.decode()
        assert (
            f'href="/reviews/{oak.ref}/{address}#memos"'
            in client.get(f"/reviews/{oak.ref}/memos/").content.decode()
        )
    found = (
        signed_in(oak, Role.TEAM)
        .post(f"/reviews/{oak.ref}/search/", {"words": "quaggles"}, follow=True)
        .content.decode()
    )
    assert "codes/1/#memos" in found and "codes/item/wrk.03/#memos" in found
    for kind in ("csv", "xlsx", "docx"):
        saved = signed_in(oak, Role.TEAM).get(f"/reviews/{oak.ref}/codes/report.{kind}")
        assert saved.status_code == 200
        assert kind != "csv" or body(saved).count(b"Ends at quaggles") == 2
    assert signed_in(oak).post(f"/reviews/{oak.ref}/codes/9/memo/", {"text": "x"}).status_code == 404
    assert signed_in(oak).post(f"/reviews/{oak.ref}/codes/item/no.99/memo/", {"text": "x"}).status_code == 404
    assert "Write the memo first" in signed_in(oak).post(f"/reviews/{oak.ref}/codes/1/memo/", {}).content.decode()


def test_a_private_memo_on_a_code_is_its_writers_alone(oak):
    commands.add_code(oak.seat(), label="Told")
    commands.write_code_memo(oak.seat(Role.TEAM), text="quaggles", number=1, private=True)
    for address in ("codes/1/", "memos/"):
        assert b"Only you" in signed_in(oak, Role.TEAM).get(f"/reviews/{oak.ref}/{address}").content
        assert b"quaggles" not in signed_in(oak).get(f"/reviews/{oak.ref}/{address}").content
    for role, seen in ((Role.TEAM, True), (Role.LEAD, False)):
        found = signed_in(oak, role).post(f"/reviews/{oak.ref}/search/", {"words": "quaggles"}, follow=True).content
        assert (b"codes/1/#memos" in found) is seen
    assert queries.memos_on_code(oak.seat(), number=1) == ()
    assert len(queries.memos_on_code(oak.seat(Role.TEAM), number=1)) == 1
    assert b"quaggles" not in body(signed_in(oak, Role.TEAM).get(f"/reviews/{oak.ref}/codes/report.csv"))
    with pytest.raises(NotHere):
        commands.write_code_memo(oak.seat(Role.CASE_GROUP), text="x", number=1)
