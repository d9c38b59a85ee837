"""E-mails (.eml): who wrote to whom, when and about what, then the words; attached e-mails after them."""

from collections.abc import Iterator
from email import message_from_bytes
from email.message import EmailMessage
from email.policy import default

from casement.rooms.sources.intake import web_page
from casement.rooms.sources.intake.extracted import Extracted, Unreadable
from casement.rooms.sources.intake.formats import BY_KEY
from casement.rooms.sources.intake.plain import decode
from casement.rooms.sources.intake.running_text import RunningText
from casement.rooms.sources.intake.tally import attachments_said

_FIELDS = ("From", "To", "Cc", "Date", "Subject")
_DEEPEST = 5
_MOST_PARTS = 1000
_LOCKED = frozenset({"application/pkcs7-mime", "application/x-pkcs7-mime", "multipart/encrypted"})

LOCKED_MAIL = (
    "This e-mail is encrypted: open it in the mail program it was sent to, save it without encryption "
    "or as PDF, and bring that in."
)


def read(data: bytes) -> Extracted:
    """The text of an e-mail. `Unreadable` where it is encrypted."""
    message = message_from_bytes(data.lstrip(), policy=default)
    text = RunningText()
    mail = _Mail(text)
    mail.write(message, 0)
    if mail.attached:
        text.dropped.append(attachments_said(mail.attached))
    return text.finish(BY_KEY["eml"].media_type)


class _Mail:
    def __init__(self, text: RunningText) -> None:
        self._text = text
        self._number = 0
        self._parts = 0
        self.attached: list[str] = []

    def write(self, message: EmailMessage, depth: int) -> None:
        """Write one e-mail, then those attached to it."""
        if message.get_content_type() in _LOCKED:
            raise Unreadable(LOCKED_MAIL)
        self._number += 1
        inner: list[EmailMessage] = []
        with self._text.span("mail", f"e-mail {self._number}"):
            fields = [f"{name}: {words}" for name in _FIELDS if (words := _field(message, name))]
            self._text.block("header", f"head of e-mail {self._number}", "\n".join(fields))
            body, others = self._sorted(message)
            self._body(body)
            for part in others:
                if part.get_content_type() == "message/rfc822" and depth + 1 < _DEEPEST:
                    inner += _messages_in(part)
                else:
                    self.attached.append(_name(part))
        for attached in inner:
            self._text.tally["inner_mail"] += 1
            self.write(attached, depth + 1)

    def _sorted(self, message: EmailMessage) -> tuple[list[EmailMessage], list[EmailMessage]]:
        """The parts that make up the body, and all others."""
        body: list[EmailMessage] = []
        others: list[EmailMessage] = []
        for part in self._leaves(message):
            kind = part.get_content_type()
            if part.get_content_disposition() == "attachment" or part.get_filename():
                others.append(part)
            elif kind in ("text/plain", "text/html"):
                body.append(part)
            else:
                others.append(part)
        return body, others

    def _leaves(self, message: EmailMessage) -> Iterator[EmailMessage]:
        """The parts that hold something themselves; of two forms of the same text, one only."""
        waiting = [message]
        while waiting:
            part = waiting.pop()
            self._parts += 1
            if self._parts > _MOST_PARTS:
                self.attached.append("more parts than an e-mail should have")
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

    def _body(self, parts: list[EmailMessage]) -> None:
        for part in parts:
            words, kept = _words(part)
            self._text.kept += [sentence for sentence in kept if sentence not in self._text.kept]
            if part.get_content_type() == "text/html":
                web_page.write(words, self._text)
            else:
                self._text.verbatim(words)


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
    return " ".join(name.split()) or {"message/rfc822": "an e-mail"}.get(part.get_content_type(), "")
