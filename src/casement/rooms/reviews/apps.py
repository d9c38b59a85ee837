"""The reviews room as a Django app."""

from django.apps import AppConfig


class ReviewsConfig(AppConfig):
    name = "casement.rooms.reviews"
    label = "reviews"
    default_auto_field = "django.db.models.BigAutoField"
