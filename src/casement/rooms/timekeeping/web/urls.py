"""Addresses of time, below /reviews/<ref>/."""

from django.urls import path

from casement.foundation.web import both
from casement.rooms.timekeeping.web import views

FILES = ("csv", "xlsx")

app_name = "timekeeping"
urlpatterns = [
    path("time/", both(views.time, views.add), name="time"),
    path("time/<int:number>/", both(views.entry, views.change), name="entry"),
    path("time/<int:number>/removal/", views.remove, name="remove"),
    path("time/totals/", views.totals, name="totals"),
    path("time/earlier/", views.earlier, name="earlier"),
    path("time/estimates/", both(views.estimates, views.expect), name="estimates"),
    path("time/estimates/copy/", both(views.estimates, views.copy), name="copy"),
    path("time/rates/", both(views.rates, views.price), name="rates"),
    *[path(f"time/entries.{kind}", views.entries_file, {"kind": kind}, name=f"entries_{kind}") for kind in FILES],
    *[path(f"time/totals.{kind}", views.totals_file, {"kind": kind}, name=f"totals_{kind}") for kind in FILES],
]
