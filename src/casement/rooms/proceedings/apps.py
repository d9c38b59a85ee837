"""The proceedings room as a Django app."""

from django.apps import AppConfig


class ProceedingsConfig(AppConfig):
    name = "casement.rooms.proceedings"
    label = "proceedings"
    default_auto_field = "django.db.models.BigAutoField"
