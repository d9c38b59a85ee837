"""The report told from its material: numbers, notes, what no longer holds, what leads nowhere."""

import itertools
from dataclasses import replace

import pytest

from casement.rooms.analysis.queries.tree import StatementView
from casement.rooms.reports.rules import publishing
from casement.rooms.reports.rules.material import Known, PersonLine
from casement.rooms.reports.rules.references import KINDS
from casement.rooms.reports.rules.telling import report_tree
from casement.rooms.reports.rules.telling.context import to_the_month
from casement.rooms.reports.rules.tree import Heading, Listing, Notice, Quotation, Table, lines_of
from casement.rooms.reports.vocabulary import Edition, Trouble
from tests.factories.report_material import material, only, with_statement, written

INTERNAL, PUBLISHABLE = Edition.INTERNAL, Edition.PUBLISHABLE


def blocks(tree):
    return [block for section in tree.sections for block in section.blocks]


def words(tree):
    return "\n".join(line for block in blocks(tree) for line in lines_of(block))


def kinds(tree):
    return {one.kind for one in tree.problems}


def publishable(base, sections):
    return publishing.checked(publishing.masked(report_tree(base, sections, PUBLISHABLE), base), base)


@pytest.fixture(scope="module")
def base():
    return material(episodes=2, findings=2, uses=3)


def test_parts_and_sections_are_numbered_in_order(base):
    headings = [one for one in report_tree(base, written(), INTERNAL).headings if one.level < 3]
    numbers = [one.number for one in headings if one.number]
    assert numbers[:4] == ["1", "1.1", "1.2", "1.3"]
    assert [n for n in numbers if "." not in n] == ["1", "2", "3", "4", "5", "6"]


def test_headings_never_skip_a_level(base):
    levels = [one.level for one in report_tree(base, written(summary="### Deep\n\n# Flat"), INTERNAL).headings]
    assert all(after <= before + 1 for before, after in itertools.pairwise(levels))


def test_anchors_are_used_once_and_every_link_has_one(base):
    tree = report_tree(base, written(), INTERNAL)
    anchors = [one.anchor for one in tree.headings]
    assert len(anchors) == len(set(anchors))
    linked = {run.anchor for block in blocks(tree) if isinstance(block, Listing | Table)
              for run in runs_of(block) if getattr(run, "anchor", "")}  # fmt: skip
    assert linked and linked <= set(anchors)


def runs_of(block):
    if isinstance(block, Table):
        return [run for row in block.rows for cell in row for run in cell]
    return [run for item in block.items for run in item.line]


def test_findings_are_called_by_their_place_in_the_report_not_their_number(base):
    later = replace(base.tree.findings[1], number=17)
    moved = replace(base, tree=replace(base.tree, findings=(later, base.tree.findings[0])))
    tree = report_tree(moved, only("summary", "See {{finding 17}} and {{finding 1}}."), INTERNAL)
    assert "See Finding 1 and Finding 2." in words(tree)


def test_a_supported_statement_leads_to_its_passages(base):
    tree = report_tree(base, only("summary", "{{statement 1}}"), INTERNAL)
    assert [item.path for item in tree.notes[0].items] == [one.href for one in base.tree.statements[1].evidence]
    assert tree.notes[0].items[0].text == "Conversation 2, paragraph 2"


@pytest.mark.parametrize(
    "support, mark, kind",
    [
        ("no_longer_supported", "[no longer supported]", Trouble.LOST),
        ("unsupported", "[rests on no passage]", Trouble.UNSUPPORTED),
        ("changed", "[some of its evidence has changed]", Trouble.CHANGED),
    ],
)
def test_a_statement_that_does_not_hold_is_marked_inside_and_listed(base, support, mark, kind):
    said = replace(base.tree.statements[1], support=support)
    sections = only("summary", "{{statement 1}}")
    inside = report_tree(with_statement(base, said), sections, INTERNAL)
    assert mark in words(inside) and kind in kinds(inside)
    outside = publishable(with_statement(base, said), sections)
    assert mark not in words(outside) and kind in kinds(outside)


