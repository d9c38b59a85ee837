"""Addresses of follow-on reports, below "follow-on/"."""

from django.urls import path

from casement.foundation.web import both
from casement.rooms.reports.web import follow_on_views as views

FORMATS = ("docx", "pdf")
urlpatterns = [
    path("", views.follow_ons, name="follow_ons"),
    path("<int:report>/", both(views.prepare, views.issue), name="follow_on"),
    path("<int:report>/start/", views.start, name="start_follow_on"),
    path("<int:report>/days/", views.change_days, name="days"),
    path("<int:report>/taking-back/", views.take_back, name="take_back"),
    path("<int:report>/sections/<slug:key>/", both(views.section, views.edit), name="part"),
    path("<int:report>/sections/<slug:key>/assembled/", views.reset, name="reset_part"),
    path("<int:report>/sections/<slug:key>/settlement/<int:kept>/", views.settle, name="settle_part"),
    path("<int:report>/preview/", views.as_given, name="as_given"),
    *[path(f"<int:report>/preview/file.{kind}", views.draft_file, {"kind": kind}, name=f"draft_{kind}")
      for kind in FORMATS],
    path("<int:report>/read/", views.read, name="read"),
    *[path(f"<int:report>/read/file.{kind}", views.read_file, {"kind": kind}, name=f"read_{kind}")
      for kind in FORMATS],
    path("<int:report>/read/<int:paragraph>/", both(views.paragraph, views.send), name="paragraph"),
    path("<int:report>/comments/", views.comments_list, name="comments"),
    path("<int:report>/comments/<int:number>/", both(views.comment, views.answer), name="comment"),
    path("<int:report>/comments/<int:number>/removal/", views.take_back_comment, name="take_back_comment"),
    path("<int:report>/comments/<int:number>/telling/", views.tell, name="tell"),
    path("<int:report>/comments/<int:number>/keeping/", views.keep, name="keep"),
    path("<int:report>/comments/<int:number>/ties/", views.tie, name="tie"),
]  # fmt: skip
