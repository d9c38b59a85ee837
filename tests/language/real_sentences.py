"""Cut the published texts that lie beside a developer's checkout into sentences, so that labels can be kept by hash alone."""

import hashlib
import re
from collections.abc import Iterator
from pathlib import Path

import pypdfium2

ENDS = re.compile(r"(?<=[.!?])[\"'”’)]*\s+(?=[\"'“‘(]?[A-Z])")


def sentences(folder: Path) -> Iterator[tuple[str, str]]:
    """Give each sentence of each text under a folder, with the name of its file; white space is made single."""
    for path in sorted(folder.rglob("*")):
        if path.suffix in {".txt", ".md"}:
            whole = path.read_text(encoding="utf-8", errors="replace")
        elif path.name.startswith("Summer2024") and path.suffix == ".pdf":
            with pypdfium2.PdfDocument(path) as book:
                whole = " ".join(page.get_textpage().get_text_range() for page in book)
        else:
            continue
        for sentence in ENDS.split(" ".join(whole.split())):
            if 30 <= len(sentence) <= 400:
                yield path.name, sentence


def prefix(sentence: str) -> str:
    """The first 16 characters of the sentence's SHA-256: enough to find it again, too little to be a copy."""
    return hashlib.sha256(sentence.encode()).hexdigest()[:16]
