"""Agreement figures equal those of packages others keep, on generated, published and real marks."""

import csv
import json
from itertools import combinations
from math import isclose, isnan
from random import Random

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from nltk.metrics.agreement import AnnotationTask
from nltk.metrics.distance import jaccard_distance
from statsmodels.stats.inter_rater import aggregate_raters, cohens_kappa, fleiss_kappa

from casement.rooms.coding.rules import agreement as ours
from casement.rooms.coding.rules.agreement import layers, measuring, resampling
from casement.rooms.coding.rules.agreement.unitizing import coincidences

CLOSE = 1e-9


def triples(units):
    """The units as nltk reads them."""
    return [(str(c), str(u), v) for u, unit in enumerate(units) for c, v in enumerate(unit) if v is not None]


def pairable(units):
    """Every value that stands in a unit with another."""
    return [v for unit in units if sum(x is not None for x in unit) > 1 for v in unit if v is not None]


TWO_TO_FIVE = st.integers(2, 5)


def table(values, *, coders=TWO_TO_FIVE, missing=True):
    cell = st.one_of(st.none(), values) if missing else values
    return coders.flatmap(lambda m: st.lists(st.lists(cell, min_size=m, max_size=m), min_size=1, max_size=30))


def same(our, theirs):
    assert our == pytest.approx(theirs, abs=CLOSE, rel=0)


@given(table(st.integers(1, 4)))
def test_alpha_equals_nltk_with_values_missing(units):
    our = ours.alpha(units)
    if our is None:
        assert len(set(pairable(units))) < 2
        return
    same(our, AnnotationTask(data=triples(units)).alpha())


SETS = st.sets(st.sampled_from("abcd")).map(frozenset)


@given(table(SETS))
def test_alpha_of_sets_of_codes_equals_nltk(units):
    """nltk cannot divide by an empty set, so for it "nothing" is a code of its own: as far from every other."""
    our = ours.alpha(units, ours.jaccard)
    if our is None:
        assert len(set(pairable(units))) < 2
        return
    told = [(c, u, v or frozenset({"nothing"})) for c, u, v in triples(units)]
    same(our, AnnotationTask(data=told, distance=jaccard_distance).alpha())


@given(table(st.integers(1, 6)))
def test_alpha_of_numbers_equals_nltk(units):
    our = ours.alpha(units, ours.interval_scale)
    if our is not None:
        same(our, AnnotationTask(data=triples(units), distance=lambda a, b: float(a - b) ** 2).alpha())
    our = ours.alpha(units, ours.ratio_scale)
    if our is not None:
        same(our, AnnotationTask(data=triples(units), distance=lambda a, b: ((a - b) / (a + b)) ** 2).alpha())


def test_alpha_equals_what_was_published():
    """The four coders of Krippendorff 2011, section D and after."""
    a = [1, 2, 3, 3, 2, 1, 4, 1, 2, None, None, None]
    b = [1, 2, 3, 3, 2, 2, 4, 1, 2, 5, None, 3]
    c = [None, 3, 3, 3, 2, 3, 4, 2, 2, 5, 1, None]
    d = [1, 2, 3, 3, 2, 4, 4, 1, 2, 5, 1, None]
    units = list(zip(a, b, c, d, strict=True))
    told = {
        ours.nominal: 0.743,
        ours.ordinal_scale: 0.815,
        ours.interval_scale: 0.849,
        ours.ratio_scale: 0.797,
    }
    for scale, published in told.items():
        assert round(ours.alpha(units, scale), 3) == published


@given(table(st.integers(0, 3), coders=st.just(2), missing=False))
def test_cohens_kappa_and_its_interval_equal_statsmodels(units):
    our = ours.cohen(units)
    grid = np.zeros((4, 4))
    for one, other in units:
        grid[one, other] += 1
    with np.errstate(all="ignore"):
        theirs = cohens_kappa(grid)
    if our is None:
        assert isnan(theirs.kappa)
        return
    same(our.value, theirs.kappa)
    if our.low == our.high:  # theirs is then a root of what rounding left
        assert theirs.kappa_low == pytest.approx(our.low, abs=1e-6) or isnan(theirs.kappa_low)
    elif not isnan(theirs.kappa_low):
        same(our.low, theirs.kappa_low)
        same(our.high, theirs.kappa_upp)


