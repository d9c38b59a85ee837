"""Mail that came back: a delivery report (RFC 3464) is read, and ours is known by the ticket in its Message-ID.

The ticket is 128 random bits that only we and whoever got the mail have seen, so a stranger cannot report a mail as
returned. Nothing of a report is kept but that the mail came back, and when.
"""

from __future__ import annotations

import mailbox
import re
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass
from email import message_from_binary_file, message_from_bytes, policy
from email.message import EmailMessage, Message
from typing import Any, cast

from casement.foundation.clock import now
from casement.foundation.models import Mail
from casement.foundation.post.sending import MARK

TICKET = re.compile(rb"^message-id:\s*<" + re.escape(MARK.encode()) + rb"([0-9a-f]{32})@", re.I | re.M)
MOST = 50_000_000  # bytes of a mailbox


@dataclass(frozen=True)
class Returns:
    """What a mailbox held: mails of ours that came back, reports that are no return, and everybody else's mail."""

    ours: tuple[Mail, ...]
    not_yet: int
    strange: int


def take(data: bytes) -> Returns:
    """Note every mail of ours that these messages report as returned; whatever else is there is left alone."""
    ours: dict[int, Mail] = {}
    not_yet = strange = 0
    for each in messages(data):
        ticket, failed = report(each)
        row = Mail.objects.filter(ticket=ticket).first() if ticket else None
        if row is None:
            strange += 1
        elif not failed:
            not_yet += 1
        else:
            Mail.objects.filter(pk=row.pk).exclude(state="returned").update(
                state="returned", why="refused", returned_at=now(), try_at=None, subject="", text="", calendar=""
            )
            row.enclosures.all().delete()
            ours[row.pk] = row
    return Returns(tuple(ours.values()), not_yet, strange)


def messages(data: bytes) -> Iterator[Message]:
    """The messages of a mailbox file (mbox), or the one message that this is."""
    if not data.startswith(b"From "):
        yield message_from_bytes(data, policy=policy.default)
        return
    with tempfile.NamedTemporaryFile() as kept:
        kept.write(data)
        kept.flush()
        box = mailbox.mbox(kept.name, factory=cast(Any, opened), create=False)
        try:
            yield from box
        finally:
            box.close()


def opened(file: Any) -> EmailMessage:
    """One message of a mailbox."""
    return message_from_binary_file(file, policy=policy.default)


def report(message: Message) -> tuple[str, bool]:
    """The ticket of the mail a delivery report is about, empty without one, and whether it failed for good."""
    if message.get_content_type() != "multipart/report":
        return "", False
    ticket, failed = "", False
    try:
        for part in message.walk():
            kind = part.get_content_type()
            if kind == "message/delivery-status":
                blocks = cast("list[Message]", part.get_payload() or [])
                failed = failed or any(str(each.get("Action", "")).strip().lower() == "failed" for each in blocks)
            elif kind in ("message/rfc822", "text/rfc822-headers") and (found := TICKET.search(inside(part))):
                ticket = found[1].decode()
    except (RecursionError, ValueError, LookupError, AttributeError, TypeError):
        return "", False  # a message made to be hard to read is nobody's report
    return ticket, failed


def inside(part: Message) -> bytes:
    """What stands in an enclosed message, or in its headers alone."""
    held = part.get_payload()
    if isinstance(held, list):
        return b"\n".join(each.as_bytes() for each in held if isinstance(each, Message))
    return cast(bytes, part.get_payload(decode=True) or b"")
