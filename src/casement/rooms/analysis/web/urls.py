"""Addresses of the analysis room; those of a review come after /reviews/<ref>/."""

from django.urls import URLPattern

app_name = "analysis"
urlpatterns: list[URLPattern] = []
