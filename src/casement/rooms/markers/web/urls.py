"""Addresses of the self-check, below /reviews/<ref>/."""

from django.urls import path

from casement.foundation.web import both
from casement.rooms.markers.web import views

app_name = "markers"
urlpatterns = [
    path("quality/", views.markers, name="markers"),
    *[
        path(f"quality/markers.{kind}", views.file, {"kind": kind}, name=f"file_{kind}")
        for kind in ("docx", "pdf", "xlsx")
    ],
    path("quality/<slug:marker>/", both(views.marker, views.answer), name="marker"),
]
