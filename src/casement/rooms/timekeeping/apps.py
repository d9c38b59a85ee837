"""The timekeeping room as a Django app."""

from django.apps import AppConfig


class TimekeepingConfig(AppConfig):
    name = "casement.rooms.timekeeping"
    label = "timekeeping"
    default_auto_field = "django.db.models.BigAutoField"
