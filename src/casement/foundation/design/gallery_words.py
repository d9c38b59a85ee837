"""The invented words the gallery is filled with."""

from typing import Literal

from casement.foundation.design.frame import NoticeKind

PANES: tuple[tuple[str, str, Literal["done", "now", "ahead"]], ...] = (
    ("Setting up", "Done. Decided 8 October, team of 9", "done"),
    ("Listening and reading", "Nearly done. 7 of 9 conversations held, 31 of 34 records in", "done"),
    ("Making sense", "Strands laid side by side. 6 episodes chosen, 4 explained", "now"),
    ("Findings", "5 possible patterns, none tested yet", "ahead"),
    ("The board", "Planned for 11 June", "ahead"),
    ("What changed", "From autumn", "ahead"),
)
STATEMENT = (
    "Staff in three teams described the same reading habit and the same screen. "
    "The screen and the rota are still as they were."
)
SUPPORTING = (
    (
        "You read for the worst thing, and if it isn’t there you move on.",
        "conversation",
        "Contact Officer 2, para 22",
        "#p22",
    ),
    (
        "“No previous contact”, where there had been one under another surname",
        "record",
        "Contact log, entry 214",
        "#e214",
    ),
)
AGAINST = (
    (
        "I have seen it done well on a worse morning.",
        "family",
        "Wren’s aunt, para 4",
        "#p4",
        "Weakens it. We no longer say that volume alone explains it.",
        "unclear",
    ),
)
LOOKED = "Lead reviewer B and the team member from Education, 3 February. Ten passages offered, ten answered."
LOST = "This passage was taken out of its source on 9 February. The statement no longer rests on it."
CONTENTS: tuple[tuple[str, str, Literal["written", "open", ""], str], ...] = (
    ("As each saw it", "#saw", "written", ""),
    ("It made sense because", "#sense", "written", ""),
    ("Appraisal", "#appraisal", "open", "One check open"),
)
COUNTS = (
    (64, "rows in the sheet"),
    (57, "ready to come in"),
    (5, "to check first. They wait and are not lost"),
    (2, "blank, counted and left"),
)
HEADINGS = ("Whose account", "Records read", "Conversations held", "Still to come")
ROWS = (
    ("Children’s social care", 8, 4, "Nothing"),
    ("Health visiting", 5, 1, "Health Visitor 2, today"),
    ("Housing", 0, 0, "3 records, 9 working days late"),
)
MINE = "It is the first point at which two services held pieces that showed a change in Wren’s daily life."
THEIRS = "It is the first time two services held pieces that, side by side, showed a change in Wren’s life."
HOLD = "Records from Housing are held since 2 February. We look again on 16 February."
NOTICES: tuple[tuple[NoticeKind, str], ...] = (
    ("done", "Episode 3 is saved."),
    ("waits", "Two accounts wait to be checked."),
    (
        "refused",
        "You cannot release report 1 yet: two accounts have not been checked. Release without them, or wait.",
    ),
    ("hindsight", "You are looking with hindsight. Purple was not known to this person then."),
)
