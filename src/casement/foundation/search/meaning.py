"""Passages as vectors of meaning, by a model in a folder of this machine; only where the installation names one.

A static model (model2vec) makes a passage's vector as the weighted mean of the vectors of its words, so the words
that made two passages alike can be told. A sentence model (see `sentences`) reads the passage as a whole, finds
more, and is slower; no words can be told. Nothing is ever fetched: a folder that is not here is no model. A vector
is kept in the very row of the index whose words it was made of, and goes when that row goes.
"""

from __future__ import annotations

import hashlib
import os
import threading
from collections.abc import Callable, Sequence
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

from django.conf import settings

from casement.foundation.refusals import Refused
from casement.foundation.search.sentences import Sentences, network_in

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Matrix = NDArray[np.float32]

NO_FOLDER = "CASEMENT_MEANING names no folder that is here. Give the whole path of the folder that holds the model."
NO_EXTRA = "The extra “meaning” is not installed. Install casement[meaning], then try again."
NO_MODEL = "The folder that CASEMENT_MEANING names holds no model that can be read."
MOST_HELD = 4000  # sentences
_MARK = 8  # bytes that say which model a vector is of


class Model:
    """A model that is loaded: its name, the mark that its vectors bear, and how it turns words into vectors."""

    def __init__(self, folder: Path) -> None:
        # The library can fetch models; told so before it is loaded, it never tries.
        os.environ["HF_HUB_OFFLINE"] = "1"
        os.environ.setdefault("TOKENIZERS_PARALLELISM", "false")
        try:
            network = network_in(folder)
            self.tells_words = network is None
            self._encode = Sentences(folder, network).encode if network else _static(folder)
            self.mark = _fingerprint(folder)
        except ImportError as absent:
            raise Refused(NO_EXTRA) from absent
        except Exception as broken:  # In whatever way the files of a model can be wrong.
            raise Refused(NO_MODEL) from broken
        self.name = folder.name
        self._one_at_a_time = threading.Lock()
        self._held: dict[str, Any] = {}

    def vectors(self, texts: Sequence[str]) -> Matrix:
        """A row of length 1 for each text; of zeros where the model knows none of its words."""
        import numpy as np

        if not texts:
            return np.zeros((0, 1), dtype=np.float32)
        with self._one_at_a_time:  # It changes its own settings while it works.
            return self._encode(texts)

    def known(self, texts: Sequence[str]) -> Matrix:
        """The same for sentences that are asked for again and again, such as those of a claim: held in memory."""
        import numpy as np

        new = [text for text in dict.fromkeys(texts) if text not in self._held]
        if len(self._held) + len(new) > MOST_HELD:
            self._held, new = {}, list(dict.fromkeys(texts))
        held = self._held
        held |= dict(zip(new, self.vectors(new), strict=False)) if new else {}
        return np.stack([held[text] for text in texts])

    def hold(self, texts: Sequence[str], rows: Matrix) -> None:
        """Hold sentences in memory that were read before."""
        self._held |= dict(zip(texts, rows, strict=True))

    def packed(self, texts: Sequence[str]) -> list[bytes]:
        """The vectors as they are kept: which model, then half-precision numbers."""
        return [self.mark + row.astype("<f2").tobytes() for row in self.vectors(texts)]

    def made(self, kept: bytes | memoryview | None) -> bool:
        """Whether a kept vector is of this model."""
        return kept is not None and bytes(kept[:_MARK]) == self.mark

    def likeness(self, text: str, kept: Sequence[bytes]) -> list[float]:
        """The cosine of a text with each kept vector of this model."""
        found: list[float] = self.likeness_to([text], self.opened(kept)).tolist()
        return found

    def opened(self, kept: Sequence[bytes]) -> Matrix:
        """Kept vectors of this model as rows, to be compared with several texts; opened once for all of them."""
        return _unpacked(kept)

    def likeness_to(self, texts: Sequence[str], opened: Matrix) -> Matrix:
        """The mean of the cosines of some texts with each opened vector; empty without a text or a vector."""
        if not len(opened) or not texts:
            return opened[:0, 0]
        found: Matrix = opened @ self.known(texts).mean(axis=0)
        return found

    def nearest_of(self, texts: Sequence[str], opened: Matrix) -> tuple[Matrix, NDArray[np.intp]]:
        """For each opened vector the highest cosine with one of some texts, and which text that is."""
        if not len(opened) or not texts:
            return opened[:0, 0], opened[:0, 0].astype(int)
        close = opened @ self.known(texts).T
        return close.max(axis=1), close.argmax(axis=1)


def model() -> Model | None:
    """The model of this installation; None where it names none, or names one that cannot be used."""
    try:
        return asked_for() if settings.CASEMENT_MEANING else None
    except Refused:
        return None


def asked_for() -> Model:
    """The model that the settings name. `Refused` with what is wrong."""
    folder = Path(settings.CASEMENT_MEANING)
    if not settings.CASEMENT_MEANING or not folder.is_absolute() or not folder.is_dir():
        raise Refused(NO_FOLDER)
    return _loaded(folder)


@lru_cache(maxsize=2)
def _loaded(folder: Path) -> Model:
    return Model(folder)


def _static(folder: Path) -> Callable[[Sequence[str]], Matrix]:
    import numpy as np
    from model2vec import StaticModel

    held: Any = StaticModel.from_pretrained(folder, normalize=True, force_download=False)

    def encode(texts: Sequence[str]) -> Matrix:
        told = held.encode(list(texts), show_progress_bar=False, use_multiprocessing=False)
        return np.asarray(told, dtype=np.float32)

    return encode


def _unpacked(kept: Sequence[bytes]) -> Matrix:
    import numpy as np

    if not kept:
        return np.zeros((0, 1), dtype=np.float32)
    row = np.dtype([("mark", f"V{_MARK}"), ("numbers", "<f2", (len(kept[0]) - _MARK) // 2)])
    told: Matrix = np.frombuffer(b"".join(kept), dtype=row)["numbers"].astype(np.float32)
    return told


def _fingerprint(folder: Path) -> bytes:
    told = hashlib.sha256()
    for name in ("model.safetensors", "*.onnx", "*.onnx_data", "tokenizer.json"):
        for path in sorted(folder.rglob(name)):
            with path.open("rb") as content:
                told.update(hashlib.file_digest(content, "sha256").digest())
    return told.digest()[:_MARK]
