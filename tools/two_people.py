"""Two people write in the same place at the same instant, over and over: is any word of either lost?

Usage: python -m tools.two_people [--times 1000] [--postgres]

Each time both change one text of an episode and one layer of a finding, the facts of both, add a text to the same
part, and gather different cards into one pattern that both name; once, both cite one entry, for and against.
Every word that either sent must be there afterwards: as what stands, or kept beside it with the writer told so.
Ends with 1 when anything is wrong.
"""

import argparse
import sys
import tempfile
from collections import Counter
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field
from pathlib import Path
from threading import Barrier
from typing import Any

Act = Callable[[Any, str], Any]


@dataclass
class Place:
    """Two seats at one review, and where they write: the numbers of the texts, the things and the cards."""

    seats: tuple[Any, Any]
    episode: int
    finding: int
    episode_text: int
    finding_text: int
    passages: tuple[int, int]
    uses: tuple[int, int]
    entry: int
    wrong: list[str] = field(default_factory=list)
    told: Counter[str] = field(default_factory=Counter)

    def meet(self, times: int) -> None:
        """Let both write `times` times; what went wrong is in `wrong`, how they were answered in `told`."""
        with ThreadPoolExecutor(2) as pool:
            for turn in range(1, times + 1):
                for name, act in self.acts(turn).items():
                    self.both(pool, name, turn, act)

    def acts(self, turn: int) -> dict[str, Act]:
        """What both do at once in this turn, each with words of their own."""
        from casement.rooms.analysis import commands as do
        from casement.rooms.analysis.models import Episode, Finding, Statement

        review = self.seats[0].review
        at = {
            n: Statement.objects.get(review_id=review, number=n).edition
            for n in (self.episode_text, self.finding_text)
        }
        episode = Episode.objects.get(review_id=review, number=self.episode).edition
        finding = Finding.objects.get(review_id=review, number=self.finding).edition
        mine = {seat.person_id: place for place, seat in enumerate(self.seats)}
        return {
            "episode text": lambda s, w: do.edit_statement(
                s, number=self.episode_text, text=w, based_on=at[self.episode_text]
            ),
            "finding text": lambda s, w: do.edit_statement(
                s, number=self.finding_text, text=w, based_on=at[self.finding_text]
            ),
            "episode facts": lambda s, w: do.set_episode_facts(s, number=self.episode, title=w, based_on=episode),
            "finding facts": lambda s, w: do.set_finding_facts(s, number=self.finding, title=w, based_on=finding),
            "another text": lambda s, w: do.write_statement(
                s, owner="episode", number=self.episode, part="gaps", text=w
            ),
            "evidence": lambda s, w: do.cite(
                s, statement=self.finding_text, entry=self.entry, side=("for", "against")[mine[s.person_id]], note=w
            ) if turn == 1 else None,
            "gathering": lambda s, w: do.gather_cards(
                s, title=f"Both call it {turn}", uses=[self.uses[mine[s.person_id]]],
                passages=[self.passages[mine[s.person_id]]],
            ),
        }  # fmt: skip

    def both(self, pool: ThreadPoolExecutor, name: str, turn: int, act: Act) -> None:
        """One act by both at the same instant, and whether the words of both are there."""
        from django.db import connection

        from casement.foundation.refusals import Conflict

        gate = Barrier(2)

        def one(place: int) -> str:
            try:
                gate.wait()
                act(self.seats[place], self.words(name, turn, place))
                return "kept"
            except Conflict:
                return "kept beside"
            except Exception as error:
                return f"{type(error).__name__}: {error}"
            finally:
                if connection.vendor == "postgresql" or not connection.in_atomic_block:
                    connection.close()

        answers = list(pool.map(one, (0, 1)))
        self.told.update(f"{name}: {answer}" for answer in answers if answer in ("kept", "kept beside"))
        self.wrong += [f"{turn} {name}: {answer}" for answer in answers if answer not in ("kept", "kept beside")]
        if answers.count("kept beside") == 2:
            self.wrong.append(f"{turn} {name}: neither stands")
        self.wrong += [f"{turn} {name}: lost {missing}" for missing in self.missing(name, turn)]

    def words(self, name: str, turn: int, place: int) -> str:
        """What one of them sends."""
        return f"{('First', 'Second')[place]} says of the {name}, time {turn}."

    def missing(self, name: str, turn: int) -> list[str]:
        """What of this turn is not there."""
        from casement.rooms.analysis.models import Evidence, FactsVersion, GatheredPassage, Pattern, StatementText

        review = self.seats[0].review
        sent = [self.words(name, turn, place) for place in (0, 1)]
        if name == "gathering":
            made = Pattern.objects.filter(review_id=review, title=f"Both call it {turn}")
            cards = GatheredPassage.objects.filter(pattern__in=made).values_list("excerpt__number", flat=True)
            uses = made.values_list("gathered__number", flat=True)
            whole = made.count() == 1 and set(cards) == set(self.passages) and set(uses) == set(self.uses)
            return [] if whole else ["a card, or one pattern became two"]
        if name == "evidence":
            held = set(Evidence.objects.filter(review_id=review, note__in=sent).values_list("note", flat=True))
            return [one for one in sent if one not in held] if turn == 1 else []
        if name.endswith("facts"):
            rows = FactsVersion.objects.filter(review_id=review, kind=name.split()[0]).order_by("-pk")[:4]
            held = {words for row in rows for _, words in row.facts}
        else:
            held = set(StatementText.objects.filter(text__in=sent).values_list("text", flat=True))
        return [one for one in sent if one not in held]


