"""Memos and codes, beside what people were told."""

from collections import defaultdict
from collections.abc import Sequence
from typing import Any

from tools.crowd.told import Memory


def faults(review_id: int, crowd: Sequence[Memory]) -> list[str]:
    """Whatever is not as people were told."""
    from casement.foundation.models import SearchRow
    from casement.rooms.coding.models import MarkCarried, Memo

    memos = list(Memo.objects.filter(review_id=review_id).select_related("mark", "source").order_by("number"))
    wrong = []
    if [memo.number for memo in memos] != list(range(1, len(memos) + 1)):
        wrong.append("the numbers of the memos have holes or repeats")
    bound = defaultdict(set)
    carried = MarkCarried.objects.filter(event__code__review_id=review_id, kept__isnull=False)
    for mark, kept in carried.values_list("mark__number", "kept__number"):
        bound[mark].add(kept)
        bound[kept].add(mark)
    for one in crowd:
        wrong += of_person(one, [memo for memo in memos if memo.by_id == one.person_id], bound)
    found = defaultdict(list)
    for number, text in SearchRow.objects.filter(review_id=review_id, kind="memo").values_list("number", "text"):
        found[number].append(text)
    wrong += [
        f"memo {memo.number} is not found by its words" for memo in memos if found[memo.number] != [memo.text]
    ]
    return wrong + of_codes(review_id, crowd)


def of_person(one: Memory, memos: Sequence[Any], bound: dict[int, set[int]]) -> list[str]:
    """The words last acknowledged stand in each place, once, and no others.

    Where a merge made one of two marks, the memos of both stand on one; what is then written there may take the
    place of either, so for these marks only what was written last of all must stand.
    """
    wrong = []
    standing = defaultdict(list)
    for memo in memos:
        standing[memo.text].append(memo)
    expected = set()
    for (kind, number), written in one.words.items():
        words, private = written[-1]
        expected.add(words)
        there = standing[words]
        if len(there) > 1:
            wrong.append(f"doubled: a memo of {one.name} on {kind} {number}")
        elif not there and not (kind == "mark" and bound.get(number)):
            wrong.append(f"lost: the memo of {one.name} on {kind} {number}")
        elif there and there[0].private != private:
            wrong.append(f"lost: who may read the memo of {one.name} on {kind} {number}")
        elif there and kind == "memo" and there[0].number != number:
            wrong.append(f"the memo {number} of {one.name} stands under {there[0].number}")
    for memo in memos:
        told_of = any(deed.kind == "memo unheard" and deed.wants["text"] == memo.text for deed in one.deeds)
        if memo.text not in expected and not told_of and not (memo.mark and bound.get(memo.mark.number)):
            wrong.append(
                f"lost or doubled: memo {memo.number} of {one.name} does not say what was acknowledged last"
            )
    return wrong


def of_codes(review_id: int, crowd: Sequence[Memory]) -> list[str]:
    """Every wording, every code and every merge that was acknowledged is there once."""
    from casement.rooms.coding.models import Code, CodeEvent

    rows = Code.objects.filter(review_id=review_id).prefetch_related("texts", "events__other").order_by("number")
    codes = {row.number: row for row in rows}
    wrong = []
    if list(codes) != list(range(1, len(codes) + 1)):
        wrong.append("the numbers of the codes have holes or repeats")
    said: dict[int, list[str]] = {}
    beside: dict[int, list[str]] = {}
    for number, row in codes.items():
        texts = list(row.texts.all())
        said[number] = [row.definition, *(one.definition for one in texts if not one.kept_beside)]
        beside[number] = [one.definition for one in texts if one.kept_beside]
        if sorted(one.edition for one in texts if not one.kept_beside) != list(range(1, row.edition)):
            wrong.append(f"lost: the wordings of code {number} do not follow each other")
        events = sorted(one.number for one in row.events.all())
        if events != list(range(1, len(events) + 1)):
            wrong.append(f"what became of code {number} is not numbered without holes")
    labels = [row.label.casefold() for row in codes.values()]
    merges: dict[tuple[int, int, int], int] = defaultdict(int)
    for event in CodeEvent.objects.filter(code__review_id=review_id, what="merged").select_related("code", "other"):
        merges[event.by_id, event.code.number, event.other.number if event.other else 0] += 1
    for one in crowd:
        for deed in one.deeds:
            wants = deed.wants
            if deed.kind == "say a code better" and wants["status"] in (302, 409):
                where = said if wants["status"] == 302 else beside
                if where[wants["code"]].count(wants["words"]) != 1:
                    wrong.append(f"lost: what {one.name} wrote of code {wants['code']}")
            if deed.kind == "add a code" and labels.count(wants["label"].casefold()) != 1:
                wrong.append(
                    f"the code “{wants['label']}” is there {labels.count(wants['label'].casefold())} times"
                )
        for deed in one.kept("merge codes"):
            merges[one.person_id, deed.wants["code"], deed.wants["into"]] -= 1
        for deed in one.kept("take a merge back"):
            event = next(
                each for each in codes[deed.wants["code"]].events.all() if each.number == deed.wants["event"]
            )
            if event.undone_by_id != one.person_id:
                wrong.append(f"lost: {one.name} took back a merge of code {deed.wants['code']}")
    wrong += [f"a merge of code {code} was acknowledged and is not there, or the other way round"
              for (_, code, _), count in merges.items() if count]  # fmt: skip
    return wrong + left_behind(codes)


def left_behind(codes: dict[int, Any]) -> list[str]:
    """No mark says a code that was merged into another, unless somebody took back an act on that very mark."""
    from casement.rooms.coding.models import Mark

    wrong = []
    for number, row in codes.items():
        merged = [one for one in row.events.all() if one.what == "merged" and one.undone_at is None]
        if not merged or row.retired_at is None:
            continue
        for mark in Mark.objects.filter(code=row).prefetch_related("befores"):
            last = max(mark.befores.all(), key=lambda one: one.act, default=None)
            if last is None or last.takes_back is None:
                wrong.append(f"lost: mark {mark.number} was left with code {number}, which was merged")
    return wrong
