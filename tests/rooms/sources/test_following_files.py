"""A passage follows its words from one whole file to another: through two readings, never to other words."""

from html import escape

from hypothesis import Phase, given, settings
from hypothesis import strategies as st

from casement.rooms.sources.intake.reading import read
from casement.rooms.sources.rules.following import Outcome, follow

SOME = st.sampled_from(["she", "rang", "duty", "nobody", "Ze\u0301", "\U0001f642", "naïve", "Friday", "a"])
PARAGRAPHS = st.lists(st.lists(SOME, min_size=1, max_size=12), min_size=3, max_size=20)
WHAT = st.sampled_from(["put in", "take out", "put other", "move", "new paragraph"])
EDITS = st.lists(
    st.tuples(WHAT, st.floats(0, 1), st.floats(0, 1), st.integers(0, 15), st.lists(SOME, min_size=1, max_size=6)),
    min_size=1,
    max_size=6,
)
KINDS = st.sampled_from(["txt", "md", "html"])


def as_file(words, kind):
    """The bytes of a file of this kind with these words; "\\n" among them begins a paragraph."""
    lines = [line.strip() for line in " ".join(words).split("\n") if line.strip()]
    if kind == "html":
        return "".join(f"<p>{escape(line)}</p>" for line in lines).encode()
    return ("\r\n\r\n" if kind == "txt" else "\n\n").join(lines).encode()


def edited(words, edits, count):
    """The words after the edits; every one that is put in has a number of its own."""
    for what, where, other, many, chain in edits:
        start = int(where * len(words))
        taken, fresh = words[start : start + many], [f"{word}{next(count)}" for word in chain]
        if what == "put in":
            words = words[:start] + fresh + words[start:]
        elif what == "new paragraph":
            words = [*words[:start], "\n", *fresh, "\n", *words[start:]]
        elif what == "move":
            rest = words[:start] + words[start + many :]
            to = int(other * len(rest))
            words = rest[:to] + taken + rest[to:]
        else:
            words = words[:start] + (fresh if what == "put other" else []) + words[start + many :]
    return words


@settings(max_examples=1000, deadline=None, phases=[Phase.explicit, Phase.reuse, Phase.generate])
@given(PARAGRAPHS, EDITS, st.floats(0, 0.999), st.integers(1, 10), KINDS, KINDS)
def test_over_a_thousand_replaced_files_no_passage_ends_on_other_words(lines, edits, where, length, first, second):
    """Each word carries a number of its own, so where a passage lands says whose words it stands on."""
    count = iter(range(100, 100_000))
    words = [word for line in lines for word in (*(f"{each}{next(count)}" for each in line), "\n")]
    now = edited(words, edits, count)
    if not "".join(now).strip():
        return
    old, new = read(f"a.{first}", as_file(words, first)).text, read(f"a.{second}", as_file(now, second)).text
    own = [word for word in words if word != "\n"]
    own = own[int(where * len(own)) :][:length]
    start = old.index(own[0])
    end = old.index(own[-1]) + len(own[-1])
    found = follow(old, new, start, end)
    if found.outcome in (Outcome.SAME, Outcome.MOVED):
        before, after = new[: found.start], new[found.end :]
        assert new[found.start : found.end].split() == own
        assert not before or before[-1].isspace()
        assert not after or after[0].isspace()
