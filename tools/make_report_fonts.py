"""Makes the report's typefaces from the ones the pages use: plain TrueType files of one weight each.

The PDF writer reads neither compressed nor variable fonts. Run it when the pages' fonts change.
"""

from __future__ import annotations

import tempfile
from pathlib import Path

from fontTools.merge import Merger
from fontTools.ttLib import TTFont
from fontTools.varLib.instancer import instantiateVariableFont

ROOT = Path(__file__).resolve().parents[1] / "src" / "casement"
FROM = ROOT / "foundation" / "design" / "static" / "casement" / "fonts"
TO = ROOT / "rooms" / "reports" / "exports" / "fonts"
FAMILY = "Atkinson Hyperlegible Next"
FACES = (("Regular", "", 400), ("Bold", "", 700), ("Italic", "-italic", 400))


def make(style: str, suffix: str, weight: int) -> None:
    """One face: both ranges of letters at one weight, in one file with names of its own."""
    with tempfile.TemporaryDirectory() as folder:
        parts = []
        for letters in ("latin", "latin-ext"):
            font = TTFont(FROM / f"atkinson-{letters}{suffix}.woff2")
            font.flavor = None
            part = Path(folder) / f"{letters}.ttf"
            instantiateVariableFont(font, {"wght": weight}).save(part)
            parts.append(str(part))
        whole = Merger().merge(parts)
    names = whole["name"]
    for number in (16, 17, 21, 22, 25):
        names.removeNames(nameID=number)
    full = f"{FAMILY} {style}"
    for number, words in ((1, FAMILY), (2, style), (3, full), (4, full), (6, full.replace(" ", ""))):
        names.setName(words, number, 3, 1, 0x409)
    whole["OS/2"].usWeightClass = weight
    whole.save(TO / f"AtkinsonHyperlegibleNext-{style}.ttf")


if __name__ == "__main__":
    TO.mkdir(exist_ok=True)
    for face in FACES:
        make(*face)
