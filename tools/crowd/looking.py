"""How a person keeps up with what others do."""

from tools.crowd.person import Somebody


def since(who: Somebody) -> int:
    """Ask what others did, and take it in, in the order in which it is told; how much it was."""
    asked = f"{who.here}marks/since/{who.memory.since}/?text={who.version}&wall={who.memory.wall}"
    answer = who.look("what is new", asked, who.tag)
    if answer.status == 304:
        return 0
    who.tag, told = answer.tag, answer.told
    if told["moved"] or told["whole"] or told["latest"] < who.memory.since:
        who.memory.faults.append(f"what is new: after {who.memory.since} came {told['latest']}")
    for mark in told["marks"]:
        who.memory.seen[mark["number"]] = mark
    who.memory.since = told["latest"]
    return len(told["marks"])


def read_table(who: Somebody) -> None:
    """Read the marks as a table."""
    who.look("read the table of marks", f"{who.here}marks/")


def read_text(who: Somebody) -> None:
    """Open the text again beside."""
    who.look("open the text", who.here)
