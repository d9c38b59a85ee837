"""How the sources room is read, always from a seat."""

from casement.rooms.sources.queries.about import (
    About,
    Attached,
    Changed,
    Original,
    VersionFacts,
    about,
    may_change,
    original,
    sealed_original,
)
from casement.rooms.sources.queries.asking import (
    AskChoices,
    RecordChoice,
    RecordChoices,
    RequestLine,
    Requests,
    RequestView,
    ask_choices,
    open_requests,
    record_choices,
    records_of,
    request,
    requests,
)
from casement.rooms.sources.queries.batches import (
    BatchFile,
    BatchState,
    batch,
    is_being_read,
    own_batches,
    recent_batches,
)
from casement.rooms.sources.queries.choosing import Choices, choices
from casement.rooms.sources.queries.corrections import (
    CorrectionView,
    EarlierText,
    ToCorrect,
    correction,
    earlier_text,
    to_correct,
)
from casement.rooms.sources.queries.dating import date_doubt, date_words
from casement.rooms.sources.queries.gate import NOT_YET, may_bring, may_hold_data, only_agency
from casement.rooms.sources.queries.lists import PAGE, Listed, Listing, TakenOut, listing, sources, visible_sources
from casement.rooms.sources.queries.names import NAMES_PAGE, Named, Names, every_name, named, names
from casement.rooms.sources.queries.places import ExcerptPlace, Standing, excerpt_place, excerpt_places, standing_of
from casement.rooms.sources.queries.reading import Reading, TextNow, reading, text_now
from casement.rooms.sources.queries.request_needs import Waiting, waiting_requests
from casement.rooms.sources.queries.same import sources_with
from casement.rooms.sources.queries.speakers import Speakers, Spoken, found_in, speakers, spoken
from casement.rooms.sources.queries.texts import texts
from casement.rooms.sources.rules.identifying import PATTERN_LABELS
from casement.rooms.sources.rules.paragraphs import Paragraph

__all__ = [
    "NAMES_PAGE",
    "NOT_YET",
    "PAGE",
    "PATTERN_LABELS",
    "About",
    "AskChoices",
    "Attached",
    "BatchFile",
    "BatchState",
    "Changed",
    "Choices",
    "CorrectionView",
    "EarlierText",
    "ExcerptPlace",
    "Listed",
    "Listing",
    "Named",
    "Names",
    "Original",
    "Paragraph",
    "Reading",
    "RecordChoice",
    "RecordChoices",
    "RequestLine",
    "RequestView",
    "Requests",
    "Speakers",
    "Spoken",
    "Standing",
    "TakenOut",
    "TextNow",
    "ToCorrect",
    "VersionFacts",
    "Waiting",
    "about",
    "ask_choices",
    "batch",
    "choices",
    "correction",
    "date_doubt",
    "date_words",
    "earlier_text",
    "every_name",
    "excerpt_place",
    "excerpt_places",
    "found_in",
    "is_being_read",
    "listing",
    "may_bring",
    "may_change",
    "may_hold_data",
    "named",
    "names",
    "only_agency",
    "open_requests",
    "original",
    "own_batches",
    "reading",
    "recent_batches",
    "record_choices",
    "records_of",
    "request",
    "requests",
    "sealed_original",
    "sources",
    "sources_with",
    "speakers",
    "spoken",
    "standing_of",
    "text_now",
    "texts",
    "to_correct",
    "visible_sources",
    "waiting_requests",
]