def example_place(lead: Any, other: Any) -> Place:
    """Where two people write in the worked example."""
    from casement.rooms.analysis.models import FactorUse, Statement
    from casement.rooms.chronology.models import Entry
    from casement.rooms.sources.models import Excerpt

    texts = Statement.objects.filter(review_id=lead.review, removed_at=None)
    first = texts.filter(episode__number=1, part="enablers").values_list("number", flat=True)[0]
    layer = texts.filter(finding__number=1, part="summary").values_list("number", flat=True)[0]
    passages = Excerpt.objects.filter(review_id=lead.review).order_by("number").values_list("number", flat=True)[:2]
    uses = FactorUse.objects.filter(review_id=lead.review).order_by("number").values_list("number", flat=True)[:2]
    entry = Entry.objects.filter(review_id=lead.review, removed_at=None).values_list("number", flat=True)[0]
    return Place((lead, other), 1, 1, first, layer, tuple(passages), tuple(uses), entry)


def main() -> int:
    """Run and print; the exit code."""
    from tools.crowd import place
    from tools.crowd.__main__ import database

    asked = argparse.ArgumentParser(prog="python -m tools.two_people", description=(__doc__ or "").split("\n")[0])
    asked.add_argument("--times", type=int, default=1000)
    asked.add_argument("--postgres", action="store_true")
    told = asked.parse_args()
    with tempfile.TemporaryDirectory(prefix="casement-two-") as folder, database(told.postgres) as address:
        place.around(Path(folder), address)
        import django

        django.setup()
        from django.conf import settings
        from django.utils.module_loading import import_string

        lead = place.example()
        other = import_string(settings.CASEMENT_SEATS)(place.people(lead, 1)[0], lead.ref)
        at = example_place(lead, other)
        at.meet(told.times)
        from casement.foundation import ledger

        if (broken := ledger.first_break()) is not None:
            at.wrong.append(f"the ledger breaks at {broken}")
        print(f"{'PostgreSQL' if told.postgres else 'SQLite'}: two people in one place, {told.times} times")
        for words, count in sorted(at.told.items()):
            print(f"  {words:32} {count:6}")
        print("\n".join(at.wrong[:20]) or "No word was lost, and nobody was shown an error.")
        from django.db import connection

        connection.close()
    return 1 if at.wrong else 0


if __name__ == "__main__":
    sys.exit(main())
