"""The pages of the analysis: they open for those who may, quickly, and lose nothing of what was typed."""

import re

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import get_resolver

from casement.foundation.access import Role
from casement.rooms.analysis import queries
from casement.rooms.analysis.models import Episode
from tests.factories.analysis import source, whole

PAGES = [
    "episodes/", "episodes/new/", "episodes/table/", "episodes/1/", "episodes/1/facts/", "episodes/1/decision/",
    "episodes/1/appraisal/", "episodes/1/confidence/", "episodes/1/significance/", "episodes/1/no-factors/",
    "episodes/1/factors/new/", "episodes/1/parts/account/", "episodes/1/parts/gaps/", "episodes/1/history/",
    "episodes/1/searches/", "factors/", "factors/?open=1.wrk.03&only=harder", "factors/?all=1", "factors/uses/1/",
    "factors/uses/1/change/", "factors/uses/1/history/", "factors/uses/1/parts/how/", "statements/1/",
    "statements/1/evidence/", "patterns/", "patterns/?show=cited&by=category&agency=1&level=L1", "patterns/map/",
    "factors/?by=agency&open=1.wrk.03", "factors/?by=role&open=3.wrk.03", "factors/unused/",
    "patterns/new/?use=1", "patterns/1/", "patterns/1/facts/",
    "patterns/1/uses/", "patterns/1/priority/", "patterns/1/parts/elsewhere/", "patterns/1/history/",
    "patterns/1/searches/", "findings/", "findings/new/?pattern=1", "findings/1/", "findings/1/facts/",
    "findings/1/state/", "findings/1/order/", "findings/1/confidence/", "findings/1/figures/",
    "findings/1/questions/", "findings/1/parts/in_case/", "findings/1/history/", "findings/1/searches/",
    "episodes/candidates/", "episodes/candidates/?sort=gap", "episodes/candidates/log/", "findings/1/alternatives/",
    "episodes/candidates/0000000000000000/taking/", "readings/", "readings/new/?finding=1",
    "board-questions/1/", "across/episodes/", "across/episodes/1/?code=item:wrk.03",
]  # fmt: skip
FILES = [
    "episodes/table.docx", "episodes/table.csv", "episodes/candidates/log.csv", "across/episodes.csv", "across/episodes.xlsx", "across/episodes.docx",
]  # fmt: skip
TRANSACTION = ("SAVEPOINT", "RELEASE", "BEGIN", "COMMIT")


def at(cast, path):
    return f"/reviews/{cast.ref}/{path}"


def asked(client, address):
    """The statements a page sends, without those that only open and close a transaction."""
    with CaptureQueriesContext(connection) as told:
        answer = client.get(address)
    assert answer.status_code == 200, address
    return [query["sql"] for query in told if not query["sql"].startswith(TRANSACTION)]


def test_every_page_opens_for_the_team_with_one_heading_and_few_queries(oak, client):
    whole(oak)
    client.force_login(oak.person(Role.TEAM))
    client.get(at(oak, "episodes/1/"))
    client.get(at(oak, "episodes/candidates/"))  # found once, and kept until the material changes
    for path in PAGES:
        told = asked(client, at(oak, path))
        assert len(told) <= 14, (path, len(told))  # one for each room above that puts something beside an episode
        assert client.get(at(oak, path)).content.decode().count("<h1") == 1, path


@pytest.mark.parametrize(
    "path",
    [
        "episodes/",
        "episodes/1/",
        "episodes/table/",
        "factors/",
        "patterns/",
        "patterns/1/",
        "findings/",
        "findings/1/",
    ],
)
def test_a_page_asks_as_often_for_three_as_for_one(oak, elm, client, path):
    whole(oak)
    whole(elm, episodes=3)
    counts = []
    for cast in (oak, elm):
        client.force_login(cast.person(Role.LEAD))
        client.get(at(cast, path))
        counts.append(len(asked(client, at(cast, path))))
    assert counts[0] == counts[1]


