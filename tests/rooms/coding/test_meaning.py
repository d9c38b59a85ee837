"""Passages alike in other words, by a model on this machine: told how, never beyond what one may read or see."""

import socket

import pytest
from click.testing import CliRunner

from casement.config.running import meaning as command
from casement.foundation import jobs, search
from casement.foundation.access import Role, Subject
from casement.foundation.models import SearchRow
from casement.foundation.search.meaning import asked_for, model
from casement.rooms.reviews import commands as reviews
from casement.rooms.sources import commands as sources
from casement.rooms.sources.models import Mention
from tests.factories import coding
from tests.factories.meaning import model_in, sentence_model_in
from tests.factories.sources import record
from tests.house.addresses import signed_in
from tests.rooms.coding.test_finding import findable, shown

ASKED = "The mother was frightened that night."
OTHER = "Mum told the neighbour she felt scared."


@pytest.fixture
def with_model(settings, tmp_path):
    settings.CASEMENT_MEANING = str(model_in(tmp_path / "small-model"))


@pytest.fixture
def desk(oak):
    coding.framework(oak)
    findable(oak, f"{ASKED}\nThe rent was overdue.")
    findable(oak, f"{OTHER}\nArrears again.")
    return oak


def page_of(cast):
    mark = coding.mark(cast, words=ASKED)
    return shown(signed_in(cast, Role.TEAM).get(f"/reviews/{cast.ref}/marks/{mark.number}/alike/"))


def test_without_a_model_words_alone_are_compared_and_the_page_says_so(desk):
    page = page_of(desk)
    assert "scared" not in page and "Compared by words alone." in page
    assert not SearchRow.objects.exclude(meaning=None).exists()


def test_other_words_that_mean_the_same_are_found_and_named(with_model, desk, django_assert_max_num_queries):
    client = signed_in(desk, Role.TEAM)
    mark = coding.mark(desk, words=ASKED)
    with django_assert_max_num_queries(12):
        page = shown(client.get(f"/reviews/{desk.ref}/marks/{mark.number}/alike/"))
    assert "<mark>scared</mark>" in page and "<mark>Mum</mark>" in page
    assert "“frightened” and “scared”" in page and "“mother” and “mum”" in page
    assert "by meaning with the model small-model" in page
    assert "Arrears" not in page and "overdue" not in page


def test_what_is_alike_by_both_stands_before_what_is_alike_by_one(with_model, oak):
    texts = (
        "Mother was frightened, and scared the nursery.",
        "Afraid at nursery, mum rang.",
        "The mother of the nursery.",
    )
    search.put(oak.review.pk, Subject.RECORDS, "source", 1, enumerate(texts))
    told = search.alike([oak.seat(Role.TEAM)], "The frightened mother left the nursery.")
    places = [one.found.place for one in told.passages]
    assert places[0] == 0 and 1 in places


def test_what_one_may_not_read_is_near_nothing(with_model, oak):
    search.put(oak.review.pk, Subject.RECORDS, "source", 1, [(0, OTHER)], access="leads")
    search.put(oak.review.pk, Subject.RECORDS, "source", 2, [(0, OTHER)])
    for role, may in ((Role.TEAM, {2}), (Role.LEAD, {1, 2}), (Role.FAMILY, set())):
        told = search.alike([oak.seat(role)], ASKED)
        assert {one.found.number for one in told.passages} == may
        assert not told.unready


def test_a_vector_is_of_what_may_be_seen_and_goes_with_its_words(with_model, oak):
    """Of a hidden or blacked-out word nothing is left in any vector, nor of a text that is taken out."""
    means, seat = model(), oak.seat(Role.LEAD)
    scared, afraid = means.packed(["scared", "afraid"])
    reviews.identify(seat, label="Person 4", kind="family", names=["Plimsoll"])
    hidden = record(oak, text="Plimsoll was scared.", name="a.txt").number
    assert vector_of(hidden) == means.packed(["plimsoll scared"])[0] != scared
    for mention in Mention.objects.filter(source__number=hidden):
        sources.decide_name(seat, number=hidden, mention=mention.number, decision="mask", label="Person 4")
    jobs.run_waiting()
    assert vector_of(hidden) == scared
    black = record(oak, text="Plimsoll was afraid.", name="b.txt").number
    sources.redact_words(seat, number=black, words="Plimsoll", reason="third_party")
    jobs.run_waiting()
    assert vector_of(black) == afraid
    sources.withdraw_source(seat, number=hidden, reason="Wrong family")
    assert vector_of(hidden) is None


