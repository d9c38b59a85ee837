"""What goes out keeps to the schema, comes back as it went, and holds nothing its maker could not read."""

import io
import zipfile
from dataclasses import replace
from uuid import uuid5

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from lxml import etree

from casement.foundation.access import Role
from casement.rooms.coding import commands, queries
from casement.rooms.coding.exports import Unmade, write
from casement.rooms.coding.intake import read
from casement.rooms.coding.models import Code, ExchangeItem, Mark, Memo
from casement.rooms.coding.rules.exchange import values
from casement.rooms.coding.rules.exchange.counting import NVIVO, STANDARD
from casement.rooms.coding.rules.exchange.detecting import detect
from casement.rooms.coding.rules.exchange.identifiers import _OURS, named
from casement.rooms.coding.rules.exchange.labels import labels, own_name
from casement.rooms.coding.rules.exchange.placing import placed, stored_text
from casement.rooms.coding.rules.exchange.schema import schema
from casement.rooms.coding.vocabulary import Target
from casement.rooms.sources.models import Source
from tests.factories import coding
from tests.factories.exchange import bring_in, send
from tests.factories.reviews import cast
from tests.factories.sources import record
from tests.rooms.coding.made_projects import g
from tests.rooms.coding.test_exchange_in import rich

WORDS = ["Nobody", "rang", "🙂", "שלום", "مرحبا", "👩‍👩‍👧", "Zoë", "Ze\u0301", "𝒲ild", "card,", "<b>&"]
NAMES = st.text(st.sampled_from("abÄé🙂ש <&>\"'"), min_size=1, max_size=12).filter(str.strip)
USERS = (values.User(g(1), "Ann"), values.User(g(2), "Ben & Co"))


@st.composite
def projects(draw):
    """A project with nested codes, and texts with emoji, writing from right to left and two-sign line ends."""
    codes = []
    for at in range(draw(st.integers(1, 6))):
        parent = draw(st.sampled_from(["", *(code.guid for code in codes)]))
        name = " ".join(draw(NAMES).split())
        codes.append(
            values.Code(g(100 + at), name, parent, draw(st.booleans()), "", draw(st.sampled_from(["", "Use\nit"])))
        )
    sources, number = [], 1000
    for at in range(draw(st.integers(1, 2))):
        line = draw(st.sampled_from(["\n", "\r\n"]))
        words = draw(st.lists(st.sampled_from(WORDS), min_size=4, max_size=30))
        pieces, spans, text = [], [], ""
        for place, word in enumerate(words):
            spans.append((len(text), len(text) + len(word)))
            pieces.append(word + (line if place % 5 == 4 else " "))
            text += pieces[-1]
        selections = []
        for span in sorted(set(draw(st.lists(st.sampled_from(spans), max_size=6)))):
            given_codes = draw(
                st.lists(
                    st.tuples(st.sampled_from(codes), st.sampled_from(USERS)),
                    min_size=0,
                    max_size=3,
                    unique_by=lambda t: (t[0].guid, t[1].guid),
                )
            )
            rows = []
            for code, user in given_codes:
                number += 1
                rows.append(values.Coding(g(number), code.guid, user.guid, "2024-05-03T10:00:00Z"))
            number += 1
            selections.append(values.Selection(g(number), *span, user=g(1), codings=tuple(rows)))
        sources.append(values.Source(g(10 + at), f"Text {at}", text=text, selections=tuple(selections)))
    return values.Project("project", "P", "Test 1.0", users=USERS, codes=tuple(codes), sources=tuple(sources))


def said(project, counting=None):
    """What a project says, whoever wrote it: codes with their paths, and coded words."""
    names = {code.guid: code for code in project.codes}
    users = {user.guid: user.name for user in project.users}

    def path(guid):
        code = names[guid]
        return (*(path(code.parent) if code.parent else ()), " ".join(code.name.split()))

    told = {("code", path(c.guid), c.codable, c.description) for c in project.codes}
    way = counting or detect(project.sources, project.origin).counting
    for source in project.sources:
        stored = stored_text(source).text
        told.add(("source", source.name, stored))
        for each in placed(source, way):
            assert not each.nowhere
            told |= {
                ("coding", source.name, each.start, stored[each.start : each.end], path(one.code), users[one.user])
                for one in each.selection.codings
            } or {("passage", source.name, each.start, stored[each.start : each.end])}  # fmt: skip
    return told


def unix(project):
    """The same project with line feeds only, as Casement stores and writes texts."""
    sources = []
    for source in project.sources:
        moved = [
            values.Selection(
                one.guid, len(source.text[: one.start].replace("\r\n", "\n")), len(source.text[: one.end].replace("\r\n", "\n")),
                user=one.user, codings=one.codings,
            )
            for one in source.selections
        ]  # fmt: skip
        sources.append(
            values.Source(source.guid, source.name, text=source.text.replace("\r\n", "\n"), selections=tuple(moved))
        )
    return values.Project(
        project.kind, project.name, project.origin, users=project.users, codes=project.codes, sources=tuple(sources)
    )


