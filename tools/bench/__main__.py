"""How fast Casement is, each figure beside a floor measured in the same run: make bench.

    python -m tools.bench [pages] [analysis] [reader] [files] [report] [across] [marking] [against]
                          [--times N] [--pages N] [--marks N] [--count N] [--coded N]

Without words it measures all eight. The example is loaded afresh; CASEMENT_BENCH_HOME names a home with the demo in
it, which is copied and left as it is. Each part runs in a process of its own, on one core but for the browser.
"""

import argparse
import json
import subprocess
import sys
import tempfile
from pathlib import Path

from tools.bench import home as homes

PARTS = ("pages", "analysis", "reader", "files", "report", "across", "marking", "against")


def main() -> int:
    """Measure what was asked for; answers with how many goals were missed."""
    asked = argparse.ArgumentParser(prog="python -m tools.bench", description=__doc__.split("\n")[0])
    asked.add_argument(
        "parts", nargs="*", choices=[[], *PARTS], help="what to measure; everything when none is named"
    )
    asked.add_argument("--times", type=int, default=20, help="how often the example stands in the review (20)")
    asked.add_argument("--pages", type=int, default=300, help="pages of the long text (300)")
    asked.add_argument("--marks", default="100,1000,5000", help="marks on it, each a text (100,1000,5000)")
    asked.add_argument("--count", type=int, default=100, help="how many Word files of twenty pages (100)")
    asked.add_argument("--coded", type=int, default=100_000, help="marks across a hundred texts (100,000)")
    told = asked.parse_args()
    wanted = told.parts or PARTS
    with tempfile.TemporaryDirectory(prefix="casement-bench-") as scratch:
        here = Path(scratch)
        example = homes.example(here / "example")
        found: list[tuple[str, bool]] = []
        for part in PARTS:
            if part in wanted:
                found += measured(part, homes.copied(example, here / part), told)
    missed = [what for what, fine in found if not fine]
    print(f"\n{len(found) - len(missed)} of {len(found)} within their goals.")
    print("".join(f"  Not: {what}\n" for what in missed), end="")
    return len(missed)


def measured(part: str, home: Path, told: argparse.Namespace) -> list[tuple[str, bool]]:
    """Run one part in a process of its own; what it measured, and whether each goal was reached."""
    result = home / "bench.json"
    words = [part, str(home), str(told.times), str(told.pages), told.marks, str(told.count)]
    words += [str(told.coded), str(result)]
    subprocess.run([sys.executable, "-m", "tools.bench.part", *words], env=homes.around(home), check=True)
    return [(what, fine) for what, fine in json.loads(result.read_text())]


if __name__ == "__main__":
    main()
    sys.exit(0)
