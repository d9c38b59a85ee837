"""Pages and actions of candidates for an episode."""

from typing import Any

from casement.foundation.access import Seat
from casement.foundation.actions import Action
from casement.foundation.web import action, both, page
from casement.rooms.analysis import commands
from casement.rooms.analysis.web.forms import candidates as forms
from casement.rooms.analysis.web.pages import candidates
from casement.rooms.analysis.web.views.ways import to_list, within

READ, WRITE = Action.ANALYSIS_READ, Action.ANALYSIS_WRITE
FORM = "analysis/form.html"
LIST = to_list("episodes/candidates")


def to_query(seat: Seat, result: Any, **parts: Any) -> str:
    """To the query that a candidate was made."""
    return f"/reviews/{seat.ref}/open-queries/{result.query.number}/"


listing = page(READ, candidates.candidates_page, "analysis/candidates.html", place="episodes", kind="candidates")
log = page(READ, candidates.log_page, "analysis/candidate_log.html", place="episodes", kind="candidates")
log_file = page(Action.CODING_FILES, candidates.log_file, "", place="episodes", kind="export")

taking_page = page(WRITE, candidates.taking_page, FORM, place="episodes", kind="candidates",
                   forms={"form": forms.Taking})  # fmt: skip
taking = both(
    taking_page,
    action(commands.take_candidate, form=forms.Taking, back=taking_page, then=within("episodes"),
           said="It is among the candidate episodes. Choose it or leave it out when you are ready."),
)  # fmt: skip
aside_page = page(WRITE, candidates.setting_aside_page, FORM, place="episodes", kind="candidates",
                  forms={"form": forms.SettingAside})  # fmt: skip
setting_aside = both(
    aside_page,
    action(commands.set_candidate_aside, form=forms.SettingAside, back=aside_page, then=LIST,
           said="It is set aside. Your reason is in the log."),
)  # fmt: skip
asking_page = page(WRITE, candidates.asking_page, FORM, place="episodes", kind="candidates",
                   forms={"form": forms.AskingAbout})  # fmt: skip
asking = both(
    asking_page,
    action(commands.ask_about_candidate, form=forms.AskingAbout, back=asking_page, then=to_query,
           said="The query is kept, until somebody answers it or it is let go."),
)  # fmt: skip
again_page = page(WRITE, candidates.looking_again_page, FORM, place="episodes", kind="candidates",
                  forms={"form": forms.LookingAgain})  # fmt: skip
again = both(
    again_page,
    action(commands.look_again, form=forms.LookingAgain, back=again_page, then=LIST, said="It is open again."),
)  # fmt: skip
