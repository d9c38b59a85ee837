"""Decisions about invitations; no database."""

import hashlib
from datetime import datetime, timedelta

VALID_FOR = timedelta(days=14)


def why_not_usable(expires_at: datetime, used_at: datetime | None, now: datetime) -> str:
    """Why an invitation cannot be used any more, in a sentence; empty when it can."""
    if used_at is not None:
        return "This invitation was used already. Sign in, or ask the person who invited you for a new one."
    if now >= expires_at:
        return "This invitation is past its date. Ask the person who invited you to send another."
    return ""


def hash_of(token: str) -> str:
    """What is kept of an invitation's token: its SHA-256."""
    return hashlib.sha256(token.encode()).hexdigest()
