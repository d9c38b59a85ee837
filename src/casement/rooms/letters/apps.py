"""The letters room as a Django app."""

from django.apps import AppConfig


class LettersConfig(AppConfig):
    name = "casement.rooms.letters"
    label = "letters"
    default_auto_field = "django.db.models.BigAutoField"
