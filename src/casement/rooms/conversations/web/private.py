"""The check of a write-up by a private link, without an account: the same pages, with no review around them."""

from typing import Any

from django.urls import path

from casement.foundation.access import Seat
from casement.foundation.actions import Action, Purpose
from casement.foundation.web import action, both, page
from casement.rooms.conversations import commands
from casement.rooms.conversations.web import checking, forms

CHECK, BY = Action.CONVERSATIONS_CHECK, Purpose.WRITE_UP


def back(seat: Seat, made: Any, *, token: str, **parts: Any) -> str:
    """Back to where the link leads."""
    return f"/write-up/{token}/"


check = page(
    Action.CONVERSATIONS_CHECK, checking.check_page, "conversations/check_private.html",
    forms={"form": forms.RemarkForm}, kind="conversation", through=BY,
)  # fmt: skip
agreement = page(
    Action.CONVERSATIONS_CHECK, checking.check_page, "conversations/agree_private.html",
    forms={"agree": forms.Agree}, kind="conversation", through=BY,
)  # fmt: skip
leaving = page(CHECK, checking.check_page, "conversations/leave_private.html", kind="conversation", through=BY)
remark = action(
    commands.remark_on_write_up, form=forms.RemarkForm, back=check, then=back,
    said="Thank you. The two who wrote it see this.",
    as_json=lambda seat, made: {"number": made.number},
)  # fmt: skip
agree = action(
    commands.agree_write_up, form=forms.Agree, back=agreement, name="agree", then=back,
    said="Thank you. This text is agreed and is not changed any more.",
)  # fmt: skip
leave = action(commands.leave_conversation, form=None, back=leaving, then=back)

urlpatterns = [
    path("write-up/<str:token>/", both(check, remark), name="private_check"),
    path("write-up/<str:token>/agreement/", both(agreement, agree), name="private_agreement"),
    path("write-up/<str:token>/leaving/", both(leaving, leave), name="private_leaving"),
]
