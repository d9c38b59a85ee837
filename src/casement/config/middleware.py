"""What every answer carries, whoever asked."""

from collections.abc import Callable

from allauth.mfa.utils import is_mfa_enabled
from django.conf import settings
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect

PERMISSIONS = "camera=(), geolocation=(), microphone=(), payment=(), usb=()"


class Confidence:
    """Nothing that was shown to a signed-in person stays in a cache on the way or on the disk."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        response = self.get_response(request)
        if not request.path.startswith("/static/"):
            response.setdefault("Cache-Control", "no-store")
        response.setdefault("Permissions-Policy", PERMISSIONS)
        return response


class SecondStep:
    """Nobody reaches a review with a password alone: without a second step, one is set up first."""

    OPEN = ("/account/second-step/", "/sign-out/", "/sign-in/", "/static/", "/account/confirm/")

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        asked = settings.CASEMENT_SECOND_STEP and request.user.is_authenticated
        if asked and not request.path.startswith(self.OPEN) and not is_mfa_enabled(request.user):
            return HttpResponseRedirect("/account/second-step/")
        return self.get_response(request)
