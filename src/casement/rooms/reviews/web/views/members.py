"""Who takes part and who may see what."""

from typing import Any

from casement.foundation.access import Seat
from casement.foundation.actions import Action
from casement.foundation.web import action, page
from casement.rooms.reviews import commands
from casement.rooms.reviews.web.forms import members as forms
from casement.rooms.reviews.web.forms.fields import Nothing
from casement.rooms.reviews.web.pages import members as pages

members = page(Action.REVIEWS_MEMBERS, pages.members_page, "reviews/members.html", place="members", kind="members")
new = page(
    Action.REVIEWS_SEAT_MEMBER, pages.seat_page, "reviews/seat.html", place="members", forms={"form": forms.Seat}
)
member = page(
    Action.REVIEWS_MEMBERS,
    pages.member_page,
    "reviews/member.html",
    place="members",
    kind="participation",
    forms={
        "statement": forms.Statement,
        "profession": forms.Profession,
        "grant": forms.Grant,
        "end": forms.Subject,
    },
)
ending = page(
    Action.REVIEWS_SEAT_MEMBER,
    pages.member_page,
    "reviews/ending.html",
    place="members",
    forms={"form": Nothing},
)
releases = page(
    Action.REVIEWS_GRANT,
    pages.releases_page,
    "reviews/releases.html",
    place="members",
    forms={"form": forms.Right},
)


def to_members(seat: Seat, result: object, **parts: object) -> str:
    """Back to the people."""
    return f"/reviews/{seat.ref}/members/"


def to_member(seat: Seat, result: object, *, number: int, **parts: object) -> str:
    """Back to one place."""
    return f"/reviews/{seat.ref}/members/{number}/"


def to_releases(seat: Seat, result: object, **parts: object) -> str:
    """Back to the releases."""
    return f"/reviews/{seat.ref}/members/releases/"


def seated(place: Any) -> str:
    """What the next page says: the place, and the way in to hand over when somebody was invited."""
    told = f"{place.role_label} has a place."
    link = getattr(place, "link", "")
    return (
        f"{told} An invitation is on its way. If it does not arrive, hand over this address: {link}"
        if link
        else told
    )


seat_member = action(commands.seat_member, form=forms.Seat, back=new, then=to_members, said=seated)
end_participation = action(
    commands.end_participation,
    form=Nothing,
    back=ending,
    then=to_members,
    said="The place has ended. They cannot open this review any more.",
)
declare_conflict = action(
    commands.declare_conflict,
    form=forms.Statement,
    back=member,
    name="statement",
    then=to_member,
    said="The statement is saved.",
)
say_profession = action(
    commands.say_profession,
    form=forms.Profession,
    back=member,
    name="profession",
    then=to_member,
    said="The profession is saved.",
)
grant_access = action(
    commands.grant_access,
    form=forms.Grant,
    back=member,
    name="grant",
    then=to_member,
    said="The right is granted. It ends by itself.",
)
end_grant = action(
    commands.end_grant,
    form=forms.Subject,
    back=member,
    name="end",
    then=to_member,
    said="The right has ended.",
)
release = action(
    commands.release, form=forms.Right, back=releases, then=to_releases, said="It is released to them."
)
end_release = action(
    commands.end_release,
    form=forms.Right,
    back=releases,
    then=to_releases,
    said="It is no longer released. What was already read cannot be taken back.",
)
