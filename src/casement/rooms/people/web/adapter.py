"""Sign-in as Casement wants it: nobody opens an account unless invited."""

from allauth.account.adapter import DefaultAccountAdapter
from django.http import HttpRequest


class InvitationOnly(DefaultAccountAdapter):  # type: ignore[misc]
    """Closes public sign-up; accounts come from invitations."""

    def is_open_for_signup(self, request: HttpRequest) -> bool:
        return False