@settings(max_examples=60)
@given(projects(), st.sampled_from(Target), st.sampled_from(["project", "document"]))
def test_a_generated_project_comes_back_as_it_went(project, target, what):
    going = unix(project)
    going = replace(going, origin="Casement (UTF-16)" if target is Target.NVIVO else "Casement")
    back = read("p", write(going, what, target))
    assert back.schema == ""
    way = NVIVO if target is Target.NVIVO else STANDARD
    assert said(back, way) == said(project, STANDARD)


@pytest.mark.django_db
def test_namesakes_under_one_code_keep_their_names_from_review_to_review():
    codes = [values.Code(g(100 + at), name, parent and g(parent)) for at, (name, parent) in enumerate(
        [("<", ""), ("<", ""), (">", 100), (">", 100), (">", 101), ("<", 101)])]  # fmt: skip
    project = values.Project("project", "P", "Test 1.0", codes=tuple(codes), sources=(
        values.Source(g(10), "Text", text="Nobody rang."),))  # fmt: skip
    first, second = cast("Ash"), cast("Yew")
    bring_in(first, write(project, "project"), counting="standard")
    bring_in(second, send(first, target=Target.STANDARD)[1], counting="standard")
    assert review_says(first) == review_says(second)
    assert {row[1] for row in review_says(first) if row[0] == "code"} == {
        "<", "< (2)", "< > >", "> (2)", "< (2) > >", "< (2) > <"}  # fmt: skip


@pytest.mark.django_db
@settings(max_examples=12, suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow])
@given(projects(), st.sampled_from(Target))
def test_a_generated_project_goes_through_two_reviews_unchanged(project, target):
    first, second = cast("Ash"), cast("Yew")
    bring_in(first, write(project, "project"), counting="standard")
    _, sent = send(first, target=target)
    bring_in(second, sent, counting="nvivo" if target is Target.NVIVO else "standard")
    assert review_says(first) == review_says(second)
    assert len(review_says(first)) > len(project.codes)
    # and what the review says is what the file said
    coded = {(source, words, own(names[-1]), who) for kind, source, _, words, names, who in filed(project)}
    assert {(s, w, own(label), who) for kind, s, _, w, label, who in marked(first) if label != UNCODED} == coded


UNCODED = "Picked out without a code"


def filed(project):
    return [one for one in said(project, STANDARD) if one[0] == "coding"]


def own(label):
    return label.split(" > ")[-1].split(" (")[0]


def marked(who):
    rows = Mark.objects.filter(review=who.review, removed_at=None).select_related(
        "excerpt__version__source", "code"
    )
    return {
        ("mark", m.excerpt.version.source.title, m.excerpt.start, m.excerpt.quote, m.code.label, m.said_by)
        for m in rows
    }


def review_says(who):
    codes = Code.objects.filter(review=who.review).select_related("parent")
    texts = Source.objects.filter(review=who.review).select_related("current")
    return (
        marked(who)
        | {("code", c.label, c.parent.label if c.parent else "", c.heading, c.definition) for c in codes}
        | {("source", s.title, s.current.text) for s in texts}
    )


def names_ok(content: bytes) -> None:
    """Small letters, no byte order mark, line feeds only, nothing of the machine."""
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        names = archive.namelist()
        assert names[0] == "project.qde" and all(name == name.lower() for name in names)
        for name in names[1:]:
            data = archive.read(name)
            assert name.startswith("sources/") and not data.startswith(b"\xef\xbb\xbf") and b"\r" not in data
        told = archive.read("project.qde")
    assert b"basePath" not in told and schema("project").validate(etree.fromstring(told))


@pytest.mark.parametrize("target", Target)
def test_what_goes_out_keeps_to_the_schema_and_to_the_standard(oak, target):
    coding.framework(oak)
    bring_in(oak, rich(), counting="standard")
    record(oak, text="One 🙂 two.", name="more.txt")
    commands.mark_words(
        oak.seat(),
        number=Source.objects.latest("number").number,
        words="two",
        code="item:wrk.03",
        influence="harder",
        memo="Why?",
    )
    row, content = send(oak, target=target)
    assert row.state == "done", row.sentence
    names_ok(content)
    tree = etree.fromstring(zipfile.ZipFile(io.BytesIO(content)).read("project.qde"))
    several = [len(one.findall("{*}Coding")) for one in tree.iter("{*}PlainTextSelection")]
    assert (max(several) == 1) == (target is not Target.STANDARD)
    place = next(
        one for one in tree.iter("{*}PlainTextSelection") if "harder" in one.findtext("{*}Description", "")
    )
    assert place.get("startPosition") == ("7" if target is Target.NVIVO else "6")


