"""A project comes into a review: everything in it is here or in the report, once, and only in this review."""

import pytest

from casement.foundation import jobs
from casement.foundation.access import Role
from casement.rooms.coding import commands, tasks
from casement.rooms.coding.models import Code, ExchangeItem, Mark, Memo
from casement.rooms.people.models import Person
from casement.rooms.sources.models import Source, Version
from tests.factories.exchange import bring_in, send
from tests.factories.sources import record
from tests.rooms.coding.made_projects import (
    USERS,
    WORDS,
    coding,
    document,
    g,
    identifiers,
    inner_document,
    selection,
    text,
    zipped,
)

QDE_CODES = (
    f'<CodeBook><Codes><Code guid="{g(100)}" name="Ringing" isCodable="true" color="#FF0000"><Description>Any call</Description>'
    f'<NoteRef targetGUID="{g(203)}"/></Code>'
    f'<Code guid="{g(101)}" name="Home" isCodable="false"><Code guid="{g(102)}" name="Ringing" isCodable="true"/></Code>'
    f'<Code guid="{g(103)}" name="{"Long name " * 20}" isCodable="true"/><Code guid="{g(104)}" name="" isCodable="true"/>'
    f'<Code guid="{g(300)}" name="Anna" isCodable="true"/></Codes></CodeBook>'
)


def rich() -> bytes:
    """One of everything a project may hold, counted as the standard says on text with emoji and two-sign line ends."""
    at = WORDS.index("Nobody")
    ref = f'<NoteRef targetGUID="{g(200)}"/>'
    value = f'<VariableValue><VariableRef targetGUID="{g(400)}"/><TextValue>female</TextValue></VariableValue>'
    passages = (
        selection(20, at, at + 6, coding(21) + coding(22, 102, 2) + coding(23) + ref)
        + selection(24, at, at + 6, coding(25, 100, 1))
        + selection(26, 4, 5, "<Description>What a face</Description>" + coding(27, 103, 3))
        + selection(28, WORDS.index("שלום"), WORDS.index("שלום") + 4, "<Description>A greeting</Description>")
        + selection(29, 9, 9, coding(30))
        + selection(31, 5, 9999, coding(32, 102))
        + selection(33, 0, 3, coding(34, 999))
        + coding(35, 101)
        + ref
        + value
    )
    region = f'<PDFSelection guid="{g(51)}" page="2" firstX="1" firstY="2" secondX="3" secondY="4">{coding(52)}</PDFSelection>'
    own = f'<Representation guid="{g(53)}"><PlainTextContent>The paper said so.</PlainTextContent>{selection(54, 4, 9, coding(55))}</Representation>'
    body = (
        USERS + QDE_CODES
        + f'<Variables><Variable guid="{g(400)}" name="Gender" typeOfVariable="Text"/></Variables>'
        + f'<Cases><Case guid="{g(300)}" name="Anna">{value}<SourceRef targetGUID="{g(10)}"/></Case><Case guid="{g(301)}" name="Nobody yet"/></Cases>'
        + f"<Sources>{text(10, passages)}{text(11, selection(40, 0, 3, coding(41)))}{text(12)}"
        + f'<PDFSource guid="{g(50)}" name="Paper" path="internal://p.pdf">{region}{own}</PDFSource>'
        + f'<AudioSource guid="{g(60)}" name="Tape"><AudioSelection guid="{g(61)}" begin="0" end="900">{coding(62)}</AudioSelection></AudioSource>'
        + f'<TextSource guid="{g(13)}" name="Lost" plainTextPath="internal://lost.txt">{selection(42, 0, 3, coding(43))}</TextSource></Sources>'
        + f'<Notes><Note guid="{g(200)}" name="Hunch" creatingUser="{g(2)}"><PlainTextContent>Too busy?</PlainTextContent></Note>'
        + f'<Note guid="{g(201)}" name=""><PlainTextContent>Linked</PlainTextContent></Note>'
        + f'<Note guid="{g(202)}" name="Alone"><PlainTextContent>On the whole</PlainTextContent></Note>'
        + f'<Note guid="{g(203)}" name=""><PlainTextContent>On a code</PlainTextContent></Note></Notes>'
        + f'<Links><Link guid="{g(500)}" name="" originGUID="{g(201)}" targetGUID="{g(27)}"/><Link guid="{g(501)}" name="leads to" originGUID="{g(100)}" targetGUID="{g(102)}"/></Links>'
        + f'<Sets><Set guid="{g(600)}" name="role: worker"><MemberSource targetGUID="{g(10)}"/></Set><Set guid="{g(601)}" name="Calls"><MemberCode targetGUID="{g(100)}"/></Set></Sets>'
        + f'<Graphs><Graph guid="{g(700)}" name="Map"/></Graphs>'
    )  # fmt: skip
    files = {f"{g(10)}.txt": WORDS.encode(), f"{g(11)}.txt": b"Yes, rang.", f"{g(12)}.txt": b"Yes, rang."}
    return zipped(document(body), files)


def told(row) -> dict[tuple[str, str], int]:
    found: dict[tuple[str, str], int] = {}
    for kind, outcome in row.items.values_list("kind", "outcome"):
        found[kind, outcome] = found.get((kind, outcome), 0) + 1
    return found


