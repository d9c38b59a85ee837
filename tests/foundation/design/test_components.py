"""GOV.UK components come out whole, and words from outside never become markup."""

import pytest
from django.template import Context, Template
from django.utils.safestring import mark_safe
from hypothesis import given
from hypothesis import strategies as st
from jinja2 import TemplateNotFound

from casement.foundation.design.components import component, nested


def drawn(source: str, **context: object) -> str:
    return Template("{% load design govuk %}" + source).render(Context(context))


def test_a_component_is_drawn_from_keywords():
    html = drawn('{% govuk "button" text="Save" name="act" prevent_double_click=True %}')
    assert 'class="govuk-button"' in html
    assert "Save" in html
    assert 'data-prevent-double-click="true"' in html


def test_keywords_win_over_params_and_go_one_level_down():
    html = drawn('{% govuk "input" params name="b" label__text="Code name" %}', params={"id": "x", "name": "a"})
    assert 'name="b"' in html
    assert "Code name" in html


def test_an_unknown_component_is_an_error():
    with pytest.raises(TemplateNotFound):
        component("no-such-thing", {})


@given(st.text(st.characters(exclude_categories=["Cs"]), max_size=40))
def test_text_in_the_place_of_html_stays_text(words):
    html = component("inset-text", {"html": f"<script>{words}</script>"})
    assert "<script>" not in html


def test_html_marked_safe_is_kept():
    assert "<b>sure</b>" in component("inset-text", {"html": mark_safe("<b>sure</b>")})


def test_html_deep_inside_params_is_guarded_too():
    rows = [{"key": {"text": "Who"}, "value": {"html": "<img src=x>"}}]
    assert "<img" not in component("summary-list", {"rows": rows})


def test_nested_names_become_the_components_own():
    assert nested({"label__is_page_heading": True, "for_": "x"}) == {"label": {"isPageHeading": True}, "for": "x"}


@pytest.mark.parametrize("kind", ["record", "conversation", "family"])
def test_every_sign_says_its_word(kind):
    html = drawn("{% sign kind %}", kind=kind)
    assert kind in html
    assert "<svg" in html


def test_signs_are_counted_in_words_for_those_who_cannot_see_them():
    assert drawn('{% signs "record" 3 %}').count("<svg") == 3
    assert "3 records" in drawn('{% signs "record" 3 %}')
    assert drawn('{% signs "conversation" 40 %}').count("<svg") == 1
    assert "40 conversations" in drawn('{% signs "conversation" 40 %}')
    assert "None" in drawn('{% signs "family" 0 %}')


def test_an_influence_is_never_only_a_colour():
    assert "Made it harder" in drawn('{% influence "makes_problematic_practice_more_likely" %}')
    assert "supports good practice" in drawn('{% influence "helped" long=True %}')


def test_a_sign_nobody_drew_is_an_error():
    with pytest.raises(KeyError):
        drawn('{% sign "verdict" %}')


def test_evidence_keeps_its_words_and_its_way_back():
    html = drawn('{% evidence "They said <i>no</i>" "conversation" "Officer 2, para 8" "/x/#p8" %}')
    assert "&lt;i&gt;no&lt;/i&gt;" in html
    assert 'href="/x/#p8"' in html


def test_evidence_that_is_gone_says_so():
    assert "taken out" in drawn('{% evidence "Words" "record" "Log" lost="It was taken out." %}')


def test_nothing_against_asks_whether_anybody_looked():
    assert "Has anyone looked?" in drawn("{% evidence_pair none none %}", none=())
    assert "Has anyone looked?" not in drawn('{% evidence_pair none none looked="Lead, 3 May" %}', none=())
