"""The analysis room as a Django app; it refuses to start with language rules that cannot be used."""

from typing import Any

from django.apps import AppConfig
from django.core import checks


class AnalysisConfig(AppConfig):
    name = "casement.rooms.analysis"
    label = "analysis"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        """Look at the language rules with every other check."""
        checks.register(language_rules_can_be_used)


def language_rules_can_be_used(**told: Any) -> list[checks.CheckMessage]:
    """One error with the sentence that says what is wrong with the rules, and where."""
    from casement.rooms.analysis.queries.language import language_rules
    from casement.rooms.analysis.rules.language.reading import WrongRules

    try:
        language_rules()
    except WrongRules as wrong:
        return [checks.Error(str(wrong), id="casement.language")]
    return []
