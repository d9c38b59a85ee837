"""Pages and actions of the check before publication, declared."""

from __future__ import annotations

from typing import Any

from casement.foundation.access import Seat
from casement.foundation.actions import Action
from casement.foundation.web import action, page
from casement.rooms.responses import commands
from casement.rooms.responses.web.forms import publication as forms
from casement.rooms.responses.web.pages import publication as pages

READ, HERE = Action.PUBLICATION_READ, "publication"
FORMS = {"outcome": forms.Outcome, "telling": forms.Telling, "published": forms.Published}

publication = page(READ, pages.publication_page, "responses/publication.html", place=HERE, kind="publicationcheck",
                   forms=FORMS)  # fmt: skip
item = page(READ, pages.item_page, "responses/item.html", place=HERE, kind="publicationcheck",
            forms={"form": forms.ItemAnswer})  # fmt: skip


def back(seat: Seat, result: Any, **parts: Any) -> str:
    """The page of the check."""
    return f"/reviews/{seat.ref}/publication/"


begin = action(commands.begin_check, form=None, back=publication, then=back, said="The check has begun.")
answer = action(commands.answer_item, form=forms.ItemAnswer, back=item, then=back, said="The answer is kept.")
outcome = action(commands.decide_outcome, form=forms.Outcome, back=publication, then=back, name="outcome",
                 said="What comes of the check is kept.")  # fmt: skip
sign = action(commands.sign_check, form=None, back=publication, then=back, said="You have signed the check.")
telling = action(commands.note_notice, form=forms.Telling, back=publication, then=back, name="telling",
                 said="It is noted who was told.")  # fmt: skip
published = action(commands.record_publication, form=forms.Published, back=publication, then=back, name="published",
                   said="It is noted what was published, and where.")  # fmt: skip
