"""page() and action(): the only two ways in from HTTP.

A page finds the seat, asks the policy, builds a frozen dataclass under a guard that refuses writes,
draws it under a guard that refuses queries, then notes in the ledger that it was seen.
An action parses a form, calls one command and redirects; when the form or the command says no,
the same page comes back (422) with the sentence and everything that was typed.
"""

from __future__ import annotations

import hashlib
import inspect
import io
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from allauth.account.adapter import get_adapter
from django import forms
from django.conf import settings
from django.contrib import messages
from django.contrib.auth.views import redirect_to_login
from django.http import (
    FileResponse,
    Http404,
    HttpRequest,
    HttpResponse,
    HttpResponseRedirect,
    JsonResponse,
    StreamingHttpResponse,
)
from django.shortcuts import render
from django.template.loader import render_to_string
from django.utils.module_loading import import_string

from casement.foundation import ledger, private_links
from casement.foundation.access import Seat
from casement.foundation.actions import Action, Purpose, allows
from casement.foundation.guard import no_queries, read_only
from casement.foundation.refusals import Conflict, NotHere, Refused

View = Callable[..., HttpResponse]


@dataclass(frozen=True)
class Download:
    """A page's answer when it is a file: never shown inline, always an attachment.

    Content that comes in pieces is made while it is sent, and is still only read.
    """

    name: str
    media_type: str
    content: bytes | Iterable[bytes]


@dataclass(frozen=True)
class News:
    """A page's answer to a script that asks whether there is anything new: values, told as JSON.

    `state` names what they were told from; whoever has that already is told nothing. Only what `shows` something
    new is noted in the ledger: an entry for every question without an answer would bury the others.
    """

    content: Mapping[str, Any]
    state: str
    shows: bool


@dataclass
class Page:
    """A declared page: everything needed to draw it, so that an action can draw it again."""

    action: Action
    build: Callable[..., Any]
    template: str
    place: str = ""
    kind: str = ""
    number: str = "number"
    forms: Mapping[str, type[forms.Form]] = field(default_factory=dict)
    through: Purpose | None = None
    afterwards: Callable[[Seat, Any], None] | None = None


def seat_for(request: HttpRequest, ref: str | None) -> Seat:
    """The seat of the signed-in person at the review `ref`, or their card when there is none."""
    finder = import_string(settings.CASEMENT_SEATS)
    seat: Seat | None = finder(request.user.pk, ref)
    if seat is None:
        raise NotHere
    return seat


def page(
    action: Action,
    build: Callable[..., Any],
    template: str,
    *,
    place: str = "",
    kind: str = "",
    number: str = "number",
    forms: Mapping[str, type[forms.Form]] | None = None,
    through: Purpose | None = None,
    afterwards: Callable[[Seat, Any], None] | None = None,
) -> View:
    """A view that shows one page. `place` is its key in the navigation; `kind` is what the ledger notes.

    Every page of a review is noted when it is seen. A page with `through` is for people without an account: its
    address carries the `token` of a private link, and what the link is about comes as `number`. `afterwards` is
    given the seat and the content once the page was drawn, for what a command notes of its having been seen.
    """
    told = Page(action, build, template, place, kind, number, forms or {}, through, afterwards)

    def view(request: HttpRequest, ref: str | None = None, **parts: Any) -> HttpResponse:
        if request.method not in ("GET", "HEAD"):
            return HttpResponse(status=405)
        if told.through:
            return by_link(request, told, parts, action, lambda seat, about: draw(request, seat, told, about))
        if not request.user.is_authenticated:
            return redirect_to_login(request.get_full_path())
        try:
            seat = admitted(request, ref, action)
            return draw(request, seat, told, parts)
        except NotHere:
            raise Http404 from None

    view.casement = told  # type: ignore[attr-defined]
    return view


def admitted(request: HttpRequest, ref: str | None, action: Action) -> Seat:
    """The seat, if it may do `action`; NotHere otherwise, with an entry in the ledger."""
    seat = seat_for(request, ref)
    if not allows(seat.standing, action):
        ledger.write(seat, action, "denied")
        raise NotHere
    return seat


