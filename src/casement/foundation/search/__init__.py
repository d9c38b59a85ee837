"""Finding words in everything a person may read: one interface, an engine per database."""

from casement.foundation.search.finding import OWN, Found, find
from casement.foundation.search.keeping import drop, put, put_new
from casement.foundation.search.likeness import Alike, Compared, alike

__all__ = ["OWN", "Alike", "Compared", "Found", "alike", "drop", "find", "put", "put_new"]
