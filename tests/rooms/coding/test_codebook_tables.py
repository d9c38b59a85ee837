"""A codebook comes in from a table: the one we save comes in again unchanged, and no row is lost unseen."""

import csv
import io

import openpyxl
import pytest
from hypothesis import given
from hypothesis import strategies as st

from casement.foundation.access import Role
from casement.rooms.coding import commands
from casement.rooms.coding.models import Code, CodeText
from casement.rooms.coding.rules.exchange.tables import codes_of
from tests.factories import coding
from tests.factories.exchange import bring_in
from tests.house.addresses import body, signed_in


def as_csv(*rows: tuple[str, ...]) -> bytes:
    out = io.StringIO()
    csv.writer(out).writerows(rows)
    return out.getvalue().encode()


def lines(row):
    return [(one.outcome, one.name, one.sentence) for one in row.items.order_by("position")]


def tree(cast):
    return [
        (c.label, c.definition, c.exclusion, c.example, c.parent.label if c.parent else "", c.heading, bool(c.retired_at))
        for c in Code.objects.filter(review=cast.review).select_related("parent").order_by("label")
    ]  # fmt: skip


@pytest.mark.parametrize("kind", ["csv", "xlsx"])
def test_the_codebook_we_save_comes_in_again_unchanged(oak, elm, kind):
    for cast in (oak, elm):
        coding.framework(cast)
    seat = oak.seat()
    commands.add_code(
        seat, label="=Waiting", definition="When it\nrings \U0001f642", exclusion="-Not 007", example="@home"
    )
    commands.add_code(seat, label="_x0041_ forms", definition="'tis", example="+1")
    commands.add_code(seat, label="Above", definition="long " * 7000)
    commands.move_code(seat, number=1, under=3)
    commands.retire_code(seat, number=2)
    Code.objects.filter(review=oak.review, number=3).update(heading=True)
    data = body(signed_in(oak).get(f"/reviews/{oak.ref}/codes/report.{kind}"))
    before = tree(oak)
    again = bring_in(oak, data, name=f"codebook.{kind}")
    assert tree(oak) == before and not CodeText.objects.filter(kept_beside=True).exists()
    assert {outcome for outcome, *_ in lines(again)} == {"here"}
    other = bring_in(elm, data, name=f"codebook.{kind}")
    assert tree(elm) == before
    assert {outcome for outcome, *_ in lines(other)} == {"kept", "here"}  # the factors are known again


def test_a_code_that_is_here_stays_and_what_the_file_says_is_kept_beside(oak):
    commands.add_code(oak.seat(), label="Waiting", definition="Ours")
    table = as_csv(("Name", "Definition", "Exclusion", "Colour"), ("WAITING", "Theirs", "Never", "red"))
    row = bring_in(oak, table, name="theirs.csv")
    ((outcome, _, sentence),) = lines(row)
    assert outcome == "here" and "kept beside" in sentence
    assert tree(oak) == [("Waiting", "Ours", "", "", "", False, False)]
    assert CodeText.objects.get(kept_beside=True).definition == "Theirs"
    assert "passed over: Colour" in " ".join(row.facts["remarks"])
    bring_in(oak, table, name="theirs.csv")
    assert CodeText.objects.filter(kept_beside=True).count() == 1


def test_a_row_that_cannot_come_in_is_named_and_the_rest_comes(oak):
    rows = [("code", "parent", "definition"), ("", "", "lost"), ("Child", "Parent", "c"), ("Parent", "", "p")]
    rows += [("child", "", "again"), ("Round", "About", ""), ("About", "Round", ""), ("Odd", "Nowhere", "")]
    told = lines(bring_in(oak, as_csv(*rows), name="book.csv"))
    assert [(name, why) for outcome, name, why in told if outcome == "refused"] == [
        ("Row 2", "It has no name for the code."),
        ("Row 5 child", "Row 3 names the same code."),
        ("Row 6 Round", "It stands under itself, or under a code that does."),
        ("Row 7 About", "It stands under itself, or under a code that does."),
    ]
    assert [(c[0], c[4]) for c in tree(oak)] == [("Child", "Parent"), ("Odd", ""), ("Parent", "")]
    assert [name for outcome, name, _ in told if outcome == "adapted"] == ["Odd"]


@pytest.mark.parametrize("data", [as_csv(("Colour", "Size"), ("red", "4")), b"\n\n", b"just words"])
def test_a_table_without_a_column_for_the_code_is_refused_with_the_names_to_use(oak, data):
    row = bring_in(oak, data, name="book.csv")
    assert row.state == "refused" and "Code, Under, Use when, Not when, Example" in row.sentence
    assert not Code.objects.exists()


def test_a_workbook_made_elsewhere_comes_in_with_only_its_first_sheet(oak):
    book = openpyxl.Workbook()
    book.active.append(["Code name", "When not to use", "Example"])
    book.active.append([2024, "never", "so"])
    book.create_sheet("Other").append(["x"])
    out = io.BytesIO()
    book.save(out)
    row = bring_in(oak, out.getvalue(), name="book.xlsx", role=Role.TEAM)
    assert tree(oak) == [("2024", "", "never", "so", "", False, False)]
    assert "Only the first sheet was read." in row.facts["remarks"]


@pytest.mark.parametrize("data", [b"PK\x03\x04" + b"\0" * 50, b"PK\x05\x06"])
def test_a_broken_workbook_is_refused_in_a_sentence(oak, data):
    row = bring_in(oak, data, name="book.xlsx")
    assert row.state == "refused" and row.sentence


cells = st.sampled_from(["", "a", "b", "C", "a ", "B"])


@given(st.lists(st.tuples(cells, cells, cells), max_size=8))
def test_every_row_is_a_code_after_its_parent_or_is_named(rows):
    told = codes_of([("Code", "Under", "Use when"), *rows])
    filled = [row for row in rows if any(cell.strip() for cell in row)]
    assert len(told.codes) + len(told.left) == len(filled) and all(one.why for one in told.left)
    seen: set[str] = set()
    for code in told.codes:
        assert not code.parent or code.parent.startswith("name:") or code.parent in seen
        seen.add(code.guid)
