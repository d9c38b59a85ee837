"""The analysis as files: values in, bytes out, no queries."""

from casement.rooms.analysis.exports.comma_separated import episode_csv
from casement.rooms.analysis.exports.narrative_files import narrative_csv, narrative_docx
from casement.rooms.analysis.exports.word import episode_docx

__all__ = ["episode_csv", "episode_docx", "narrative_csv", "narrative_docx"]
