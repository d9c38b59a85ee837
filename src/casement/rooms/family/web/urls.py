"""Addresses of the family room, below /reviews/<ref>/."""

from django.urls import path

from casement.foundation.web import both
from casement.rooms.family.web import views

app_name = "family"
urlpatterns = [
    path("family/", both(views.family, views.open_record), name="family"),
    path("family/<int:number>/", views.record, name="record"),
    path("family/<int:number>/wishes/", both(views.record, views.put_wishes), name="wishes"),
    path("family/<int:number>/questions/<slug:topic>/", both(views.question, views.answer), name="question"),
    path("family/<int:number>/contacts/", both(views.record, views.note_contact), name="contacts"),
    path("family/<int:number>/feedback/", both(views.record, views.give_feedback), name="feedback"),
]