@given(table(st.integers(0, 3), missing=False))
def test_fleisss_kappa_equals_statsmodels(units):
    our = ours.fleiss(units)
    if our is None:
        assert len({value for unit in units for value in unit}) == 1
        return
    same(our.value, fleiss_kappa(aggregate_raters(np.array(units))[0]))
    same(our.value, AnnotationTask(data=triples(units)).pi())


@given(table(st.integers(0, 2)))
def test_a_kappa_counts_only_what_every_coder_went_through(units):
    whole = [unit for unit in units if None not in unit]
    assert ours.fleiss(units) == ours.fleiss(whole)
    pairs = [unit[:2] for unit in units]
    assert ours.cohen(pairs) == ours.cohen([unit for unit in pairs if None not in unit])


def test_percent_and_shared():
    units = [[1, 1], [1, 0], [0, 0], [0, 0], [1, None]]
    assert ours.percent(units) == 0.75
    assert ours.shared(units, 0) == 0.5
    assert ours.percent([[1, None]]) is None
    assert ours.shared([[0, 0]], 0) is None


DEGENERATE = [[], [[1, None]], [[1, 1]], [[1, 1], [1, 1]], [[None, None]], [[1, 1], [None, 2]]]


@pytest.mark.parametrize("units", DEGENERATE)
def test_where_chance_cannot_be_told_apart_there_is_no_figure(units):
    assert ours.alpha(units) is None
    assert ours.cohen(units) is None
    assert ours.fleiss(units) is None


# Marks on stretches of text


def tracks(length, marks, coders):
    return [
        [ours.Piece(start, end, value) for coder, value, start, end in marks if coder == who] for who in coders
    ], length


def letter_by_letter(length, coders):
    """u-alpha reckoned in another way: every letter of every pair looked at; no intersections of stretches."""
    grid = np.zeros((len(coders), length), dtype=int)
    names = {value: n for n, value in enumerate(sorted({p.value for t in coders for p in t}, key=repr), 1)}
    for row, track in enumerate(coders):
        for piece in track:
            grid[row, piece.start : piece.end] = names[piece.value]
    size, kinds = grid.size, len(names) + 1
    seen = np.zeros((kinds, kinds))
    for one, other in combinations(range(len(coders)), 2):
        for a, b in zip(grid[one], grid[other], strict=True):
            seen[a, b] += 1 / (len(coders) - 1)
            seen[b, a] += 1 / (len(coders) - 1)
    alone = np.zeros(kinds)
    alone[0] = (grid == 0).sum()
    for track in coders:
        for piece in track:
            alone[names[piece.value]] += (piece.end - piece.start) ** 2
    counts = seen.sum(axis=0)
    expected = size * (np.outer(counts, counts) - np.diag(alone)) / (size**2 - alone.sum())
    by_chance = size - np.trace(expected)
    return None if by_chance < 1e-9 else 1 - (size - np.trace(seen)) / by_chance


@st.composite
def continuum(draw, longest=12):
    length = draw(st.integers(2, 60))
    coders = []
    for _ in range(draw(st.integers(2, 4))):
        edges = sorted(draw(st.sets(st.integers(0, length), max_size=8)))
        pairs = [(a, b) for a, b in zip(edges[::2], edges[1::2], strict=False) if b - a <= longest]
        coders.append([ours.Piece(a, b, draw(st.sampled_from("xyz"))) for a, b in pairs])
    return length, coders


@given(continuum())
def test_u_alpha_equals_a_reckoning_letter_by_letter(told):
    length, coders = told
    our = ours.u_alpha([ours.Block(length, coders)])
    theirs = letter_by_letter(length, coders)
    assert (our is None) == (theirs is None)
    if our is not None:
        same(our, theirs)


