"""What is attached to an e-mail becomes a source of its own, tied to its e-mail, and loses nothing."""

from casement.foundation import files, jobs
from casement.foundation.access import Role
from casement.foundation.models import Job
from casement.rooms.sources import commands, queries
from casement.rooms.sources.commands import taking_apart
from casement.rooms.sources.models import Source, Upload
from tests.factories.sources import WORDS, bring_in, record
from tests.rooms.sources.made_files import mail, para, run, word_xml

PLAN = word_xml(para(run("The plan says weekly visits.")))


def letter(*attached: tuple[str, bytes], words: str = "See attached.") -> bytes:
    message = mail(words)
    for name, data in attached:
        message.add_attachment(data, maintype="application", subtype="octet-stream", filename=name)
    return bytes(message)


def outcomes(batch):
    return [(one.name, one.state) for one in batch.uploads.all()]


def test_each_attachment_is_a_source_with_the_facts_of_its_mail(oak):
    batch = bring_in(
        oak, ("a.eml", letter(("plan.docx", PLAN), ("note.txt", b"Seen."))), date="May 2024", access="leads"
    )
    assert outcomes(batch) == [("a.eml", "in"), ("plan.docx", "in"), ("note.txt", "in")]
    sources = {one.title: one for one in Source.objects.all()}
    message, plan = sources["a"], sources["plan"]
    assert plan.came_with == message and plan.current.text == "The plan says weekly visits."
    for fact in ("agency", "date_recorded", "date_start", "access", "use", "kind", "added_by"):
        assert getattr(plan, fact) == getattr(message, fact)
    assert files.fetch(plan.current.original_sha256) == PLAN


def test_one_that_is_refused_costs_neither_the_mail_nor_the_others(oak):
    batch = bring_in(
        oak, ("a.eml", letter(("x.xyz", b"\x00\x01\x02" * 50), ("e.txt", b""), ("note.txt", b"Seen.")))
    )
    assert outcomes(batch) == [("a.eml", "in"), ("x.xyz", "refused"), ("e.txt", "refused"), ("note.txt", "in")]
    told = queries.about(oak.seat(), Source.objects.get(title="a").number)
    assert [(one.name, bool(one.number), bool(one.sentence)) for one in told.attached] == [
        ("x.xyz", False, True),
        ("e.txt", False, True),
        ("note.txt", True, False),
    ]


def test_both_pages_and_the_list_and_the_reader_tell_the_tie(oak, client):
    bring_in(oak, ("a.eml", letter(("note.txt", b"Seen."))))
    message, note = Source.objects.order_by("number")
    client.force_login(oak.person(Role.LEAD))
    base = f"/reviews/{oak.ref}/sources"
    assert f'href="{base}/{note.number}/about/"' in client.get(f"{base}/{message.number}/about/").content.decode()
    assert f'href="{base}/{message.number}/about/"' in client.get(f"{base}/{note.number}/about/").content.decode()
    listed = client.get(f"{base}/").content.decode()
    assert "came with" in listed and "with 1 file" in listed
    assert f'href="../{message.number}/"' in client.get(f"{base}/{note.number}/").content.decode()
    assert 'href="about/#came-with-it"' in client.get(f"{base}/{message.number}/").content.decode()


def test_an_attachment_that_is_here_already_is_tied_by_its_number(oak):
    first = record(oak)
    bring_in(oak, ("a.eml", letter(("visit.txt", WORDS.encode()))))
    told = queries.about(oak.seat(), Source.objects.get(title="a").number)
    assert [(one.name, one.number) for one in told.attached] == [("visit.txt", first.number)]


def test_the_same_attachment_in_two_mails_comes_in_once_and_shows_on_both(oak):
    same = ("visit.txt", WORDS.encode())
    bring_in(oak, ("a.eml", letter(same)), ("b.eml", letter(same, words="Again.")))
    visit = Source.objects.get(title="visit")
    for title in ("a", "b"):
        told = queries.about(oak.seat(), Source.objects.get(title=title).number)
        assert [one.number for one in told.attached] == [visit.number]


def test_that_another_agency_holds_the_attachment_is_not_told_to_an_agency(oak):
    hidden = record(oak, agency=oak.agency("Health visiting").number)
    bring_in(oak, ("a.eml", letter(("visit.txt", WORDS.encode()))))
    told = queries.about(oak.seat(Role.AGENCY_CONTACT), Source.objects.get(title="a").number)
    assert [(one.number, one.sentence) for one in told.attached] == [(None, "")]
    commands.withdraw_source(oak.seat(), number=hidden.number, reason="Sent by mistake.")
    assert queries.about(oak.seat(), Source.objects.get(title="a").number).attached[0].number is None


def test_a_mail_kept_for_the_leads_is_not_named_on_what_came_with_it(oak):
    bring_in(oak, ("a.eml", letter(("note.txt", b"Seen."))))
    message, note = Source.objects.order_by("number")
    commands.edit_source(oak.seat(), number=message.number, access="leads")
    assert queries.about(oak.seat(Role.TEAM), note.number).came_with is None
    assert queries.reading(oak.seat(Role.TEAM), note.number).came_with is None
    assert [one.came_with for one in queries.sources(oak.seat(Role.TEAM))] == [None]
    assert queries.about(oak.seat(), note.number).came_with.number == message.number


def test_mails_in_mails_as_files_end_at_a_depth(oak):
    inside = letter(("end.txt", b"The end."), words="innermost")
    for depth in range(9):
        inside = letter((f"m{depth}.eml", inside), words=f"letter {depth}")
    batch = bring_in(oak, ("top.eml", inside))
    last = batch.uploads.last()
    assert (last.depth, last.state, last.sentence) == (taking_apart.DEEPEST + 1, "refused", taking_apart.TOO_DEEP)
    assert batch.uploads.count() == taking_apart.DEEPEST + 2


def test_more_files_than_a_batch_should_hold_are_counted_not_read(oak, monkeypatch):
    monkeypatch.setattr(taking_apart, "MOST_FILES", 3)
    names = [(f"{number}.txt", f"Note {number}".encode()) for number in range(6)]
    batch = bring_in(oak, ("a.eml", letter(*names)))
    assert outcomes(batch)[-1] == ("4 more files", "refused")
    assert Source.objects.count() == 3


def test_reading_goes_on_with_the_attachments_after_a_death(oak):
    batch = commands.add_files(oak.seat(), files=[("a.eml", letter(("note.txt", b"Seen.")))], agency=1)
    jobs.run_waiting()
    Source.objects.filter(title="note").update(current=None)
    Upload.objects.filter(name="note.txt").update(state="reading", source=None)
    Source.objects.filter(title="note").first().versions.all().delete()
    Source.objects.filter(title="note").delete()
    Job.objects.update(state="running", worker="dead")
    jobs.recover(everything=True)
    jobs.run_waiting()
    assert outcomes(batch) == [("a.eml", "in"), ("note.txt", "in")]
    assert Source.objects.get(title="note").came_with.title == "a"


def test_the_batch_lists_what_came_inside_beneath_its_mail(oak):
    batch = bring_in(oak, ("a.eml", letter(("one.txt", b"One."))), ("b.txt", b"Two."))
    told = queries.batch(oak.seat(), batch.number)
    assert [(one.name, one.inside) for one in told.files] == [("a.eml", ""), ("one.txt", "a.eml"), ("b.txt", "")]