def by_link(
    request: HttpRequest,
    told: Page,
    parts: dict[str, Any],
    action: Action,
    answer: Callable[[Seat, dict[str, Any]], HttpResponse],
) -> HttpResponse:
    """What somebody gets who comes by a private link: as its seat, with the number of its thing for its token."""
    assert told.through is not None
    try:
        if request.method == "POST" and private_links.too_often("answer", parts["token"]):
            return unlogged(render(request, "design/429.html", status=429))
        way = private_links.way_of(parts["token"], told.through)
        if not allows(way.seat.standing, action):
            ledger.write(way.seat, action, "denied")
            raise NotHere
        response = answer(way.seat, {**parts, "number": way.thing})
    except NotHere:
        wrong = private_links.too_often("wrong", get_adapter().get_client_ip(request))
        page, status = ("design/429.html", 429) if wrong else ("design/404.html", 404)
        return unlogged(render(request, page, status=status))
    except private_links.PastItsDate as past:
        return unlogged(render(request, "design/past.html", {"sentence": past.sentence}, status=410))
    # Nobody elsewhere learns the address. Not "no-referrer": browsers then name no origin with a form, and the form
    # is refused as if another site had sent it.
    response["Referrer-Policy"] = "strict-origin"
    return unlogged(response)


def unlogged(response: HttpResponse) -> HttpResponse:
    """An answer whose address Django does not write into its log: the address is the key."""
    response._has_been_logged = True  # type: ignore[attr-defined]
    return response


def draw(
    request: HttpRequest,
    seat: Seat,
    told: Page,
    parts: dict[str, Any],
    *,
    refused: dict[str, Any] | None = None,
    status: int = 200,
) -> HttpResponse:
    """Build and draw a page; `refused` holds bound forms and the refusal when an action sends it back."""
    asked = {"asked": request.GET} if "asked" in inspect.signature(told.build).parameters else {}
    address = {name: value for name, value in parts.items() if name != "token"}
    with read_only():
        try:
            content = told.build(seat, **address, **asked)
        except NotHere:
            denied = True
        else:
            denied = False
            frame = None if isinstance(content, Download | News) else frame_for(request, seat, told, content, parts)
    if denied:
        ledger.write(seat, told.action, "denied")
        raise NotHere
    if isinstance(content, Download):
        response: HttpResponse = attachment(content)
    elif isinstance(content, News):
        return news(request, seat, told, parts, content)
    else:
        context = {
            "page": content,
            "frame": frame,
            "seat_label": seat.label,
            "path": request.path,
            "ref": seat.ref,
        }
        context["forms"] = blank_forms(told, content)
        if refused:
            context["forms"].update(refused.pop("forms", {}))
            context.update(refused)
        for form in context["forms"].values():
            if hasattr(form, "offer"):
                form.offer(content)
        with no_queries():
            response = HttpResponse(render_to_string(told.template, context, request), status=status)
    if status == 200 and (told.kind or seat.review_id is not None):
        ledger.write(seat, told.action, "seen", kind=told.kind or "page", number=parts.get(told.number))
    if status == 200 and told.afterwards is not None:
        told.afterwards(seat, content)
    return response


def news(request: HttpRequest, seat: Seat, told: Page, parts: dict[str, Any], content: News) -> HttpResponse:
    """What is new, or 304 for whoever has it. `state` goes into the tag under a hash, so that it tells nothing."""
    tag = f'"{hashlib.sha256(f"{seat.person_id} {content.state}".encode()).hexdigest()[:32]}"'
    if request.headers.get("If-None-Match") == tag:
        return HttpResponse(status=304, headers={"ETag": tag})
    if content.shows:
        ledger.write(seat, told.action, "seen", kind=told.kind or "page", number=parts.get(told.number))
    return JsonResponse(content.content, headers={"ETag": tag})


def blank_forms(told: Page, content: Any) -> dict[str, forms.Form]:
    """The forms of a page, holding what its content says they start with (`filled`, by form name).

    A form with an `offer` method is given the page's content before it is drawn, to take its choices from.
    """
    filled = getattr(content, "filled", {})
    return {name: form(auto_id=f"{name}_%s", initial=filled.get(name)) for name, form in told.forms.items()}


def frame_for(request: HttpRequest, seat: Seat, told: Page, content: Any, parts: Mapping[str, Any]) -> Any:
    """What surrounds a page: navigation, who can see it, notices."""
    notices = [(m.level_tag, str(m), m.extra_tags or "") for m in messages.get_messages(request)]
    thing = (told.kind, parts.get(told.number))
    return import_string(settings.CASEMENT_FRAME)(seat, told.place, told.action, notices, content, thing)


