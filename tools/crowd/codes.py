"""What a person does with open codes."""

import re

from tools.crowd.person import Somebody

CODES = "coding.codes"


def say_better(who: Somebody) -> None:
    """Describe a code anew, over the words that stood on its page."""
    number = who.chance.choice(who.talk.codes).partition(":")[2]
    page = who.look("read a code", f"codes/{number}/").content
    based = re.search(r'name="based_on" value="(\d+)"', page)
    label = re.search(r'name="label"[^>]*value="([^"]*)"', page)
    if based and label:
        words = who.once()
        fields = {"label": label[1], "definition": words, "based_on": based[1]}
        who.do("say a code better", CODES, f"codes/{number}/", fields, script=False, code=int(number), words=words)


def add_code(who: Somebody) -> None:
    """Add a code; several may have thought of the same name."""
    label = f"Crowd {who.chance.randrange(400)}"
    if who.do("add a code", CODES, "codes/", {"label": label}, script=False, label=label):
        desk = who.look("open the text", who.here).desk()
        found = next((one["value"] for one in desk["codes"] if one["label"] == label), None)
        if found is not None and found not in who.talk.codes:
            who.talk.codes.append(found)


def merge(who: Somebody) -> None:
    """Merge one code into another, while enough are left."""
    codes = list(who.talk.codes)
    if len(codes) < 8:
        return add_code(who)
    one, into = who.chance.sample(codes, 2)
    number, other = int(one.partition(":")[2]), int(into.partition(":")[2])
    answer = who.do("merge codes", CODES, f"codes/{number}/merge/", {"into": other}, script=False,
                     code=number, into=other)  # fmt: skip
    if answer is not None and one in who.talk.codes:
        who.talk.codes.remove(one)


def take_merge_back(who: Somebody) -> None:
    """Take back one's last merge."""
    if not (merges := who.memory.kept("merge codes")):
        return
    number = merges[-1].wants["code"]
    page = who.look("read a history", f"codes/{number}/history/").content
    event = re.search(rf"codes/{number}/history/(\d+)/return/", page)
    if event:
        who.do("take a merge back", CODES, f"codes/{number}/history/{event[1]}/return/", {}, script=False,
                code=number, event=int(event[1]))  # fmt: skip
