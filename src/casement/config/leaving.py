"""Leaving a page at once, for people who may be overlooked; covering one, and opening it again."""

from django.conf import settings
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect, JsonResponse
from django.shortcuts import render
from django.utils.http import url_has_allowed_host_and_scheme
from django.views.decorators.http import require_POST, require_safe

from casement.config import idle


@require_safe
def leave(request: HttpRequest) -> HttpResponse:
    """Away to a harmless page; whoever is signed in finds their pages covered when they come back.

    A plain link, so that it works without script. All it changes is that a password is asked for, and nobody
    elsewhere learns where the person was.
    """
    if request.user.is_authenticated:
        idle.cover(request)
    response = HttpResponseRedirect(settings.CASEMENT_LEAVE_TO)
    response["Referrer-Policy"] = "no-referrer"
    response["Clear-Site-Data"] = '"cache"'
    return response


@require_safe
def measures(request: HttpRequest) -> HttpResponse:
    """The harmless page that comes with Casement. It says nothing of it."""
    return render(request, "design/measures.html")


def covered(request: HttpRequest) -> HttpResponse:
    """The cover: shown, and opened with the password."""
    to = request.POST.get("to", "")
    safe = to if url_has_allowed_host_and_scheme(to, allowed_hosts={request.get_host()}) else "/"
    if not request.user.is_authenticated:
        return HttpResponseRedirect("/sign-in/")
    if request.method == "POST":
        if sentence := idle.opened_with(request):
            return idle.covering(request, sentence, safe)
        if "application/json" in request.headers.get("Accept", ""):
            return JsonResponse({"open": True})
        return HttpResponseRedirect(safe)
    return idle.covering(request, to="/") if idle.covered(request) else HttpResponseRedirect("/")


@require_POST
def cover(request: HttpRequest) -> HttpResponse:
    """The page was covered by its script: so is the session, but for a guide that somebody holds elsewhere."""
    if request.user.is_authenticated:
        idle.cover(request, all_of_it=idle.in_guide(request))
    return JsonResponse({"covered": True})


@require_POST
def stay(request: HttpRequest) -> HttpResponse:
    """Somebody is at the page: typing, reading, moving on it. A covered session stays covered."""
    if not request.user.is_authenticated or idle.covered(request):
        return JsonResponse({"refusal": idle.SENTENCE}, status=401)
    idle.acted(request)
    return JsonResponse({"stays": True})
