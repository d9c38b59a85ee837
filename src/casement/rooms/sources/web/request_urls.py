"""Addresses of requests for records, below /reviews/<ref>/."""

from django.urls import path

from casement.foundation.web import both
from casement.rooms.sources.web import request_views as views

urlpatterns = [
    path("requests/", views.requests, name="requests"),
    path("requests/new/", both(views.ask, views.ask_for_records), name="ask"),
    path("requests/tracker.csv", views.as_csv, name="requests_csv"),
    path("requests/tracker.xlsx", views.as_xlsx, name="requests_xlsx"),
    path("requests/<int:number>/", views.request, name="request"),
    path("requests/<int:number>/letter/", views.letter, name="letter"),
    path("requests/<int:number>/letter.docx", views.letter_file, name="letter_file"),
    path("requests/<int:number>/promise/", both(views.promise, views.promise_records), name="promise"),
    path("requests/<int:number>/receipt/", both(views.receipt, views.receive_records), name="receipt"),
    path("requests/<int:number>/gap/", both(views.gap, views.note_gap), name="gap"),
    path("requests/<int:number>/chase/", both(views.chase, views.chase_request), name="chase"),
    path("requests/<int:number>/ending/", both(views.ending, views.end_request), name="ending"),
    path("requests/<int:number>/reopening/", views.reopen_request, name="reopening"),
    path("requests/<int:number>/events/<int:event>/taking-back/", views.take_back_event, name="take_back"),
]
