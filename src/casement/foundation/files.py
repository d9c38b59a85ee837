"""Original files, byte for byte, kept by their SHA-256 outside the source tree."""

import hashlib
import os
import tempfile
import time
from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

from django.apps import apps
from django.conf import settings
from django.db import models, transaction

UNUSED_FOR = timedelta(days=1)


def store() -> Path:
    """The folder of originals."""
    return Path(settings.CASEMENT_HOME) / "originals"


def path_of(sha256: str) -> Path:
    """Where the original with this hash lies."""
    return store() / sha256[:2] / sha256


def keep(data: bytes) -> str:
    """Store bytes durably and return their SHA-256. Whole or absent: a crash leaves no half file."""
    sha256 = hashlib.sha256(data).hexdigest()
    target = path_of(sha256)
    if target.exists() and target.stat().st_size == len(data):
        os.utime(target)  # somebody needs it again: `forget_unused` leaves it alone
        return sha256
    target.parent.mkdir(parents=True, exist_ok=True)
    handle, temporary = tempfile.mkstemp(dir=target.parent, prefix=".part-")
    try:
        with os.fdopen(handle, "wb") as out:
            out.write(data)
            out.flush()
            os.fsync(out.fileno())
        os.replace(temporary, target)
    except BaseException:
        Path(temporary).unlink(missing_ok=True)
        raise
    folder = os.open(target.parent, os.O_RDONLY)
    try:
        os.fsync(folder)
    finally:
        os.close(folder)
    return sha256


def fetch(sha256: str) -> bytes:
    """The bytes of an original; ValueError when they no longer match their hash."""
    data = path_of(sha256).read_bytes()
    if hashlib.sha256(data).hexdigest() != sha256:
        raise ValueError("An original no longer matches its hash.")
    return data


def columns_of_hashes() -> Iterator[tuple[type[models.Model], str]]:
    """Every column that points to originals: by our rule, one whose name ends in sha256."""
    for model in apps.get_models():
        for field in model._meta.concrete_fields:
            if field.name.endswith("sha256"):
                yield model, field.name


def forget_unused() -> int:
    """Remove originals that no row points to, such as those of refused files; returns how many.

    Bytes stored within the last day stay, because a change in hand may be counting on them.
    """
    found = [path for path in store().glob("??/*") if len(path.name) == 64] if store().exists() else []
    resting = {path.name: path for path in found if at_rest(path)}
    removed = 0
    for sha256, path in resting.items():
        with transaction.atomic():
            if at_rest(path) and not is_needed(sha256):
                path.unlink()
                removed += 1
    return removed


def let_go(sha256: str, *, still_named: bool = False) -> None:
    """Remove a file at once when this change stands and no row points to it any more.

    With `still_named` even though its row keeps the hash: for files that nothing else can be.
    """

    def remove() -> None:
        if still_named or not is_needed(sha256):
            path_of(sha256).unlink(missing_ok=True)

    transaction.on_commit(remove)


def at_rest(path: Path) -> bool:
    """Whether nobody has stored these bytes lately."""
    return path.exists() and time.time() - path.stat().st_mtime > UNUSED_FOR.total_seconds()


def is_needed(sha256: str) -> bool:
    """Whether any row points to this original."""
    return any(model._default_manager.filter(**{name: sha256}).exists() for model, name in columns_of_hashes())


def sweep() -> int:
    """Remove parts of files that were being written when the program stopped; returns how many."""
    parts = list(store().glob("*/.part-*")) if store().exists() else []
    for part in parts:
        part.unlink(missing_ok=True)
    return len(parts)
