"""Renders GOV.UK Frontend components from plain values, and refuses to trust unmarked HTML."""

from collections.abc import Mapping
from functools import cache
from typing import Any

from django.utils.functional import Promise
from django.utils.html import conditional_escape
from django.utils.safestring import SafeString, mark_safe
from jinja2 import ChainableUndefined, Environment, PackageLoader, PrefixLoader


@cache
def _environment() -> Environment:
    loader = PrefixLoader({"govuk_frontend_jinja": PackageLoader("govuk_frontend_jinja")})
    told = Environment(loader=loader, autoescape=True, undefined=ChainableUndefined)
    told.filters["indent"] = _as_it_stands
    return told


def _as_it_stands(words: Any, *columns: Any) -> Any:
    """Markup without the spaces that would only make it line up for a reader of the page's source.

    For a list of a hundred choices putting them in takes half of the time of the page.
    """
    return words


@cache
def _macro(name: str) -> Any:
    title = "".join(word.title() for word in name.split("-"))
    template = _environment().get_template(f"govuk_frontend_jinja/components/{name}/macro.html")
    return getattr(template.module, f"govuk{title}")


def component(name: str, params: Mapping[str, Any]) -> SafeString:
    """The markup of one GOV.UK component, such as "button" or "summary-list".

    Params are those of the GOV.UK Design System. A value under `html` is escaped unless it is
    already marked safe, so that words from a file can never become markup by being put in the wrong place.
    Raises jinja2.TemplateNotFound for an unknown component.
    """
    return mark_safe(str(_macro(name)(_guarded(params))).strip())


def nested(values: Mapping[str, Any]) -> dict[str, Any]:
    """A tag's keyword arguments as component params: `label__is_page_heading` → label.isPageHeading."""
    params: dict[str, Any] = {}
    for key, value in values.items():
        *path, last = [_camel(part) for part in key.split("__")]
        target = params
        for part in path:
            target = target.setdefault(part, {})
        target[last] = value
    return params


def _camel(word: str) -> str:
    first, *rest = word.rstrip("_").split("_")
    return first + "".join(part.title() for part in rest)


def _guarded(value: Any, key: str = "") -> Any:
    if isinstance(value, Mapping):
        return {name: _guarded(inner, name) for name, inner in value.items()}
    if isinstance(value, list | tuple):
        return [_guarded(inner, key) for inner in value]
    if key == "html" or key.endswith("Html"):
        return conditional_escape(value) if value else value
    return str(value) if isinstance(value, Promise) else value