@pytest.mark.parametrize("role", [role for role in Role if role not in (Role.LEAD, Role.TEAM)])
def test_nobody_else_in_the_review_sees_the_working_analysis(oak, client, role):
    whole(oak)
    client.force_login(oak.person(role))
    for path in [*PAGES, *FILES]:
        assert client.get(at(oak, path)).status_code == 404, path


def test_nobody_from_another_review_sees_it(oak, elm, client):
    whole(oak)
    client.force_login(elm.person(Role.LEAD))
    for path in [*PAGES, *FILES]:
        assert client.get(at(oak, path)).status_code == 404, path
        assert client.get(at(elm, path.replace("/1/", "/99/"))).status_code in (200, 404)


def test_nothing_confidential_goes_to_the_browser_tab(oak, client):
    whole(oak)
    client.force_login(oak.person(Role.LEAD))
    for path in ("episodes/1/", "findings/1/", "patterns/1/", "statements/1/"):
        head = client.get(at(oak, path)).content.decode().split("</head>")[0]
        assert "notification" not in head.lower()
        assert "one at a time" not in head.lower()


def test_a_candidate_is_put_forward_chosen_and_appraised_by_forms_alone(oak, client):
    at_desk = source(oak)
    client.force_login(oak.person(Role.LEAD))
    sent = {
        "title": "The late visit", "why": "It set the pace.", "began": "early March 2024", "strands": ["1"],
        "roles": ["3"], "source": str(at_desk.source.number), "paragraph": "1", "words": "came in overnight",
    }  # fmt: skip
    answer = client.post(at(oak, "episodes/new/"), sent, follow=True)
    shown = answer.content.decode()
    assert "early March 2024" in shown
    assert "para 1" in shown
    assert client.post(at(oak, "episodes/1/choice/"), {"reason": ""}).status_code == 302
    early = client.post(at(oak, "episodes/1/appraisal/"), {"tendency": "good", "standard": "The 2022 guidance"})
    assert early.status_code == 422
    assert "First say why it made sense" in early.content.decode()
    written = {"about": "role:3", "text": "The form asks one thing."}
    assert client.post(at(oak, "episodes/1/parts/local_rationality/"), written).status_code == 302
    appraised = {"tendency": "good", "standard": "The 2022 guidance", "based_on": "2"}
    assert client.post(at(oak, "episodes/1/appraisal/"), appraised).status_code == 302
    assert queries.episode(oak.seat(), 1).tendency == "good"


@pytest.mark.parametrize(
    "path, sent, sentence, kept",
    [
        ("episodes/new/", {"title": "", "why": "Kept words"}, "plain title", "Kept words"),
        ("episodes/new/", {"title": "T", "why": "Kept words", "began": "31/09/24"}, "30 days", "Kept words"),
        (
            "episodes/new/",
            {"title": "T", "why": "Kept words", "began": "3 May 2024", "until": "2 May 2024"},
            "end comes before",
            "Kept words",
        ),
        (
            "episodes/1/factors/new/",
            {"how": "Kept words", "item_id": "wrk.03"},
            "which way it worked",
            "Kept words",
        ),
        (
            "episodes/1/factors/new/",
            {"how": "Kept words", "item_id": "wrk.03", "influence": "unclear"},
            "Link a passage",
            "Kept words",
        ),
        (
            "episodes/1/factors/new/",
            {"how": "Kept words", "item_id": "zzz.99", "influence": "unclear", "inference": "on"},
            "does not use that one",
            "Kept words",
        ),
        ("episodes/1/parts/account/", {"text": "Kept words"}, "role or agency", "Kept words"),
        ("episodes/1/rejection/", {"reason": ""}, "Say why it is not selected", "One notification, 1"),
        (
            "statements/1/evidence/",
            {"side": "for", "words": "Kept words", "source": "1"},
            "paragraph",
            "Kept words",
        ),
        (
            "statements/1/evidence/",
            {"side": "for", "words": "Kept words", "source": "1", "paragraph": "1"},
            "not in paragraph 1",
            "Kept words",
        ),
        (
            "statements/1/evidence/",
            {"side": "for", "entry": "x", "note": "Kept words"},
            "whole number",
            "Kept words",
        ),
        ("findings/new/", {"title": "x" * 401}, "400 characters", "x" * 401),
        ("findings/1/figures/", {"numerator": "31", "unit": "Kept words"}, "both numbers", "Kept words"),
        (
            "findings/1/figures/",
            {"numerator": "50", "denominator": "48", "unit": "Kept words", "source_kind": "audit"},
            "50 of 48 cannot be",
            "Kept words",
        ),
        ("findings/1/questions/", {"text": "Kept words"}, "kind of answer", "Kept words"),
        ("findings/1/state/", {"to": "dropped", "based_on": "1"}, "Say why", "Dropped"),
        ("patterns/1/priority/", {"priority": "case_learning", "based_on": "1"}, "Say why", "Case learning only"),
        ("patterns/new/", {"title": "", "statement": "Kept words"}, "what recurs", "Kept words"),
    ],
)
def test_what_cannot_be_saved_comes_back_with_a_sentence_and_everything_typed(
    oak, client, path, sent, sentence, kept
):
    whole(oak)
    client.force_login(oak.person(Role.LEAD))
    answer = client.post(at(oak, path), sent)
    assert answer.status_code == 422
    shown = answer.content.decode()
    assert sentence in shown
    assert kept in shown
    assert shown.count("<h1") == 1


