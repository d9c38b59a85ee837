"""The job that sends: once at once, then again and again with longer waits, for about two days."""

from __future__ import annotations

import logging
import re
import smtplib
from datetime import timedelta
from email.utils import parseaddr

from django.conf import settings
from django.core.mail import EmailMultiAlternatives
from django.db import transaction

from casement.foundation import jobs
from casement.foundation.clock import now
from casement.foundation.models import Job, Mail
from casement.foundation.post.outbox import JOB

log = logging.getLogger("casement.post")
MINUTE, HOUR = timedelta(minutes=1), timedelta(hours=1)
WAITS = (MINUTE, 5 * MINUTE, 15 * MINUTE, HOUR, 4 * HOUR, 8 * HOUR, 12 * HOUR, 24 * HOUR)
MARK = "casement."


@jobs.task(JOB)
def send_one(job: Job, number: int) -> None:
    """Send one mail of the outbox if it still waits.

    Whoever is stopped between sending and noting it sends it again: the same mail twice, with the same Message-ID,
    is better than none.
    """
    row = Mail.objects.filter(pk=number, state="waiting").first()
    if row is None or (row.try_at and row.try_at > now()):
        return
    try:
        message_of(row).send()
    except Exception as fault:
        # The class alone: an answer of a mail server quotes addresses.
        log.warning("mail %s was not taken: %s", row.pk, type(fault).__name__)
        not_taken(row, for_good=refuses(fault))
    else:
        close(row, "sent")


def refuses(fault: Exception) -> bool:
    """Whether the server said no for good (5xx), rather than "later" (4xx) or nothing at all."""
    if isinstance(fault, smtplib.SMTPRecipientsRefused):
        return all(code >= 500 for code, _ in fault.recipients.values())
    if isinstance(fault, smtplib.SMTPDataError | smtplib.SMTPSenderRefused):
        return fault.smtp_code >= 500
    return False


def not_taken(row: Mail, *, for_good: bool) -> None:
    """Wait longer than before and try again, or give up."""
    tries = row.tries + 1
    if for_good or tries > len(WAITS):
        close(row, "given_up", why="refused" if for_good else "away")
        return
    at = now() + WAITS[tries - 1]
    with transaction.atomic():
        Mail.objects.filter(pk=row.pk).update(tries=tries, try_at=at, why="away")
        jobs.later(JOB, row.pk, not_before=at)


def close(row: Mail, state: str, *, why: str = "") -> None:
    """Note what became of a mail, and forget what it said: it may have held a link that opens something."""
    with transaction.atomic():
        at = now() if state == "sent" else None
        Mail.objects.filter(pk=row.pk, state="waiting").update(
            state=state, why=why, tries=row.tries + 1, try_at=None, sent_at=at, subject="", text="", calendar=""
        )
        row.enclosures.all().delete()


def message_of(row: Mail) -> EmailMultiAlternatives:
    """The mail as it leaves. Its Message-ID holds the ticket by which a returned mail is known again."""
    host = parseaddr(settings.DEFAULT_FROM_EMAIL)[1].rpartition("@")[2] or "localhost"
    made = EmailMultiAlternatives(
        row.subject,
        row.text,
        settings.DEFAULT_FROM_EMAIL,
        [row.to],
        headers={"Message-ID": f"<{MARK}{row.ticket}@{host}>", "Auto-Submitted": "auto-generated"},
    )
    if row.calendar:
        method = re.search(r"^METHOD:([A-Z]+)", row.calendar, re.MULTILINE)
        made.attach_alternative(row.calendar, f"text/calendar; method={method[1] if method else 'PUBLISH'}")
    for each in row.enclosures.all():
        made.attach(each.name, bytes(each.content), each.media_type)
    return made
