"""Pages and actions of texts and their evidence."""

from casement.foundation.actions import Action
from casement.foundation.web import View, action, both, page
from casement.rooms.analysis import commands
from casement.rooms.analysis.vocabulary import Owner
from casement.rooms.analysis.web.forms import citing
from casement.rooms.analysis.web.forms.writing import Editing, Searching, Writing
from casement.rooms.analysis.web.pages import finding_forms, statements
from casement.rooms.analysis.web.views.episodes import episodes_list
from casement.rooms.analysis.web.views.ways import (
    to_home,
    to_owner,
    to_statement,
    to_statement_of,
)

READ, WRITE = Action.ANALYSIS_READ, Action.ANALYSIS_WRITE
FORM = "analysis/form.html"

PLACES = {
    Owner.EPISODE: "episodes",
    Owner.FACTOR_USE: "factors",
    Owner.PATTERN: "patterns",
    Owner.FINDING: "findings",
    Owner.PERIOD: "perspectives",
}


def writing_in(owner: Owner, form: type[Writing]) -> View:
    """The page and action of writing in a part of one kind of thing."""
    shown = page(WRITE, statements.write_page, FORM, place=PLACES[owner], forms={"form": form})
    return both(shown, action(commands.write_statement, form=form, back=shown, then=to_home, said="Saved."))


def searching_in(owner: Owner) -> View:
    """The page and action of recording a search for the other side."""
    shown = page(WRITE, finding_forms.search_page, FORM, place=PLACES[owner], forms={"form": Searching})
    kept = "The record is kept."
    return both(shown, action(commands.record_search, form=Searching, back=shown, then=to_owner, said=kept))


def history_of(owner: Owner) -> View:
    """The history of one kind of thing."""
    return page(
        READ, statements.history_page, "analysis/history.html", place=PLACES[owner], kind=f"{owner} history"
    )


statement = page(
    READ,
    statements.statement_page,
    "analysis/statement.html",
    place="episodes",
    kind="statement",
    forms={"form": Editing},
)
edit = both(
    statement,
    action(commands.edit_statement, form=Editing, back=statement, then=to_home, said="Saved."),
)
settle = action(
    commands.settle_conflict, form=citing.Choosing, back=statement, then=to_statement, name="choosing",
    said="Kept as you chose. Every text stays in the history.",
)  # fmt: skip
remove = action(
    commands.remove_statement, form=None, back=statement, then=to_home, said="The text is taken off the page."
)
cite_page = page(
    WRITE,
    statements.cite_page,
    "analysis/cite.html",
    place="episodes",
    kind="statement",
    number="statement",
    forms={"form": citing.Citing},
)
cite = both(
    cite_page,
    action(commands.cite, form=citing.Citing, back=cite_page, then=to_statement_of, said="The evidence is linked."),
)
uncite = action(
    commands.uncite, form=None, back=episodes_list, then=to_statement_of,
    said="The evidence is taken away. The passage itself stays.",
)  # fmt: skip
