"""A file saved at the command line: of a kind that there is, and never over another."""

from collections.abc import Iterable
from pathlib import Path

from casement.foundation.refusals import Refused


def ending(out: Path, *endings: str) -> str:
    """The ending of a file that was named, in small letters. Refused when it is none of these, such as ".pdf"."""
    told = out.suffix.lower()
    if told not in endings:
        raise Refused(f"Name a file that ends in {' or '.join(endings)}.")
    return told


def save_new(out: Path, pieces: Iterable[bytes], *, option: str = "--out") -> None:
    """Write a new file. Refused when it is there already, and where nothing can be written; `option` named it."""
    try:
        with out.open("xb") as target:
            target.writelines(pieces)
    except FileExistsError:
        raise Refused(f"There is a file of that name already. Choose another with {option}.") from None
    except OSError:
        raise Refused(f"Nothing can be written there. Choose another place with {option}.") from None