def test_it_comes_home_without_a_trace(oak):
    coding.framework(oak)
    bring_in(oak, rich(), counting="standard")
    commands.mark_words(
        oak.seat(), number=1, words="rang back", code="item:wrk.03", influence="harder", memo="Why?"
    )
    before = [m.objects.count() for m in (Code, Source, Mark, Memo)]
    _, content = send(oak)
    again = bring_in(oak, content)
    assert [m.objects.count() for m in (Code, Source, Mark, Memo)] == before
    assert not again.items.filter(
        kind__in=("code", "source", "coding", "memo"), outcome__in=("kept", "adapted")
    ).exists()


def test_an_influence_and_a_factor_arrive_in_another_review(oak, elm):
    coding.framework(oak)
    coding.framework(elm)
    record(oak, text="Nobody rang back.")
    commands.mark_words(oak.seat(), number=1, words="rang back", code="item:wrk.03", influence="helped")
    commands.mark_words(oak.seat(Role.TEAM), number=1, words="rang back", code="item:wrk.03", influence="harder")
    for target in Target:
        _, content = send(oak, target=target)
        bring_in(elm, content)
    found = {(m.item.item_id, m.influence, m.said_by) for m in Mark.objects.filter(review=elm.review)}
    assert found == {
        ("wrk.03", "supports_good_practice", "Lead reviewer A"),
        ("wrk.03", "makes_problematic_practice_more_likely", "Review team member A"),
    }
    assert (
        Mark.objects.filter(review=elm.review).count() == 2 and not Code.objects.filter(review=elm.review).exists()
    )


def test_nothing_goes_out_that_its_maker_may_not_read(oak):
    record(oak, text="All may read quorvinex.", name="a.txt")
    kept = record(oak, text="Only for leads zabrettil.", name="kept.txt", access="leads")
    commands.mark_words(oak.seat(), number=kept.number, words="zabrettil", code="new:Kept", memo="On plimthorax")
    commands.write_memo(oak.seat(Role.TEAM), text="Mine: skervantile", private=True)
    row, content = send(oak, role=Role.TEAM)
    unpacked = b"".join(
        zipfile.ZipFile(io.BytesIO(content)).read(n) for n in zipfile.ZipFile(io.BytesIO(content)).namelist()
    )
    assert b"quorvinex" in unpacked
    for word in (b"zabrettil", b"plimthorax", b"skervantile", b"kept.txt"):
        assert word not in unpacked
    assert row.items.filter(name="1 private memo", outcome="left").exists()
    assert not ExchangeItem.objects.filter(exchange=row, name__contains="zabrettil").exists()
    for name in (person.name for person in oak.people.values()):
        assert name.encode() not in unpacked


def test_the_report_says_what_the_format_cannot_carry(oak):
    record(oak)
    row, _ = send(oak)
    left = set(row.items.filter(outcome="left").values_list("name", flat=True))
    assert {"Chronologies and strands", "Who may read what", "How words may be used"} <= left
    assert all(row.items.filter(outcome="left").values_list("sentence", flat=True))


def test_a_codebook_goes_out_and_comes_into_another_review(oak, elm):
    bring_in(oak, rich(), counting="standard")
    _, content = send(oak, what="codebook")
    root = etree.fromstring(content)
    assert schema("codebook").validate(root)
    bring_in(elm, content, name="c.qdc", what="codebook", agency=None)
    tree = {
        (c.label, c.parent.label if c.parent else "", c.heading) for c in Code.objects.filter(review=elm.review)
    }
    assert tree == {
        (c.label, c.parent.label if c.parent else "", c.heading)
        for c in Code.objects.filter(review=oak.review).exclude(label=UNCODED)
    }


@given(st.text(max_size=30), st.sampled_from(["coding", "excerpt"]), st.integers(0, 10**9) | st.text(max_size=9))
def test_identifiers_are_those_of_the_published_standard(ref, kind, number):
    assert named(f"{ref}/{kind}/{number}") == str(uuid5(_OURS, f"{ref}/{kind}/{number}"))


def test_a_codebook_without_codes_is_refused_in_a_sentence(oak):
    row, content = send(oak, what="codebook")
    assert row.state == "refused" and "no code yet" in row.sentence and content == b""


def test_a_character_no_document_can_hold_is_refused():
    source = values.Source(g(1), "S", text="\x01")
    with pytest.raises(Unmade):
        write(values.Project("project", "P", sources=(source,)), "document")


def test_the_file_is_the_same_whenever_it_is_made(oak):
    record(oak)
    assert send(oak)[1] == send(oak)[1]
    assert queries.exchanges(oak.seat())[0].number == 2


def test_a_name_that_looks_like_a_path_goes_out_as_it_came():
    top, child, twin = (
        values.Code(f"00000000-0000-0000-0000-00000000000{at}", name, parent, True, "", "")
        for at, (name, parent) in enumerate(
            (
                (">", ""),
                ("> > a", "00000000-0000-0000-0000-000000000000"),
                ("a", "00000000-0000-0000-0000-000000000000"),
            )
        )
    )
    made = labels([top, child, twin])
    assert own_name(made[child.guid].text, ">") == "> > a"
    assert own_name(made[twin.guid].text, ">") == "a"
