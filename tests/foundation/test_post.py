"""Mail leaves with the change it belongs to, is tried again, is known when it comes back, and is then forgotten."""

import email
from datetime import timedelta
from email import policy

import pytest
import time_machine
from aiosmtpd.controller import Controller
from aiosmtpd.smtp import SMTP
from django.core.mail import EmailMessage
from django.db import transaction

from casement.foundation import jobs, post
from casement.foundation.clock import now
from casement.foundation.models import Enclosure, Job, Mail
from casement.foundation.post import returned
from casement.foundation.refusals import Refused

pytestmark = pytest.mark.django_db
ICS = "BEGIN:VCALENDAR\r\nMETHOD:REQUEST\r\nEND:VCALENDAR\r\n"


class Sink:
    """What a real mail server hears. `answer` is what it says to the words of a mail, or to its recipient."""

    def __init__(self) -> None:
        self.got: list[email.message.EmailMessage] = []
        self.to_words, self.to_recipient = "250 Taken", "250 OK"

    async def handle_RCPT(self, server: SMTP, session, envelope, address: str, options) -> str:
        if self.to_recipient.startswith("250"):
            envelope.rcpt_tos.append(address)
        return self.to_recipient

    async def handle_DATA(self, server: SMTP, session, envelope) -> str:
        if self.to_words.startswith("250"):
            self.got.append(email.message_from_bytes(envelope.content, policy=policy.default))
        return self.to_words


@pytest.fixture
def sink(settings, unused_port):
    made = Sink()
    server = Controller(made, hostname="127.0.0.1", port=unused_port)
    server.start()
    settings.EMAIL_BACKEND = "django.core.mail.backends.smtp.EmailBackend"
    settings.EMAIL_HOST, settings.EMAIL_PORT = "127.0.0.1", unused_port
    settings.EMAIL_HOST_USER = settings.EMAIL_HOST_PASSWORD = ""
    settings.EMAIL_USE_TLS = settings.EMAIL_USE_SSL = False
    yield made
    server.stop()


@pytest.fixture
def unused_port() -> int:
    import socket

    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        return int(free.getsockname()[1])


def written(**more) -> Mail:
    told = {"to": "robin@example.org", "subject": "A message for you in Casement", "text": "Something waits."}
    return post.send(**(told | more))


def fate(row: Mail) -> tuple[str, str, int]:
    row.refresh_from_db()
    return row.state, row.why, row.tries


def test_a_mail_arrives_whole_and_is_then_forgotten(sink):
    row = written(
        calendar=ICS, attachments=[("plan.txt", "text/plain", b"Nothing here.")], about="meeting:4", review=7
    )
    assert not sink.got  # written with the change; sent by the job
    assert jobs.run_waiting("post.send") == 1
    (got,) = sink.got
    parts = {part.get_content_type(): part for part in got.walk()}
    assert got["To"] == "robin@example.org" and got["Auto-Submitted"] == "auto-generated"
    assert parts["text/calendar"].get_param("method") == "REQUEST"
    assert "METHOD:REQUEST" in parts["text/calendar"].get_content()
    assert [part.get_filename() for part in got.iter_attachments()] == ["plan.txt"]
    assert fate(row) == ("sent", "", 1)
    assert (row.subject, row.text, row.calendar) == ("", "", "") and not Enclosure.objects.exists()
    (told,), count = post.sent_about(7)
    assert (told.about, told.about_number, told.to, told.state, count) == (
        "meeting",
        4,
        "robin@example.org",
        "sent",
        1,
    )


def test_what_is_undone_is_never_sent(sink):
    with pytest.raises(RuntimeError), transaction.atomic():
        written()
        raise RuntimeError
    jobs.run_waiting()
    assert not sink.got and not Mail.objects.exists()


def test_a_server_that_is_busy_is_asked_again_with_longer_waits_until_it_is_enough(sink):
    sink.to_words = "451 Try later"
    row = written()
    waits = []
    with time_machine.travel(now(), tick=False) as clock:
        while jobs.run_waiting("post.send"):
            assert jobs.run_waiting("post.send") == 0  # nothing is tried before its moment
            assert not jobs.any_left()  # so that the worker may sleep
            row.refresh_from_db()
            if row.state != "waiting":
                break
            waits.append(row.try_at - now())
            clock.move_to(row.try_at)
    assert waits == sorted(waits) and waits[0] == timedelta(minutes=1)
    assert timedelta(days=2) < sum(waits, timedelta()) < timedelta(days=3)
    assert fate(row) == ("given_up", "away", len(waits) + 1)
    assert row.text == ""
    assert not Job.objects.filter(state="queued").exists()


def test_a_mail_that_waited_is_sent_once_the_server_is_back(sink):
    sink.to_words = "451 Try later"
    row = written()
    jobs.run_waiting("post.send")
    assert fate(row) == ("waiting", "away", 1)
    sink.to_words = "250 Taken"
    with time_machine.travel(now() + timedelta(minutes=2)):
        jobs.run_waiting("post.send")
    assert fate(row) == ("sent", "", 2)
    assert len(sink.got) == 1


