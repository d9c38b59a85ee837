"""An e-mail with its trail: the newest mail at the top and each earlier one under it, as mail programs do."""

from email.message import EmailMessage
from email.policy import SMTP
from pathlib import Path

from casement.example.marked import Block, blocks
from casement.example.pieces import Mail


def write_eml(path: Path, mails: tuple[Mail, ...], body: str) -> None:
    """Writes one message. Each heading of the body begins the text of the next mail, newest first."""
    texts = _texts(blocks(body))
    newest = mails[0]
    message = EmailMessage(policy=SMTP)
    message["From"], message["To"] = newest.from_, newest.to
    message["Date"], message["Subject"] = newest.date, newest.subject
    message["Message-ID"] = "<fieldfare-trail@brackendyke.example>"
    trail = [texts[0]]
    for mail, text in zip(mails[1:], texts[1:], strict=True):
        trail.append(
            f"-----Original Message-----\nFrom: {mail.from_}\nSent: {mail.date}\nTo: {mail.to}\n"
            f"Subject: {mail.subject}\n\n{text}"
        )
    message.set_content("\n\n".join(trail), cte="quoted-printable")
    path.write_bytes(message.as_bytes())


def _texts(found: tuple[Block, ...]) -> list[str]:
    texts: list[list[str]] = []
    for block in found:
        if block.kind == "heading":
            texts.append([])
        else:
            texts[-1].append("\n".join("\t".join(row) for row in block.rows))
    return ["\n\n".join(parts) for parts in texts]
