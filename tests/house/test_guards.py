"""A page cannot write, a template cannot query, and a change cannot pass without its record."""

import pytest
from django.db import transaction
from django.template import engines

from casement.foundation import guard, ledger
from casement.foundation.access import Role
from casement.foundation.actions import Action
from casement.foundation.changes import command
from casement.foundation.models import LedgerEntry
from casement.foundation.refusals import NotHere, Refused
from casement.rooms.reviews.models import Review, WindowQuestion


def test_a_page_that_writes_is_stopped(oak):
    with pytest.raises(guard.WritesOnRead), transaction.atomic(), guard.read_only():
        Review.objects.filter(pk=oak.review.pk).update(code_name="Changed")
    oak.review.refresh_from_db()
    assert oak.review.code_name == "Oak"


def test_a_template_that_queries_is_stopped(oak):
    template = engines["django"].from_string("{% for row in rows %}{{ row }}{% endfor %}")
    with pytest.raises(guard.QueryInTemplate), guard.no_queries():
        template.render({"rows": Review.objects.all()})


def test_change_and_record_stand_or_fall_together(oak, monkeypatch):
    @command(Action.REVIEWS_ASK)
    def planted(seat):
        return WindowQuestion.objects.create(review_id=seat.review, number=7, text="?", by_id=seat.person_id)

    def broken(*args, **kwargs):
        raise OSError("the disk is full")

    with monkeypatch.context() as patched:
        patched.setattr(ledger, "write", broken)
        with pytest.raises(OSError):
            planted(oak.seat())
    assert not WindowQuestion.objects.exists()
    planted(oak.seat())
    assert LedgerEntry.objects.get().outcome == "done"


def test_a_refusal_undoes_everything_and_is_recorded(oak):
    @command(Action.REVIEWS_ASK)
    def planted(seat):
        WindowQuestion.objects.create(review_id=seat.review, number=8, text="?", by_id=seat.person_id)
        raise Refused("No.")

    with pytest.raises(Refused):
        planted(oak.seat())
    assert not WindowQuestion.objects.exists()
    assert LedgerEntry.objects.get().outcome == "refused"


def test_a_command_checks_the_right_itself(oak):
    @command(Action.REVIEWS_ASK)
    def planted(seat):
        raise AssertionError("reached")

    with pytest.raises(NotHere):
        planted(oak.seat(Role.EVALUATOR))
    with transaction.atomic():
        assert LedgerEntry.objects.get().outcome == "denied"
