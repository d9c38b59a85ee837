"""Projects that other programs wrote, where they are present: in, out, valid, and in again with nothing lost."""

import pytest
from lxml import etree

from casement.rooms.coding.intake import read
from casement.rooms.coding.models import Code, Mark, Memo
from casement.rooms.coding.rules.exchange.counting import STANDARD, Ruler
from casement.rooms.coding.rules.exchange.detecting import at_edges, detect
from casement.rooms.coding.rules.exchange.schema import departure, schema
from casement.rooms.sources.models import Source
from tests.factories.exchange import bring_in, send
from tests.rooms.coding.made_projects import identifiers, inner_document

pytestmark = pytest.mark.torture
HELD = ("atlasti_win_23.2_blank", "atlasti_win_23.2_codes_only", "nvivo_mac_15.0", "qc_1.3.2_demo")


@pytest.fixture(params=HELD)
def held(request, shared):
    path = shared / "b_refi_qda" / f"{request.param}.qdpx"
    if not path.exists():
        pytest.skip("this project is not here")
    return path.read_bytes()


def edges(project, told) -> int:
    """How many ends of all passages stand at the edge of a word, counted in this way."""
    found = 0
    for source in project.sources:
        ruler = Ruler(source.text, source.marked, told)
        found += sum(at_edges(source.text, ruler.span(one.start, one.end)) for one in source.selections)
    return found


def amounts(review) -> tuple[int, ...]:
    marks = Mark.objects.filter(review=review).count()
    return (Code.objects.filter(review=review).count(), Source.objects.filter(review=review).count(), marks,
            Memo.objects.filter(review=review).count())  # fmt: skip


def test_it_comes_in_whole_goes_out_valid_and_comes_in_again(oak, elm, held):
    project = read("p.qdpx", held)
    assert departure("project", etree.fromstring(inner_document(held))) == project.schema == ""
    row = bring_in(oak, held)
    assert row.state == "done", row.sentence
    reported = {guid.split("@")[0] for guid in row.items.values_list("guid", flat=True)}
    assert identifiers(inner_document(held)) <= reported
    codings = sum(len(one.codings) for source in project.sources for one in source.selections)
    texts = sum(bool(source.text) for source in project.sources)
    assert amounts(oak.review) == (len(project.codes), texts, codings, 0)
    assert not row.items.filter(outcome__in=("left", "refused"), sentence="").exists()

    bring_in(oak, held)
    assert amounts(oak.review) == (len(project.codes), texts, codings, 0)

    for target in ("standard", "nvivo", "maxqda"):
        _, sent = send(oak, target=target)
        assert schema("project").validate(etree.fromstring(inner_document(sent)))
        bring_in(elm, sent)
        assert amounts(elm.review)[:3] == (len(project.codes), texts, codings)
        bring_in(oak, sent)
        assert amounts(oak.review) == (len(project.codes), texts, codings, 0)


def test_the_coded_words_are_those_of_the_other_program(oak, held):
    project = read("p.qdpx", held)
    bring_in(oak, held)
    found = detect(project.sources, project.origin)
    ends = 2 * sum(len(source.selections) for source in project.sources)
    assert edges(project, found.counting) >= 0.97 * ends
    assert edges(project, found.counting) >= edges(project, STANDARD)
    for mark in Mark.objects.select_related("excerpt__version"):
        assert mark.excerpt.version.text[mark.excerpt.start : mark.excerpt.end] == mark.excerpt.quote
