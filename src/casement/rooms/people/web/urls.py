"""Addresses of people: sign-in, invitation, account."""

from django.urls import URLPattern

app_name = "people"
urlpatterns: list[URLPattern] = []