def vector_of(number):
    row = SearchRow.objects.filter(kind="source", number=number).first()
    return row and bytes(row.meaning)


def test_a_model_set_up_later_is_made_ready_by_one_command_and_forgotten_by_another(desk, settings, tmp_path):
    settings.CASEMENT_MEANING = str(model_in(tmp_path / "late"))
    page = page_of(desk)
    assert "scared" not in page and "4 passages have not been prepared" in page
    assert "4 passages prepared with the model late." in CliRunner().invoke(command).output
    assert "0 passages prepared" in CliRunner().invoke(command).output
    assert "<mark>scared</mark>" in shown(signed_in(desk, Role.TEAM).get(f"/reviews/{desk.ref}/marks/1/alike/"))
    settings.CASEMENT_MEANING = str(model_in(tmp_path / "other", words=(("mother", "mum"), ("cat",))))
    assert search.alike([desk.seat(Role.TEAM)], ASKED).unready == 4
    assert "4 vectors are gone." in CliRunner().invoke(command, ["--forget"]).output
    assert not SearchRow.objects.exclude(meaning=None).exists()


@pytest.mark.parametrize("named", ["minishlab/potion-base-8M", "/nowhere/model", "{empty}", "{broken}"])
def test_what_is_no_model_here_is_said_and_nothing_is_fetched(desk, settings, tmp_path, monkeypatch, named):
    broken = tmp_path / "broken"
    broken.mkdir()
    for name in ("config.json", "model.safetensors", "tokenizer.json"):
        (broken / name).write_text("{}")
    (tmp_path / "empty").mkdir()
    settings.CASEMENT_MEANING = named.format(empty=tmp_path / "empty", broken=broken)
    asked = []
    monkeypatch.setattr(socket, "getaddrinfo", lambda *told, **_: asked.append(told) or [])
    told = CliRunner().invoke(command)
    assert told.exit_code == 1 and "CASEMENT_MEANING" in told.output
    assert "Compared by words alone." in page_of(desk)
    assert not asked


def test_the_model_is_loaded_once(with_model):
    assert asked_for() is asked_for()


def test_a_sentence_model_finds_other_words_and_does_not_claim_to_know_which(settings, tmp_path, oak):
    settings.CASEMENT_MEANING = str(sentence_model_in(tmp_path / "reads-sentences"))
    coding.framework(oak)
    findable(oak, f"{ASKED}\nThe rent was overdue.")
    findable(oak, f"{OTHER}\nArrears again.")
    page = page_of(oak)
    assert "scared" in page and "Near in meaning as a whole; no two words make it so." in page
    assert "by meaning with the model reads-sentences" in page and "overdue" not in page


def test_a_vector_of_one_model_is_never_compared_with_another(settings, tmp_path, oak):
    settings.CASEMENT_MEANING = str(model_in(tmp_path / "one"))
    search.put(oak.review.pk, Subject.RECORDS, "source", 1, [(0, OTHER)])
    settings.CASEMENT_MEANING = str(sentence_model_in(tmp_path / "other"))
    told = search.alike([oak.seat(Role.TEAM)], ASKED)
    assert (told.passages, told.unready) == ((), 1)


@pytest.mark.parametrize(("name", "broken"), [("onnx/model.onnx", b"no network"), ("1_Pooling/config.json", b"{")])
def test_a_sentence_model_that_cannot_be_read_is_said_so_once(settings, tmp_path, name, broken):
    folder = sentence_model_in(tmp_path / "broken")
    (folder / name).write_bytes(broken)
    settings.CASEMENT_MEANING = str(folder)
    told = CliRunner().invoke(command)
    assert told.exit_code and "holds no model that can be read" in told.output + str(told.exception)


def test_a_way_of_pooling_that_is_not_known_is_refused_and_not_guessed(settings, tmp_path):
    settings.CASEMENT_MEANING = str(sentence_model_in(tmp_path / "odd", pooling="weightedmean"))
    assert model() is None
