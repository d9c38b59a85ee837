"""Pages and actions of the installation's texts, declared."""

from typing import Any

from casement.foundation.access import Seat
from casement.foundation.actions import Action
from casement.foundation.web import action, page
from casement.rooms.letters import commands
from casement.rooms.letters.web import forms, site_pages

TEXTS = Action.LETTERS_TEXTS

texts = page(TEXTS, site_pages.texts_page, "letters/texts.html", place="site")
text = page(TEXTS, site_pages.text_page, "letters/text.html", place="site", forms={"form": forms.WriteWording})
wording = page(
    TEXTS, site_pages.wording_page, "letters/wording.html", place="site", forms={"form": forms.UseWording}
)


def to_wording(seat: Seat, made: Any, *, key: str, language: str, **parts: Any) -> str:
    """To the version, to look at it first."""
    return f"/site/letters/{key}/{language}/{made.number}/"


def to_text(seat: Seat, made: Any, *, key: str, language: str, **parts: Any) -> str:
    """To the text."""
    return f"/site/letters/{key}/{language}/"


write_wording = action(
    commands.write_wording,
    form=forms.WriteWording,
    back=text,
    then=to_wording,
    said="The version is saved. Read it below as it would arrive, then use it.",
)
use_wording = action(
    commands.use_wording, form=forms.UseWording, back=wording, then=to_text, said="This text is used from now on."
)
