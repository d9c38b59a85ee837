"""Builds small files of every kind for the tests of intake."""

import io
import zipfile
from collections.abc import Sequence
from email.message import EmailMessage

import docx
import openpyxl

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_TYPES = (
    '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
    '<Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.'
    'wordprocessingml.document.main+xml"/></Types>'
)
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_RELATIONSHIPS = "http://schemas.openxmlformats.org/package/2006/relationships"
_NAMES = (
    f'xmlns:w="{W}" xmlns:r="{_OFFICE}" '
    'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" '
    'xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape" '
    'xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:office" '
    'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"'
)


def zipped(parts: dict[str, str | bytes], method: int = zipfile.ZIP_DEFLATED) -> bytes:
    """A zip of these parts."""
    into = io.BytesIO()
    with zipfile.ZipFile(into, "w", method) as container:
        for name, content in parts.items():
            container.writestr(name, content)
    return into.getvalue()


def word_xml(body: str, doctype: str = "", **parts: str) -> bytes:
    """A Word file whose body is this XML; `parts` are further parts by their kind (`footnotes=...`)."""
    links = "".join(f'<Relationship Id="r{kind}" Type="{_OFFICE}/{kind}" Target="{kind}.xml"/>' for kind in parts)
    return zipped(
        {
            "[Content_Types].xml": _TYPES,
            "_rels/.rels": f'<Relationships xmlns="{_RELATIONSHIPS}"><Relationship Id="r1" '
            f'Type="{_OFFICE}/officeDocument" Target="word/document.xml"/></Relationships>',
            "word/_rels/document.xml.rels": f'<Relationships xmlns="{_RELATIONSHIPS}">{links}</Relationships>',
            "word/document.xml": f"<?xml version='1.0'?>{doctype}<w:document {_NAMES}><w:body>{body}"
            "</w:body></w:document>",
            **{
                f"word/{kind}.xml": xml.replace(f"<w:{_root(xml)}", f"<w:{_root(xml)} {_NAMES}", 1)
                for kind, xml in parts.items()
            },
        }
    )


def relinked(data: bytes, link: str, part: str = "word/_rels/document.xml.rels") -> bytes:
    """An office file with one more relationship, written as XML."""
    with zipfile.ZipFile(io.BytesIO(data)) as container:
        parts: dict[str, str | bytes] = {name: container.read(name) for name in container.namelist()}
    links = parts.get(part) or f'<Relationships xmlns="{_RELATIONSHIPS}"></Relationships>'.encode()
    assert isinstance(links, bytes)
    parts[part] = links.replace(b"</Relationships>", link.encode() + b"</Relationships>")
    return zipped(parts)


def leading(kind: str, target: str) -> str:
    """A relationship of this kind that leads out of its file."""
    return f'<Relationship Id="rOut" Type="{_OFFICE}/{kind}" Target="{target}" TargetMode="External"/>'


def _root(xml: str) -> str:
    return xml[3:].split(">")[0].split(" ")[0]


def run(text: str, properties: str = "") -> str:
    """One run of a Word paragraph."""
    before = f"<w:rPr>{properties}</w:rPr>" if properties else ""
    return f'<w:r>{before}<w:t xml:space="preserve">{text}</w:t></w:r>'


def para(*inside: str, properties: str = "") -> str:
    """One Word paragraph holding this XML."""
    return f"<w:p>{f'<w:pPr>{properties}</w:pPr>' if properties else ''}{''.join(inside)}</w:p>"


def field_of(instruction: str) -> bytes:
    """A Word file with one field, its instruction in two runs as Word likes to write it."""
    half = len(instruction) // 2
    ends = [f'<w:r><w:fldChar w:fldCharType="{kind}"/></w:r>' for kind in ("begin", "separate", "end")]
    told = "".join(
        f"<w:r><w:instrText>{part}</w:instrText></w:r>" for part in (instruction[:half], instruction[half:])
    )
    return word_xml(para(run("Seen "), ends[0], told, ends[1], run("at home"), ends[2]))


def workbook(parts: dict[str, str], rows: Sequence[Sequence[str]] = (("Seen",),)) -> bytes:
    """An Excel workbook with these rows and further parts, made by an independent library."""
    book = openpyxl.Workbook()
    for row in rows:
        book.active.append(row)
    into = io.BytesIO()
    book.save(into)
    with zipfile.ZipFile(into) as packed:
        return zipped({**{name: packed.read(name) for name in packed.namelist()}, **parts})