def test_two_writers_of_one_text_see_both_and_settle_it(oak, client):
    whole(oak)
    client.force_login(oak.person(Role.LEAD))
    assert client.post(at(oak, "statements/1/"), {"text": "By the lead.", "based_on": "1"}).status_code == 302
    client.force_login(oak.person(Role.TEAM))
    answer = client.post(at(oak, "statements/1/"), {"text": "By the team.", "based_on": "1"})
    assert answer.status_code == 409
    shown = answer.content.decode()
    assert "Lead reviewer A saved this part while you were writing" in shown
    assert "By the" in shown
    assert "two texts" in client.get(at(oak, "episodes/1/")).content.decode().lower()
    page = client.get(at(oak, "statements/1/")).content.decode()
    version = re.findall(r'name="version" value="(\d+-\d+)"', page)
    assert version == ["3-2"]  # the third text of this statement, read against its second edition
    answer = client.post(
        at(oak, "statements/1/settlement/"), {"version": version[0], "choice": "written", "text": "By both."}
    )
    assert answer.status_code == 302
    assert queries.tree(oak.seat()).statements[1].text == "By both."


def test_two_people_changing_facts_keep_both_and_the_second_can_go_on(oak, client):
    whole(oak)
    edition = Episode.objects.get(number=1).edition
    first = {"title": "First title", "began": "22 May 2024", "strands": ["1"], "roles": ["3"]}
    client.force_login(oak.person(Role.LEAD))
    assert client.post(at(oak, "episodes/1/facts/"), {**first, "based_on": edition}).status_code == 302
    client.force_login(oak.person(Role.TEAM))
    second = {**first, "title": "Second title", "based_on": edition}
    answer = client.post(at(oak, "episodes/1/facts/"), second)
    assert answer.status_code == 409
    shown = answer.content.decode()
    assert "First title" in shown
    assert 'value="Second title"' in shown
    assert f'name="based_on" value="{edition + 1}"' in shown
    assert "Second title" in client.get(at(oak, "episodes/1/history/")).content.decode()
    assert client.post(at(oak, "episodes/1/facts/"), {**second, "based_on": edition + 1}).status_code == 302
    assert Episode.objects.get(number=1).title == "Second title"


def test_a_mistake_in_the_form_does_not_hide_a_change_by_somebody_else(oak, client):
    whole(oak)
    edition = Episode.objects.get(number=1).edition
    client.force_login(oak.person(Role.LEAD))
    client.post(at(oak, "episodes/1/facts/"), {"title": "First title", "based_on": edition})
    answer = client.post(at(oak, "episodes/1/facts/"), {"title": "", "based_on": edition})
    assert f'name="based_on" value="{edition}"' in answer.content.decode()


