"""A tiny model of meanings in the library's own format: a few words, and which of them mean the same."""

from pathlib import Path

import numpy as np
from model2vec import StaticModel
from tokenizers import Tokenizer
from tokenizers.models import WordLevel
from tokenizers.normalizers import Lowercase
from tokenizers.pre_tokenizers import Whitespace

SAME = (
    ("frightened", "scared", "afraid"),
    ("mother", "mum"),
    ("rent", "arrears"),
    ("late", "overdue"),
    ("bruises", "marks"),
    ("plimsoll",),
)


def model_in(folder: Path, *, words: tuple[tuple[str, ...], ...] = SAME) -> Path:
    """A folder with the model: words of one group lie close to each other, and to no word of another."""
    known = [word for group in words for word in group]
    tokenizer = Tokenizer(
        WordLevel({"[UNK]": 0, **{word: at for at, word in enumerate(known, 1)}}, unk_token="[UNK]")
    )
    tokenizer.normalizer, tokenizer.pre_tokenizer = Lowercase(), Whitespace()
    vectors = np.zeros((len(known) + 1, len(words) + 8), dtype=np.float32)
    at = 0
    for place, group in enumerate(words):
        for turn in range(len(group)):
            at += 1
            vectors[at, place], vectors[at, len(words) + turn] = 1.0, 0.2
    folder.mkdir(parents=True, exist_ok=True)
    StaticModel(vectors, tokenizer, normalize=True).save_pretrained(folder)
    return folder
