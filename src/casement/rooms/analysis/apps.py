"""The analysis room as a Django app."""

from django.apps import AppConfig


class AnalysisConfig(AppConfig):
    name = "casement.rooms.analysis"
    label = "analysis"
    default_auto_field = "django.db.models.BigAutoField"