def counts() -> tuple[int, ...]:
    return tuple(model.objects.count() for model in (Code, Source, Mark, Memo))


def test_nothing_is_lost_silently(oak):
    data = rich()
    row = bring_in(oak, data, counting="standard")
    assert row.state == "done", row.sentence
    assert row.facts["schema"] == "It keeps to the published schema."
    reported = {guid.split("@")[0] for guid in row.items.values_list("guid", flat=True)}
    assert identifiers(inner_document(data)) - reported == {g(53)}  # the text of the PDF is the PDF's own line
    assert row.items.get(name="Map").outcome == "left"
    assert not row.items.exclude(outcome="kept").filter(sentence="").exclude(outcome="here").exists()


def test_marks_stand_on_their_words_with_who_gave_them(oak):
    bring_in(oak, rich(), counting="standard")
    marks = Mark.objects.select_related("excerpt__version", "code").filter(excerpt__version__source__title="Visit")
    found = {(m.excerpt.quote, m.code.label, m.said_by) for m in marks}
    assert found == {
        ("Nobody", "Ringing", "Ann"), ("Nobody", "Home > Ringing", "Ben"), ("Yes", "Ringing", "Ann"),
        ("🙂", Code.objects.get(label__startswith="Long").label, "Somebody the file does not name"),
        ("שלום", "Picked out without a code", "Somebody the file does not name"),
        ("Zoë", "Picked out without a code", "Ann"),
    }  # fmt: skip
    for mark in marks:
        assert mark.excerpt.version.text[mark.excerpt.start : mark.excerpt.end] == mark.excerpt.quote
    assert marks.get(said_by="Ben").at.isoformat() == "2024-05-03T10:00:00+00:00"


def test_the_same_code_twice_on_the_same_words_is_one_mark_and_said(oak):
    row = bring_in(oak, rich(), counting="standard")
    again = row.items.filter(kind="coding", outcome="adapted", sentence__contains="once already")
    assert {item.guid for item in again} == {g(23), g(25)}
    assert len({item.thing for item in row.items.filter(guid__in=(g(21), g(23), g(25)))}) == 1


def test_codes_keep_their_tree_their_names_and_their_kind(oak):
    bring_in(oak, rich(), counting="standard")
    home = Code.objects.get(label="Home")
    child = Code.objects.get(label="Home > Ringing")
    assert home.heading and child.parent == home and Code.objects.get(label="Ringing").definition == "Any call"
    long = Code.objects.get(label__startswith="Long name")
    assert len(long.label) == 120 and long.definition == ("Long name " * 20).strip()
    assert Code.objects.filter(label="Code without a name").exists()


def test_memos_stand_where_they_stood_or_say_where(oak):
    bring_in(oak, rich(), counting="standard")
    on_marks = {(m.text, m.mark.excerpt.quote) for m in Memo.objects.exclude(mark=None)}
    assert on_marks == {
        ("Hunch\n\nToo busy?", "Nobody"), ("What a face", "🙂"), ("Linked", "🙂"), ("A greeting", "שלום"),
    }  # fmt: skip
    assert Memo.objects.get(text__contains="Too busy", mark=None).source.title == "Visit"
    assert set(Memo.objects.filter(text__contains="Too busy").values_list("said_by", flat=True)) == {"Ben"}
    facts = Memo.objects.get(text__startswith="What the file says").text
    assert facts.splitlines()[1:] == ["Gender: female", "Case: Anna", "role: worker"]
    nowhere = Memo.objects.filter(text__startswith="A passage that could not be marked")
    assert sum("outside the text" in one.text for one in nowhere) == 1
    assert sum("no words" in one.text for one in nowhere) == 1
    assert sum("page index 2" in one.text for one in nowhere) == 1
    assert "Home" in Memo.objects.get(text__startswith="Given to this source as a whole").text
    assert Memo.objects.filter(mark=None, source=None).count() == 4  # alone, on a code, a case, a group


def test_two_sources_with_one_name_and_the_same_words_stay_two(oak):
    row = bring_in(oak, rich(), counting="standard")
    assert Source.objects.filter(current__text="Yes, rang.").count() == 2
    assert "Another source has this name" in row.items.get(guid=g(12)).sentence


def test_coming_twice_changes_nothing(oak):
    bring_in(oak, rich(), counting="standard")
    before = counts()
    again = bring_in(oak, rich(), counting="standard")
    assert counts() == before
    assert {how for (kind, how) in told(again) if kind in ("code", "coding")} <= {
        "here",
        "adapted",
        "refused",
        "left",
    }
    assert not again.items.filter(kind__in=("code", "coding", "memo", "source"), outcome="kept").exists()


