"""Addresses of the reviews room."""

from django.urls import path

from casement.foundation.web import both
from casement.rooms.reviews.web import views

app_name = "reviews"
urlpatterns = [
    path("reviews/<ref>/questions/", both(views.questions, views.ask_question), name="questions"),
    path("reviews/<ref>/questions/<int:replaces>/rewording/", views.ask_question, name="reword"),
]
