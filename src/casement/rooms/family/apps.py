"""The family room as a Django app."""

from django.apps import AppConfig


class FamilyConfig(AppConfig):
    name = "casement.rooms.family"
    label = "family"
    default_auto_field = "django.db.models.BigAutoField"
