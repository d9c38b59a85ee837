"""The pages of the desk, declared. Searching keeps its words out of addresses."""

from django import forms
from django.contrib.auth.views import redirect_to_login
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect

from casement.desk.finding import search_page
from casement.desk.helping import help_page, topic_page
from casement.desk.home import home_page, note_visit
from casement.desk.opened import opened_page
from casement.desk.where import where_page
from casement.foundation.actions import Action
from casement.foundation.refusals import NotHere
from casement.foundation.web import admitted, page


class Words(forms.Form):
    """What to look for."""

    words = forms.CharField(
        label="Words to look for",
        help_text="Several words are all looked for. “Quoted words” are looked for as they stand, and a star at "
        "the end of a word stands for any ending.",
        max_length=200,
        required=False,
    )


home = page(Action.HOME, home_page, "desk/home.html", place="home", afterwards=note_visit)
help_list = page(Action.HELP, help_page, "desk/help.html", place="help")
topic = page(Action.HELP, topic_page, "desk/help_topic.html", place="help")
opened = page(Action.REVIEWS_OPENED, opened_page, "desk/opened.html", place="ledger", kind="who opened")
where = page(Action.REVIEWS_READ, where_page, "desk/where.html", place="where")
found = page(Action.SEARCH, search_page, "desk/search.html", place="search", kind="search", forms={"form": Words})


def search(request: HttpRequest, ref: str) -> HttpResponse:
    """Search: the words are sent in the body and kept in the session, because an address may hold no name."""
    key = f"search {ref}"
    if request.method != "POST":
        return found(request, ref=ref, words=request.session.get(key, "") if request.user.is_authenticated else "")
    if not request.user.is_authenticated:
        return redirect_to_login(request.get_full_path())
    try:
        admitted(request, ref, Action.SEARCH)
    except NotHere:
        raise Http404 from None
    request.session[key] = request.POST.get("words", "")[:200]
    return HttpResponseRedirect(f"/reviews/{ref}/search/")


search.casement = found.casement  # type: ignore[attr-defined]
