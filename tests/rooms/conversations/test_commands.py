"""What a conversation may become, what is kept of it, and who is asked first."""

from datetime import time, timedelta

import pytest

from casement.foundation.access import Role
from casement.foundation.clock import today
from casement.foundation.models import LedgerEntry
from casement.foundation.refusals import Conflict, NotHere, Refused
from casement.rooms.conversations import commands, queries
from casement.rooms.conversations.models import Conversation, Note, WriteUp
from casement.rooms.conversations.rules.moves import NOT_CLEARED
from casement.rooms.proceedings import commands as proceedings
from casement.rooms.reviews import commands as reviews
from casement.rooms.sources import queries as sources
from casement.rooms.sources.models import Source
from tests.factories import conversations as made
from tests.factories.conversations import SAID
from tests.factories.reviews import person

BOOK = {"on": today() + timedelta(days=2), "at": time(9)}


def state(row):
    return Conversation.objects.get(pk=row.pk).state


def test_it_is_not_booked_or_held_before_it_is_explained(oak):
    row = made.proposed(oak)
    for act in (
        lambda: commands.book_conversation(oak.seat(), number=row.number, **BOOK),
        lambda: commands.move_conversation(oak.seat(), number=row.number, to="held"),
        lambda: commands.move_conversation(oak.seat(), number=row.number, to="explained"),
    ):
        with pytest.raises(Refused):
            act()
    assert state(row) == "proposed"
    with pytest.raises(Refused, match="still to come"):
        commands.explain_status(oak.seat(), number=row.number, text_version="1", on=today() + timedelta(days=1))
    commands.explain_status(oak.seat(), number=row.number, text_version="1")
    told = row.explanations.get()
    assert (told.text_version, told.on, told.by.role) == ("1", today(), Role.LEAD)


@pytest.mark.parametrize("flag", ["possible", "do_not_approach"])
def test_a_flag_stops_invitation_booking_and_holding_until_it_is_cleared(oak, flag):
    first, second, third = made.proposed(oak), made.explained(oak), made.booked(oak)
    made.flagged(oak, state=flag)
    for act in (
        lambda: commands.explain_status(oak.seat(), number=first.number, text_version="1"),
        lambda: commands.book_conversation(oak.seat(), number=second.number, **BOOK),
        lambda: commands.move_conversation(oak.seat(), number=third.number, to="held"),
    ):
        with pytest.raises(Refused, match=NOT_CLEARED[:30]):
            act()
    made.flagged(oak, state="cleared")
    assert commands.move_conversation(oak.seat(), number=third.number, to="held").state == "held"


@pytest.mark.parametrize(("scope", "thing"), [("conversation", None), ("whole_review", None), ("conversation", 1)])
def test_a_hold_stops_the_conversation_and_its_notes_but_nobody_from_leaving(oak, scope, thing):
    row = made.booked(oak)
    hold = made.hold(oak, scope, thing)
    for act in (
        lambda: commands.move_conversation(oak.seat(), number=row.number, to="held"),
        lambda: commands.save_note(oak.seat(), number=row.number, heading="C2", said="Typed meanwhile."),
        lambda: commands.book_conversation(oak.seat(), number=row.number, **BOOK),
    ):
        with pytest.raises(Refused, match="held since"):
            act()
    commands.leave_process(oak.seat(), number=row.number)
    assert commands.leave_conversation(oak.seat(Role.CASE_GROUP), number=row.number).state == "declined"
    hold.delete()


def test_a_hold_on_another_conversation_or_on_reports_stops_nothing_here(oak):
    row = made.booked(oak)
    made.hold(oak, "conversation", row.number + 1)
    made.hold(oak, "report")
    assert commands.move_conversation(oak.seat(), number=row.number, to="held").state == "held"


def test_a_no_to_a_recording_stops_nothing(oak):
    row = made.booked(oak)
    commands.record_recording(oak.seat(), number=row.number, recording="refused")
    assert commands.move_conversation(oak.seat(), number=row.number, to="held").recording == "refused"


def test_a_pair_is_of_the_review_and_two_at_most(oak):
    for pair in ((), (1, 3), (1, 99), (1, 2, 1, 99)):
        with pytest.raises(Refused):
            made.proposed(oak, pair=pair)
    one = made.proposed(oak, pair=(1,), in_line=(1,), why="Nobody else is free.")
    (line,) = queries.listing(oak.seat())
    assert one.pair.count() == 1 and len(line.warnings) == 2


def test_each_of_the_pair_has_their_own_notes_and_nobody_writes_over_them(oak):
    row = made.booked(oak)
    for role, words in ((Role.LEAD, "Lead heard this."), (Role.TEAM, "Team heard that.")):
        commands.save_note(oak.seat(role), number=row.number, heading="C2", said=words, device=role)
    assert set(row.notes.values_list("said", flat=True)) == {"Lead heard this.", "Team heard that."}