def test_words_that_look_like_markup_stay_words(oak, client):
    whole(oak)
    client.force_login(oak.person(Role.LEAD))
    client.post(at(oak, "statements/1/"), {"text": "<script>alert(1)</script>", "based_on": "1"})
    for path in ("episodes/1/", "statements/1/", "episodes/table/", "statements/1/evidence/"):
        shown = client.get(at(oak, path)).content.decode()
        assert "<script>alert(1)" not in shown
        assert "&lt;script&gt;alert(1)" in shown


def test_the_matrix_names_its_cells_and_never_adds_them_up(oak, client):
    whole(oak, episodes=2)
    client.force_login(oak.person(Role.LEAD))
    shown = client.get(at(oak, "factors/")).content.decode()
    assert "Workload, episode 2: one made it harder" in shown
    assert "Total" not in shown
    opened = client.get(at(oak, "factors/?open=2.wrk.03")).content.decode()
    assert "It bore on wrk.03, 2" in opened
    assert "“The screen”" in opened


def test_a_lost_passage_shows_on_the_pages_that_rest_on_it(oak, client):
    from casement.rooms.sources.models import Withdrawal

    told = whole(oak)
    client.force_login(oak.person(Role.LEAD))
    Withdrawal.objects.create(source=told.source, reason="Sent by mistake", by=oak.person(Role.LEAD))
    for path in ("episodes/1/", "findings/1/", "factors/uses/1/"):
        shown = client.get(at(oak, path)).content.decode()
        assert "No longer supported" in shown, path
        assert "Sixty-one" not in shown, path


def test_every_address_of_the_room_is_walked_above(oak):
    walked = {path.split("?")[0].replace("/1/", "/<n>/") for path in [*PAGES, *FILES]}
    for route in routes():
        if any(word in route for word in ("removal", "choice", "rejection", "settlement", "gathering", "against")):
            continue
        if any(
            word in route
            for word in (
                "<slug",
                "log/<n>",
                "open-queries",
                "alternatives/<n>",
                "readings/<n>",
                "perspectives",
                "remarks",
                "comparisons",
            )
        ):
            continue  # walked in test_candidates, test_open_queries, test_second_readings and test_perspectives
        told = re.sub(r"parts/\w+/", "parts/", route)
        assert any(path.startswith(told) for path in walked), route


def routes():
    """The addresses of this room, with every number as <n>."""
    for found in get_resolver().url_patterns:
        for pattern in getattr(found, "url_patterns", ()):
            if getattr(found, "app_name", "") == "analysis":
                yield re.sub(r"<int:\w+>", "<n>", str(pattern.pattern))


def test_the_episode_table_shows_the_columns_one_chooses(oak, client):
    whole(oak)
    client.force_login(oak.person(Role.TEAM))

    def heads(query):
        shown = client.get(at(oak, f"episodes/table/{query}")).content.decode()
        return re.findall(r'<th scope="col">([^<]+)</th>', shown)

    assert heads("?column=factors&column=who") == ["Number", "Episode, when and who", "Contributory factors"]
    first = ["Number", "Episode, when and who", "What happened, as each saw it", "Why this episode is key",
             "It made sense because", "Appraisal"]  # fmt: skip
    assert heads("") == first
    assert heads("?column=ranking") == first


def test_two_things_named_at_once_are_asked_about_and_not_dropped(oak, client):
    whole(oak)
    client.force_login(oak.person(Role.LEAD))
    sent = {"side": "for", "excerpt": "1", "entry": "1", "note": "Kept words."}
    answer = client.post(at(oak, "statements/1/evidence/"), sent)
    assert answer.status_code == 422
    shown = answer.content.decode()
    assert "Add the others afterwards" in shown and "Kept words." in shown
