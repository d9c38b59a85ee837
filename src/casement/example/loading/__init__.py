"""Loads the worked example through the same commands as any review."""

from casement.example.loading.whole import load

__all__ = ["load"]
