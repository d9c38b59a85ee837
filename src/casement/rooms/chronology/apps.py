"""The chronology room as a Django app."""

from django.apps import AppConfig


class ChronologyConfig(AppConfig):
    name = "casement.rooms.chronology"
    label = "chronology"
    default_auto_field = "django.db.models.BigAutoField"
