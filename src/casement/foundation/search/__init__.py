"""Finding words in everything a person may read: one interface, an engine per database."""

from casement.foundation.search.finding import Found, find
from casement.foundation.search.keeping import drop, put, put_new

__all__ = ["Found", "drop", "find", "put", "put_new"]
