"""The `govuk` tag: any GOV.UK component from plain values."""

from collections.abc import Mapping
from typing import Any

from django import template
from django.utils.safestring import SafeString

from casement.foundation.design.components import component, nested

register = template.Library()


@register.simple_tag
def govuk(component_: str, params_: Mapping[str, Any] | None = None, **values: Any) -> SafeString:
    """`{% govuk "button" text="Save" %}`, `{% govuk "table" page.table_params %}`.

    Keywords are component params in snake case and win over `params`; a double underscore goes one level
    down (`label__text="Name"`).
    """
    return component(component_, {**(params_ or {}), **nested(values)})