@given(continuum(longest=1))
def test_marks_of_one_letter_each_make_u_alpha_an_alpha_of_letters(told):
    length, coders = told
    units = [
        [next((p.value for p in track if p.start <= at < p.end), "") for track in coders] for at in range(length)
    ]
    our = ours.u_alpha([ours.Block(length, coders)])
    if our is None:
        assert ours.alpha(units) is None
        return
    same(our, AnnotationTask(data=triples(units)).alpha())


@given(continuum(), st.integers(1, 500))
def test_text_that_one_coder_alone_went_through_counts_for_nothing(told, more):
    length, coders = told
    both = ours.Block(length, coders)
    alone = ours.Block(more, [[ours.Piece(0, more, "x")], *([None] * (len(coders) - 1))])
    assert ours.u_alpha([both, alone]) == ours.u_alpha([both])


def test_nobody_marked_anything_and_both_marked_all():
    assert ours.u_alpha([ours.Block(9, [[], []])]) is None
    assert ours.u_alpha([ours.Block(9, [[ours.Piece(0, 9, "x")]] * 2)]) is None
    assert ours.u_alpha([]) is None
    assert ours.u_alpha([ours.Block(20, [[ours.Piece(2, 9, "x")]] * 2)]) == 1


@pytest.mark.torture
def test_real_stretches_of_text(shared):
    for path in sorted((shared / "e_multicoder" / "gamma_units").glob("*.csv")):
        marks = [(who, value, int(a), int(b)) for who, value, a, b in csv.reader(path.read_text().splitlines())]
        coders = sorted({who for who, *_ in marks})
        length = max(end for *_, end in marks)
        made, length = tracks(length, marks, coders)
        our = ours.u_alpha([ours.Block(length, made)])
        same(our, letter_by_letter(length, made))


@pytest.mark.torture
def test_seven_coders_of_one_real_text(shared):
    """Hearst 1997: after which of the paragraphs does the subject change?"""
    told = json.loads((shared / "e_multicoder" / "segeval" / "hearst1997.json").read_text())
    coders = []
    for masses in told["items"]["stargazer"].values():
        edges = np.cumsum(masses)
        coders.append([int(at in edges) for at in range(1, edges[-1])])
    units = list(zip(*coders, strict=True))
    assert len(units) == 20
    same(ours.alpha(units), AnnotationTask(data=triples(units)).alpha())
    same(ours.fleiss(units).value, fleiss_kappa(aggregate_raters(np.array(units))[0]))
    pairs = [ours.cohen(list(zip(a, b, strict=True))) for a, b in combinations(coders, 2)]
    for our, (a, b) in zip(pairs, combinations(coders, 2), strict=True):
        grid = np.zeros((2, 2))
        for one, other in zip(a, b, strict=True):
            grid[one, other] += 1
        same(our.value, cohens_kappa(grid).kappa)
    assert isclose(ours.percent(units), AnnotationTask(data=triples(units)).avg_Ao(), abs_tol=CLOSE)


# Rounds as a whole


def round_of(units, *, length=40):
    """Stretches in which each coder gave code "c" to all of it, to none of it, or did not go through it."""
    said = {1: (ours.Said(0, length, "c", "helped"),), 0: (), None: None}
    return [ours.Stretch(length, tuple(said[value] for value in unit)) for unit in units]


@settings(max_examples=20)
@given(st.lists(st.sampled_from([(1, 1), (0, 0), (1, 0), (0, 1), (1, None), (None, 0)]), min_size=10, max_size=60))
def test_a_round_tells_of_each_code_what_its_units_tell(units):
    told = ours.agreement(round_of(units), ["c"], coders=2)
    ((_, figures),) = told.by_code
    assert figures.alpha == ours.alpha(units)
    assert figures.kappa == ours.cohen(units)
    assert figures.compared == told.compared == sum(None not in unit for unit in units)
    if figures.alpha_between:
        low, high = figures.alpha_between
        assert low <= high
    assert ours.agreement(round_of(units), ["c"], coders=2) == told


