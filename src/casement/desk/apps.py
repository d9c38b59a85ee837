"""The desk as a Django app: templates only."""

from django.apps import AppConfig


class DeskConfig(AppConfig):
    name = "casement.desk"
    label = "desk"
