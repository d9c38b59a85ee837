"""Pages and actions of the reports room, declared."""

from casement.foundation.access import Seat
from casement.foundation.actions import Action
from casement.foundation.web import action, page
from casement.rooms.analysis import commands as analysis
from casement.rooms.reports import commands
from casement.rooms.reports.web import forms, pages, saving
from casement.rooms.reports.web import language as speech
from casement.rooms.reports.web import rigour as knowing


def to_report(seat: Seat, result: object, **parts: object) -> str:
    """Back to the outline."""
    return f"/reviews/{seat.ref}/report/"


def to_section(seat: Seat, result: object, *, key: str, **parts: object) -> str:
    """Back to the section."""
    return f"/reviews/{seat.ref}/report/sections/{key}/"


def to_copy(seat: Seat, result: object, **parts: object) -> str:
    """On to the copy that was asked for."""
    return f"/reviews/{seat.ref}/report/copies/{result.number}/"  # type: ignore[attr-defined]


def to_language(seat: Seat, result: object, **parts: object) -> str:
    """Back to the notes on language."""
    return f"/reviews/{seat.ref}/rigour/language/"


def to_rigour(seat: Seat, result: object, **parts: object) -> str:
    """Back to where the question stood."""
    about = getattr(result, "owner", "")
    return f"/reviews/{seat.ref}/rigour/{'read/' if about in ('source', 'review') else ''}"


READ, WRITE = Action.REPORTS_READ, Action.REPORTS_WRITE

report = page(READ, pages.report_page, "reports/report.html", place="report", kind="report")
section = page(
    READ,
    pages.section_page,
    "reports/section.html",
    place="report",
    kind="report",
    forms={"form": forms.SectionText, "reset": forms.Reset, "settle": forms.Settle},
)
trace = page(READ, pages.trace_page, "reports/trace.html", place="report", kind="report")
preview = page(
    READ,
    saving.preview_page,
    "reports/preview.html",
    place="preview",
    kind="report",
    forms={"form": forms.SaveCopy},
)
copies = page(READ, saving.copies_page, "reports/copies.html", place="preview")
copy = page(READ, saving.copy_page, "reports/copy.html", place="preview")
copy_file = page(READ, saving.copy_download, "", place="preview", kind="export")

start = action(commands.start_report, form=None, back=report, then=to_report, said="The report is started.")
edit = action(commands.edit_section, form=forms.SectionText, back=section, then=to_section, said="Section saved.")
reset = action(
    commands.reset_section,
    form=forms.Reset,
    back=section,
    then=to_section,
    name="reset",
    said="The first text is back. What stood there is kept below.",
)
settle = action(
    commands.settle_section, form=forms.Settle, back=section, then=to_section, name="settle", said="Saved."
)
save = action(commands.export_report, form=forms.SaveCopy, back=preview, then=to_copy)

language = page(
    Action.ANALYSIS_READ,
    speech.language_page,
    "reports/language.html",
    place="language",
    kind="language",
    forms={"form": forms.KeepWording},
)
keep_wording = action(
    commands.keep_wording,
    form=forms.KeepWording,
    back=language,
    then=to_language,
    said="The words stand, with your reason.",
)
take_back_wording = action(
    analysis.take_back_wording,
    form=None,
    back=language,
    then=to_language,
    said="The reason is taken back. The words are asked about again.",
)

rigour = page(Action.ANALYSIS_READ, knowing.rigour_page, "reports/rigour.html", place="rigour", kind="rigour")
coverage = page(Action.ANALYSIS_READ, knowing.coverage_page, "reports/coverage.html", place="rigour", kind="rigour")
trail = page(Action.CODING_FILES, knowing.trail_file, "", place="rigour", kind="export")
method = page(Action.CODING_FILES, knowing.method_file, "", place="rigour", kind="export")
answer_page = page(
    Action.ANALYSIS_WRITE,
    knowing.answer_page,
    "reports/answer_check.html",
    place="rigour",
    kind="rigour",
    forms={"form": forms.AnswerCheck},
)
answer_check = action(
    analysis.answer_check,
    form=forms.AnswerCheck,
    back=answer_page,
    then=to_rigour,
    said="Your answer is kept.",
)
take_back_check_answer = action(
    analysis.take_back_check_answer,
    form=None,
    back=rigour,
    then=to_rigour,
    said="The answer is taken back. It is asked again.",
)
