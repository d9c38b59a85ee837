"""A Rich Text file from marked text, in the old way: Windows letters, with others as numbers."""

from pathlib import Path

from casement.example.marked import Block, blocks, runs

_RUN = {"": "{}", "bold": "{{\\b {}}}", "italic": "{{\\i {}}}"}
_SIZES = {1: 32, 2: 26, 3: 24, 4: 22}
_WIDTH = 9600


def write_rtf(path: Path, title: str, body: str) -> None:
    """Writes the file."""
    head = "{\\rtf1\\ansi\\ansicpg1252\\deff0\\uc1{\\fonttbl{\\f0 Arial;}}\\f0\\fs22\n"
    info = "{\\info{\\title " + _escaped(title) + "}}\n"
    text = head + info + "".join(_block(block) for block in blocks(body)) + "}"
    path.write_bytes(text.encode("ascii"))


def _block(block: Block) -> str:
    if block.kind == "heading":
        return f"{{\\pard\\sb240\\sa120\\b\\fs{_SIZES[block.level]} {_inline(block.text)}\\par}}\n"
    if block.kind == "paragraph":
        return f"{{\\pard\\sa160 {_inline(block.text)}\\par}}\n"
    if block.kind == "list":
        marks = [f"{n}." if block.numbered else "\\bullet" for n in range(1, len(block.rows) + 1)]
        lines = zip(marks, block.rows, strict=True)
        return "".join(f"{{\\pard\\li360\\fi-360 {mark}\\tab {_inline(row[0])}\\par}}\n" for mark, row in lines)
    return "".join(_row(row) for row in block.rows) + "\\pard\\par\n"


def _row(row: tuple[str, ...]) -> str:
    step = _WIDTH // len(row)
    edges = "".join(f"\\cellx{step * place}" for place in range(1, len(row) + 1))
    cells = "".join(f"\\pard\\intbl {_inline(cell)}\\cell " for cell in row)
    return f"\\trowd\\trgaph80{edges}\n{cells}\\row\n"


def _inline(text: str) -> str:
    return "".join(_RUN[run.style].format(_escaped(run.text)) for run in runs(text))


def _escaped(text: str) -> str:
    return "".join(_letter(letter) for letter in text)


def _letter(letter: str) -> str:
    if letter in "\\{}":
        return "\\" + letter
    if letter.isascii():
        return letter
    try:
        return f"\\'{letter.encode('cp1252').hex()}"
    except UnicodeEncodeError:
        return f"\\u{ord(letter)}?"
