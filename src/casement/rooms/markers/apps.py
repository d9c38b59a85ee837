"""The markers room as a Django app."""

from django.apps import AppConfig


class MarkersConfig(AppConfig):
    name = "casement.rooms.markers"
    label = "markers"
    default_auto_field = "django.db.models.BigAutoField"
