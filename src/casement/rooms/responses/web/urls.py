"""Addresses of the response, below /reviews/<ref>/."""

from django.urls import path

from casement.foundation.web import both
from casement.rooms.responses.web import publication_views as check
from casement.rooms.responses.web import views

app_name = "responses"
KINDS = ("docx", "pdf")
urlpatterns = [
    path("response/", views.board, name="board"),
    *[path(f"response/response.{kind}", views.file, {"kind": kind}, name=f"file_{kind}") for kind in KINDS],
    *[path(f"response/public.{kind}", views.public_file, {"kind": kind}, name=f"public_{kind}") for kind in KINDS],
    path("response/numbers/", views.totals, name="totals"),
    path("response/findings/<int:number>/", both(views.finding, views.view), name="finding"),
    *[
        path(
            f"response/findings/<int:number>/briefing.{kind}", views.briefing, {"kind": kind}, name=f"brief_{kind}"
        )
        for kind in KINDS
    ],
    path("response/questions/<int:number>/", views.question, name="question"),
    path("response/questions/<int:number>/answer/", both(views.answer_form, views.answer), name="answer"),
    path("response/questions/<int:number>/actions/", both(views.new_action, views.add), name="add"),
    path("response/questions/<int:number>/raising/", views.raising, name="raising"),
    path("response/questions/<int:number>/impact/", views.seen_of_answer, name="seen_of_answer"),
    path("response/questions/<int:number>/closing/", views.closing, name="closing"),
    path("response/questions/<int:number>/reopening/", views.reopening, name="reopening"),
    path("response/raised/<int:number>/", both(views.raised, views.reply), name="reply"),
    path("response/presentations/new/", both(views.new_presentation, views.present), name="present"),
    path("response/presentations/<int:number>/", both(views.presentation, views.note), name="presentation"),
    path("response/said/<int:number>/removal/", views.take_back, name="take_back"),
    path("response/actions/", views.actions, name="actions"),
    path("response/actions.csv", views.actions_file, {"kind": "csv"}, name="actions_csv"),
    path("response/actions/<int:number>/", views.one_action, name="action"),
    path("response/actions/<int:number>/plan/", both(views.plan, views.change), name="plan"),
    path("response/actions/<int:number>/progress/", views.progress, name="progress"),
    path("response/actions/<int:number>/impact/", views.seen, name="impact"),
    path("publication/", check.publication, name="publication"),
    path("publication/check/", check.begin, name="begin"),
    path("publication/asked/<slug:check>/", both(check.item, check.answer), name="asked"),
    path("publication/outcome/", check.outcome, name="outcome"),
    path("publication/signature/", check.sign, name="signature"),
    path("publication/notices/", check.telling, name="notices"),
    path("publication/copies/", check.published, name="copies"),
]