@given(
    st.lists(
        st.lists(st.lists(st.tuples(st.integers(0, 9), st.integers(1, 9), st.sampled_from("ab")), max_size=3),
                 min_size=3, max_size=3),
        min_size=1, max_size=12,
    ),
    st.data(),
)  # fmt: skip
def test_quick_intervals_equal_those_of_whole_samples(told, data):
    """The interval sums what stretches add up to; taking the figure of each whole sample must give the same."""
    stretches = [
        ours.Stretch(20, tuple(tuple(ours.Said(a, a + b, code, "") for a, b, code in said) for said in unit))
        for unit in told
    ]
    drawn = resampling.draws(len(stretches), times=20, seed=data.draw(st.integers(0, 99)))
    measure = measuring.Measure(stretches, drawn)
    units = [measure.values(one, measuring.names) for one in stretches]
    whole = [[unit for unit, n in zip(units, draw, strict=True) for _ in range(n)] for draw in drawn]
    parts = [measuring.part([unit], ours.jaccard) for unit in units]
    quick = resampling.alpha_interval(parts, ours.jaccard({}), drawn)
    slow = resampling.between(ours.alpha(sample, ours.jaccard) for sample in whole)
    assert quick == (pytest.approx(slow, abs=CLOSE) if slow else None)
    blocks = [ours.Block(20, [layers.layers(said) for said in one.said]) for one in stretches]
    sparse = [(at, coincidences([block])) for at, block in enumerate(blocks) if any(block.tracks)]
    quick = resampling.span_interval(sparse, measure.letters, drawn)
    samples = [[block for block, n in zip(blocks, draw, strict=True) for _ in range(n)] for draw in drawn]
    slow = resampling.between(ours.u_alpha(sample) for sample in samples)
    assert quick == (pytest.approx(slow, abs=CLOSE) if slow else None)


def test_not_coded_is_not_no():
    """A second coder who went through a fifth: agreement is told over that fifth, and how much it was."""
    sample = [(1, 1)] * 9 + [(0, 0)] * 10 + [(1, 0)]
    alone = [(1, None)] * 40 + [(0, None)] * 40
    ((_, figures),) = ours.agreement(round_of(sample + alone), ["c"], coders=2).by_code
    assert figures.compared == 20
    assert round(figures.kappa.value, 2) == 0.9
    taken_for_no = ours.cohen([(one, other or 0) for one, other in sample + alone])
    assert taken_for_no.value < 0.25


def test_uncoded_text_does_not_swamp():
    """Ten disagreements in twenty marked paragraphs stay that, however much text nobody marked."""
    marked = [(1, 1)] * 10 + [(1, 0)] * 5 + [(0, 1)] * 5
    little, much = (
        ours.agreement(round_of(marked + [(0, 0)] * blank), ["c"], coders=2).by_code[0][1] for blank in (20, 2000)
    )
    assert little.shared == much.shared == 0.5
    assert much.same > 0.99
    assert little.alpha < 0.7 and much.alpha < 0.7


def test_an_interval_covers_what_was_so_about_as_often_as_it_says():
    """Two coders who agree as chance would (alpha 0): about 95 of 100 intervals hold it."""
    random = Random(7)
    held = 0
    for _ in range(100):
        units = [(random.randint(0, 1), random.randint(0, 1)) for _ in range(60)]
        parts = [measuring.part([unit], ours.nominal) for unit in units]
        low, high = resampling.alpha_interval(parts, ours.nominal({}), resampling.draws(60, times=400))
        held += low <= 0 <= high
    assert 88 <= held <= 100


def test_too_few_stretches_have_no_interval():
    ((_, figures),) = ours.agreement(round_of([(1, 1), (0, 1), (0, 0)]), ["c"], coders=2).by_code
    assert figures.alpha is not None
    assert figures.alpha_between is None


def test_influence_is_compared_where_the_factor_was_given():
    a, b = (ours.Said(0, 9, "f", "helped"),), (ours.Said(0, 9, "f", "harder"),)
    stretches = [ours.Stretch(9, pair) for pair in [(a, a), (b, b), (a, b), (a, ()), ((), None)]]
    told = ours.agreement(stretches, ["f"], coders=2).influence
    assert told.compared == 3
    assert told.alpha == ours.alpha([("x", "x"), ("y", "y"), ("x", "y")])