def test_no_server_at_all_is_only_a_reason_to_wait(settings, unused_port):
    settings.EMAIL_BACKEND = "django.core.mail.backends.smtp.EmailBackend"
    settings.EMAIL_HOST, settings.EMAIL_PORT = "127.0.0.1", unused_port
    row = written()
    jobs.run_waiting("post.send")
    assert fate(row) == ("waiting", "away", 1)


@pytest.mark.parametrize("where", ["to_recipient", "to_words"])
def test_an_address_that_is_refused_for_good_is_not_tried_again(sink, where, caplog):
    setattr(sink, where, "550 No such person robin@example.org")
    row = written()
    jobs.run_waiting("post.send")
    assert fate(row) == ("given_up", "refused", 1)
    assert "robin@example.org" not in caplog.text


def test_a_job_that_runs_twice_sends_once(sink):
    row = written()
    jobs.run_waiting("post.send")
    jobs.later("post.send", row.pk)
    jobs.run_waiting("post.send")
    assert len(sink.got) == 1


@pytest.mark.parametrize("address", ["", "robin", "robin@example.org\nBcc: all@example.org", "a@b.org, c@d.org"])
def test_what_is_no_address_is_refused_before_anything_is_written(address):
    with pytest.raises(Refused):
        written(to=address)
    assert not Mail.objects.exists()


def test_a_subject_cannot_smuggle_a_header(mailoutbox):
    written(subject="Hello\r\nBcc: all@example.org")
    jobs.run_waiting("post.send")
    (got,) = mailoutbox
    assert got.message()["Bcc"] is None and got.subject == "Hello Bcc: all@example.org"


# What comes back.


def bounce(got: EmailMessage | str, action: str = "failed", kind: str = "message/rfc822") -> bytes:
    """A delivery report as mail servers write it (RFC 3464), about a mail that was sent."""
    original = got if isinstance(got, str) else got.message().as_string()
    return (
        "From: MAILER-DAEMON@mail.example.org\r\nTo: casement@localhost\r\nSubject: Undelivered\r\nMIME-Version: 1.0\r\n"
        'Content-Type: multipart/report; report-type=delivery-status; boundary="B"\r\n\r\n'
        "--B\r\nContent-Type: text/plain\r\n\r\nIt could not be delivered.\r\n"
        "--B\r\nContent-Type: message/delivery-status\r\n\r\nReporting-MTA: dns; mail.example.org\r\n\r\n"
        f"Final-Recipient: rfc822; robin@example.org\r\nAction: {action}\r\nStatus: 5.1.1\r\n\r\n"
        f"--B\r\nContent-Type: {kind}\r\n\r\n{original}\r\n--B--\r\n"
    ).encode()


@pytest.fixture
def sent(mailoutbox):
    row = written()
    jobs.run_waiting("post.send")
    return row, mailoutbox[0]


@pytest.mark.parametrize("kind", ["message/rfc822", "text/rfc822-headers"])
def test_a_mail_that_comes_back_is_known_by_its_ticket(sent, kind):
    row, got = sent
    found = returned.take(bounce(got, kind=kind))
    assert [one.pk for one in found.ours] == [row.pk]
    assert fate(row)[:2] == ("returned", "refused")
    first = row.returned_at
    returned.take(bounce(got))
    row.refresh_from_db()
    assert row.returned_at == first  # a second report changes nothing


def test_a_mailbox_is_read_message_by_message(sent):
    row, got = sent
    stranger = b"From: someone@example.org\nSubject: Hello\n\nBuy this.\n"
    box = b"".join(
        b"From x Mon Jan 1 00:00:00 2026\n" + each + b"\n\n" for each in (stranger, bounce(got), stranger)
    )
    found = returned.take(box)
    assert ([one.pk for one in found.ours], found.strange) == ([row.pk], 2)


def test_a_report_that_it_is_only_late_is_no_return(sent):
    row, got = sent
    found = returned.take(bounce(got, action="delayed"))
    assert (found.ours, found.not_yet) == ((), 1)
    assert fate(row)[0] == "sent"


def test_a_stranger_cannot_say_that_a_mail_came_back(sent):
    row, got = sent
    guessed = got.message().as_string().replace(row.ticket, "0" * 32)
    answer = (
        f"From: robin@example.org\r\nIn-Reply-To: <casement.{row.ticket}@localhost>\r\n\r\nI am away.\r\n".encode()
    )
    plain = f"Subject: Undelivered\r\n\r\nMessage-ID: <casement.{row.ticket}@localhost>\r\n".encode()
    nested = b"Content-Type: multipart/mixed; boundary=B\r\n\r\n--B\r\n" * 400
    for odd in (bounce(guessed), answer, plain, b"", b"\xff\xfe\x00", nested, b"From \n" * 50):
        assert returned.take(odd).ours == ()
    assert fate(row)[0] == "sent"