def test_what_is_not_known_may_rest_on_nothing(base):
    said = StatementView(900, "gaps", "Nobody knows.", "unsupported")
    tree = report_tree(with_statement(base, said), only("summary", "{{statement 900}}"), INTERNAL)
    assert Trouble.UNSUPPORTED not in kinds(tree) and "[rests" not in words(tree)


@pytest.mark.parametrize(
    "text, told",
    [
        ("{{finding 99}}", "leads nowhere"),
        ("See {{episode 99}}.", "leads nowhere"),
        ("So it was.{{cite 9999}}", "leads nowhere"),
        ("{{statement 9999}}", "leads nowhere"),
        ("{{quote 9999}}", "leads nowhere"),
        ("{{wibble}}", "is not a reference Casement knows"),
        ("{{finding}}", "needs a number"),
        ("{{sources 3}}", "takes no number"),
        ("As {{people}} say", "needs a line to itself"),
        ("{{finding 2", "is not a reference"),
    ],
)
@pytest.mark.parametrize("edition", [INTERNAL, PUBLISHABLE])
def test_a_reference_that_leads_nowhere_is_said_in_words(base, text, told, edition):
    tree = report_tree(base, only("summary", text), edition)
    assert told in words(tree)
    assert Trouble.DEAD in kinds(tree)


def test_dead_references_stop_a_publishable_copy_and_not_an_internal_one(base):
    sections = only("summary", "{{finding 99}}")
    assert publishing.stops(publishable(base, sections))
    assert not publishing.stops(report_tree(base, sections, INTERNAL))


def test_a_published_note_names_kind_and_role_and_leads_nowhere(base):
    tree = report_tree(base, only("summary", "{{statement 1}}"), PUBLISHABLE)
    assert [item.text for item in tree.notes[0].items] == ["Conversation with Health Visitor 1",
                                                           "Record from Health visiting"]  # fmt: skip
    assert all(not item.path for item in tree.notes[0].items) and tree.site == ""


def with_use(base, use):
    said = base.tree.statements[1]
    first, *rest = said.evidence
    quote = "I was told to close it before the end of the week"
    return with_statement(base, replace(said, evidence=(replace(first, use=use, quote=quote), *rest)))


@pytest.mark.parametrize(
    "use, edition, printed",
    [
        ("quotable_by_role", INTERNAL, True),
        ("quotable_by_role", PUBLISHABLE, True),
        ("paraphrase_only", INTERNAL, True),
        ("paraphrase_only", PUBLISHABLE, False),
        ("background_only", INTERNAL, False),
        ("background_only", PUBLISHABLE, False),
    ],
)
def test_words_are_quoted_only_as_far_as_their_use_allows(base, use, edition, printed):
    tree = report_tree(with_use(base, use), only("summary", "{{quote 1}}"), edition)
    assert any(isinstance(block, Quotation if printed else Notice) for block in blocks(tree))
    assert ("I was told to close it" in words(tree)) is printed


def test_words_typed_by_hand_that_may_only_be_paraphrased_are_found(base):
    text = "One worker said: “I was told to close it, before the end of the week.”"
    tree = publishable(with_use(base, "paraphrase_only"), only("summary", text))
    assert Trouble.VERBATIM in {one.kind for one in publishing.stops(tree)}
    assert not publishing.stops(publishable(with_use(base, "quotable_by_role"), only("summary", text)))


def test_a_source_for_background_is_not_named_when_published(base):
    tree = report_tree(with_use(base, "background_only"), only("summary", "{{statement 1}}"), PUBLISHABLE)
    assert [item.text for item in tree.notes[0].items] == ["Record from Health visiting"]


