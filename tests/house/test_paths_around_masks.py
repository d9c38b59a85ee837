"""No code outside the sources room reads words of a source as they stand, but where it only compares or masks them."""

import re
from pathlib import Path

SOURCE = Path(__file__).parents[2] / "src" / "casement"
ROOM = SOURCE / "rooms" / "sources"
RAW = re.compile(
    r"(?:version|current|before|after)__text\b|\b(?:version|current)\.text\b|excerpt__quote\b|excerpt\.quote\b"
    r"|\bExcerpt\b.*[\"']quote[\"']|\bVersion\b.*[\"']text[\"']"
)
ABOVE = ("rooms", "desk", "archive", "example")
# Where it stands, and what is done with the words there: none of these shows them.
ALLOWED = {
    "rooms/analysis/queries/gathering.py": "compares what was cited with what stands there now",
    "rooms/coding/commands/exchange/sources.py": "compares a text that comes in, or shows it through the masks",
    "rooms/coding/commands/rounds.py": "counts paragraphs",
    "rooms/coding/queries/across/every.py": "goes through the masks",
    "rooms/coding/queries/across/passages.py": "goes through the masks",
    "rooms/coding/queries/comparing.py": "goes through the masks",
    "rooms/coding/queries/exchange/outgoing.py": "goes through the masks",
}
# Inside the room, what people read comes from its queries; each of these goes through the masks, or says why not.
QUERIES = {
    "corrected.py": "compares the words as they are, and shows what differs through the masks",
    "corrections.py": "goes through the masks; a correction is made on the words themselves, by leads",
    "names.py": "shows names to those who may see them",
    "reading.py": "goes through the masks",
    "same.py": "tells the hash of a text, and nothing of its words",
    "speakers.py": "goes through the masks",
    "texts.py": "goes through the masks",
    "told.py": "goes through the masks",
}


def lines(path: Path) -> list[str]:
    """The lines of a file that read words, without those that say which columns are left out."""
    return [
        line for line in path.read_text(encoding="utf-8").splitlines() if RAW.search(line) and "defer(" not in line
    ]


def test_the_pattern_finds_each_way_of_reading_words():
    for line in ("rows.values_list('current__text')", "x = row.current.text", "mark.excerpt.quote",
                 "Excerpt.objects.values('number', 'quote')", "version.text[start:end]", "excerpt__quote"):  # fmt: skip
        assert RAW.search(line), line


def test_no_other_room_reads_words_past_the_masks():
    found = {}
    above = [path for path in SOURCE.rglob("*.py") if path.relative_to(SOURCE).parts[0] in ABOVE]
    for path in above:
        name = path.relative_to(SOURCE).as_posix()
        if ROOM not in path.parents and "migrations" not in name and (told := lines(path)):
            found[name] = told
    assert not set(found) - set(ALLOWED), {name: found[name] for name in set(found) - set(ALLOWED)}
    assert set(ALLOWED) == set(found), "take away what is no longer needed"


def test_inside_the_room_only_these_queries_touch_a_text():
    found = {path.name for path in (ROOM / "queries").glob("*.py") if lines(path)}
    assert found == set(QUERIES)


def test_what_people_read_never_comes_from_the_quote_of_a_passage():
    for folder in (ROOM / "queries", ROOM / "web"):
        for path in folder.rglob("*.py"):
            assert '"quote"' not in path.read_text(encoding="utf-8"), path.name
