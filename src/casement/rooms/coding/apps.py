"""The coding room as a Django app."""

from django.apps import AppConfig


class CodingConfig(AppConfig):
    name = "casement.rooms.coding"
    label = "coding"
    default_auto_field = "django.db.models.BigAutoField"
