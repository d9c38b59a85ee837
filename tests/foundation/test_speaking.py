"""What a model learns of how people speak: from both sides, kept for each model, and never needed to go on."""

import numpy as np
import pytest
from click.testing import CliRunner
from hypothesis import given
from hypothesis import strategies as st

from casement.config.running import meaning as command
from casement.foundation.search.meaning import asked_for
from casement.foundation.search.speaking import (
    Seen,
    from_middle,
    kept_for,
    learned,
    prepare_speaking,
    speaking,
)
from tests.factories.meaning import sentence_model_in

WELL, BADLY = ("he rang", "he came", "he rang and came"), ("nobody waited", "waited", "nobody")
WORDS = (("rang", "came"), ("nobody", "waited"))


@pytest.fixture
def means(settings, tmp_path):
    settings.CASEMENT_MEANING = str(sentence_model_in(tmp_path / "small", words=WORDS))
    return asked_for()


def leaning(told, means, text):
    return Seen(means.vectors([text]), told.middle).near(told.way[None])[0]


def test_it_tells_one_side_from_the_other_in_words_it_was_not_given(means):
    assert speaking(means) is None
    prepare_speaking(means, WELL, BADLY)
    told = speaking(means)
    assert leaning(told, means, "she came twice") > 0 > leaning(told, means, "she waited twice")
    turned = learned(means.vectors(BADLY), means.vectors(WELL))
    assert leaning(turned, means, "she came twice") == pytest.approx(
        -leaning(told, means, "she came twice"), rel=1e-3
    )


def test_what_is_kept_is_of_one_model_and_a_file_that_is_broken_is_as_good_as_none(means, settings, tmp_path):
    prepare_speaking(means, WELL, BADLY)
    settings.CASEMENT_MEANING = str(sentence_model_in(tmp_path / "other", words=(("rang",), ("waited",))))
    assert speaking(asked_for()) is None and speaking(means)
    kept_for(means).write_bytes(b"PK\x03\x04 and then nothing")
    assert speaking(means) is None
    prepare_speaking(means, BADLY, WELL)
    assert leaning(speaking(means), means, "she came twice") < 0  # read afresh when it was made afresh


def test_a_model_that_knows_none_of_the_words_leans_to_neither_side(means):
    told = learned(means.vectors(["a b", "c d"]), means.vectors(["e f", "g"]))
    assert leaning(told, means, "h i") == pytest.approx(0, abs=1e-6)


@pytest.mark.django_db
def test_one_command_prepares_it_and_the_same_takes_it_away(means):
    assert "prepared with the model small" in CliRunner().invoke(command).output
    assert speaking(means)
    assert CliRunner().invoke(command, ["--forget"]).exit_code == 0
    assert speaking(means) is None and not kept_for(means).exists()


@given(
    st.lists(st.lists(st.floats(-3, 3), min_size=4, max_size=4), min_size=1, max_size=9),
    st.lists(st.lists(st.floats(-3, 3), min_size=4, max_size=4), min_size=1, max_size=9),
    st.integers(1, 12),
)
def test_cosines_stay_cosines(rows, others, few):
    ours, theirs = np.array(rows, dtype=np.float32), np.array(others, dtype=np.float32)
    middle = ours.mean(axis=0)
    seen, beside = Seen(ours, middle), from_middle(theirs, middle)
    best, mean = seen.nearest_few(beside, few), seen.near(beside)
    assert len(best) == len(mean) == len(rows)
    assert all(-1.01 <= one <= 1.01 for one in (*best, *mean))
    assert all(high >= low - 1e-2 for high, low in zip(best, mean, strict=True))
    plain = from_middle(ours, middle) @ beside.T
    far = np.linalg.norm(ours - middle, axis=1) > 0.1  # nearer to the middle, rounding decides
    assert np.allclose(seen.cosines(beside)[far], plain[far], atol=1e-2)
    assert not len(seen.nearest_few(beside[:0], few)) and not len(Seen(ours[:0], middle).near(beside))
