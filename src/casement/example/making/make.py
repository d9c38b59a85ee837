"""Makes every file of the worked example in a folder."""

from dataclasses import dataclass
from pathlib import Path

from casement.example.case import load_chronologies, load_conversation, load_record
from casement.example.making.html import write_html
from casement.example.making.mail import write_eml
from casement.example.making.odt import write_odt
from casement.example.making.pdf import write_pdf
from casement.example.making.rtf import write_rtf
from casement.example.making.sheets import write_chronology
from casement.example.making.words import write_docx
from casement.example.pieces import Chronology, Conversation, Record

Front = Record | Conversation | Chronology


@dataclass(frozen=True)
class Made:
    """A made file. `front` is the record, conversation or chronology it was made from."""

    slug: str
    path: Path
    front: Front
    data: bytes = b""  # its bytes, for those who keep them after the folder is gone


def make_files(case: Path, out: Path) -> list[Made]:
    """Makes the records, then the conversations as Word documents, then the chronologies.

    `case` is the example's folder; `out` is made if need be. Files there of the same names are written over.
    Raises CaseError when a file of the example cannot be read.
    """
    out.mkdir(parents=True, exist_ok=True)
    made: list[Made] = []
    for path in sorted((case / "records").glob("*.md")):
        record = load_record(path)
        made.append(Made(record.slug, _record(record, out), record))
    for path in sorted((case / "conversations").glob("*.md")):
        conversation = load_conversation(path)
        target = out / f"{conversation.slug}.docx"
        write_docx(target, "Conversation: write-up", conversation.body)
        made.append(Made(conversation.slug, target, conversation))
    for chronology in load_chronologies(case / "chronologies"):
        target = out / chronology.file
        write_chronology(target, chronology)
        made.append(Made(target.stem, target, chronology))
    return made


def _record(record: Record, out: Path) -> Path:
    path = out / f"{record.slug}.{record.format}"
    match record.format:
        case "docx":
            write_docx(path, record.title, record.body)
        case "pdf":
            write_pdf(path, record.title, record.body, scanned=record.scanned)
        case "odt":
            write_odt(path, record.title, record.body)
        case "rtf":
            write_rtf(path, record.title, record.body)
        case "html":
            write_html(path, record.title, record.body)
        case "eml":
            write_eml(path, record.mails, record.body)
        case "txt":
            # Printed from an old system: Windows letters and line ends.
            path.write_bytes(record.text.replace("\n", "\r\n").encode("cp1252"))
        case _:
            path.write_text(record.body + "\n", encoding="utf-8", newline="\n")
    return path
