"""Forms in GOV.UK markup: every widget has its label, its hint and its message, and keeps what was typed."""

import pytest
from django import forms
from django.template import Context, Template

from casement.foundation.design.gallery import GalleryForm
from casement.foundation.design.plain_form import PlainForm
from casement.foundation.design.widgets import DateParts


def drawn(form, source="{{ form }}"):
    return Template("{% load design %}" + source).render(Context({"form": form}))


@pytest.mark.parametrize("name", list(GalleryForm.base_fields))
def test_every_field_has_a_name_a_person_can_read(name):
    form = GalleryForm()
    html = Template("{% load design %}{% field item %}").render(Context({"item": form[name]}))
    assert str(form[name].label) in html.replace("&#39;", "'")
    assert f'name="{name}' in html


def test_checkboxes_stay_checkboxes_and_radios_radios():
    html = drawn(GalleryForm())
    assert html.count('type="checkbox" value="police"') + html.count('value="police"') >= 1
    assert 'name="parts" type="checkbox"' in html
    assert 'name="kind" type="radio"' in html


def test_what_was_typed_comes_back_after_a_refusal():
    form = GalleryForm({"title": "Al<der", "day_day": "31", "day_month": "", "day_year": "24", "said": "a\nb"})
    html = drawn(form)
    assert "Al&lt;der" in html
    assert 'value="31"' in html
    assert 'value="24"' in html
    assert "a\nb" in html


def test_a_message_says_what_to_do_and_is_tied_to_its_field():
    html = drawn(GalleryForm({}, auto_id="add_%s"))
    assert "Code name: write something here." in html
    assert 'id="add_title-error"' in html
    assert "add_title-error" in html.split('id="add_title"')[1].split(">")[0]
    assert "This field is required" not in html


def test_a_question_is_not_followed_by_a_colon():
    assert "What kind of review is it? Choose one." in drawn(GalleryForm({}))


def test_the_summary_leads_to_the_first_control_of_each_field():
    form = GalleryForm({}, auto_id="add_%s")
    summary = drawn(form, "{% error_summary form %}")
    page = drawn(form)
    for name in form.errors:
        assert f'href="#add_{name}"' in summary
        assert f'id="add_{name}"' in page


def test_a_commands_refusal_stands_in_the_summary_without_a_link():
    html = drawn(None, '{% error_summary form refusal="You cannot release it yet." %}')
    assert "You cannot release it yet." in html
    assert "href" not in html


def test_no_errors_no_summary():
    assert drawn(GalleryForm(), "{% error_summary form %}") == ""


def test_groups_of_a_list_are_kept():
    html = drawn(GalleryForm({"sector": "gp"}))
    assert '<optgroup label="Health">' in html
    assert '<option value="gp" selected>' in html


def test_a_fields_own_words_win():
    class Own(PlainForm):
        name = forms.CharField(error_messages={"required": "Give it a tree's name."})

    assert Own({}).errors["name"] == ["Give it a tree's name."]


def test_too_long_says_how_long():
    class Short(PlainForm):
        name = forms.CharField(label="Code name", max_length=5)

    assert Short({"name": "Sycamore"}).errors["name"] == ["Code name can hold 5 characters; this has 8."]


@pytest.mark.parametrize(
    ("typed", "value"),
    [
        (("5", "3", "2024"), "2024-03-05"),
        (("", "3", "2024"), "2024-3-"),
        (("", "", ""), ""),
        (("3-4", "5", "2024"), "2024-05-3-4"),
    ],
)
def test_three_boxes_lose_nothing(typed, value):
    widget = DateParts()
    data = dict(zip(("d_day", "d_month", "d_year"), typed, strict=True))
    assert widget.value_from_datadict(data, {}, "d") == value
    assert [part.zfill(2) if part else "" for part in typed] == [
        part.zfill(2) if part else "" for part in widget.decompress(value)
    ]


def test_a_password_is_never_sent_back():
    class Way(PlainForm):
        word = forms.CharField(widget=forms.PasswordInput)

    assert "hunter2" not in drawn(Way({"word": "hunter2"}))
