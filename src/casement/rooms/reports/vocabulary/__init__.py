"""The words of the final report."""

from casement.rooms.reports.vocabulary.sections import PARTS, SECTION, SECTIONS, Part, SectionWords
from casement.rooms.reports.vocabulary.variants import VARIANTS, VariantWords
from casement.rooms.reports.vocabulary.words import (
    EDITION_NAMES,
    FORMAT_NAMES,
    INFERENCE,
    MEDIA_TYPES,
    ONLY_PUBLISHABLE,
    REVIEW_KINDS,
    SMALLEST_COUNT,
    SOURCE_KINDS,
    STOPS,
    SUPPORT_MARKS,
    TROUBLE_NAMES,
    USE_WORDS,
    CopyState,
    Edition,
    Format,
    Trouble,
)

__all__ = [
    "EDITION_NAMES",
    "FORMAT_NAMES",
    "INFERENCE",
    "MEDIA_TYPES",
    "ONLY_PUBLISHABLE",
    "PARTS",
    "REVIEW_KINDS",
    "SECTION",
    "SECTIONS",
    "SMALLEST_COUNT",
    "SOURCE_KINDS",
    "STOPS",
    "SUPPORT_MARKS",
    "TROUBLE_NAMES",
    "USE_WORDS",
    "VARIANTS",
    "CopyState",
    "Edition",
    "Format",
    "Part",
    "SectionWords",
    "Trouble",
    "VariantWords",
]