def save(oak, row, said, based_on, device):
    return commands.save_note(
        oak.seat(), number=row.number, heading="C2", said=said, based_on=based_on, device=device
    )


def test_a_save_that_is_sent_again_is_one_and_an_older_device_is_kept_beside(oak):
    row = made.booked(oak)
    first = save(oak, row, "One", 0, "tablet")
    assert save(oak, row, "One", 0, "tablet").edition == first.edition  # the answer was lost on the way
    assert save(oak, row, "One two", 0, "tablet").edition == 2  # and typing went on
    later = save(oak, row, "From the phone", 0, "phone")
    assert later.kept_beside and Note.objects.get().said == "One two"
    assert save(oak, row, "From the phone, more", later.edition, "phone").kept_beside
    assert Note.objects.get().said == "One two"
    (noted,) = queries.notes(oak.seat(), row.number).notes
    assert [said for _, said, _ in noted.beside] == ["From the phone, more"]


def test_heading_six_is_opened_by_both_and_shows_nothing_before(oak):
    row = made.booked(oak)
    commands.choose_query(oak.seat(), number=row.number, text="Two accounts of the Tuesday differ.")
    assert queries.guide(oak.seat(Role.TEAM), row.number).queries == ()
    with pytest.raises(Refused):
        commands.save_note(oak.seat(), number=row.number, heading="C6", said="Too early.")
    with pytest.raises(Refused, match="Both of you"):
        commands.open_queries(oak.seat(), number=row.number, agreed=[1])
    commands.open_queries(oak.seat(), number=row.number, agreed=[1, 2])
    assert queries.guide(oak.seat(Role.TEAM), row.number).queries == ("Two accounts of the Tuesday differ.",)
    with pytest.raises(Refused):
        commands.drop_query(oak.seat(), number=row.number, query=1)


def test_notes_are_for_the_pair_and_their_person_alone(oak):
    row = made.held(oak)
    other = person("Another lead")
    reviews.seat_member(oak.seat(), role="lead_reviewer", role_label="Lead reviewer C", independence="independent")
    oak.review.participations.filter(role_label="Lead reviewer C").update(person=other)
    from casement.rooms.reviews.queries import seat_of

    outside = seat_of(other.pk, oak.ref)
    for seat in (
        outside,
        *(oak.seat(role) for role in Role if role not in (Role.LEAD, Role.TEAM, Role.CASE_GROUP)),
    ):
        with pytest.raises(NotHere):
            queries.notes(seat, row.number)
        with pytest.raises(NotHere):
            commands.save_note(seat, number=row.number, heading="C2", said="Not mine.")
    assert queries.about(outside, row.number).line.who  # a lead knows that it is there
    theirs = queries.notes(oak.seat(Role.CASE_GROUP), row.number)
    assert [note.reflection for note in theirs.notes] == ["", ""]
    assert {note.reflection for note in queries.notes(oak.seat(Role.TEAM), row.number).notes} == {""}


def test_the_second_writer_of_a_write_up_sees_the_first(oak):
    row = made.held(oak)
    commands.save_write_up(oak.seat(), number=row.number, texts={"C2-0": "Ours."})
    with pytest.raises(Conflict) as told:
        commands.save_write_up(oak.seat(Role.TEAM), number=row.number, texts={"C2-0": "Mine."})
    assert "Ours." in told.value.theirs and told.value.mine == "Mine." and told.value.current == 1
    assert WriteUp.objects.count() == 1
    commands.save_write_up(oak.seat(Role.TEAM), number=row.number, texts={"C2-0": "Both."}, based_on=1)
    assert queries.draft_of(oak.seat(), row.number).version == 2


def test_what_they_say_is_taken_in_or_stands_beside_and_the_agreed_text_is_released(oak):
    row = made.sent(oak)
    own = oak.seat(Role.CASE_GROUP)
    said = {"number": row.number, "part": "C2-0"}
    commands.remark_on_write_up(own, kind="correction", text="It was nine visits.", **said)
    commands.remark_on_write_up(own, kind="disagreement", text="I was not tired.", **said)
    assert commands.remark_on_write_up(own, kind="disagreement", text="I was not tired.", **said).number == 2
    commands.save_write_up(
        oak.seat(), number=row.number, texts={"C2-0": "I had nine visits."}, based_on=1, taken_in=[1]
    )
    commands.send_write_up(oak.seat(), number=row.number)
    with pytest.raises(Refused, match="changed since"):
        commands.agree_write_up(own, number=row.number, version=1, use="quotable_by_role")
    with pytest.raises(Refused, match="has not agreed"):
        commands.release_conversation(oak.seat(), number=row.number)
    commands.agree_write_up(own, number=row.number, version=2, use="background_only")
    commands.release_conversation(oak.seat(), number=row.number)
    source = Source.objects.get(kind="conversation")
    text = sources.reading(oak.seat(), source.number).text
    assert source.use == "background_only" and source.participation.role == Role.CASE_GROUP
    assert "I had nine visits." in text and "says: I was not tired." in text and "It was nine" not in text
    assert set(source.held_by.values_list("role", flat=True)) == {Role.LEAD, Role.TEAM}
    with pytest.raises(Refused):
        commands.save_write_up(oak.seat(), number=row.number, texts={"C2-0": "Later."}, based_on=2)


