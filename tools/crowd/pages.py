"""What pages say, beside the database: what each was told of the marks, in the order in which it was told."""

import json
import re
from collections.abc import Sequence
from typing import Any

from tools.crowd.looking import since
from tools.crowd.person import Somebody

SAID = ("number", "start", "end", "code", "influence", "by", "memo", "notes", "private", "act")


def faults(ref: str, crowd: Sequence[Somebody]) -> list[str]:
    """Whoever sees anything else than the database holds, in a page that stayed open or in one opened now."""
    from casement.rooms.coding.queries import desk_marks
    from casement.rooms.coding.web.pages.reader import mark_data
    from casement.rooms.reviews.queries import seat_of

    wrong = []
    for who in crowd:
        who.wire.line.close()  # a server hangs up after half a minute of silence; a browser dials again unasked
        while since(who):
            pass
        seat = seat_of(who.memory.person_id, ref)
        assert seat is not None
        there = json.loads(json.dumps([mark_data(mark, True) for mark in desk_marks(seat, who.version)]))
        seen = [mark for mark in who.memory.seen.values() if not mark.get("removed")]
        desk = who.look("open the text", who.here).desk()
        wrong += beside(f"the page that {who.memory.name} had open", seen, there)
        if not desk["elsewhere"]:
            wrong += beside(f"the page that {who.memory.name} opened", desk["marks"], there)
    for source in sorted({who.memory.source for who in crowd}):
        who = next(one for one in crowd if one.memory.source == source)
        wrong += in_table(who, {mark["number"] for mark in who.memory.seen.values() if not mark.get("removed")})
    return wrong


def beside(where: str, told: Sequence[dict[str, Any]], there: Sequence[dict[str, Any]]) -> list[str]:
    """How one list of marks differs from another."""
    one, other = (
        {mark["number"]: {name: mark.get(name) for name in SAID} for mark in each} for each in (told, there)
    )
    off = sorted(number for number in {*one, *other} if one.get(number) != other.get(number))
    if not off:
        return []
    return [f"{where} says otherwise of {len(off)} marks than the database: {off[:5]}"]


def in_table(who: Somebody, numbers: set[int]) -> list[str]:
    """The table of a source lists every mark once."""
    listed: list[int] = []
    page = 1
    while True:
        content = who.look("read the table of marks", f"{who.here}marks/?page={page}").content
        rows = [int(number) for number in re.findall(r'<tr id="m(\d+)"', content)]
        if not rows or rows[0] in listed:
            break
        listed, page = listed + rows, page + 1
    if sorted(listed) != sorted(numbers):
        return [f"the table of source {who.memory.source} lists {len(listed)} marks, there are {len(numbers)}"]
    return []
