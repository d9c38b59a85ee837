"""How much of what was planted against a claim stands in the first ten, by each way of searching, and what does not."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from contextlib import AbstractContextManager
from dataclasses import dataclass
from importlib.util import find_spec
from math import log
from pathlib import Path

import yaml

from casement.foundation.access import Seat
from casement.foundation.models import SearchRow
from casement.rooms.analysis.queries.against import other_side
from tests.counter.loading import BLIND, HELD, LAST, SETTLED, Line, Planted, code, made_case, told
from tests.factories.coding import framework
from tests.factories.reviews import cast

FIRST = 10
KINDS = (SETTLED, HELD, BLIND, LAST)
EXPECTED = [
    Path(__file__).with_name(name) for name in ("expected.yaml", "expected_blind.yaml", "expected_last.yaml")
]
Search = Callable[[Planted], list[str]]


@dataclass(frozen=True)
class Measured:
    """One way of searching: of each kind of claim, how many planted passages it found in the first ten and how many
    there are; and what it missed.
    """

    way: str
    counts: Mapping[str, tuple[int, int]]
    missed: tuple[tuple[str, str], ...]

    @property
    def share(self) -> float:
        """The share found of what was planted first, settled or held back."""
        return self.of(SETTLED, HELD)

    @property
    def blind(self) -> float:
        """The share found of what was planted when all was settled."""
        return self.of(BLIND, LAST)

    @property
    def all(self) -> float:
        """The share found of everything."""
        return self.of(*KINDS)

    def of(self, *kinds: str) -> float:
        """The share found of some kinds."""
        return sum(self.counts[kind][0] for kind in kinds) / sum(self.counts[kind][1] for kind in kinds)


def measured(way: str, claims: Iterable[Planted], search: Search) -> Measured:
    """Ask for each claim, and count."""
    found, planted = Counter[str](), Counter[str]()
    missed: list[tuple[str, str]] = []
    for claim in claims:
        first = search(claim)[:FIRST]
        hits = [text for text in claim.against if any(shown and shown in text for shown in first)]
        missed += [(f"{claim.case}/{claim.key}", text) for text in claim.against if text not in hits]
        found[claim.kind] += len(hits)
        planted[claim.kind] += len(claim.against)
    return Measured(way, {kind: (found[kind], planted[kind]) for kind in planted}, tuple(missed))


def ours(claim: Planted) -> list[str]:
    """What Casement proposes."""
    return [one.passage.words for one in other_side(claim.seat, "pattern", claim.pattern).proposed]


def expecting(told: Mapping[str, Sequence[str]]) -> Search:
    """What Casement proposes once a team has said what it would expect if the claim were not so."""

    def ask(claim: Planted) -> list[str]:
        found = other_side(claim.seat, "pattern", claim.pattern, told_otherwise=told[f"{claim.case}/{claim.key}"])
        return [one.passage.words for one in found.proposed]

    return ask


def bm25(claim: Planted) -> list[str]:
    """The plain baseline: Okapi BM25 (Robertson and Zaragoza 2009; k1 1.2, b 0.75) with the claim's words as query.

    Over the very passages that the search looks through; words as they are written, in lower case.
    """
    texts = passages(claim.seat)
    words = [Counter(re.findall(r"\w+", text.lower())) for text in texts]
    usual = sum(each.total() for each in words) / len(words)
    spread = Counter(word for each in words for word in each)

    def score(each: Counter[str]) -> float:
        return sum(
            log(1 + (len(words) - spread[word] + 0.5) / (spread[word] + 0.5))
            * each[word] * 2.2 / (each[word] + 1.2 * (0.25 + 0.75 * each.total() / usual))
            for word in asked if word in each
        )  # fmt: skip

    asked = set(re.findall(r"\w+", claim.text.lower()))
    order = sorted(range(len(texts)), key=lambda at: -score(words[at]))
    return [texts[at] for at in order]


def passages(seat: Seat) -> list[str]:
    """Every passage of a review's sources and chronologies."""
    rows = SearchRow.objects.filter(review_id=seat.review, kind__in=("source", "entry")).order_by("pk")
    return list(rows.values_list("text", flat=True))


def table(every: Iterable[Measured]) -> str:
    """The figures, a line each; then, way by way, what was missed."""
    lines = [f"{'In the first ten':46}{'first':>14}{'held back':>12}{'blind':>16}{'last':>16}{'all':>8}"]
    misses: list[str] = []
    for one in every:
        (settled, of_settled), (held, of_held), *later = (one.counts[kind] for kind in KINDS)
        lines.append(
            f"{one.way:46}{settled + held:>4} of {of_settled + of_held}{one.share:>5.2f}{f'{held} of {of_held}':>12}"
            + "".join(f"{found:>5} of {planted}{found / planted:>5.2f}" for found, planted in later)
            + f"{one.all:>8.2f}"
        )
        misses += [f"\nNot in the first ten, {one.way}:", *(f"  {where}: {text}" for where, text in one.missed)]
    return "\n".join([*lines, *misses])


def everything(
    model: Path | None, prepared: Callable[[Path | None], AbstractContextManager[None]]
) -> list[Measured]:
    """Load every case into an empty installation and measure each way: uncoded first, then coded.

    `prepared` makes the installation use a model of meanings, or none, for as long as its context lasts.
    """
    claims: list[Planted] = []
    coded: list[tuple[Seat, list[Line]]] = []
    for case in told():
        members = cast(case["case"].capitalize())
        framework(members)
        made, lines = made_case(members, case)
        claims += made
        coded.append((members.seat(), lines))
    expect = expecting(
        {key: told for path in EXPECTED for key, told in yaml.safe_load(path.read_text("utf-8")).items()}
    )
    found = [measured("BM25, claim as query", claims, bm25)]
    with prepared(None):
        found.append(measured("not coded: text alone", claims, ours))
        found.append(measured("not coded: text, and what is expected", claims, expect))
    if model:
        with prepared(model):
            found.append(measured("not coded: text and vectors", claims, ours))
            found.append(measured("not coded: text, vectors and what is expected", claims, expect))
    for seat, lines in coded:
        code(seat, lines)
    with prepared(None):
        found.append(measured("coded by factor and influence: no vectors", claims, ours))
        found.append(measured("coded, and what is expected: no vectors", claims, expect))
    if model:
        with prepared(model):
            found.append(measured("coded by factor and influence: with vectors", claims, ours))
            found.append(measured("coded, vectors and what is expected", claims, expect))
    return found


def small_model(into: Path) -> Path | None:
    """A real static model, from the package “wordllama” where it is installed, in the form our library reads.

    Its vectors (256 numbers for each of 32,000 word pieces, trained on sentence pairs) come inside its wheel. It is
    no dependency of ours: `pip install --no-deps wordllama` brings it. None where it is not installed.
    """
    found = find_spec("wordllama")
    if found is None or not found.submodule_search_locations:
        return None
    from model2vec import StaticModel
    from safetensors.numpy import load_file
    from tokenizers import Tokenizer

    home = Path(found.submodule_search_locations[0])
    (weights,) = load_file(home / "weights" / "l2_supercat_256.safetensors").values()
    tokenizer = Tokenizer.from_file(str(home / "tokenizers" / "l2_supercat_tokenizer_config.json"))
    StaticModel(weights.astype("float32"), tokenizer, normalize=True).save_pretrained(into)
    return into
