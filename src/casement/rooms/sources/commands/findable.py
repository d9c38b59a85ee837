"""A source is put into the search index, in the words that people are shown."""

from casement.foundation import search
from casement.rooms.sources.models import SUBJECT_OF, Source, Version
from casement.rooms.sources.rules.masking import read, shown
from casement.rooms.sources.vocabulary import BLOCKS


def make_findable(source: Source, version: Version) -> None:
    """Index a source afresh, a row for each paragraph. Masked words are not in the index, for anybody."""
    text, masks = version.text, read(version.masks)
    blocks = [(start, end) for kind, _, start, end, *_ in version.anchors if kind in BLOCKS]
    search.put(
        source.review_id,
        SUBJECT_OF[source.kind],
        "source",
        source.number,
        ((start, shown(text, masks, start, end)) for start, end in blocks or [(0, len(text))]),
        title=source.title,
        agency_id=source.agency_id,
        owner_id=source.participation_id,
        access=source.access,
    )
