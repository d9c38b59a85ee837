"""What the templates of people receive."""

from dataclasses import dataclass

from casement.foundation.access import Seat
from casement.rooms.people import queries


@dataclass(frozen=True)
class AccountPage:
    """A person's own account."""

    account: queries.Account
    tab: str = "Account"


def account_page(seat: Seat) -> AccountPage:
    """The account page."""
    return AccountPage(queries.account(seat))
