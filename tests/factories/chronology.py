"""Chronologies brought in through the commands, from small tables."""

from casement.foundation import jobs
from casement.foundation.access import Role
from casement.rooms.chronology import commands
from casement.rooms.chronology.models import Entry, Import
from tests.factories.reviews import Cast

TABLE = (
    "Date,Time,What happened,Officer,Action,Our view\n"
    "03/04/2024,0915hrs,Called at the property and nobody answered,Officer 1,Card left,\n"
    "w/c 13 May 2024,,Keys were returned at the front desk,Officer 2,Noted,Tenant appeared hard to engage\n"
    "31/09/24,pm,Joint visit with the family support worker,Officer 1,None,\n"
    "early July 2024,,Health visitor rang to ask for the new address,Duty,Passed on,\n"
    ",,,,,\n"
    "12/08/2024,1000hrs,,Officer 1,,\n"
)


def brought(
    cast: Cast, text: str | bytes = TABLE, *, name: str = "log.csv", role: Role = Role.LEAD, **asked
) -> Import:
    """A file brought in and read, waiting for its columns to be confirmed."""
    data = text.encode() if isinstance(text, str) else text
    asked.setdefault("agency", cast.agency("Police").number)
    made = commands.bring_in(cast.seat(role), name=name, data=data, **asked)
    jobs.run_waiting()
    made.refresh_from_db()
    return made


def confirmed(cast: Cast, text: str | bytes = TABLE, *, name: str = "log.csv", **choices) -> Import:
    """A file whose rows came in as far as they could be read."""
    made = brought(cast, text, name=name)
    commands.confirm_columns(cast.seat(), number=made.number, **choices)
    jobs.run_waiting()
    made.refresh_from_db()
    return made


def by_hand(cast: Cast, event: str = "A neighbour rang.", date: str = "3 April 2024", **asked) -> Entry:
    """An entry of the police, added by hand."""
    asked.setdefault("agency", cast.agency("Police").number)
    return commands.add_entry(cast.seat(), date=date, event=event, **asked)


COPIED = (
    "3 May 2024,A card was left at the home",
    "4 May 2024,The housing officer rang the school",
    "5 May 2024,A letter about the rent came back",
    "6 May 2024,The nurse saw the mother at the clinic",
    "7 May 2024,Nobody answered the door that day",
    "8 May 2024,The neighbour wrote to the council again",
)


def copied(cast: Cast, word: str = "quietly") -> tuple[Import, Import]:
    """A corrected copy whose changes wait, some of each kind, and a file that may be one and is asked about."""
    head, seat, agency = "Date,What happened\n", cast.seat(), cast.agency("Police").number
    rows = [f"{row} {word}" for row in COPIED]
    first = confirmed(cast, head + "\n".join(rows) + "\n", name="first.csv")
    changed = [rows[0].replace("3 May", "2 May"), f"{rows[1]} A", f"{rows[1]} B", f"{rows[2]} twice"]
    new = [f"{day} June 2024,Somebody else reported {day} {word}" for day in (1, 2, 3)]
    made = commands.bring_in(
        seat, agency=agency, name="corrected.csv", data=(head + "\n".join([*changed, *new]) + "\n").encode(),
        corrects=first.number,
    )  # fmt: skip
    jobs.run_waiting()
    commands.confirm_columns(seat, number=made.number)
    asked = brought(cast, head + "\n".join([*rows, "9 May 2024,One more"]) + "\n", name="asked.csv")
    made.refresh_from_db()
    return made, asked
