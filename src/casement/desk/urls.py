"""Addresses of pages made of several rooms."""

from django.urls import URLPattern

app_name = "desk"
urlpatterns: list[URLPattern] = []
