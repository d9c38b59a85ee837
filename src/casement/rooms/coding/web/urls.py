"""Addresses of the coding room; those of a review come after /reviews/<ref>/."""

from django.urls import URLPattern

app_name = "coding"
urlpatterns: list[URLPattern] = []