def attachment(download: Download) -> HttpResponse:
    """A file answer that no browser will show inline."""
    response: FileResponse | StreamingHttpResponse
    if isinstance(download.content, bytes):
        response = FileResponse(io.BytesIO(download.content), as_attachment=True, filename=download.name)
    else:
        response = StreamingHttpResponse(only_read(download.content))
        response["Content-Disposition"] = f'attachment; filename="{download.name}"'
    response["Content-Type"] = download.media_type
    response["Content-Security-Policy"] = "sandbox; default-src 'none'"
    response["Cache-Control"] = "no-store"
    return response  # type: ignore[return-value]


def only_read(pieces: Iterable[bytes]) -> Iterator[bytes]:
    """The pieces of a file, each made under the guard that refuses writes."""
    waiting = iter(pieces)
    while True:
        with read_only():
            piece = next(waiting, None)
        if piece is None:
            return
        yield piece


def action(
    command: Callable[..., Any],
    *,
    form: type[forms.Form] | None,
    back: View,
    then: Callable[..., str],
    name: str = "form",
    said: str | Callable[[Any], str] = "",
    as_json: Callable[..., dict[str, Any]] | None = None,
    undo: Callable[..., str] | None = None,
) -> View:
    """A view that makes one change.

    The form's cleaned data and the address's parts become the command's keyword arguments. `then(seat,
    result, **parts)` says where to go; `said`, what the next page tells them. `back` is the page drawn
    again when something is refused, with the bound form under `name`. `as_json(seat, result)` answers
    islands that ask for JSON. `undo(seat, result)` is an address that takes the change back when it is posted to;
    the next page offers it beside what it says. A form class may set `many = ("files",)` for file
    lists, and takes `seat` if its constructor has that parameter. A `then` that takes `asked` is given the query
    of the address, so that a page can stand as it stood.
    """
    act: Action = command.action  # type: ignore[attr-defined]
    told: Page = back.casement  # type: ignore[attr-defined]

    def view(request: HttpRequest, ref: str | None = None, **parts: Any) -> HttpResponse:
        if request.method != "POST":
            return HttpResponse(status=405)
        if told.through:
            return by_link(request, told, parts, act, lambda seat, about: perform(request, seat, about))
        if not request.user.is_authenticated:
            return redirect_to_login(request.get_full_path())
        try:
            seat = admitted(request, ref, act)
            return perform(request, seat, parts)
        except NotHere:
            raise Http404 from None

    def perform(request: HttpRequest, seat: Seat, parts: dict[str, Any]) -> HttpResponse:
        wants_json = as_json is not None and "application/json" in request.headers.get("Accept", "")
        bound = form(request.POST, request.FILES, auto_id=f"{name}_%s") if form else None
        if bound is not None and not bound.is_valid():
            if wants_json:
                return JsonResponse({"errors": bound.errors.get_json_data()}, status=422)
            return draw(request, seat, told, back_parts(parts), refused={"forms": {name: bound}}, status=422)
        try:
            address = {name: value for name, value in parts.items() if name != "token"}
            result = command(seat, **address, **(bound.cleaned_data if bound else {}))
        except Refused as no:
            if wants_json:
                return JsonResponse({"refusal": no.sentence}, status=422)
            if bound is not None:
                bound.add_error(no.field if no.field in bound.fields else None, no.sentence)
            conflict = no if isinstance(no, Conflict) else None
            refused = {"forms": {name: bound} if bound else {}, "refusal": no.sentence, "conflict": conflict}
            return draw(request, seat, told, back_parts(parts), refused=refused, status=409 if conflict else 422)
        if wants_json and as_json:
            return JsonResponse(as_json(seat, result))
        if said:
            way_back = undo(seat, result) if undo else ""
            messages.success(request, said if isinstance(said, str) else said(result), extra_tags=way_back)
        kept = {"asked": request.GET} if "asked" in inspect.signature(then).parameters else {}
        return HttpResponseRedirect(then(seat, result, **kept, **parts))

    def back_parts(parts: dict[str, Any]) -> dict[str, Any]:
        takes = inspect.signature(told.build).parameters
        return {key: value for key, value in parts.items() if key in takes}

    view.casement = told  # type: ignore[attr-defined]
    view.casement_command = command  # type: ignore[attr-defined]
    view.casement_form = form  # type: ignore[attr-defined]
    return view


def both(get: View, post: View) -> View:
    """One address that shows a page and takes its form."""

    def view(request: HttpRequest, **parts: Any) -> HttpResponse:
        return post(request, **parts) if request.method == "POST" else get(request, **parts)

    view.casement = get.casement  # type: ignore[attr-defined]
    view.casement_command = post.casement_command  # type: ignore[attr-defined]
    view.casement_form = post.casement_form  # type: ignore[attr-defined]
    return view
