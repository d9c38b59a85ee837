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


def sentence_model_in(folder: Path, *, words: tuple[tuple[str, ...], ...] = SAME, pooling: str = "mean") -> Path:
    """The same as a sentence model: a network in ONNX that looks each token up, and how its tokens become one."""
    import onnx
    from onnx import TensorProto, helper, numpy_helper

    known = [word for group in words for word in group]
    tokenizer = Tokenizer(
        WordLevel({"[UNK]": 0, **{word: at for at, word in enumerate(known, 1)}}, unk_token="[UNK]")
    )
    tokenizer.normalizer, tokenizer.pre_tokenizer = Lowercase(), Whitespace()
    table = np.zeros((len(known) + 1, len(words) + 1), dtype=np.float32)
    table[0, -1] = 0.01
    at = 0
    for place, group in enumerate(words):
        for _ in group:
            at += 1
            table[at, place] = 1.0
    asks = [
        helper.make_tensor_value_info(name, TensorProto.INT64, ["n", "l"])
        for name in ("input_ids", "attention_mask")
    ]
    tells = [helper.make_tensor_value_info("token_embeddings", TensorProto.FLOAT, ["n", "l", len(words) + 1])]
    look_up = helper.make_node("Gather", ["table", "input_ids"], ["token_embeddings"])
    graph = helper.make_graph([look_up], "small", asks, tells, [numpy_helper.from_array(table, "table")])
    made = helper.make_model(graph, opset_imports=[helper.make_opsetid("", 17)], ir_version=8)
    (folder / "onnx").mkdir(parents=True)
    (folder / "1_Pooling").mkdir()
    onnx.save(made, folder / "onnx" / "model.onnx")
    tokenizer.save(str(folder / "tokenizer.json"))
    (folder / "1_Pooling" / "config.json").write_text(f'{{"pooling_mode_{pooling}_tokens": true}}')
    return folder
