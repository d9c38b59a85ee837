"""Addresses of the reports room."""

from django.urls import include, path

from casement.foundation.web import both
from casement.rooms.reports.web import views

app_name = "reports"
urlpatterns = [
    path("follow-on/", include("casement.rooms.reports.web.follow_on_urls")),
    path("report/", views.report, name="report"),
    path("report/start/", views.start, name="start"),
    path("report/sections/<slug:key>/", both(views.section, views.edit), name="section"),
    path("report/sections/<slug:key>/assembled/", views.reset, name="reset"),
    path("report/sections/<slug:key>/settlement/<int:kept>/", views.settle, name="settle"),
    path("report/preview/", both(views.preview, views.save), name="preview"),
    path("report/trace/", views.trace, name="trace"),
    path("rigour/", views.rigour, name="rigour"),
    path("rigour/read/", views.coverage, name="coverage"),
    *[path(f"rigour/trail.{kind}", views.trail, {"kind": kind}, name=f"trail_{kind}") for kind in ("csv", "xlsx")],
    path("rigour/method.docx", views.method, name="method_docx"),
    path(
        "rigour/answers/<slug:owner>/<int:about>/<slug:question>/",
        both(views.answer_page, views.answer_check),
        name="answer_check",
    ),
    path("rigour/answers/<int:number>/removal/", views.take_back_check_answer, name="take_back_check_answer"),
    path("rigour/language/", both(views.language, views.keep_wording), name="language"),
    path("rigour/language/answers/<int:number>/removal/", views.take_back_wording, name="take_back_wording"),
    path("report/copies/", views.copies, name="copies"),
    path("report/copies/<int:number>/", views.copy, name="copy"),
    path("report/copies/<int:number>/file/", views.copy_file, name="file"),
]
