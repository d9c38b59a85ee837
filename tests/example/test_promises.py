"""The worked example is as large and as varied as it was promised to be."""

from collections import Counter

from casement.example.case import Case
from casement.example.checking import RESPONSES


def words(text: str) -> int:
    return len(text.split())


def test_agencies_and_people(case: Case) -> None:
    assert len(case.review.agencies) >= 7
    leads = [part for part in case.review.participations if part.role == "lead_reviewer"]
    assert len(leads) == 2
    assert any("Independent" in lead.independence for lead in leads)
    team = [part for part in case.review.participations if part.role == "review_team_member"]
    assert len(team) == 6
    assert all(part.conflict_statement for part in (*leads, *team))
    roles = {part.key: part.role for part in case.review.participations}
    assert {roles[person.participation] for person in case.people} == set(roles.values())


def test_conversations(case: Case) -> None:
    assert len(case.conversations) >= 9
    assert all(words(each.text) >= 600 for each in case.conversations)
    assert any(each.manager for each in case.conversations)
    assert any(each.family and "## F1 Their account" in each.body for each in case.conversations)
    for each in case.conversations:
        if not each.family:
            assert [f"## C{n} " in each.body for n in range(1, 9)] == [True] * 8, each.slug
            assert each.body.index("## C3 ") < each.body.index("## C6 ")


def test_nobody_is_spoken_to_only_by_their_own_agency(case: Case) -> None:
    agency = {part.key: part.agency for part in case.review.participations}
    for each in case.conversations:
        assert len(each.pair) == 2
        assert each.agency not in {agency[reviewer] for reviewer in each.pair}


def test_records(case: Case) -> None:
    assert len(case.records) >= 14
    assert {record.format for record in case.records} == {
        "docx", "pdf", "odt", "rtf", "html", "txt", "md", "eml",
    }  # fmt: skip
    assert sum(record.scanned for record in case.records) == 1
    longest = max(case.records, key=lambda record: words(record.text))
    assert (longest.format, words(longest.text) >= 7500) == ("docx", True)
    others = [words(record.text) for record in case.records if record is not longest]
    assert all(250 <= count <= 900 for count in others), others
    assert any(len(record.mails) >= 4 for record in case.records)


def test_requests_of_every_outcome(case: Case) -> None:
    assert 5 <= len(case.requests) <= 7
    events = [event for told in case.requests for event in told.events]
    assert {event.why for event in events} == {"", "not_held", "destroyed", "withheld", "still_to_come"}
    assert {event.kind for event in events} == {"promised", "received", "gap", "chased", "closed"}
    assert any(not told.events for told in case.requests)


def test_chronologies(case: Case) -> None:
    assert len(case.chronologies) == 5
    left = sum(len(sheet.left_out) for each in case.chronologies for sheet in each.sheets)
    assert sum(len(sheet.cells) for each in case.chronologies for sheet in each.sheets) - left >= 250
    assert len({sheet.headings for each in case.chronologies for sheet in each.sheets}) == 6
    assert {each.encoding for each in case.chronologies} == {"", "cp1252", "utf-8-sig", "utf-8"}
    dates = [
        row[list(sheet.mapping.values()).index("date")]
        for each in case.chronologies
        for sheet in each.sheets
        for row in sheet.cells
    ]
    for kind in (
        "early ", "mid-", "late ", "w/c ", "Spring term 2024", "Q1 2023", "Christmas 2022", "?", "31/09/24",
        "30.02.2024", "2024-04-10", "between ", "06/11/23", "Mon 9 Oct 2023",
    ):  # fmt: skip
        assert any(date.startswith(kind) for date in dates), kind
    assert "" in dates
    times = [cell for each in case.chronologies for sheet in each.sheets for row in sheet.cells for cell in row]
    assert "0915hrs" in times


def test_analysis(case: Case) -> None:
    assert len(case.episodes) == 6
    assert sum(episode.appraisal.tendency == "good" for episode in case.episodes) >= 2
    uses = [use for episode in case.episodes for use in episode.factor_uses]
    assert len(uses) >= 60
    assert len({use.influence for use in uses}) == 3
    kinds = {use.item.split(".")[0] for use in uses}
    frontline, local, national = (
        {"fam", "per", "rol", "wrk", "tea", "iag"},
        {"org", "res", "pol", "gov"},
        {"nat"},
    )
    assert kinds >= frontline | local | national | {"oth"}
    assert len(case.marks) >= 40
    assert {code.key for code in case.open_codes} == {mark.open_code for mark in case.marks} - {""}
    assert len(case.rejected) >= 2


def test_a_blind_round_has_two_coders_who_differ_and_is_partly_talked_through(case: Case) -> None:
    (told,) = case.rounds
    assert len(told.coders) == 2 and len(told.codes) >= 3
    one, other = ({(mark.quote, mark.open_code) for mark in coder.marks} for coder in told.coders)
    assert one - other and other - one
    assert 1 <= len(told.agreed) < len(one ^ other)


def test_findings(case: Case) -> None:
    assert len(case.findings) == 5
    assert len({finding.primary for finding in case.findings}) >= 4
    for finding in case.findings:
        statements = [each for layer in finding.layers.values() for each in layer]
        assert all(each.cites for each in statements), finding.key
        assert any(each.against for each in statements), finding.key
        assert all(finding.layers.values()), finding.key
        assert finding.prevalences and finding.counter_searches, finding.key
    kinds = Counter(question.response_kind for finding in case.findings for question in finding.board_questions)
    assert set(kinds) == RESPONSES


def test_each_finding_rests_on_records_and_on_conversations_of_several_agencies(case: Case) -> None:
    agency = {each.slug: each.agency for each in (*case.records, *case.conversations)}
    for finding in case.findings:
        cites = [cite for layer in finding.layers.values() for each in layer for cite in each.cites]
        kinds = {(cite.source or "entry").split("-")[0] for cite in cites}
        assert kinds >= {"rec", "conv"}, finding.key
        assert len({agency.get(cite.source, cite.entry) for cite in cites}) >= 3, finding.key


def test_report_says_how_many_questions_there_are(case: Case) -> None:
    asked = sum(len(finding.board_questions) for finding in case.findings)
    assert asked == 13
    assert "thirteen questions" in case.sections["summary"]
    assert all(words(text) >= 60 for text in case.sections.values())
