"""The append-only record of who saw and did what. Each entry is chained to the last by SHA-256.

Content never goes in: only who, when, which action, which kind and number. The chain format is in
docs/reference/ledger.md, so that anyone can check an export with a few lines of code.
"""

import hashlib
import json
from datetime import UTC
from typing import Any

from django.db import connection, transaction

from casement.foundation.access import Seat
from casement.foundation.actions import Action
from casement.foundation.clock import now
from casement.foundation.models import LedgerEntry, LedgerHead
from casement.foundation.prepared import Prepared, put_new

START = "0" * 64
# Whoever writes next waits here until the entry before is stored.
HEAD = Prepared(lambda: LedgerHead.objects.select_for_update().filter(pk=1).values_list("seq", "hash"))


def link(previous: str, facts: dict[str, Any]) -> str:
    """The hash of an entry: SHA-256 of the previous hash and the entry's facts as sorted compact JSON."""
    told = json.dumps(facts, sort_keys=True, separators=(",", ":"))
    return hashlib.sha256((previous + told).encode()).hexdigest()


def facts_of(entry: LedgerEntry) -> dict[str, Any]:
    """What the hash of an entry covers."""
    return {
        "seq": entry.seq,
        "at": entry.at.astimezone(UTC).isoformat(timespec="microseconds"),
        "person": entry.person_id,
        "role": entry.role,
        "review": entry.review_id,
        "action": entry.action,
        "outcome": entry.outcome,
        "kind": entry.kind,
        "number": entry.number,
    }


def write(
    seat: Seat | None, action: Action | str, outcome: str, *, kind: str = "", number: int | None = None
) -> None:
    """Add one entry; inside a command's transaction it stands or falls with the change."""
    with transaction.atomic(savepoint=False):
        seq, last = next(iter(HEAD()), None) or begun()
        entry = LedgerEntry(
            seq=seq + 1,
            at=now(),
            person_id=seat.person_id if seat else None,
            role=(seat.standing.role or "") if seat else "",
            review_id=seat.review_id if seat else None,
            action=str(action),
            outcome=outcome,
            kind=kind,
            number=number,
            previous=last,
        )
        entry.hash = link(last, facts_of(entry))
        put_new(entry)  # the database moves the head: see FOLLOW


def begun() -> tuple[int, str]:
    """The head of a chain that has no entry yet."""
    row = LedgerHead.objects.select_for_update().get_or_create(pk=1)[0]
    return row.seq, row.hash


def first_break() -> int | None:
    """The sequence number of the first entry that does not fit the chain, or None when it is whole."""
    previous, expected = START, 1
    for entry in LedgerEntry.objects.order_by("seq").iterator(chunk_size=2000):
        whole = entry.previous == previous and entry.hash == link(previous, facts_of(entry))
        if entry.seq != expected or not whole:
            return min(entry.seq, expected)
        previous, expected = entry.hash, expected + 1
    head = LedgerHead.objects.filter(pk=1).first()
    if head and (head.seq, head.hash) != (expected - 1, previous):
        return expected
    return None


def head() -> tuple[int, str]:
    """The number and hash of the last entry, to be kept elsewhere."""
    last = LedgerHead.objects.filter(pk=1).first()
    return (last.seq, last.hash) if last else (0, START)


FOLLOW = {
    "sqlite": [
        "CREATE TRIGGER ledger_moves_head AFTER INSERT ON foundation_ledgerentry "
        "BEGIN UPDATE foundation_ledgerhead SET seq = NEW.seq, hash = NEW.hash WHERE id = 1; END"
    ],
    "postgresql": [
        "CREATE FUNCTION ledger_follow() RETURNS trigger AS $$ BEGIN "
        "UPDATE foundation_ledgerhead SET seq = NEW.seq, hash = NEW.hash WHERE id = 1; RETURN NEW; END $$ "
        "LANGUAGE plpgsql",
        "CREATE TRIGGER ledger_moves_head AFTER INSERT ON foundation_ledgerentry "
        "FOR EACH ROW EXECUTE FUNCTION ledger_follow()",
    ],
}

SEALS = {
    "sqlite": (
        [
            "CREATE TRIGGER ledger_no_{verb} BEFORE {VERB} ON foundation_ledgerentry "
            "BEGIN SELECT RAISE(ABORT, 'the ledger is append-only'); END"
        ],
        ["DROP TRIGGER IF EXISTS ledger_no_{verb}"],
    ),
    "postgresql": (
        [
            "CREATE OR REPLACE FUNCTION ledger_refuse() RETURNS trigger AS "
            "$$ BEGIN RAISE EXCEPTION 'the ledger is append-only'; END $$ LANGUAGE plpgsql",
            "CREATE TRIGGER ledger_no_{verb} BEFORE {VERB} ON foundation_ledgerentry "
            "FOR EACH ROW EXECUTE FUNCTION ledger_refuse()",
        ],
        ["DROP TRIGGER IF EXISTS ledger_no_{verb} ON foundation_ledgerentry"],
    ),
}


def seal(*, on: bool = True, using: Any = None) -> None:
    """Make the database itself refuse changes to the ledger (or, for tests that empty it, stop refusing)."""
    db = using or connection
    made, dropped = SEALS[db.vendor]
    with db.cursor() as cursor:
        for verb in ("update", "delete"):
            for sql in made if on else dropped:
                cursor.execute(sql.format(verb=verb, VERB=verb.upper()))
