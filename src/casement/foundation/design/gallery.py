"""Page data for the gallery: every component once, with invented words, to be looked at and tested."""

from typing import Any

from casement.foundation.design.frame import Frame, Place

_PAGES = ("Where we are", "Questions", "Decisions", "Team and access")
_SECTIONS = ("Overview", "Evidence", "Analysis", "Report", "Process")


def gallery_context() -> dict[str, Any]:
    """The template context of design/gallery.html. Everything in it is fictional."""
    return {"frame": _frame()}


def _frame() -> Frame:
    return Frame(
        title="Gallery",
        review=Place("Alder", "#review"),
        sections=tuple(Place(text, f"#{text.lower()}", text == "Overview") for text in _SECTIONS),
        pages=tuple(Place(text, "#page", text == "Where we are") for text in _PAGES),
        seen_by=Place("leads, team, board office (14)", "#seen"),
        person=Place("Lead reviewer A", "#account"),
        search=Place("Search", "#search"),
        foot="Working material. Not for sharing outside the people named above.",
        foot_links=(
            Place("Help", "#help"),
            Place("Words we use", "#words"),
            Place("Accessibility", "#access"),
        ),
    )
