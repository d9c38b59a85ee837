"""Words that must not leave: what stands in confidential fields, followed through pages, addresses, logs and mail."""

import html
import logging
import re

import pytest
from django.core import mail

from casement.foundation import jobs
from casement.foundation.access import Role
from casement.foundation.models import LedgerEntry
from tests.factories.furnished import CANARY, LEADS, OTHER, PRIVATE
from tests.house.addresses import IN_REVIEWS, PAGES, WRITING, body, filled, read, signed_in

OAK = CANARY["Oak"].encode()
HOLDING = re.compile(rb"""(?:href|action|src|hx-\w+|data-\w*(?:href|url|to))=["']([^"']*)["']""")
DOWNLOADS = ("original/", "sealed/", ".docx", ".pdf", ".csv", ".xlsx", "file/")
MOST = 7


@pytest.fixture(scope="module")
def seen(furnished, django_db_blocker):
    """What the lead gets from every page: (address, answer, its bytes, entries its reading left)."""
    (oak, _), home = furnished
    with django_db_blocker.unblock():
        from django.conf import settings

        settings.CASEMENT_HOME = home
        client, told = signed_in(oak), []
        for address in PAGES:
            before = LedgerEntry.objects.filter(outcome="seen").count()
            answer = client.get(filled(address, oak.ref))
            told.append(
                (address, answer, body(answer), LedgerEntry.objects.filter(outcome="seen").count() - before)
            )
    return told


def test_the_canary_lives_where_a_lead_looks(seen):
    singing = [address for address, _, content, _ in seen if OAK in content]
    assert len(singing) >= 25, singing
    for must in ("sources/", "sources/<int:number>/", "chronologies/entries/<int:number>/", "episodes/<int:number>/",
                 "findings/<int:number>/", "memos/", "codes/", "report/preview/", "identity/", "questions/"):  # fmt: skip
        assert f"reviews/<ref>/{must}" in singing, must


def test_no_address_on_any_page_holds_a_confidential_word(seen):
    for address, answer, content, _ in seen:
        if not address.endswith(DOWNLOADS):
            assert not [href for href in HOLDING.findall(content) if OAK in html.unescape(href.decode()).encode()]
        assert OAK.decode() not in answer.get("Location", ""), address


def test_no_title_of_a_page_holds_a_confidential_word(seen):
    for address, _, content, _ in seen:
        head = re.search(rb"<head>.*?</head>", content, re.DOTALL)
        assert head is None or OAK not in head.group(0), address


def test_each_reading_of_what_is_confidential_leaves_one_entry(seen):
    wrong = {address: left for address, _, content, left in seen if OAK in content and left != 1}
    assert not wrong, sorted(wrong.items())
    assert not {address: left for address, _, _, left in seen if left > 1}


def test_every_answer_is_locked_down(seen, two):
    oak, _ = two
    answers = [(address, answer) for address, answer, _, _ in seen]
    nowhere = signed_in(oak).get("/reviews/NOWHERE/sources/")
    for address, answer in [*answers, ("nowhere", nowhere), ("home", signed_in(oak).get("/"))]:
        policy = answer["Content-Security-Policy"]
        assert "default-src 'none'" in policy and "unsafe" not in policy, address
        assert answer["X-Content-Type-Options"] == "nosniff", address
        assert "no-store" in answer["Cache-Control"], address
        assert answer["Cross-Origin-Opener-Policy"] == "same-origin", address
        assert answer["Referrer-Policy"] == "same-origin", address
        if address.endswith(DOWNLOADS):
            assert answer.status_code == 200, address
            assert answer["Content-Disposition"].startswith("attachment"), address
            assert policy.startswith("sandbox"), address
        else:
            assert "frame-ancestors 'none'" in policy and answer["X-Frame-Options"] == "DENY", address


def test_neither_log_nor_mail_holds_a_confidential_word(two, caplog):
    oak, _ = two
    caplog.set_level(logging.DEBUG)
    word = CANARY["Oak"]
    client = signed_in(oak)
    client.raise_request_exception = True
    for address, view in IN_REVIEWS:
        client.get(filled(address, oak.ref))
        if hasattr(view, "casement_command"):
            client.post(filled(address, oak.ref), {"text": word, "title": word, "based_on": "x", "quote": word})
    client.post(f"/reviews/{oak.ref}/search/", {"words": word})
    spoken = [record.getMessage() + (record.exc_text or "") for record in caplog.records]
    assert len(spoken) > len(IN_REVIEWS)  # so there was something to read
    assert not [words for words in spoken if word in words]
    jobs.run_waiting("post.send")
    assert mail.outbox
    for letter in mail.outbox:
        assert word not in str(letter.message())


def test_a_fault_of_ours_says_nothing_of_the_case(two, caplog, monkeypatch):
    oak, _ = two
    caplog.set_level(logging.DEBUG)
    from casement.foundation import web

    def broken(*args, **kwargs):
        raise RuntimeError("the page could not be drawn")

    monkeypatch.setattr(web, "render_to_string", broken)
    client = signed_in(oak)
    client.raise_request_exception = False
    answer = client.get(f"/reviews/{oak.ref}/sources/1/")
    assert answer.status_code == 500 and OAK not in answer.content
    assert not [
        record for record in caplog.records if CANARY["Oak"] in record.getMessage() + (record.exc_text or "")
    ]


@pytest.mark.parametrize("role", [Role.TEAM, Role.AGENCY_CONTACT, Role.CASE_GROUP, Role.SUPERVISOR])
def test_what_is_kept_from_a_role_is_on_no_page_of_theirs(two, role):
    oak, _ = two
    kept = {LEADS["Oak"], OTHER["Oak"]} if role is not Role.TEAM else {LEADS["Oak"]}
    if role is not Role.TEAM:
        kept.add(PRIVATE["Oak"])
    for address, content in read(oak, role, MOST):
        for word in kept:
            assert word.encode() not in content, (role, address, word)


def test_each_kept_word_is_there_for_whom_it_is_meant(two):
    oak, _ = two
    lead = dict(read(oak, Role.LEAD, MOST))
    assert any(LEADS["Oak"].encode() in content for content in lead.values())
    assert any(OTHER["Oak"].encode() in content for content in lead.values())
    assert not any(PRIVATE["Oak"].encode() in content for content in lead.values())
    assert any(PRIVATE["Oak"].encode() in content for _, content in read(oak, Role.TEAM))


@pytest.mark.parametrize(
    ("role", "finds"),
    [
        (Role.LEAD, {"leads", "other", "own"}),
        (Role.TEAM, {"other", "own", "private"}),
        (Role.AGENCY_CONTACT, {"own"}),
        (Role.CASE_GROUP, {"own"}),
        (Role.EVALUATOR, set()),
    ],
)
def test_search_finds_only_what_may_be_read(two, role, finds):
    oak, _ = two
    words = {"leads": LEADS["Oak"], "other": OTHER["Oak"], "own": CANARY["Oak"], "private": PRIVATE["Oak"],
             "elm": CANARY["Elm"]}  # fmt: skip
    client = signed_in(oak, role)
    found = set()
    for name, word in words.items():
        client.post(f"/reviews/{oak.ref}/search/", {"words": word})
        page = client.get(f"/reviews/{oak.ref}/search/").content.decode()
        if re.search(rf"<mark[^>]*>{word}", page):
            found.add(name)
    assert found - {"private"} == finds - {"private"}
    assert role is Role.TEAM or "private" not in found


def test_every_write_route_is_known_to_the_ledger_check():
    assert len(WRITING) > 60
