"""The sources room as a Django app."""

from django.apps import AppConfig


class SourcesConfig(AppConfig):
    name = "casement.rooms.sources"
    label = "sources"
    default_auto_field = "django.db.models.BigAutoField"
