"""Addresses of the reports room; those of a review come after /reviews/<ref>/."""

from django.urls import URLPattern

app_name = "reports"
urlpatterns: list[URLPattern] = []