def linked(kind: str, target: str) -> str:
    """XML of an OpenDocument paragraph with something drawn that lies elsewhere."""
    names = 'xmlns:xlink="http://www.w3.org/1999/xlink"'
    inner = f'<draw:{kind} {names} xlink:href="{target}"/>'
    return f"<text:p>Seen<draw:frame>{inner}</draw:frame></text:p>"


def word(paragraphs: Sequence[str]) -> bytes:
    """A Word file with these paragraphs, made by an independent library."""
    document = docx.Document()
    for words in paragraphs:
        document.add_paragraph(words)
    into = io.BytesIO()
    document.save(into)
    return into.getvalue()


def pdf(pages: Sequence[Sequence[tuple[float, float, str]]], extra: str = "") -> bytes:
    """A PDF whose pages show these lines, each at its place from the lower left corner.

    `extra` goes into the dictionary of every page.
    """
    objects = [
        "<< /Type /Catalog /Pages 2 0 R >>",
        "",
        "<< /Type /Font /Subtype /Type1 /BaseFont /Courier >>",
    ]
    kids: list[str] = []
    for lines in pages:
        shown = " ".join(f"BT /F1 10 Tf 1 0 0 1 {x} {y} Tm ({_escaped(words)}) Tj ET" for x, y, words in lines)
        objects.append(
            f"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 612 792] /Contents {len(objects) + 2} 0 R "
            f"/Resources << /Font << /F1 3 0 R >> >> {extra} >>"
        )
        kids.append(f"{len(objects)} 0 R")
        objects.append(f"<< /Length {len(shown)} >>\nstream\n{shown}\nendstream")
    objects[1] = f"<< /Type /Pages /Count {len(kids)} /Kids [{' '.join(kids)}] >>"
    return _pdf_file(objects)


def _escaped(words: str) -> str:
    return words.replace("\\", r"\\").replace("(", r"\(").replace(")", r"\)")


def _pdf_file(objects: Sequence[str]) -> bytes:
    data = b"%PDF-1.7\n"
    places: list[int] = []
    for number, content in enumerate(objects, 1):
        places.append(len(data))
        data += f"{number} 0 obj\n{content}\nendobj\n".encode("latin-1")
    table = "".join(f"{place:010} 00000 n \n" for place in places)
    return (
        data
        + f"xref\n0 {len(objects) + 1}\n0000000000 65535 f \n{table}trailer\n"
        f"<< /Size {len(objects) + 1} /Root 1 0 R >>\nstartxref\n{len(data)}\n%%EOF\n".encode("latin-1")
    )


_ODF = " ".join(
    f'xmlns:{short}="urn:oasis:names:tc:opendocument:xmlns:{name}:1.0"'
    for short, name in (
        ("office", "office"), ("text", "text"), ("table", "table"), ("draw", "drawing"), ("style", "style"),
    )
)  # fmt: skip


def open_document(body: str, styles: str = "", automatic: str = "", manifest: str = "") -> bytes:
    """An OpenDocument text whose body is this XML."""
    opening = f'<office:document-content {_ODF} xmlns:dc="http://purl.org/dc/elements/1.1/">'
    return zipped(
        {
            "mimetype": "application/vnd.oasis.opendocument.text",
            "content.xml": f"{opening}<office:automatic-styles>{automatic}</office:automatic-styles>"
            f"<office:body><office:text>{body}</office:text></office:body></office:document-content>",
            "styles.xml": f"<office:document-styles {_ODF}>{styles}</office:document-styles>",
            "META-INF/manifest.xml": f"<manifest>{manifest}</manifest>",
        }
    )


def mail(words: str = "", page: str = "", **fields: str) -> EmailMessage:
    """An e-mail with a plain form, a web form, or both; `sender` stands for From."""
    message = EmailMessage()
    for name, value in {"sender": "Duty Desk <duty@example.org>", "subject": "Visit", **fields}.items():
        message["From" if name == "sender" else name.title()] = value
    if words:
        message.set_content(words)
    if page and words:
        message.add_alternative(page, subtype="html")
    elif page:
        message.set_content(page, subtype="html")
    return message
