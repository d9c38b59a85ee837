"""A corrected file: no row is lost, none is matched twice, and whatever could be several is asked."""

from hypothesis import given
from hypothesis import strategies as st

from casement.rooms.chronology.rules.matching import Row, match, said
from casement.rooms.chronology.vocabulary import Field

WORDS = st.lists(st.sampled_from(["called", "visited", "school", "home", "wrote", "mother", "nobody", "answered", "duty", "late"]),
                 min_size=0, max_size=6).map(" ".join)  # fmt: skip
DATES = st.sampled_from(("", "3 April 2024", "4 April 2024", "May 2024", "29/02/2021"))
ROWS = st.lists(st.tuples(DATES, WORDS), max_size=14)


def rows(told, first=0):
    return [Row(first + at, {Field.DATE: day, Field.EVENT: event}) for at, (day, event) in enumerate(told)]


@given(ROWS, ROWS)
def test_every_row_comes_to_exactly_one_thing(before, after):
    old, new = rows(before, 100), rows(after)
    told = match(old, new)
    mine = [*told.same, *told.changed, *told.doubtful, *told.new]
    assert sorted(mine) == [row.key for row in new]
    sure = [*told.same.values(), *told.changed.values()]
    asked = {key for keys in told.doubtful.values() for key in keys}
    assert len(sure) == len(set(sure))
    assert sorted({*sure, *asked, *told.gone}) == [row.key for row in old]
    assert not asked & set(sure) and not set(told.gone) & ({*sure} | asked)
    by_key = {row.key: said(row.words) for row in (*old, *new)}
    assert all(by_key[a] == by_key[b] for a, b in told.same.items())


@given(ROWS, st.randoms())
def test_the_same_rows_in_any_order_change_nothing(before, chance):
    shuffled = list(before)
    chance.shuffle(shuffled)
    told = match(rows(before, 100), rows(shuffled))
    assert len(told.same) == len(before)
    assert not (told.changed or told.doubtful or told.new or told.gone)


@given(ROWS, ROWS)
def test_a_sure_change_could_be_nothing_else(before, after):
    """Whatever is matched without asking is the only candidate, also when the files are told the other way round."""
    forth, back = match(rows(before, 100), rows(after)), match(rows(after), rows(before, 100))
    assert forth.changed == {new: old for old, new in back.changed.items()}


def one(date, event, **more):
    return {Field.DATE: date, Field.EVENT: event, **{Field[name.upper()]: text for name, text in more.items()}}


FILE = [
    one("3 April 2024", "Called at the property and nobody answered"),
    one("10 April 2024", "Spoke with the mother at the door"),
    one("10 April 2024", "Letter sent about the missed appointment"),
    one("2 May 2024", "Joint visit with the family support worker"),
]


def matched(changed):
    return match(
        [Row(100 + at, words) for at, words in enumerate(FILE)], [Row(at, w) for at, w in enumerate(changed)]
    )


def test_a_date_or_a_wording_put_right_is_a_change():
    told = matched([FILE[0], {**FILE[1], Field.DATE: "11 April 2024"}, FILE[2],
                    {**FILE[3], Field.EVENT: "Joint visit with the family support worker and the nurse"}])  # fmt: skip
    assert told.changed == {1: 101, 3: 103} and len(told.same) == 2


def test_a_row_that_is_left_out_is_gone_and_one_put_in_is_new():
    told = matched([FILE[0], one("1 June 2024", "Housing rang to report the noise"), FILE[2], FILE[3]])
    assert (told.new, told.gone) == ([1], [101])


def test_two_that_could_both_be_one_are_asked():
    near = [{**FILE[3], Field.EVENT: f"Joint visit with the family support worker {who}"} for who in ("A", "B")]
    told = matched([*FILE[:3], *near])
    assert told.doubtful == {3: (103,), 4: (103,)} and not told.gone and not told.changed


def test_of_rows_that_say_the_same_one_gone_is_said_to_be_one_of_several():
    told = match([Row(at, FILE[0]) for at in (100, 101)], [Row(0, FILE[0])])
    assert told.same == {0: 100} and told.gone == [101] and told.repeated == {101}
