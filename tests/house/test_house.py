"""The house keeps its shape: each rule holds for the code, and each rule notices a planted violation."""

import statistics

import pytest
from django.apps import apps
from django.db.models import ForeignKey, ManyToManyField, OneToOneField

from tests.house import checks

TEMPLATES = sorted(checks.SRC.rglob("templates/**/*.html"))
OURS = [model for model in apps.get_models() if model.__module__.startswith("casement.")]


def named(path):
    return str(path.relative_to(checks.SRC))


def test_only_commands_change_tables():
    found = {}
    for path in checks.python_files():
        if not checks.MAY_WRITE.search(str(path)) and (lines := checks.writes(path.read_text())):
            found[named(path)] = lines
    assert not found


@pytest.mark.parametrize(
    "planted",
    [
        "Source.objects.create(number=1)",
        "Source.objects.filter(pk=1).update(title='x')",
        "row.delete()",
        "put_new(Source())",
    ],
)
def test_a_planted_write_is_noticed(planted):
    assert checks.writes(f"def build(seat):\n    {planted}\n") == [2]


def test_every_command_has_its_door():
    found = {}
    for room in checks.ROOMS:
        folder = checks.SRC / "rooms" / room
        offered = checks.exported(folder / "commands")
        for path in sorted((folder / "commands").glob("*.py")):
            if names := checks.commands_without_a_door(path.read_text(), offered):
                found[named(path)] = names
        single = folder / "commands.py"
        if single.exists() and (names := checks.commands_without_a_door(single.read_text())):
            found[named(single)] = names
    assert not found


def test_nobody_reaches_past_what_a_room_offers():
    found = {}
    for path in checks.python_files():
        room = path.relative_to(checks.SRC).parts[1:2]
        strays = [
            name for name in checks.deep_imports(path.read_text())
            if not ("commands" in path.parts and name.split(".")[2:3] == list(room))
        ]  # fmt: skip
        if strays:
            found[named(path)] = strays
    assert not found


def test_a_planted_back_door_is_noticed():
    planted = "def quietly_change(seat, *, text):\n    return 1\n"
    assert checks.commands_without_a_door(planted) == ["quietly_change"]


@pytest.mark.parametrize("model", OURS, ids=lambda model: model.__name__)
def test_every_column_says_how_private_it_is(model):
    assert not checks.fields_without_privacy(model)


def test_a_column_without_privacy_is_noticed():
    class Planted:
        class _meta:
            concrete_fields = [type("F", (), {"name": "diagnosis", "primary_key": False})]

        class Privacy:
            plain = ("number",)

    assert checks.fields_without_privacy(Planted) == {"diagnosis"}


def wrong_links(model, fields, order):
    """Foreign keys that point upwards, or across rooms with a way back."""
    room = model._meta.app_label
    wrong = []
    for field in fields:
        target = field.related_model._meta.app_label
        if target not in order or room not in order:
            continue
        if order.index(target) > order.index(room):
            wrong.append(f"{model.__name__}.{field.name} points up")
        elif target != room and not field.remote_field.hidden:
            wrong.append(f"{model.__name__}.{field.name} can be walked back")
    return wrong


@pytest.mark.parametrize("model", OURS, ids=lambda model: model.__name__)
def test_links_point_down_and_cannot_be_walked_back(model):
    fields = [
        field
        for field in [*model._meta.fields, *model._meta.many_to_many]
        if isinstance(field, ForeignKey | OneToOneField | ManyToManyField) and field.model is model
    ]
    assert not wrong_links(model, fields, list(checks.ROOMS))


def test_a_planted_upward_link_is_noticed():
    from casement.rooms.analysis.models import Evidence

    field = Evidence._meta.get_field("excerpt")
    turned = list(reversed(checks.ROOMS))
    assert wrong_links(Evidence, [field], turned) == ["Evidence.excerpt points up"]


def test_coding_and_chronology_do_not_know_each_other():
    for model in OURS:
        for field in model._meta.fields:
            if field.related_model and field.model is model:
                pair = {model._meta.app_label, field.related_model._meta.app_label}
                assert pair != {"coding", "chronology"}


@pytest.mark.parametrize("path", TEMPLATES, ids=named)
def test_templates_say_nothing_they_must_not(path):
    text = path.read_text()
    assert not checks.query_words(text)
    assert not checks.banned_words(text)
    assert not checks.outside_addresses(text)
    assert not checks.inline_code(text)


@pytest.mark.parametrize(
    ("check", "planted"),
    [
        (checks.query_words, "{% for row in page.review.source_set %}"),
        (checks.banned_words, "<p>The interviewee said</p>"),
        (checks.banned_words, "<p>Saved!</p>"),
        (checks.outside_addresses, '<script src="https://elsewhere.example/x.js"></script>'),
        (checks.inline_code, '<p style="color:red">'),
        (checks.inline_code, "<script>alert(1)</script>"),
        (checks.inline_code, "<a onclick='go()'>"),
    ],
)
def test_a_planted_template_fault_is_noticed(check, planted):
    assert check(planted)


def test_files_stay_small():
    modules = [path for path in checks.python_files() if "migrations" not in path.parts]
    sizes = {named(path): len(path.read_text().splitlines()) for path in modules}
    assert {name: size for name, size in sizes.items() if size > 400} == {}
    assert statistics.median(sizes.values()) < 100


def test_every_module_says_what_it_is_for():
    silent = [
        named(path)
        for path in checks.python_files()
        if "migrations" not in path.parts and path.read_text() and not path.read_text().startswith('"""')
    ]
    assert not silent
