"""A PDF from marked text; and one that looks scanned, with its words under the picture of each page."""

import base64
import io
import random
from pathlib import Path

import pypdfium2
import weasyprint
from PIL import Image, ImageFilter

from casement.example.making.html import page

_PAGE = """
@page { size: A4; margin: 22mm 20mm; @bottom-right { content: counter(page); font-size: 9pt } }
body { font: 10.5pt/1.4 "Liberation Serif", "DejaVu Serif", serif; hyphens: none }
h1 { font-size: 16pt } h2 { font-size: 12pt; margin-top: 6mm }
table { border-collapse: collapse; width: 100%; font-size: 9.5pt }
th, td { border: 0.4pt solid #000; padding: 1.2mm 2mm; text-align: left; vertical-align: top }
"""
_UNSEEN = "body, body * { color: transparent !important; border-color: transparent !important }\n"
_DOTS_PER_POINT = 100 / 72


def write_pdf(path: Path, title: str, body: str, *, scanned: bool = False) -> None:
    """Writes the PDF, scanned-looking if asked. The bytes are the same each time."""
    made = _render(title, body, _PAGE)
    if scanned:
        pictures = [_worn(picture, at) for at, picture in enumerate(_pictures(made))]
        backs = "".join(_background(picture, at) for at, picture in enumerate(pictures, start=1))
        made = _render(title, body, _PAGE + _UNSEEN + backs)
    path.write_bytes(made)


def _render(title: str, body: str, style: str) -> bytes:
    made = weasyprint.HTML(string=page(title, body, style)).write_pdf(pdf_identifier=title.encode()[:16])
    return bytes(made)


def _pictures(data: bytes) -> list[Image.Image]:
    with pypdfium2.PdfDocument(data) as document:
        return [each.render(scale=_DOTS_PER_POINT).to_pil().convert("L") for each in document]


def _worn(picture: Image.Image, seed: int) -> Image.Image:
    """The page as an office scanner leaves it: a little turned, soft, grey and speckled."""
    chance = random.Random(seed)
    picture = picture.rotate(chance.uniform(-0.35, 0.35), fillcolor=255, resample=Image.Resampling.BICUBIC)
    picture = picture.filter(ImageFilter.GaussianBlur(0.5)).point([38 + value * 207 // 255 for value in range(256)])
    speckle = Image.frombytes("L", picture.size, chance.randbytes(picture.width * picture.height))
    return Image.blend(picture, speckle, 0.05)


def _background(picture: Image.Image, number: int) -> str:
    held = io.BytesIO()
    picture.save(held, "JPEG", quality=55)
    data = base64.b64encode(held.getvalue()).decode()
    return (
        f"@page :nth({number}) {{ background: url(data:image/jpeg;base64,{data}) no-repeat -20mm -22mm; "
        "background-size: 210mm 297mm; @bottom-right { content: none } }\n"
    )