def test_new_identifiers_for_the_same_things_change_nothing(oak):
    """ATLAS.ti gives every thing a new identifier each time it exports."""
    bring_in(oak, rich(), counting="standard")
    before = counts()
    files = {
        f"{g(at)}.txt": content for at, content in ((10, WORDS.encode()), (11, b"Yes, rang."), (12, b"Yes, rang."))
    }
    fresh = inner_document(rich()).replace(b"00000000-0000-0000-0000-", b"ABCDEF00-0000-0000-0000-")
    minted = {
        name.replace("00000000-0000-0000-0000-", "ABCDEF00-0000-0000-0000-"): data for name, data in files.items()
    }
    bring_in(oak, zipped(fresh, minted), counting="standard")
    assert counts() == before


def test_a_mark_that_was_removed_here_stays_removed(oak):
    bring_in(oak, rich(), counting="standard")
    mark = Mark.objects.get(said_by="Ben")
    commands.remove_mark(oak.seat(), mark=mark.number)
    again = bring_in(oak, rich(), counting="standard")
    mark.refresh_from_db()
    assert mark.removed_at and "stays removed" in again.items.get(guid=g(22)).sentence


def test_a_text_that_is_here_already_gets_the_marks(oak):
    there = record(oak, text="Yes, rang.", name="log.txt")
    bring_in(oak, rich(), counting="standard")
    assert Source.objects.filter(current__text="Yes, rang.").count() == 2
    assert Mark.objects.filter(excerpt__version__source=there).count() == 1


def test_nobody_gets_an_account(oak):
    before = Person.objects.count()
    row = bring_in(oak, rich(), counting="standard")
    assert Person.objects.count() == before
    assert {item.name for item in row.items.filter(kind="user")} == {"Ann", "Ben"}


def test_identifiers_of_another_review_reach_nothing_there(oak, elm):
    bring_in(elm, rich(), counting="standard")
    theirs = [list(model.objects.order_by("pk").values()) for model in (Code, Source, Mark, Memo)]
    _, sent = send(elm)
    bring_in(oak, rich(), counting="standard")
    bring_in(oak, sent)
    now = [
        [row for row in model.objects.order_by("pk").values() if row["review_id"] == elm.review.pk]
        for model in (Code, Source, Mark, Memo)
    ]
    assert now == theirs
    assert Mark.objects.filter(review=oak.review, excerpt__review=elm.review).count() == 0


def test_a_team_member_brings_in_marks_on_what_is_here_and_no_source(oak):
    record(oak, text="Yes, rang.", name="log.txt")
    secret = record(oak, text=WORDS, name="kept.txt", access="leads")
    row = bring_in(oak, rich(), role=Role.TEAM, agency=None, counting="standard")
    assert Source.objects.filter(review=oak.review).count() == 2
    assert Mark.objects.filter(excerpt__version__source=secret).count() == 0
    assert Mark.objects.get().excerpt.quote == "Yes"
    refused = row.items.filter(kind="source", outcome="refused")
    assert {item.guid for item in refused} == {g(10), g(12), g(50), g(13)}
    assert "may not add sources" in refused.get(guid=g(10)).sentence
    assert not row.items.filter(sentence__contains=f"source {secret.number}").exists()


def test_a_damaged_file_ends_in_one_sentence_and_changes_nothing(oak):
    row = bring_in(oak, rich()[:700])
    assert row.state == "refused" and "damaged" in row.sentence and row.sha256 == ""
    assert counts() == (0, 0, 0, 0) and not ExchangeItem.objects.exists()


def test_work_that_stopped_half_way_goes_on_where_it_was(oak, monkeypatch):
    bring_in(oak, rich(), counting="standard")
    whole = counts()
    made = commands.bring_in_exchange(oak.seat(), name="p.qdpx", data=rich(), agency=1, counting="standard")
    done = []
    real = tasks.commands.take_source

    def stops(*args, **more):
        if len(done) == 2:
            raise RuntimeError("the machine went down")
        done.append(1)
        return real(*args, **more)

    monkeypatch.setattr(tasks.commands, "take_source", stops)
    with pytest.raises(RuntimeError):
        jobs.run_waiting()
    monkeypatch.undo()
    made.refresh_from_db()
    assert made.state == "moving" and made.steps == ["codes", "source 1", "source 2"]
    jobs.run_waiting()
    made.refresh_from_db()
    assert made.state == "done" and counts() == whole
    assert [item.position for item in made.items.all()] == list(range(1, made.items.count() + 1))


def test_only_the_codes_come_when_only_the_codes_are_asked_for(oak):
    row = bring_in(oak, rich(), what="codebook", agency=None)
    assert row.state == "done" and counts() == (6, 0, 0, 0)
    assert set(told(row)) <= {("code", "kept"), ("code", "adapted")}


def test_a_text_corrected_here_since_keeps_its_marks_and_gets_no_wrong_ones(oak):
    bring_in(oak, rich(), counting="standard")
    source = Source.objects.get(title="Visit", current__text__startswith="Zo")
    new = Version.objects.create(
        source=source, number=2, text="Quite other words.", media_type="text/plain", by=oak.person(Role.LEAD)
    )
    Source.objects.filter(pk=source.pk).update(current=new)
    before = Mark.objects.count()
    row = bring_in(oak, rich(), counting="standard")
    assert Mark.objects.count() == before
    assert "corrected here" in row.items.get(kind="source", guid=g(10)).sentence
    assert not Mark.objects.filter(excerpt__version=new).exists()
