"""Page data for the gallery: every component once, with invented words, to be looked at and tested."""

import datetime
from typing import Any

from django import forms

from casement.foundation.design import gallery_words as words
from casement.foundation.design.frame import Frame, Notice, Place
from casement.foundation.design.parts import ContentsLine, Evidence, Fact, Pages, Pane, Statement, TwoTexts
from casement.foundation.design.plain_form import PlainForm
from casement.foundation.design.widgets import DateParts, InfluenceChoice, RecordedDate, SaidArea

_PAGES = ("Where we are", "Questions", "Decisions", "Team and access")
_SECTIONS = ("Overview", "Evidence", "Analysis", "Report", "Process")


def gallery_context() -> dict[str, Any]:
    """The template context of design/gallery.html. Everything in it is fictional."""
    return {
        "frame": _frame(),
        "panes": tuple(Pane(*row) for row in words.PANES),
        "statement": Statement(
            "How do we know it is not a one-off?",
            words.STATEMENT,
            tuple(Evidence(*row) for row in words.SUPPORTING),
            tuple(Evidence(*row) for row in words.AGAINST),
            looked=words.LOOKED,
            change=Place("Change the text", "#change"),
            link_evidence=Place("See all ten", "#ten"),
        ),
        "unlooked": Statement("What it means", unset="Not written yet.", change=Place("Write", "#write")),
        "lost": Evidence("It read like a loud row.", "conversation", "Contact Officer 2, para 19", lost=words.LOST),
        "contents": tuple(ContentsLine(*row) for row in words.CONTENTS),
        "facts": (
            Fact("Kind", "Children’s review", Place("Change", "#kind")),
            Fact("Period looked at", "March to November 2024", Place("Change", "#period")),
            Fact("As recorded", "w/c 13 May", said=True),
        ),
        "counts": words.COUNTS,
        "headings": words.HEADINGS,
        "rows": words.ROWS,
        "steps": ("File", "Columns", "Rows to check", "Done"),
        "pages": Pages(current=4, last=12, total=236, size=20, noun="entries"),
        "two": TwoTexts(
            "Why this episode is key", words.MINE, words.THEIRS, "Lead reviewer B", "at 9:14", "#settle"
        ),
        "day": datetime.date(2026, 2, 3),
        "form": GalleryForm(),
        "wrong": GalleryForm(
            {"title": "", "sector": "school", "day_day": "31", "day_month": "9", "day_year": "24"},
            auto_id="wrong_%s",
        ),
    }


class GalleryForm(PlainForm):
    """One field of every kind."""

    title = forms.CharField(label="Code name", help_text="Not a real name. Trees and rivers work well.")
    sector = forms.ChoiceField(
        label="Agency",
        choices=[("", "Choose one"), ("Health", [("hv", "Health visiting"), ("gp", "GP practice")])],
    )
    kind = forms.ChoiceField(
        label="What kind of review is it?",
        widget=forms.RadioSelect,
        choices=[
            ("children", "Children"),
            ("adults", "Adults"),
            ("good", "A good outcome"),
            ("theme", "A theme"),
        ],
    )
    parts = forms.MultipleChoiceField(
        label="Which agencies take part?",
        widget=forms.CheckboxSelectMultiple,
        choices=[("police", "Police"), ("housing", "Housing"), ("health", "Health visiting")],
    )
    influence = forms.ChoiceField(
        label="How did it bear on practice?",
        widget=InfluenceChoice,
        choices=[("helped", "Helped"), ("harder", "Made it harder"), ("unclear", "Unclear")],
    )
    day = forms.CharField(label="When was the decision made?", widget=DateParts, help_text="For example, 3 2 2026.")
    recorded = forms.CharField(label="Date as recorded", widget=RecordedDate, required=False)
    said = forms.CharField(label="What they said", widget=SaidArea, required=False)
    file = forms.FileField(label="Add a file", help_text="Word, PDF, e-mail or plain text.", required=False)
    same = forms.BooleanField(label="Use the same matching the next time Housing sends this layout", required=False)


def _frame() -> Frame:
    return Frame(
        title="Gallery",
        review=Place("Alder", "#review"),
        sections=tuple(Place(text, f"#{text.lower()}", text == "Overview") for text in _SECTIONS),
        pages=tuple(Place(text, "#page", text == "Where we are") for text in _PAGES),
        seen_by=Place("leads, team, board office (14)", "#seen"),
        person=Place("Lead reviewer A", "#account"),
        search=Place("Search", "#search"),
        holds=(Notice("holds", words.HOLD, Place("Who can lift it", "#lift")),),
        notices=tuple(Notice(*row) for row in words.NOTICES),
        foot="Working material. Not for sharing outside the people named above.",
        foot_links=(
            Place("Help", "#help"),
            Place("Words we use", "#words"),
            Place("Accessibility", "#access"),
        ),
    )
