"""What a REFI-QDA file cannot carry of a review, said in the report of every file that goes out."""

from casement.rooms.coding.rules.exchange.items import Item, Outcome

ALWAYS = (
    ("Chronologies and strands", "The format has no place for them. They are in Casement."),
    ("Episodes, uses of factors, patterns, findings and what they rest on",
     "The format has no place for them. Save the tables and the report from their own pages."),
    ("Who may read what", "Rights do not travel. Whoever opens the file reads all of it."),
    ("How words may be used", "It is an attribute of each source; no other program heeds it."),
    ("Pages, headings and tables in the texts", "The texts go out as plain text."),
    ("The files as they were sent", "The texts go out, not the files they were read from."),
    ("What was said and done before", "Earlier texts, earlier wordings and the ledger stay."),
)  # fmt: skip


def losses(ref: str, *, private: int, earlier: int, removed: int, retired: int) -> list[Item]:
    """A line for everything that stays behind, with how many there are where that can be counted."""
    told = [Item("more", name, Outcome.LEFT, sentence) for name, sentence in ALWAYS]
    counted = (
        (private, "private memo", "Private memos are for their writer alone, so they are not sent."),
        (
            earlier,
            "mark on an earlier text",
            "Only the current text of each source goes out, with what is marked in it.",
        ),
        (removed, "removed mark", "What was removed is not sent."),
        (retired, "retired code", "It goes out as a code; that it is retired is not carried."),
    )
    for count, name, sentence in counted:
        if count:
            told.append(Item("more", f"{count} {name}{'' if count == 1 else 's'}", Outcome.LEFT, sentence))
    return told
