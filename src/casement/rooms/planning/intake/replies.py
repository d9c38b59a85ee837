"""A calendar reply (METHOD REPLY) from a file: an .ics, or the whole e-mail as it came."""

from dataclasses import dataclass
from email import message_from_bytes, policy
from email.message import EmailMessage

from casement.foundation.refusals import Unreadable
from casement.rooms.planning.vocabulary import Reply

PARTSTATS = {"ACCEPTED": Reply.YES, "TENTATIVE": Reply.MAYBE, "DECLINED": Reply.NO}
NOT_ONE = (
    "This is not a reply from a calendar. Save the e-mail as it came, or the .ics file in it, and choose that."
)
MOST = 1_000_000


@dataclass(frozen=True)
class Answered:
    """What a reply says: to which invitation, from whom, what, and to which edition of it."""

    uid: str
    address: str
    answer: Reply
    sequence: int


def read_reply(data: bytes) -> Answered:
    """The reply in this file. Unreadable when it is none."""
    if len(data) > MOST:
        raise Unreadable("This file is too large for a reply from a calendar.")
    from icalendar import Calendar  # with the first reply

    try:
        told = Calendar.from_ical(_calendar_in(data))
        event = next(iter(told.walk("VEVENT")), None)
        if event is None or str(told.get("method", "")).upper() != "REPLY":
            raise Unreadable(NOT_ONE)
        attendees = event.get("attendee") or []
        (attendee,) = attendees if isinstance(attendees, list) else [attendees]
        answer = PARTSTATS.get(str(attendee.params.get("partstat", "")).upper())
        if answer is None:
            raise Unreadable("This reply says neither yes, nor maybe, nor no.")
        address = str(attendee).strip()
        if address[:7].lower() == "mailto:":
            address = address[7:]
        return Answered(str(event.get("uid", "")), address, answer, int(event.get("sequence", 0)))
    except Unreadable:
        raise
    except Exception:
        # Whatever else a file made to be hard to read brings about; its words go nowhere.
        raise Unreadable(NOT_ONE) from None


def _calendar_in(data: bytes) -> bytes:
    """The calendar of an e-mail, or the file itself."""
    if data.lstrip()[:15].upper() == b"BEGIN:VCALENDAR":
        return data
    message = message_from_bytes(data, policy=policy.default)
    assert isinstance(message, EmailMessage)
    for part in message.walk():
        if part.get_content_type() == "text/calendar":
            return bytes(part.get_payload(decode=True) or b"")
    raise Unreadable(NOT_ONE)
