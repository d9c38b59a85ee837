"""The design as a Django app: templates, tags and static files."""

from django.apps import AppConfig


class DesignConfig(AppConfig):
    name = "casement.foundation.design"
    label = "design"
