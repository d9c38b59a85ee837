"""Addresses of the chronology room; those of a review come after /reviews/<ref>/."""

from django.urls import URLPattern

app_name = "chronology"
urlpatterns: list[URLPattern] = []