def test_names_are_masked_in_every_part_of_the_publishable_edition(base):
    known = Known("Mother", "family", ("Corisande Thrupwell",))
    named = replace(
        base, register=(known,), code_name="Corisande Thrupwell", agencies=("Thrupwell Corisande Trust",)
    )
    text = "Corisande Thrupwell’s words.\n\n- corisande thrupwell\n\n| Corisande Thrupwell |\n|---|\n| x |"
    tree = publishable(named, (*only("summary", text), *only("data", "The agencies were {{agencies}}.")))
    assert "thrupwell" not in (words(tree) + tree.title).casefold()
    assert not publishing.stops(tree)


def test_a_name_cut_by_bold_is_found_and_stops_publication(base):
    named = replace(base, register=(Known("Mother", "family", ("Corisande Thrupwell",)),))
    tree = publishable(named, only("summary", "**Cori**sande Thrupwell came."))
    assert {one.kind for one in publishing.stops(tree)} == {Trouble.NAME}
    assert "Thrupwell" not in " ".join(one.words for one in publishing.stops(tree))


def test_exact_dates_are_listed_to_be_looked_at(base):
    tree = publishable(base, only("setting", "On 3 May 2024 and 04/05/24 it moved."))
    assert [one.words for one in publishing.to_look_at(tree) if one.kind == Trouble.EXACT_DATE] == [
        "3 May 2024 is an exact date.", "04/05/24 is an exact date."]  # fmt: skip


@pytest.mark.parametrize(
    "exact, coarse",
    [
        ("3 March 2024", "March 2024"),
        ("Monday 3rd March 2024 at 09:15", "March 2024"),
        ("3 March 2024 to 5 April 2024", "March 2024 to April 2024"),
        ("3 March 2024 to 9 March 2024", "March 2024"),
        ("3 to 9 March 2024", "March 2024"),
        ("week of 15 January 2024 to 22 March 2024", "January 2024 to March 2024"),
        ("Spring term 2024", "Spring term 2024"),
        ("March 2023 to November 2024", "March 2023 to November 2024"),
    ],
)
def test_published_dates_keep_the_month(exact, coarse):
    assert to_the_month(exact) == coarse


def test_small_counts_are_not_printed_when_published(base):
    sections = only("findings", "{{finding 1}}")
    assert "3 of 41 cases" in words(report_tree(base, sections, INTERNAL))
    outside = words(report_tree(base, sections, PUBLISHABLE))
    assert "3 of 41" not in outside and "A small number of cases" in outside


def test_personal_factors_carry_no_label_when_published(base):
    sections = only("method", "{{factors 1}}")
    assert whose(report_tree(base, sections, INTERNAL)) == {"Health Visitor 1"}
    assert "A member of staff" in whose(report_tree(base, sections, PUBLISHABLE))


def whose(tree):
    (table,) = (block for block in blocks(tree) if isinstance(block, Table))
    return {row[-1][0].text for row in table.rows}


def test_what_was_chosen_and_not_told_is_listed(base):
    tree = report_tree(base, only("summary", "Only words."), INTERNAL)
    assert sum(one.kind == Trouble.LEFT_OUT for one in tree.problems) == 4


def test_a_finding_that_is_not_in_the_report_stops_publication(base):
    draft = replace(base.tree.findings[0], state="drafted")
    changed = replace(base, tree=replace(base.tree, findings=(draft, base.tree.findings[1])))
    tree = publishable(changed, only("findings", "{{finding 1}}"))
    assert Trouble.NOT_PLACED in {one.kind for one in publishing.stops(tree)}


def test_a_sentence_that_begins_with_a_reference_has_a_capital(base):
    text = "{{board}} chose it. {{sources}} were read, and {{board}} agreed."
    nameless = replace(base, board="")
    shown = words(report_tree(nameless, only("summary", text), INTERNAL))
    assert "The board chose it. 14 sources were read, and the board agreed." in shown


def test_an_empty_section_is_a_notice_inside_and_nothing_outside(base):
    assert "There is nothing here yet." in words(report_tree(base, only("setting", " "), INTERNAL))
    assert report_tree(base, only("setting", " "), PUBLISHABLE).sections == ()


