"""What a database keeps of rows that were changed or deleted, and how it is made to forget them."""

from django.db import connection

STATEMENTS = {
    # The index merged into one, the file written afresh, and the log of changes emptied.
    "sqlite": (
        "INSERT INTO foundation_search(foundation_search) VALUES ('optimize')",
        "VACUUM",
        "PRAGMA wal_checkpoint(TRUNCATE)",
    ),
    "postgresql": ("VACUUM",),
}


def forget_deleted() -> None:
    """Have no deleted words left in the files of the database; outside a transaction, since it rewrites them.

    On PostgreSQL the space of dead rows is given back to be written over; its write-ahead log and copies of the
    files made elsewhere keep them for as long as they are kept.
    """
    if connection.in_atomic_block:
        return
    with connection.cursor() as cursor:
        for statement in STATEMENTS[connection.vendor]:
            cursor.execute(statement)
