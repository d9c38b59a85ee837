"""Registers the design so that Django finds its templates, tags and built files."""

from django.apps import AppConfig


class DesignConfig(AppConfig):
    """Templates, template tags and static files; no tables."""

    name = "casement.foundation.design"
    label = "design"
