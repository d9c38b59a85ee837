"""How people speak where work went well and where it did not, learned from sentences that ship with Casement.

Two things are learned of the vectors of many short sentences of two sides. Their middle is what such sentences have
in common, and what is told of a passage is told from the middle: vectors of one kind of text all point one way, so
cosines between them say little until what they share is taken off (Mu and Viswanath 2018, "All-but-the-top"). The
way from one side to the other is the direction that parts them best, by ridge regression of the side on the vector
(Hoerl and Kennard 1970; with two sides, the discriminant of Fisher 1936).

To read the sentences takes a model some seconds, so it is done once, when an installation is prepared, and kept
beside its data: for each model a file with the vectors, in which nothing of any review stands.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING
from zipfile import BadZipFile

from django.conf import settings

from casement.foundation.search.meaning import Model

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Matrix = NDArray[np.float32]

RIDGE = 1.0  # how much the direction is held back, beside what the vectors vary in each dimension
LEAST = 1e-6  # the same where they do not vary at all, since the model knows none of the words


@dataclass(frozen=True, eq=False)
class Speaking:
    """What was learned: the middle of all sentences, and the way from the second side to the first, of length 1."""

    middle: Matrix
    way: Matrix


def learned(first: Matrix, second: Matrix) -> Speaking:
    """What the vectors of two sides teach; each has at least one row."""
    import numpy as np

    rows = np.concatenate([first, second])
    sides = np.concatenate([np.ones(len(first)), -np.ones(len(second))]).astype(np.float32)
    middle = rows.mean(axis=0)
    apart = rows - middle
    spread = apart.T @ apart / len(rows)
    held = RIDGE * np.trace(spread) / len(spread) + LEAST
    spread += held * np.eye(len(spread), dtype=np.float32)
    return Speaking(middle, from_middle(np.linalg.solve(spread, apart.T @ sides / len(rows))[None], 0 * middle)[0])


def prepare_speaking(means: Model, first: Sequence[str], second: Sequence[str]) -> None:
    """Read the sentences of two sides with a model and keep their vectors for every process that needs them."""
    import numpy as np

    kept = kept_for(means)
    kept.parent.mkdir(mode=0o700, exist_ok=True)
    made = kept.with_suffix(".new")
    with made.open("wb") as target:
        np.savez(
            target, first=means.vectors(first).astype("<f2"), second=means.vectors(second).astype("<f2"),
            texts=np.array([*first, *second]),
        )  # fmt: skip
    made.replace(kept)


def speaking(means: Model) -> Speaking | None:
    """What was learned with this model; None where the installation was not prepared with it."""
    kept = kept_for(means)
    try:
        changed = kept.stat().st_mtime_ns
    except OSError:
        return None
    return _read(means, kept, changed)


def forget_speaking() -> None:
    """Take what was kept for any model away."""
    for kept in _folder().glob("*.npz"):
        kept.unlink(missing_ok=True)


def kept_for(means: Model) -> Path:
    """The file that is kept for a model."""
    return _folder() / f"{means.mark.hex()}.npz"


def _folder() -> Path:
    return Path(settings.CASEMENT_HOME) / "speaking"


@lru_cache(maxsize=2)
def _read(means: Model, kept: Path, changed: int) -> Speaking | None:
    """`changed` is when the file was written: another file is read afresh."""
    import numpy as np

    try:
        with kept.open("rb") as content, np.load(content, allow_pickle=False) as told:
            first, second = (told[side].astype(np.float32) for side in ("first", "second"))
            texts = told["texts"].tolist()
    except (OSError, EOFError, ValueError, KeyError, BadZipFile):
        return None
    means.hold(texts, np.concatenate([first, second]))
    return learned(first, second)


class Seen:
    """Rows as they are seen from a middle, without making them anew: there may be tens of thousands."""

    def __init__(self, rows: Matrix, middle: Matrix) -> None:
        import numpy as np

        self._rows, self._middle = rows, middle
        squares = np.einsum("ij,ij->i", rows, rows) - 2 * (rows @ middle) + middle @ middle
        self._lengths = np.sqrt(np.maximum(squares, 0))[:, None]
        self._lengths[self._lengths < LEAST] = 1  # a row that is the middle itself is near nothing

    @property
    def none(self) -> Matrix:
        """No cosine at all: what is not there to be near to."""
        nothing: Matrix = self._rows[:0, 0]
        return nothing

    def cosines(self, others: Matrix) -> Matrix:
        """The cosine of each row with each of some others of length 1, a row of the answer for each row."""
        found: Matrix = (self._rows @ others.T - others @ self._middle) / self._lengths
        return found

    def near(self, others: Matrix) -> Matrix:
        """For each row the mean of its cosines with some others; empty without any."""
        if not len(self._rows) or not len(others):
            return self.none
        found: Matrix = self.cosines(others.mean(axis=0)[None])[:, 0]
        return found

    def nearest_few(self, others: Matrix, few: int) -> Matrix:
        """For each row the mean of its highest cosines with some others, as many as `few`; empty without any."""
        import numpy as np

        if not len(self._rows) or not len(others):
            return self.none
        close = self.cosines(others)
        if few < len(others):
            close = np.partition(close, -few, axis=1)[:, -few:]
        found: Matrix = close.mean(axis=1)
        return found


def from_middle(rows: Matrix, middle: Matrix) -> Matrix:
    """Few rows as they are seen from a middle, of length 1 again; a row that is the middle itself stays zero."""
    import numpy as np

    apart = rows - middle
    lengths = np.linalg.norm(apart, axis=1, keepdims=True)
    lengths[lengths < LEAST] = 1
    turned: Matrix = apart / lengths
    return turned
