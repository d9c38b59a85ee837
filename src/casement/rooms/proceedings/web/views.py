"""Pages and actions of the proceedings room, declared."""

from typing import Any

from casement.foundation.access import Seat
from casement.foundation.actions import Action
from casement.foundation.web import action, page
from casement.rooms.proceedings import commands
from casement.rooms.proceedings.web.forms import holds as hold_forms
from casement.rooms.proceedings.web.forms import log as log_forms
from casement.rooms.proceedings.web.forms import register as forms
from casement.rooms.proceedings.web.pages import holds, log, register

LIST, READ, HERE = Action.PROCEEDINGS_LIST, Action.PROCEEDINGS_READ, "proceedings"

proceedings = page(LIST, register.register_page, "proceedings/register.html", place=HERE)
new = page(
    Action.PROCEEDINGS_RECORD, register.new_page, "proceedings/new.html", place=HERE, forms={"form": forms.Record}
)
proceeding = page(
    READ,
    register.proceeding_page,
    "proceedings/proceeding.html",
    place=HERE,
    kind="proceeding",
    forms={"look": forms.LookAgain, "over": forms.Over},
)
heard = page(
    READ,
    register.heard_page,
    "proceedings/heard.html",
    place=HERE,
    kind="participation",
    forms={"form": forms.PutFlag},
)
hold_list = page(LIST, holds.holds_page, "proceedings/holds.html", place=HERE)
place = page(
    Action.PROCEEDINGS_HOLD,
    holds.place_page,
    "proceedings/place.html",
    place=HERE,
    forms={"form": hold_forms.Place},
)
hold = page(
    READ,
    holds.hold_page,
    "proceedings/hold.html",
    place=HERE,
    kind="hold",
    forms={"stay": hold_forms.Stay, "asking": hold_forms.AskToLift, "lifting": hold_forms.Lift},
)
disclosures = page(READ, log.log_page, "proceedings/disclosures.html", place=HERE, kind="disclosures")
add = page(
    Action.PROCEEDINGS_DISCLOSE,
    log.disclose_page,
    "proceedings/disclose.html",
    place=HERE,
    forms={"form": log_forms.Disclose},
)
disclosure = page(READ, log.line_page, "proceedings/disclosure.html", place=HERE, kind="disclosure")
schedule = page(READ, log.schedule, "", kind="disclosures")
keeping = page(READ, log.keeping_page, "proceedings/keeping.html", place=HERE, forms={"form": log_forms.Keep})


def to_proceeding(seat: Seat, result: Any, **parts: object) -> str:
    """To the proceeding."""
    return f"/reviews/{seat.ref}/proceedings/{result.number}/"


def to_register(seat: Seat, result: object, **parts: object) -> str:
    """Back to the register."""
    return f"/reviews/{seat.ref}/proceedings/"


def to_hold(seat: Seat, result: Any, *, number: int = 0, **parts: object) -> str:
    """To the hold."""
    return f"/reviews/{seat.ref}/holds/{number or result.number}/"


def to_log(seat: Seat, result: object, **parts: object) -> str:
    """Back to the log."""
    return f"/reviews/{seat.ref}/disclosures/"


def to_keeping(seat: Seat, result: object, **parts: object) -> str:
    """Back to how long material is kept."""
    return f"/reviews/{seat.ref}/keeping/"


record = action(
    commands.record_proceeding, form=forms.Record, back=new, then=to_proceeding, said="The proceeding is recorded."
)
look = action(
    commands.look_at_proceeding,
    form=forms.LookAgain,
    back=proceeding,
    name="look",
    then=to_proceeding,
    said="The look is recorded.",
)
end = action(
    commands.end_proceeding,
    form=forms.Over,
    back=proceeding,
    name="over",
    then=to_proceeding,
    said="The proceeding is over. It stays in the register.",
)
flag = action(commands.put_flag, form=forms.PutFlag, back=heard, then=to_register, said="The answer is saved.")
place_hold = action(
    commands.place_hold, form=hold_forms.Place, back=place, then=to_hold, said="It is held from this moment."
)
stay = action(
    commands.look_at_hold,
    form=hold_forms.Stay,
    back=hold,
    name="stay",
    then=to_hold,
    said="The look is recorded. The hold stays.",
)
ask_to_lift = action(
    commands.ask_to_lift,
    form=hold_forms.AskToLift,
    back=hold,
    name="asking",
    then=to_hold,
    said="You have asked for it to be lifted. A second person has to agree; it stays until then.",
)
lift = action(
    commands.lift_hold, form=hold_forms.Lift, back=hold, name="lifting", then=to_hold, said="The hold is lifted."
)
disclose = action(commands.disclose, form=log_forms.Disclose, back=add, then=to_log, said="The line is in the log.")
keep = action(commands.set_keeping, form=log_forms.Keep, back=keeping, then=to_keeping, said="The day is saved.")
