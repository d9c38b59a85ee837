"""The idle lock: a session that nobody used for a while is covered, and answers nothing until it is opened again.

A page's script covers what is on the screen at the same moment; this is the side that cannot be talked round.
What was sent while covered is not lost: the cover keeps it and sends it on once the password was given.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Iterable
from typing import Any

from allauth.account.adapter import get_adapter
from django.conf import settings
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import render

from casement.foundation import private_links
from casement.foundation.access import Role
from casement.rooms.reviews.queries import roles_of

ACTED, COVERED, LIMIT, LEAVES = "acted", "covered", "idle", "leaves"
PASSWORD = "cover_password"
# Ways to open a cover, and what shows nothing of a review.
OPEN = (
    "/covered/", "/leave/", "/measures/", "/static/", "/sign-in/", "/sign-out/", "/account/confirm/",
    "/account/second-step/reauthenticate/", "/account/second-step/webauthn/reauthenticate/",
)  # fmt: skip
# People who may be overlooked: at home, on a ward, in an office they share.
OVERLOOKED = frozenset({Role.FAMILY, Role.CASE_GROUP})
SENTENCE = "Covered because nobody touched it for a while. Your password opens it again; what you typed is kept."


def seconds_for(roles: Iterable[Role]) -> int:
    """How long somebody with these roles may be idle: what the site says, or less where it says less for a role."""
    longest: int = settings.CASEMENT_IDLE_MINUTES
    told = [int(settings.CASEMENT_IDLE_SHORTER.get(str(role), longest)) for role in roles]
    return max(60, min([longest, *told]) * 60)


def begin(sender: Any, request: HttpRequest, user: Any, **more: Any) -> None:
    """Somebody signed in: from when they are idle, after how long, and whether they may be overlooked."""
    roles = roles_of(user.pk)
    request.session[ACTED] = time.time()
    request.session[LIMIT] = seconds_for(roles)
    request.session[LEAVES] = bool(roles & OVERLOOKED)


def cover(request: HttpRequest) -> None:
    """Cover the session now; it stays covered until it is opened."""
    request.session.setdefault(COVERED, time.time())


def uncover(request: HttpRequest) -> None:
    """Open the session again."""
    request.session.pop(COVERED, None)
    request.session[ACTED] = time.time()


def covered(request: HttpRequest) -> bool:
    """Whether the session is covered: by an act, or because nobody acted for too long."""
    acted = request.session.get(ACTED, 0.0)
    fell: float = request.session.get(COVERED, acted + request.session.get(LIMIT, seconds_for(())))
    if fell > time.time():
        return False
    # Whoever confirmed with a passkey or an app since then has opened it.
    methods = request.session.get("account_authentication_methods", [])
    if methods and methods[-1].get("at", 0) > fell and methods[-1].get("reauthenticated"):
        uncover(request)
        return False
    return True


def is_act(request: HttpRequest) -> bool:
    """Whether a person did this: a script that asks for news all day keeps nobody awake."""
    if request.method == "POST":
        return True
    if "Sec-Fetch-Mode" in request.headers:
        return request.headers["Sec-Fetch-Mode"] == "navigate"
    return "application/json" not in request.headers.get("Accept", "") and "HX-Request" not in request.headers


def opened_with(request: HttpRequest) -> str:
    """Open the cover with the password that was sent; a sentence when that did not do it."""
    if private_links.too_often("cover", str(request.user.pk)):
        return "That was too many tries. Wait five minutes, or sign out and sign in again."
    if not request.user.check_password(request.POST.get(PASSWORD, "")):
        return "This is not your password. Try again."
    uncover(request)
    return ""


class IdleLock:
    """Stops every request of a covered session before its view; notes an act at most every half minute."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        request.idle_seconds = 0  # type: ignore[attr-defined]
        request.leaves = False  # type: ignore[attr-defined]
        return self.get_response(request)

    def process_view(self, request: HttpRequest, view: Any, args: Any, kwargs: Any) -> HttpResponse | None:
        """Nothing for a session that is awake; the cover for one that is not."""
        by_link = getattr(getattr(view, "casement", None), "through", None)
        if by_link or request.path.startswith(OPEN) or not request.user.is_authenticated:
            return None
        if covered(request):
            sentence = ""
            if request.method == "POST" and PASSWORD in request.POST:
                sentence = opened_with(request)
            if sentence or PASSWORD not in request.POST:
                return covering(request, sentence)
        limit = request.session.get(LIMIT, seconds_for(()))
        if is_act(request) and time.time() - request.session[ACTED] > min(30, limit / 4):
            request.session[ACTED] = time.time()
        request.idle_seconds = limit  # type: ignore[attr-defined]
        request.leaves = request.session.get(LEAVES, False)  # type: ignore[attr-defined]
        return None


def covering(request: HttpRequest, sentence: str = "", to: str = "") -> HttpResponse:
    """The cover in place of an answer: a sentence for a script, a page for a person, with all that was sent."""
    if "application/json" in request.headers.get("Accept", ""):
        return JsonResponse({"refusal": sentence or SENTENCE}, status=401)
    sent = request.method == "POST" and not request.path.startswith("/covered/")
    kept = [
        (name, value)
        for name, values in (request.POST.lists() if sent else ())
        for value in values
        if name not in (PASSWORD, "csrfmiddlewaretoken")
    ]
    told = {
        "sentence": sentence,
        "action": request.get_full_path() if sent else "/covered/",
        "kept": kept,
        "files": bool(sent and request.FILES),
        "to": to or ("" if sent else request.get_full_path()),
        "others": [one for one in get_adapter().get_reauthentication_methods(request.user)
                   if one["id"] != "reauthenticate"],
    }  # fmt: skip
    return render(request, "design/covered.html", told, status=401)
