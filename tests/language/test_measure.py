"""How well the language rules do on sentences that were labelled before there was any rule."""

import csv
import sys
from pathlib import Path

import pytest

from casement.rooms.analysis.rules.language.reading import read_rules
from casement.rooms.analysis.rules.language.speaking import Rules, speaks
from tests.language.real_sentences import prefix, sentences

HERE = Path(__file__).parent
OURS = Path(__file__).parents[2] / "src/casement/rooms/analysis/rules/language/rules.toml"
PUBLISHED = next(
    (found for above in HERE.parents if (found := above / "shared/data/a_reviews").is_dir()), HERE / "published"
)
PRECISION, RECALL = 0.85, 0.80


@pytest.fixture(scope="module")
def rules() -> Rules:
    return read_rules(OURS.read_text(encoding="utf-8"))


def rows(name: str) -> list[dict[str, str]]:
    with (HERE / name).open(newline="", encoding="utf-8") as file:
        return list(csv.DictReader(file))


def measure(rules: Rules, labelled: list[tuple[str, bool]]) -> tuple[float, float]:
    """Precision and recall over sentences with their labels."""
    told = [(bool(speaks(sentence, rules)), needs) for sentence, needs in labelled]
    right = sum(1 for flagged, needs in told if flagged and needs)
    return right / sum(flagged for flagged, _ in told), right / sum(needs for _, needs in told)


def reached(part: str, precision: float, recall: float) -> None:
    """Say the figures where a run shows output (-s), and hold them to the floor."""
    sys.stdout.write(f"\n{part}: precision {precision:.3f}, recall {recall:.3f}\n")
    assert precision >= PRECISION
    assert recall >= RECALL


@pytest.mark.parametrize("part", ["open", "held out"])
def test_own_sentences(rules: Rules, part: str) -> None:
    labelled = [(row["sentence"], row["flag"] == "yes") for row in rows("labelled.csv") if row["set"] == part]
    precision, recall = measure(rules, labelled)
    reached(part, precision, recall)


def test_the_kind_named_is_one_a_person_named(rules: Rules) -> None:
    """A flag that gives the wrong reason is not much of a help."""
    judged = [
        bool({flag.rule.kind for flag in flags} & set(row["kinds"].split()))
        for row in rows("labelled.csv")
        if row["flag"] == "yes" and (flags := speaks(row["sentence"], rules))
    ]
    assert sum(judged) / len(judged) >= PRECISION


def test_the_set_is_balanced_and_large_enough() -> None:
    told = rows("labelled.csv")
    yes = sum(row["flag"] == "yes" for row in told)
    assert len(told) >= 240
    assert 0.45 <= yes / len(told) <= 0.55
    assert sum(row["set"] == "held out" for row in told) >= len(told) // 3


@pytest.mark.skipif(not PUBLISHED.is_dir(), reason="The published texts are not beside this checkout.")
def test_published_sentences(rules: Rules) -> None:
    there = {prefix(sentence): sentence for _, sentence in sentences(PUBLISHED)}
    labelled = [(there[row["sha256"]], row["flag"] == "yes") for row in rows("real.csv") if row["sha256"] in there]
    precision, recall = measure(rules, labelled)
    assert len(labelled) >= 80
    reached("published", precision, recall)
