"""The idle lock: a session that nobody used for a while is covered, and answers nothing until it is opened again.

Whoever holds a conversation listens, and touches nothing for a long while: the pages of that one guide have a clock
of their own, which runs longer. It opens nothing else: every other page is covered as soon as ever.

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
# The guide that is open, when somebody last acted in it, and since when everything but it is covered.
GUIDE, GUIDED, ELSEWHERE = "guide", "guided", "elsewhere"
GUIDE_PAGES = frozenset({"guide", "screen", "opening", "risk"})
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


def guide_seconds(limit: int) -> int:
    """How long the pages of a guide may be idle: never less than all other pages."""
    return max(limit, int(settings.CASEMENT_IDLE_GUIDE_MINUTES) * 60)


def guide_at(request: HttpRequest) -> str:
    """The address of the guide whose page is asked for, as /reviews/A1/conversations/3/guide/; empty elsewhere.

    What a page of the guide says of itself while it is open goes to another address, and names it as `guide`.
    """
    found = request.resolver_match
    if found is not None and found.namespaces[-1:] == ["conversations"] and found.url_name in GUIDE_PAGES:
        return f"/reviews/{found.kwargs['ref']}/conversations/{found.kwargs['number']}/guide/"
    return request.POST.get("guide", "") if request.path in ("/covered/stay/", "/covered/now/") else ""


def forget_guide(request: HttpRequest) -> None:
    """A guide that is not there, or not for this person, has no longer time than any other page."""
    if getattr(request, "idle_guide", ""):
        request.session.pop(GUIDE, None)
        request.idle_guide, request.idle_seconds = "", request.idle_elsewhere  # type: ignore[attr-defined]


def in_guide(request: HttpRequest) -> bool:
    """Whether this comes from the guide that was opened last."""
    at = guide_at(request)
    return bool(at) and at == request.session.get(GUIDE)


def cover(request: HttpRequest, *, all_of_it: bool = True) -> None:
    """Cover the session now; it stays covered until it is opened. A guide that is open may be spared."""
    request.session.setdefault(COVERED if all_of_it else ELSEWHERE, time.time())


def uncover(request: HttpRequest) -> None:
    """Open the session again, and the guide."""
    request.session.pop(COVERED, None)
    request.session.pop(ELSEWHERE, None)
    request.session[ACTED] = request.session[GUIDED] = time.time()


def fallen(request: HttpRequest) -> float:
    """From when on what is asked for is covered: by an act, or because nobody acts for too long."""
    session = request.session
    limit = session.get(LIMIT, seconds_for(()))
    if in_guide(request):
        idle: float = session.get(GUIDED, 0.0) + guide_seconds(limit)
    else:
        idle = session.get(ELSEWHERE, session.get(ACTED, 0.0) + limit)
    fell: float = min(idle, session.get(COVERED, idle))
    return fell


def covered(request: HttpRequest) -> bool:
    """Whether what is asked for is covered."""
    fell = fallen(request)
    if fell > time.time():
        return False
    # Whoever confirmed with a passkey or an app since then has opened it.
    methods = request.session.get("account_authentication_methods", [])
    if methods and methods[-1].get("at", 0) > fell and methods[-1].get("reauthenticated"):
        uncover(request)
        return False
    return True


def acted(request: HttpRequest) -> None:
    """Somebody acted. What they do in a guide wakes nothing that is covered elsewhere."""
    moment, session = time.time(), request.session
    limit = session.get(LIMIT, seconds_for(()))
    awake = ELSEWHERE not in session and session.get(ACTED, 0.0) + limit > moment
    if in_guide(request):
        session[GUIDED] = moment
    if awake or not in_guide(request):
        session[ACTED] = moment


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
        request.idle_seconds = request.idle_elsewhere = 0  # type: ignore[attr-defined]
        request.idle_guide = ""  # type: ignore[attr-defined]
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
        at = guide_at(request)
        if at and at != request.session.get(GUIDE):  # only the last one opened has the longer time
            request.session[GUIDE], request.session[GUIDED] = at, time.time()
        elif not at and GUIDE in request.session and is_act(request):  # and only until they go on to something else
            del request.session[GUIDE]
        last = request.session[GUIDED if at else ACTED]
        if is_act(request) and time.time() - last > min(30, limit / 4):
            acted(request)
        request.idle_seconds = guide_seconds(limit) if at else limit  # type: ignore[attr-defined]
        request.idle_elsewhere = limit  # type: ignore[attr-defined]
        request.idle_guide = at  # type: ignore[attr-defined]
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
