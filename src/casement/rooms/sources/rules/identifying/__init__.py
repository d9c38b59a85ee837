"""Words of a text that may identify somebody, each with the reason in words. Only proposals: a person decides."""

from casement.rooms.sources.rules.identifying.finding import PATTERN_LABELS, Found, Known, proposals

__all__ = ["PATTERN_LABELS", "Found", "Known", "proposals"]
