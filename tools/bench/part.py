"""One part of the bench, in a process of its own.

python -m tools.bench.part PART HOME TIMES PAGES MARKS COUNT CODED RESULT
"""

import gc
import json
import logging
import sys
from pathlib import Path

from tools.bench import home as homes
from tools.bench.table import Line


def main(part: str, home: str, times: str, pages: str, marks: str, count: str, coded: str, result: str) -> None:
    """Measure one part and leave what was found in the file `result`."""
    if part == "analysis":
        from tools.bench import large_review

        large_review.made(Path(home))
    else:
        homes.ready()
    logging.disable(logging.WARNING)
    if part == "pages":
        found = of_pages(int(times))
    elif part == "reader":
        found = of_reader(Path(home), int(pages), [int(one) for one in marks.split(",")])
    elif part == "files":
        from tools.bench import bringing_in

        found = bringing_in.measure(int(count), 20)
    elif part == "analysis":
        found = of_analysis(Path(home))
    elif part == "marking":
        from tools.bench import marking

        found = marking.measure(Path(home), int(coded))
    elif part == "against":
        from tools.bench import against

        against.add()
        homes.one_core()
        found = against.measure()
    elif part == "across":
        from tools.bench import across

        across.add(int(coded))
        homes.one_core()
        found = across.measure(int(coded))
    else:
        from tools.bench import report

        found = report.measure()
    Path(result).write_text(json.dumps([(line.what, line.fine) for line in found if line.goal != "told"]))


def of_pages(times: int) -> list[Line]:
    """Every page of the thread on the multiplied example."""
    from tools.bench import pages
    from tools.bench.multiply import multiply

    multiply(times)
    homes.one_core()
    gc.collect()
    gc.freeze()  # as the web process does; what making the copies left behind is not part of it
    return pages.measure(times)


def of_analysis(home: Path) -> list[Line]:
    """Chronology and analysis in a large review: on the server, then in a browser."""
    from tools.bench import analysis

    gc.collect()
    gc.freeze()
    return analysis.measure(home)


def of_reader(home: Path, pages: int, marks: list[int]) -> list[Line]:
    """The reader on a long text with few marks and with many: by the browser first, then on the server alone."""
    from tools.bench import long_text, reader
    from tools.bench.pages import of_reader

    sources = [(long_text.add(pages, each), each) for each in marks]
    told = [line for source, each in sources for line in reader.measure(home, source, each)]
    homes.one_core()
    return told + [line for source, each in sources for line in of_reader(source, pages, each)]


if __name__ == "__main__":
    main(*sys.argv[1:])
