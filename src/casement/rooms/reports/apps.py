"""The reports room as a Django app."""

from django.apps import AppConfig


class ReportsConfig(AppConfig):
    name = "casement.rooms.reports"
    label = "reports"
    default_auto_field = "django.db.models.BigAutoField"