@pytest.mark.parametrize("role", [Role.CASE_GROUP, Role.FAMILY])
def test_leaving_erases_what_can_be_erased(oak, role):
    row = made.sent(oak, role)
    commands.leave_conversation(oak.seat(role), number=row.number)
    assert not Note.objects.exists() and not WriteUp.objects.exists() and state(row) == "withdrawn"
    assert not queries.check(oak.seat(role), row.number).parts
    with pytest.raises(Refused):
        commands.save_note(oak.seat(), number=row.number, heading="C2", said="Again.")


def test_leaving_after_release_takes_the_notes_and_says_what_cannot_be_taken_back(oak):
    row = made.agreed(oak)
    commands.release_conversation(oak.seat(), number=row.number)
    commands.leave_conversation(oak.seat(Role.CASE_GROUP), number=row.number)
    assert not Note.objects.exists() and Source.objects.filter(kind="conversation").exists()
    told = queries.check(oak.seat(Role.CASE_GROUP), row.number)
    assert told.released_at is not None and told.state == "withdrawn"


def test_a_hold_on_deletion_keeps_the_rows_and_shuts_them(oak):
    row = made.sent(oak)
    made.hold(oak, "deletion")
    commands.leave_conversation(oak.seat(Role.CASE_GROUP), number=row.number)
    assert Note.objects.exists() and WriteUp.objects.exists()
    for seat in (oak.seat(), oak.seat(Role.TEAM), oak.seat(Role.CASE_GROUP)):
        assert not queries.notes(seat, row.number).notes
    draft = queries.draft_of(oak.seat(), row.number)
    assert not any(each.part.text for each in draft.parts)


def test_what_a_hold_kept_is_erased_when_the_last_of_them_is_lifted(oak, elm):
    left, stays, released, elsewhere = made.sent(oak), made.sent(oak), made.agreed(oak), made.sent(elm)
    commands.release_conversation(oak.seat(), number=released.number)
    holds = [made.hold(oak, "deletion"), made.hold(oak, "whole_review")]
    made.hold(elm, "deletion")
    for cast, row in ((oak, left), (oak, released), (elm, elsewhere)):
        commands.leave_conversation(cast.seat(Role.CASE_GROUP), number=row.number)
    for nth, hold in enumerate(holds):
        assert Note.objects.filter(conversation=left).exists(), nth
        proceedings.ask_to_lift(oak.seat(), number=hold.number, words="The trial is over.")
        proceedings.lift_hold(oak.seat(Role.LEGAL), number=hold.number)
    kept = {"notes": Note, "write_ups": WriteUp}
    still = {name: set(kind.objects.values_list("conversation_id", flat=True)) for name, kind in kept.items()}
    assert still["notes"] == {stays.pk, elsewhere.pk}
    assert still["write_ups"] == {stays.pk, released.pk, elsewhere.pk}  # what was released was read, and is told


def test_nobody_reads_another_s_learning_note(oak):
    for role in (Role.CASE_GROUP, Role.LEAD):
        commands.save_learning_note(oak.seat(role), text=f"Mine as {role}.")
    assert queries.learning_note(oak.seat(Role.CASE_GROUP)).text == "Mine as case_group_member."
    assert queries.learning_note(oak.seat(Role.TEAM)).text == ""
    with pytest.raises(Conflict):
        commands.save_learning_note(oak.seat(), text="From another window.")


def test_leaving_the_process_keeps_when_and_nothing_else(oak):
    row = made.booked(oak)
    commands.leave_process(oak.seat(), number=row.number)
    left = row.left.get()
    assert {field.name for field in left._meta.concrete_fields} == {"id", "conversation", "by", "at"}
    assert LedgerEntry.objects.latest("seq").outcome == "done"


def test_a_closed_review_takes_no_notes(oak):
    row = made.booked(oak)
    reviews.close_review(oak.seat(), note="Finished.")
    with pytest.raises(NotHere):
        commands.save_note(oak.seat(), number=row.number, heading="C2", said=SAID)
