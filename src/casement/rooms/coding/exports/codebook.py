"""A codebook: codes below codes, with what each means."""

from collections import defaultdict

from casement.rooms.coding.exports.elements import colour, element, refs, root, said
from casement.rooms.coding.rules.exchange.values import Code, Project


def codebook(project: Project) -> str:
    """The document of a codebook."""
    return root(
        "CodeBook", "codebook", [element("Codes", codes(project.codes, notes=False))], origin=project.origin
    )


def codes(every: tuple[Code, ...], *, notes: bool) -> str:
    """The codes, each below the one it stands under; one that stands under none that came before is at the top."""
    below: dict[str, list[Code]] = defaultdict(list)
    there: set[str] = set()
    for code in every:
        below[code.parent if code.parent in there else ""].append(code)
        there.add(code.guid)

    def written(code: Code) -> str:
        within = said("Description", code.description) + (refs("NoteRef", code.notes) if notes else "")
        return element(
            "Code", within + "".join(map(written, below[code.guid])), guid=code.guid, name=code.name,
            isCodable="true" if code.codable else "false", color=colour(code.colour),
        )  # fmt: skip

    return "".join(map(written, below[""]))
