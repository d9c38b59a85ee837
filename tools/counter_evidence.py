"""How much planted counter-evidence the search finds, beside a plain BM25, and what it misses.

    python -m tools.counter_evidence [--model FOLDER]

With a model of meanings in FOLDER, or with the package “wordllama” installed, vectors are measured as well.
Everything is made in a scratch folder and thrown away.
"""

import argparse
import os
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path


def main() -> int:
    """Print the table and the misses."""
    asked = argparse.ArgumentParser(prog="python -m tools.counter_evidence", description=__doc__.split("\n")[0])
    asked.add_argument("--model", type=Path, help="a folder with a model that model2vec reads")
    told = asked.parse_args()
    with tempfile.TemporaryDirectory(prefix="casement-counter-") as scratch:
        os.environ |= {
            "CASEMENT_HOME": scratch, "CASEMENT_JOBS": "by hand", "CASEMENT_MEANING": "",
            "DJANGO_SETTINGS_MODULE": "casement.config.settings",
        }  # fmt: skip
        import django

        django.setup()
        from django.core.management import call_command

        call_command("migrate", verbosity=0)
        from tests.counter.measuring import everything, small_model, table

        model = told.model.resolve() if told.model else small_model(Path(scratch) / "small")
        sys.stdout.write(table(everything(model, using)) + "\n")
    return 0


@contextmanager
def using(model: Path | None) -> Iterator[None]:
    """Let the installation use a model of meanings, or none."""
    from django.conf import settings

    from casement.foundation.search import meaning
    from casement.foundation.search.keeping import prepare
    from casement.foundation.search.speaking import prepare_speaking
    from casement.rooms.reviews.rules.frameworks import sentences_of_factors

    settings.CASEMENT_MEANING = str(model or "")
    if model:
        prepare(meaning.asked_for())
        prepare_speaking(meaning.asked_for(), *sentences_of_factors())
    yield
    settings.CASEMENT_MEANING = ""


if __name__ == "__main__":
    sys.exit(main())
