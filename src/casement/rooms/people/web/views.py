"""Invitations and the account. Signing in itself is allauth's, in our words (see templates)."""

from django.contrib.auth import login
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.views.decorators.http import require_http_methods

from casement.foundation.actions import Action
from casement.foundation.refusals import NotHere, Refused
from casement.foundation.web import action, page
from casement.rooms.people import commands, queries
from casement.rooms.people.web import forms, pages


@require_http_methods(["GET", "HEAD", "POST"])
def invitation(request: HttpRequest, token: str) -> HttpResponse:
    """What an account is and is not, and a password. Open to whoever holds the address."""
    told = queries.invited(token)
    if told is None:
        raise Http404
    form = forms.Join(request.POST or None)
    if request.method == "POST" and form.is_valid():
        try:
            person = commands.accept_invitation(token=token, password=form.cleaned_data["password"])
        except Refused as no:
            form.add_error(no.field or None, no.sentence)
        except NotHere:
            raise Http404 from None
        else:
            login(request, person, backend="casement.rooms.people.web.backend.KnownPeople")
            return HttpResponseRedirect("/")
    status = 422 if form.errors else 200
    return render(request, "people/invitation.html", {"invited": told, "form": form}, status=status)


account = page(Action.PEOPLE_ACCOUNT, pages.account_page, "people/account.html", forms={"name_form": forms.Name})
rename = action(
    commands.rename_self,
    form=forms.Name,
    back=account,
    name="name_form",
    then=lambda seat, result: "/account/",
    said="Your name is saved.",
)
leave_elsewhere = action(
    commands.sign_out_elsewhere,
    form=None,
    back=account,
    then=lambda seat, result: "/sign-in/",
    said="You are signed out everywhere. Sign in again here.",
)
