"""E-mails as the internet stores them (.eml)."""

from collections.abc import Iterator
from email import message_from_bytes
from email.message import EmailMessage
from email.policy import default

from casement.rooms.sources.intake.extracted import Extracted, Inside, Unreadable
from casement.rooms.sources.intake.mail.letter import DEEPEST, LOCKED_MAIL, Letter, written
from casement.rooms.sources.intake.plain import decode

_FIELDS = ("From", "To", "Cc", "Date", "Subject")
_MOST_PARTS = 1000
_LOCKED = frozenset({"application/pkcs7-mime", "application/x-pkcs7-mime", "multipart/encrypted"})


def read(data: bytes) -> Extracted:
    """The text of an e-mail, and what is attached. `Unreadable` where it is encrypted."""
    opened = _Opened()
    letter = opened.letter(message_from_bytes(data.lstrip(), policy=default), 0)
    return written(letter, "eml", opened.left)


class _Opened:
    def __init__(self) -> None:
        self._parts = 0
        self.left: list[str] = []

    def letter(self, message: EmailMessage, depth: int) -> Letter:
        """One e-mail with those attached to it."""
        if message.get_content_type() in _LOCKED:
            raise Unreadable(LOCKED_MAIL)
        letter = Letter([(name, _field(message, name)) for name in _FIELDS])
        for part in self._leaves(message):
            kind = part.get_content_type()
            named = part.get_content_disposition() == "attachment" or bool(part.get_filename())
            if kind in ("text/plain", "text/html") and not named:
                words, notes = _words(part)
                letter.words.append((words, kind == "text/html"))
                letter.notes += notes
            elif kind == "message/rfc822":
                self._attached(letter, part, depth)
            elif kind.startswith("image/") and _stands_in_the_text(part):
                letter.pictures += 1
            else:
                self._file(letter, part)
        return letter

    def _attached(self, letter: Letter, part: EmailMessage, depth: int) -> None:
        for message in _messages_in(part):
            if depth + 1 < DEEPEST:
                letter.inner.append(self.letter(message, depth + 1))
            else:
                self.left.append(_name(part) or "an e-mail")

    def _file(self, letter: Letter, part: EmailMessage) -> None:
        payload = part.get_payload(decode=True)
        name = _name(part) or f"attachment{_ENDINGS.get(part.get_content_type(), '')}"
        if isinstance(payload, bytes):
            letter.files.append(Inside(name, payload))
        else:
            self.left.append(name)

    def _leaves(self, message: EmailMessage) -> Iterator[EmailMessage]:
        """The parts that hold something themselves; of two forms of the same text, one only."""
        waiting = [message]
        while waiting:
            part = waiting.pop()
            self._parts += 1
            if self._parts > _MOST_PARTS:
                self.left.append("more parts than an e-mail should have")
                return
            kind = part.get_content_type()
            if kind in _LOCKED:
                raise Unreadable(LOCKED_MAIL)
            inner = _messages_in(part) if kind.startswith("multipart/") else []
            if kind == "multipart/alternative":
                inner = _preferred(inner)
            if kind == "multipart/signed":
                inner = inner[:1]
            if inner:
                waiting += reversed(inner)
            else:
                yield part


_ENDINGS = {"text/calendar": ".ics", "text/plain": ".txt", "text/html": ".html", "application/pdf": ".pdf"}


def _stands_in_the_text(part: EmailMessage) -> bool:
    return part.get_content_disposition() != "attachment" and part.get("Content-ID") is not None


def _messages_in(part: EmailMessage) -> list[EmailMessage]:
    payload = part.get_payload()
    return [inner for inner in payload if isinstance(inner, EmailMessage)] if isinstance(payload, list) else []


def _preferred(forms: list[EmailMessage]) -> list[EmailMessage]:
    """Of several forms of one text, the plain one, unless it is empty."""
    plain = [form for form in forms if form.get_content_type() == "text/plain" and _words(form)[0].strip()]
    invitations = [form for form in forms if form.get_content_type() == "text/calendar"]
    others = [form for form in forms if form.get_content_type() not in ("text/plain", "text/calendar")]
    return (plain[:1] or others[-1:] or forms[-1:]) + invitations


def _words(part: EmailMessage) -> tuple[str, tuple[str, ...]]:
    """The characters of a part by the encoding it states, else as those of a text file."""
    payload = part.get_payload(decode=True)
    data = payload if isinstance(payload, bytes) else b""
    try:
        stated = part.get_content_charset()
        if stated and stated not in ("us-ascii", "ascii"):
            return data.decode(stated), ()
    except (LookupError, UnicodeError, ValueError):
        pass
    return decode(data)


def _field(message: EmailMessage, name: str) -> str:
    try:
        words = str(message.get(name) or "")
    except Exception:  # The library's reading of a broken address can fail in many ways; then as it stands.
        words = next((str(value) for key, value in message.raw_items() if key.lower() == name.lower()), "")
    return " ".join(words.split())


def _name(part: EmailMessage) -> str:
    try:
        name = part.get_filename() or ""
    except Exception:  # As above.
        name = ""
    return " ".join(name.split())
