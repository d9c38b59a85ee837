"""The responses room as a Django app."""

from django.apps import AppConfig


class ResponsesConfig(AppConfig):
    name = "casement.rooms.responses"
    label = "responses"
    default_auto_field = "django.db.models.BigAutoField"
