"""Draws one page of a scanned file in grey, within bounds, as bytes that need no packing (PGM)."""

from __future__ import annotations

import io
import warnings
from math import sqrt

import pypdfium2 as pdfium
from PIL import Image, ImageOps

from casement.rooms.sources.intake.containers import CUT_SHORT
from casement.rooms.sources.intake.extracted import Unreadable

DOTS_PER_INCH = 300
MOST_DOTS = 20_000_000
MOST_DOTS_IN_A_FILE = 120_000_000
MOST_PAGES = 500

HUGE = (
    f"This picture has more than {MOST_DOTS_IN_A_FILE // 1_000_000} million dots, far more than a page needs: "
    "save a smaller copy and bring that in."
)
_GPS = 0x8825


def pdf_page(data: bytes, number: int) -> bytes:
    """Page `number` of a PDF."""
    document = pdfium.PdfDocument(data)
    page = document[number - 1]
    width, height = page.get_size()
    scale = min(DOTS_PER_INCH / 72, sqrt(MOST_DOTS / max(width * height, 1)))
    drawn = page.render(scale=scale, grayscale=True, draw_annots=False).to_pil().convert("L")
    return _packed(drawn)


def picture_pages(data: bytes) -> tuple[int, bool]:
    """How many pages a picture file has, and whether it holds the place where it was taken."""
    with _opened(data) as picture:
        return min(getattr(picture, "n_frames", 1), MOST_PAGES + 1), bool(picture.getexif().get_ifd(_GPS))


def picture_page(data: bytes, number: int) -> bytes:
    """Page `number` of a picture file, the right way up."""
    with _opened(data) as picture:
        try:
            picture.seek(number - 1)
            _check(picture)
            upright = ImageOps.exif_transpose(picture)
            if upright.mode in ("RGBA", "LA", "PA", "P"):
                upright = upright.convert("RGBA")
                ground = Image.new("RGBA", upright.size, "white")
                upright = Image.alpha_composite(ground, upright)
            grey = upright.convert("L")
        except (OSError, SyntaxError, ValueError, EOFError, Image.DecompressionBombError) as broken:
            raise Unreadable(CUT_SHORT) from broken
    if grey.width * grey.height > MOST_DOTS:
        shrunk = sqrt(MOST_DOTS / (grey.width * grey.height))
        grey = grey.resize((max(1, int(grey.width * shrunk)), max(1, int(grey.height * shrunk))))
    return _packed(grey)


def _opened(data: bytes) -> Image.Image:
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # About sizes, which are checked here.
        try:
            picture = Image.open(io.BytesIO(data), formats=("PNG", "JPEG", "TIFF"))
        except Image.DecompressionBombError as huge:
            raise Unreadable(HUGE) from huge
        except (OSError, SyntaxError, ValueError) as broken:
            raise Unreadable(CUT_SHORT) from broken
    _check(picture)
    return picture


def _check(picture: Image.Image) -> None:
    if picture.width * picture.height > MOST_DOTS_IN_A_FILE:
        raise Unreadable(HUGE)


def _packed(grey: Image.Image) -> bytes:
    return f"P5 {grey.width} {grey.height} 255\n".encode() + grey.tobytes()
