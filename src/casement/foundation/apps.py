"""The foundation as a Django app: it owns the ledger, jobs and the search index."""

from django.apps import AppConfig


class FoundationConfig(AppConfig):
    name = "casement.foundation"
    label = "foundation"
    default_auto_field = "django.db.models.BigAutoField"
