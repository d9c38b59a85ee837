"""Projects and codebooks of other programs, brought into a review made for it, in a home thrown away after."""

import contextlib
import io
import os
import tempfile
import time
from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path

from tools.read_everything.outcome import Outcome

ENDINGS = frozenset({".qdpx", ".qde", ".qdc"})


def bring_in(folder: Path, paths: Sequence[Path]) -> Iterator[Outcome]:
    """Bring each file in through the very commands of the page, and tell its report."""
    if not paths:
        return
    with tempfile.TemporaryDirectory(prefix="casement-reading-") as home:
        os.environ |= {"CASEMENT_HOME": home, "CASEMENT_DEMO": "true", "CASEMENT_JOBS": "by hand"}
        os.environ["DJANGO_SETTINGS_MODULE"] = "casement.config.settings"
        from tools.bench.home import ready

        # What the setting up says is not what was asked for.
        with contextlib.redirect_stdout(io.StringIO()):
            ready()
        for path in paths:
            yield _bring_in(str(path.relative_to(folder)), path)
        from django.db import connections

        connections.close_all()


def _bring_in(name: str, path: Path) -> Outcome:
    from casement.foundation import jobs
    from casement.rooms.coding import commands, queries
    from casement.rooms.coding.rules.exchange.items import KIND_NAMES, OUTCOME_NAMES
    from casement.rooms.coding.rules.exchange.items import Outcome as Fate
    from casement.rooms.people.queries import demo_people
    from casement.rooms.reviews.queries import seats_of

    seat = seats_of(demo_people()[0][0])[0]
    began = time.perf_counter()
    what = "codebook" if path.suffix.lower() == ".qdc" else "project"
    made = commands.bring_in_exchange(seat, name=path.name, data=path.read_bytes(), what=what, agency=1)
    jobs.run_waiting()
    took = round((time.perf_counter() - began) * 1000)
    told = queries.exchange(seat, made.number)
    if told.state != "done":
        return Outcome(name, "refused", told.sentence, milliseconds=took)
    _, items = queries.every_item(seat, made.number)
    names = OUTCOME_NAMES["in"]
    counts = Counter((one.kind, one.outcome, one.sentence) for one in items)
    said = [
        (f"{count} x {KIND_NAMES[kind].lower()}: {names[fate].lower()}. {sentence}".strip(), fate)
        for (kind, fate, sentence), count in counts.items()
    ]
    whole = (Fate.KEPT, Fate.HERE)
    return Outcome(
        name,
        "read",
        kept=(*told.facts.get("remarks", ()), *(words for words, fate in said if fate in whole)),
        dropped=tuple(words for words, fate in said if fate not in whole),
        inside=sum(one.kind == "source" for one in items),
        milliseconds=took,
    )
