"""Addresses of the sources room; those of a review come after /reviews/<ref>/."""

from django.urls import URLPattern

app_name = "sources"
urlpatterns: list[URLPattern] = []
