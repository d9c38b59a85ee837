"""Sessions in the database, as Django keeps them; only the query asked with every request has its words kept."""

from datetime import datetime
from typing import Any

from django.contrib.sessions.backends import db
from django.contrib.sessions.models import Session
from django.db.models import QuerySet

from casement.foundation.clock import now
from casement.foundation.prepared import Prepared


def session_of(key: str, moment: datetime) -> QuerySet[Session, Any]:
    """The session with this key, unless it has run out."""
    there = Session.objects.filter(session_key=key, expire_date__gt=moment)
    return there.values_list("session_data", "expire_date")


KEPT = Prepared(session_of)


class SessionStore(db.SessionStore):
    """Django's own; `KEPT` finds a session that is there, and all else is left to Django."""

    def _get_session_from_db(self) -> Session | None:
        rows = KEPT(key=str(self.session_key), moment=now())
        if not rows:
            return super()._get_session_from_db()  # type: ignore[no-any-return,misc]
        return Session(session_key=str(self.session_key), session_data=rows[0][0], expire_date=rows[0][1])
