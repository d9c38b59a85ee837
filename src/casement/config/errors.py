"""The pages for what went wrong; they say what to do and never what was asked for."""

import uuid

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from casement.config import idle


def not_found(request: HttpRequest, exception: Exception) -> HttpResponse:
    """Not there, or not for this person: the same words and the same bytes."""
    idle.forget_guide(request)
    return render(request, "design/404.html", status=404)


def refused(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    """A form without its token, or another refusal of the server."""
    return render(request, "design/403.html", status=403)


def fault(request: HttpRequest) -> HttpResponse:
    """A fault of ours, with a reference that the log holds too."""
    return render(request, "design/500.html", {"reference": uuid.uuid4().hex[:8]}, status=500)
