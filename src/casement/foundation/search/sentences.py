"""A sentence model in the open exchange format (ONNX): the vector of a passage is that of the whole of it.

Read are folders as the makers of sentence models publish them: tokenizer.json, the network as onnx/model.onnx or
model.onnx, and 1_Pooling/config.json, which says how the vectors of its tokens become one (Reimers and Gurevych
2019, "Sentence-BERT"). onnxruntime runs it on this machine's processor and fetches nothing.
"""

from __future__ import annotations

import json
import os
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Matrix = NDArray[np.float32]

NETWORKS = ("onnx/model.onnx", "model.onnx", "onnx/model_quantized.onnx", "model_quantized.onnx")
USUAL_LENGTH, AT_ONCE = 256, 16  # tokens of a passage that are read, and passages at once
THREADS = 2  # the pages must go on being answered


def network_in(folder: Path) -> Path | None:
    """The network of a sentence model; None where the folder holds none, or a static model beside its own."""
    if settings_in(folder / "config.json").get("model_type") == "model2vec":
        return None
    return next((folder / name for name in NETWORKS if (folder / name).is_file()), None)


class Sentences:
    """A sentence model that is loaded. Whatever is wrong with its files is raised as the libraries raise it."""

    def __init__(self, folder: Path, network: Path) -> None:
        import onnxruntime
        from tokenizers import Tokenizer

        told = onnxruntime.SessionOptions()
        told.intra_op_num_threads = min(THREADS, os.cpu_count() or 1)
        told.log_severity_level = 3
        self._network: Any = onnxruntime.InferenceSession(network, told, providers=["CPUExecutionProvider"])
        self._asks = {one.name for one in self._network.get_inputs()}
        self._tokens: Any = Tokenizer.from_file(str(folder / "tokenizer.json"))
        length = settings_in(folder / "sentence_bert_config.json").get("max_seq_length") or USUAL_LENGTH
        self._tokens.enable_truncation(int(length))
        pooling = settings_in(folder / "1_Pooling" / "config.json")
        self._first = bool(pooling.get("pooling_mode_cls_token"))
        if pooling and not self._first and not pooling.get("pooling_mode_mean_tokens"):
            raise ValueError("a way of pooling that is not known here")

    def encode(self, texts: Sequence[str]) -> Matrix:
        """A row of length 1 for each text. Texts of like length are read together."""
        import numpy as np

        rows: list[Any] = [None] * len(texts)
        order = sorted(range(len(texts)), key=lambda at: len(texts[at]))
        for begin in range(0, len(order), AT_ONCE):
            some = order[begin : begin + AT_ONCE]
            self._tokens.enable_padding()
            read = self._tokens.encode_batch([texts[at] for at in some])
            given = {
                "input_ids": np.array([one.ids for one in read], dtype=np.int64),
                "attention_mask": np.array([one.attention_mask for one in read], dtype=np.int64),
                "token_type_ids": np.array([one.type_ids for one in read], dtype=np.int64),
            }
            (told, *_) = self._network.run(None, {name: given[name] for name in self._asks})
            for at, row in zip(some, self._whole(told, given["attention_mask"]), strict=True):
                rows[at] = row / (np.linalg.norm(row) or 1.0)
        return np.asarray(rows, dtype=np.float32)

    def _whole(self, told: Any, mask: Any) -> Any:
        if told.ndim == 2:  # the network pools by itself
            return told
        if self._first:
            return told[:, 0]
        weights = mask[:, :, None].astype(told.dtype)
        return (told * weights).sum(axis=1) / weights.sum(axis=1)


def settings_in(path: Path) -> dict[str, Any]:
    """What a file of settings says; nothing where it is not there."""
    told: dict[str, Any] = json.loads(path.read_text("utf-8")) if path.is_file() else {}
    return told
