"""Pages and actions of patterns and findings."""

from casement.foundation.actions import Action
from casement.foundation.web import action, both, page
from casement.rooms.analysis import commands
from casement.rooms.analysis.web.forms import findings as forms
from casement.rooms.analysis.web.pages import finding_forms, findings, patterns
from casement.rooms.analysis.web.views.ways import to_finding_of, to_list, within

READ, WRITE = Action.ANALYSIS_READ, Action.ANALYSIS_WRITE
FORM = "analysis/form.html"
PATTERN, FINDING = within("patterns"), within("findings")

pattern = page(READ, patterns.pattern_page, "analysis/pattern.html", place="patterns", kind="pattern")
new_pattern_page = page(
    WRITE, finding_forms.new_pattern_page, FORM, place="patterns", forms={"form": forms.Gathering}
)
new_pattern = both(
    new_pattern_page,
    action(commands.gather_pattern, form=forms.Gathering, back=new_pattern_page, then=PATTERN, said="Gathered."),
)
pattern_facts_page = page(
    WRITE, finding_forms.pattern_facts_page, FORM, place="patterns", forms={"form": forms.PatternFields}
)
pattern_facts = both(
    pattern_facts_page,
    action(
        commands.set_pattern_facts, form=forms.PatternFields, back=pattern_facts_page, then=PATTERN, said="Saved."
    ),
)
add_uses_page = page(WRITE, finding_forms.add_uses_page, FORM, place="patterns", forms={"form": forms.AddingUses})
add_uses = both(
    add_uses_page,
    action(commands.add_to_pattern, form=forms.AddingUses, back=add_uses_page, then=within("patterns", "#gathered"),
           said="Added."),
)  # fmt: skip
take_use = action(
    commands.take_from_pattern, form=None, back=pattern, then=within("patterns", "#gathered"),
    said="Taken out of the pattern. It stays on its episode.",
)  # fmt: skip
place_page = page(WRITE, finding_forms.place_pattern_page, FORM, place="patterns", forms={"form": forms.Placing})
place = both(
    place_page,
    action(commands.place_pattern, form=forms.Placing, back=place_page, then=PATTERN, said="Saved."),
)

findings_list = page(READ, findings.findings_page, "analysis/findings.html", place="findings")
finding = page(READ, findings.finding_page, "analysis/finding.html", place="findings", kind="finding")
new_finding_page = page(
    WRITE, finding_forms.new_finding_page, FORM, place="findings", forms={"form": forms.Drafting}
)
new_finding = both(
    new_finding_page,
    action(commands.propose_finding, form=forms.Drafting, back=new_finding_page, then=FINDING, said="Drafted."),
)
finding_facts_page = page(
    WRITE,
    finding_forms.finding_facts_page,
    FORM,
    place="findings",
    forms={"form": forms.FindingFields},
)
finding_facts = both(
    finding_facts_page,
    action(
        commands.set_finding_facts, form=forms.FindingFields, back=finding_facts_page, then=FINDING, said="Saved."
    ),
)
move_page = page(WRITE, finding_forms.move_finding_page, FORM, place="findings", forms={"form": forms.Moving})
move = both(
    move_page,
    action(commands.move_finding, form=forms.Moving, back=move_page, then=FINDING, said="Moved."),
)
order_page = page(WRITE, finding_forms.order_finding_page, FORM, place="findings", forms={"form": forms.Ordering})
order = both(
    order_page,
    action(commands.place_finding, form=forms.Ordering, back=order_page, then=to_list("findings"), said="Saved."),
)
figure_page = page(WRITE, finding_forms.figure_page, FORM, place="findings", forms={"form": forms.Figure})
figure = both(
    figure_page,
    action(commands.add_prevalence, form=forms.Figure, back=figure_page, then=to_finding_of("#prevalence"),
           said="Saved."),
)  # fmt: skip
remove_figure = action(
    commands.remove_prevalence, form=None, back=findings_list, then=to_finding_of("#prevalence"),
    said="The figure is taken off.",
)  # fmt: skip
new_question_page = page(
    WRITE, finding_forms.new_question_page, FORM, place="findings", forms={"form": forms.AskingNew}
)
new_question = both(
    new_question_page,
    action(commands.ask_board, form=forms.AskingNew, back=new_question_page, then=to_finding_of("#questions"),
           said="Saved."),
)  # fmt: skip
question_page = page(
    WRITE, finding_forms.question_page, "analysis/question.html", place="findings", forms={"form": forms.Asking}
)
question = both(
    question_page,
    action(commands.change_board_question, form=forms.Asking, back=question_page, then=to_finding_of("#questions"),
           said="Saved."),
)  # fmt: skip
remove_question = action(
    commands.remove_board_question, form=None, back=findings_list, then=to_finding_of("#questions"),
    said="The question is taken off. Its words stay in the history.",
)  # fmt: skip
