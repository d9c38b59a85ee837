"""Which columns mean what: proposed with reasons, lit when in doubt."""

import pytest

from casement.rooms.chronology.rules import find_header, order_evidence, propose_mapping
from casement.rooms.chronology.rules.headings import field_of
from casement.rooms.chronology.vocabulary import Cell, Field


def row(*texts: str) -> tuple[Cell, ...]:
    return tuple(Cell(text, text) for text in texts)


HOUSING = [
    row("03/04/24", "0915hrs", "Officer A", "Called at property, no answer. Neighbour not seen.", "Card left",
        "TL/2291", "Tenant hard to engage at this time", ""),
    row("w/c 13 May 2024", "pm", "Officer B", "Keys returned. Offered two rooms at the far side of the county.", "",
        "TL/2310", "It seems the move should have been planned", ""),
    row("early July 2024", "", "Officer A", "Health visitor rang to ask for the new address.", "Given", "TL/2402",
        "In our view good practice", ""),
]  # fmt: skip
HEADINGS = ["Dt", "Time", "Officer", "What happened", "Action", "Ref", "Our opinions", "Col H"]


def test_every_column_is_proposed_with_its_reason() -> None:
    proposals = propose_mapping(HEADINGS, HOUSING)
    assert [p.field for p in proposals] == [
        Field.DATE, Field.TIME, Field.PRESENT, Field.EVENT,
        Field.ACTION, Field.REFERENCE, Field.ANALYSIS, Field.IGNORE,
    ]  # fmt: skip
    assert [p.column for p in proposals] == list(range(8))
    assert all(p.reason.endswith((".", "?")) for p in proposals)
    dates, *_, analysis, empty = proposals
    assert "Day first. 03/04/24 is 3 April 2024. Rows that could be read either way: 1." in dates.reason
    assert dates.doubtful and dates.samples[0] == "03/04/24"
    assert "apart from fact" in analysis.reason
    assert empty.reason == "Empty in every row." and not empty.doubtful


def test_comment_under_an_unknown_heading_is_offered_as_analysis() -> None:
    proposal = propose_mapping([*HEADINGS[:6], "Qx", "Col H"], HOUSING)[6]
    assert (proposal.field, proposal.doubtful) == (Field.ANALYSIS, True)
    assert "Reads like comment" in proposal.reason


def test_columns_without_headings_are_known_by_their_contents() -> None:
    proposals = propose_mapping([""] * 8, HOUSING)
    assert proposals[0].field is Field.DATE and proposals[0].doubtful
    assert proposals[3].field is Field.EVENT and proposals[3].doubtful
    assert proposals[6].field is Field.ANALYSIS


def test_one_date_column_only_and_the_other_is_left_for_the_person() -> None:
    rows = [row("03/04/24", "05/04/24", "Called at the property and left a card")] * 3
    first, second, _ = propose_mapping(["Date", "Date of entry", "Event"], rows)
    assert first.field is Field.DATE
    assert second.field is Field.IGNORE and second.doubtful and "taken" in second.reason
    begun, ended, _ = propose_mapping(["Start date", "End date", "Event"], rows)
    assert (begun.field, ended.field) == (Field.DATE, Field.END_DATE)


def test_a_date_of_birth_is_not_the_date_of_the_event() -> None:
    rows = [row("12/03/2015", "03/04/24", "Called at the property and left a card")] * 3
    birth, when, _ = propose_mapping(["Date of birth", "Date", "Event"], rows)
    assert birth.field is Field.IGNORE and birth.doubtful
    assert when.field is Field.DATE


def test_no_date_column_is_not_invented() -> None:
    proposals = propose_mapping(["Name", "Amount"], [row("A", "20"), row("B", "2019")])
    assert Field.DATE not in [p.field for p in proposals]


@pytest.mark.parametrize(
    ("heading", "field"),
    [
        ("DATE", Field.DATE),
        ("Date (dd/mm/yyyy)", Field.DATE),
        ("Date of Contact:", Field.DATE),
        ("Start Time", Field.TIME),
        ("Event / Contact", Field.EVENT),
        ("Descripton of event", Field.EVENT),
        ("Source of Information", Field.SOURCE),
        ("Who was present?", Field.PRESENT),
        ("Response or outcome", Field.ACTION),
        ("Author's comments", Field.ANALYSIS),
        ("Comment/Analysis", Field.ANALYSIS),
        ("Ref. No.", Field.REFERENCE),
    ],
)
def test_headings_as_agencies_write_them(heading: str, field: Field) -> None:
    found = field_of(heading)
    assert found is not None and found[0] is field


@pytest.mark.parametrize("heading", ["", "Gender", "Postcode", "D.O.B.", "Date of birth", "x" * 200, "Colour"])
def test_headings_that_say_nothing_known(heading: str) -> None:
    assert field_of(heading) is None


def test_headings_are_found_under_titles_and_empty_rows() -> None:
    title = [row("Chronology of Housing", "", ""), row("", "", ""), row("Prepared by", "Officer A", "")]
    table = [row("Date", "Event", "Outcome"), row("03/04/24", "Called", "Card left")]
    assert find_header(title + table) == 3
    assert find_header(table) == 0
    assert find_header([row("Wann", "Was", "Wer"), row("03/04/24", "Called", "A")]) == 0
    assert find_header([row("03/04/24", "Called"), row("04/04/24", "Called")]) == -1
    assert find_header([row("a", "b"), row("c", "d")]) == -1
    assert find_header([]) == -1


def test_the_order_of_day_and_month_is_counted_not_chosen() -> None:
    cells = row("03/04/24", "13/04/24", "04/13/24", "3 April 2024", "")
    evidence = order_evidence(cells)
    assert (evidence.either, evidence.day_first_only, evidence.month_first_only) == (1, 1, 1)
    assert "Choose the order" in evidence.sentence
    assert "None fits month first better" in order_evidence(row("03/04/24", "13/04/24")).sentence
