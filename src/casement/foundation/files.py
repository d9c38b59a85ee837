"""Original files, byte for byte, kept by their SHA-256 outside the source tree."""

import hashlib
import os
import tempfile
from pathlib import Path

from django.conf import settings


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


def sweep() -> int:
    """Remove parts of files that were being written when the program stopped; returns how many."""
    parts = list(store().glob("*/.part-*")) if store().exists() else []
    for part in parts:
        part.unlink(missing_ok=True)
    return len(parts)
