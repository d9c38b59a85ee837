"""Pages and actions of open queries."""

from casement.foundation.actions import Action
from casement.foundation.web import action, both, page
from casement.rooms.analysis import commands
from casement.rooms.analysis.web.forms import open_queries as forms
from casement.rooms.analysis.web.pages import open_queries
from casement.rooms.analysis.web.views.ways import within

READ, WRITE = Action.ANALYSIS_READ, Action.ANALYSIS_WRITE
FORM, PLACE, KIND = "analysis/form.html", "perspectives", "open_query"
ONE = within("open-queries")

list_page = page(READ, open_queries.queries_page, "analysis/open_queries.html", place=PLACE, kind=KIND,
                 forms={"form": forms.Keeping})  # fmt: skip
listing = both(
    list_page,
    action(commands.keep_query, form=forms.Keeping, back=list_page, then=ONE, said="The query is kept."),
)
file = page(Action.CODING_FILES, open_queries.queries_file, "", place=PLACE, kind="export")
one_page = page(READ, open_queries.query_page, "analysis/open_query.html", place=PLACE, kind=KIND,
                forms={"form": forms.AnsweringQuery})  # fmt: skip
one = both(
    one_page,
    action(commands.answer_query, form=forms.AnsweringQuery, back=one_page, then=ONE, said="The answer is kept."),
)
putting_page = page(WRITE, open_queries.putting_page, FORM, place=PLACE, kind=KIND, forms={"form": forms.Putting})
putting = both(
    putting_page, action(commands.put_query, form=forms.Putting, back=putting_page, then=ONE, said="Saved.")
)
letting_go_page = page(WRITE, open_queries.letting_go_page, FORM, place=PLACE, kind=KIND,
                       forms={"form": forms.LettingGo})  # fmt: skip
letting_go = both(
    letting_go_page,
    action(commands.let_query_go, form=forms.LettingGo, back=letting_go_page, then=ONE, said="It is let go."),
)