@pytest.mark.parametrize("edition", [INTERNAL, PUBLISHABLE])
def test_a_section_whose_references_print_nothing_is_said_or_left_out(base, edition):
    tree = report_tree(base, (*only("setting", "{{additional learning}}"), *only("people", "{{people}}")), edition)
    assert [one.number for one in tree.sections] == (["1.1", "1.2"] if edition is INTERNAL else ["1.1"])
    assert next(one.number for one in tree.headings) == "1"
    assert Trouble.EMPTY in kinds(tree)


def empty(base):
    tree = replace(base.tree, episodes=(), findings=(), patterns=(), statements={})
    nobody = {"sources": (), "entries": (), "people": (), "register": (), "questions": (), "agencies": ()}
    return replace(base, tree=tree, **nobody)


@pytest.mark.parametrize("edition", [INTERNAL, PUBLISHABLE])
def test_a_review_with_nothing_in_it_reads_as_sentences(base, edition):
    tree = report_tree(empty(base), written(), edition)
    shown = words(tree)
    assert "{{" not in shown and "}}" not in shown
    assert "It rests on no sources and studies no key practice episodes." in shown
    for section in tree.sections:
        after = [*section.blocks[1:], None]
        for block, following in zip(section.blocks, after, strict=True):
            if isinstance(block, Heading):
                assert following is not None, f"{block.text} is a bare heading"
                assert not isinstance(following, Heading) or following.level > block.level, block.text
            elif any(line.endswith(":") for line in lines_of(block)):
                assert following is not None and not isinstance(following, Heading), block


@pytest.mark.parametrize("name", sorted(name for name, kind in KINDS.items() if kind.alone and not kind.numbered))
@pytest.mark.parametrize("edition", [INTERNAL, PUBLISHABLE])
def test_every_reference_that_can_be_empty_says_so_after_a_colon(base, name, edition):
    shown = words(report_tree(empty(base), only("setting", f"We list them here:\n\n{{{{{name}}}}}"), edition))
    assert "{{" not in shown and len(shown.splitlines()) == 4


@pytest.mark.parametrize("edition", [INTERNAL, PUBLISHABLE])
def test_a_reference_that_prints_nothing_after_our_own_words_says_nothing_against_them(base, edition):
    text = "- Nobody had the new telephone number.\n\n{{additional learning}}"
    shown = words(report_tree(base, only("additional-learning", text), edition))
    assert "No additional learning" not in shown


def test_published_parts_are_numbered_without_gaps(base):
    sections = (*only("introduction", "Why."), *only("window", "{{patterns}}"), *only("conclusion", "The end."))
    assert [one.number for one in report_tree(empty(base), sections, PUBLISHABLE).sections] == ["1.1", "2"]


def test_a_person_is_told_once(base):
    known = (Known("Corinne", "family", ("X",)), Known("Tansy", "family", ("Y",)))
    people = (
        PersonLine("family_member", "Corinne (mother)"),
        PersonLine("review_team_member", "Team, hospital trust", "The hospital trust"),
    )
    told = replace(base, register=known, people=people)
    shown = words(report_tree(told, (*only("family", "{{family}}"), *only("people", "{{people}}")), INTERNAL))
    assert "Corinne (mother)" in shown and "\nCorinne\n" not in shown and "Tansy" in shown
    assert "Team, hospital trust, The hospital trust" not in shown


def test_our_own_inference_is_told_in_a_note(base):
    said = StatementView(900, "appraisal", "It was reasonable.", "inference", inference=True)
    sections = only("summary", "{{statement 900}}")
    tree = report_tree(with_statement(base, said), sections, INTERNAL)
    assert [item.text for item in tree.notes[0].items] == ["The reviewers’ own inference"]
    assert report_tree(with_statement(base, said), sections, PUBLISHABLE).notes == ()


def test_headings_of_findings_are_their_titles(base):
    found = [one.text for one in report_tree(base, written(), INTERNAL).headings if isinstance(one, Heading)]
    assert any(text.startswith("Finding 1: Services write down missed appointments") for text in found)
