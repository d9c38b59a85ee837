"""Wiring that must happen once every room is loaded."""

from importlib import import_module
from importlib.util import find_spec

from django.apps import AppConfig
from django.conf import settings
from django.contrib.auth.signals import user_logged_in


class ConfigConfig(AppConfig):
    name = "casement.config"
    label = "casement_config"

    def ready(self) -> None:
        import_module("casement.foundation.post.sending")
        user_logged_in.connect(import_module("casement.config.idle").begin)
        for room in settings.ROOMS:
            for floor in ("tasks", "reactions"):
                if find_spec(f"casement.rooms.{room}.{floor}"):
                    import_module(f"casement.rooms.{room}.{floor}")
