"""The files of the journey, made on the spot: not the worked example's."""

import io
from pathlib import Path

import docx
import openpyxl
import pikepdf
from weasyprint import HTML

QUOTE = "Nobody had told the night desk that the lift was broken 🛗 again."


def make(folder: Path) -> dict[str, Path]:
    """Records in several formats, two that must be refused, and two chronologies in different layouts."""
    folder.mkdir(parents=True, exist_ok=True)
    made = {name: folder / name for name in (
        "minutes.docx", "letter.pdf", "duty.txt", "trail.eml", "locked.pdf", "old.doc", "housing.xlsx", "police.csv",
    )}  # fmt: skip
    made["minutes.docx"].write_bytes(minutes())
    letter = HTML(
        string="<html lang=en><title>x</title><h1>Letter</h1><p>We visited on 3 May and saw the stairs.</p>"
    )
    letter.write_pdf(made["letter.pdf"])
    made["duty.txt"].write_bytes("Duty log\r\n\r\nCafe\u0301 closed at nine. Two calls waiting.\r\n".encode())
    made["trail.eml"].write_bytes(
        b"From: a@example.org\nTo: b@example.org\nDate: Fri, 3 May 2024 10:00:00 +0100\nSubject: The lift\n"
        b"Content-Type: text/plain; charset=utf-8\n\nThe lift is out.\nWho rings the contractor?\n"
    )
    with pikepdf.open(made["letter.pdf"]) as pdf:
        pdf.save(made["locked.pdf"], encryption=pikepdf.Encryption(owner="x", user="y"))
    made["old.doc"].write_bytes(bytes.fromhex("d0cf11e0a1b11ae1") + b"\0" * 1024)
    book = openpyxl.Workbook()
    rows = [["Housing chronology", "", ""], ["Date", "What happened", "What we did"],
            ["3 May 2024", "Tenant rings about the lift", "Logged"], ["31/09/24", "Rings again", "None"]]  # fmt: skip
    for row in rows:
        book.active.append(row)
    book.save(made["housing.xlsx"])
    made["police.csv"].write_text("When,Event,Officer\n04/05/24,Called to the flats,Officer 1\n", encoding="utf-8")
    return made


def minutes() -> bytes:
    """Minutes with a heading, an emoji and a table."""
    paper = docx.Document()
    paper.add_heading("Minutes of the building meeting", 1)
    paper.add_paragraph(QUOTE + " The meeting asked who would ring.")
    paper.add_paragraph("The caretaker keeps a paper list. It helps the whole team.")
    table = paper.add_table(rows=1, cols=2)
    table.rows[0].cells[0].text, table.rows[0].cells[1].text = "Action", "Ring the contractor"
    out = io.BytesIO()
    paper.save(out)
    return out.getvalue()
