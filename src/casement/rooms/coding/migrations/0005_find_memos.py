"""Memos can be found by their words, also those written before they could be."""

from typing import Any

from django.db import migrations


def index(apps: Any, editor: Any) -> None:
    """A row in the index for each memo, with the rights of what it is on; a private one for its writer alone."""
    memos = apps.get_model("coding", "Memo").objects.exclude(text="")
    people = apps.get_model("reviews", "Participation").objects.filter(ended_at=None)
    seats = {(person, review): pk for person, review, pk in people.values_list("person_id", "review_id", "pk")}
    rows = apps.get_model("foundation", "SearchRow").objects
    written = memos.select_related("mark__excerpt__version__source", "source")
    rows.filter(kind="memo").delete()
    rows.bulk_create([rows.model(**told(memo, seats)) for memo in written], batch_size=500)


def told(memo: Any, seats: dict[tuple[int, int], int]) -> dict[str, Any]:
    """The row of one memo."""
    on = memo.mark.excerpt.version.source if memo.mark else memo.source
    owner = on.participation_id if on else None
    subject = "working" if on is None else "records" if on.kind == "record" else "write_ups"
    return {
        "review_id": memo.review_id,
        "subject": subject,
        "kind": "memo",
        "number": memo.number,
        "agency_id": on.agency_id if on else None,
        # A private memo of somebody who has left is found by nobody.
        "owner_id": seats.get((memo.by_id, memo.review_id)) if memo.private else owner,
        "access": "own" if memo.private else on.access if on else "team",
        "text": memo.text,
    }


class Migration(migrations.Migration):
    dependencies = [
        ("coding", "0004_blind_rounds"),
        ("foundation", "0003_ledger_moves_its_head"),
        ("reviews", "0001_initial"),
        ("sources", "0004_corrected_texts"),
    ]

    operations = [migrations.RunPython(index, migrations.RunPython.noop)]
