"""Pages and actions of the narrative of perspectives."""

from typing import Any

from casement.foundation.access import Seat
from casement.foundation.actions import Action
from casement.foundation.web import action, both, page
from casement.rooms.analysis import commands
from casement.rooms.analysis.web.forms import perspectives as forms
from casement.rooms.analysis.web.pages import perspective_forms, perspectives
from casement.rooms.analysis.web.views.ways import to_home, to_list, within

READ, WRITE = Action.ANALYSIS_READ, Action.ANALYSIS_WRITE
FORM, PLACE = "analysis/form.html", "perspectives"
PERIOD = within("perspectives")


def to_period_of(seat: Seat, result: Any, **parts: Any) -> str:
    """To the period a remark or a query belongs to."""
    return f"/reviews/{seat.ref}/perspectives/{result.period.number}/"


narrative = page(READ, perspectives.perspectives_page, "analysis/perspectives.html", place=PLACE, kind="narrative")
table = page(
    READ, perspectives.narrative_table_page, "analysis/perspectives_table.html", place=PLACE, kind="narrative"
)
table_docx = page(READ, perspectives.narrative_docx_file, "", kind="narrative")
table_csv = page(READ, perspectives.narrative_csv_file, "", kind="narrative")
period = page(READ, perspectives.period_page, "analysis/period.html", place=PLACE, kind="period")
perspective = page(READ, perspectives.perspective_page, "analysis/perspective.html", place=PLACE, kind="period")

new_period_page = page(WRITE, perspective_forms.new_period_page, FORM, place=PLACE, forms={"form": forms.NewPeriod})
new_period = both(
    new_period_page,
    action(commands.add_period, form=forms.NewPeriod, back=new_period_page, then=PERIOD, said="Added."),
)
facts_page = page(WRITE, perspective_forms.period_facts_page, FORM, place=PLACE, forms={"form": forms.PeriodFields})
facts = both(
    facts_page,
    action(commands.set_period_facts, form=forms.PeriodFields, back=facts_page, then=PERIOD, said="Saved."),
)
remove = action(
    commands.remove_period, form=None, back=period, then=to_list("perspectives"), said="The period is taken off."
)
write_page = page(
    WRITE,
    perspective_forms.write_perspective_page,
    "analysis/write_perspective.html",
    place=PLACE,
    kind="period",
    forms={"form": forms.WritingPerspective},
)
write = both(
    write_page,
    action(commands.write_perspective, form=forms.WritingPerspective, back=write_page, then=to_home, said="Saved."),
)
silence_page = page(WRITE, perspective_forms.silence_page, FORM, place=PLACE, forms={"form": forms.Silence})
silence = both(
    silence_page,
    action(commands.note_silence, form=forms.Silence, back=silence_page, then=to_period_of, said="Kept."),
)
compare_page = page(WRITE, perspective_forms.compare_page, FORM, place=PLACE, forms={"form": forms.Comparing})
compare = both(
    compare_page,
    action(commands.compare_voices, form=forms.Comparing, back=compare_page, then=to_period_of, said="Kept."),
)
take_back = action(
    commands.take_back_remark,
    form=None,
    back=narrative,
    then=to_period_of,
    said="Taken back.",
)
