"""A codebook: codes below codes, with what each means."""

from lxml import etree

from casement.rooms.coding.exports.elements import Writer, colour
from casement.rooms.coding.rules.exchange.values import Code, Project


def codebook(project: Project) -> etree._Element:
    """The document of a codebook."""
    writer = Writer("codebook")
    root = writer.root("CodeBook", origin=project.origin)
    codes_below(writer, writer.under(root, "Codes"), project.codes)
    return root


def codes_below(writer: Writer, holder: etree._Element, codes: tuple[Code, ...]) -> None:
    """The codes, each below the one it stands under; those come before it."""
    made: dict[str, etree._Element] = {}
    for code in codes:
        made[code.guid] = element = writer.under(
            made.get(code.parent, holder), "Code", guid=code.guid, name=code.name,
            isCodable="true" if code.codable else "false", color=colour(code.colour),
        )  # fmt: skip
        writer.said(element, "Description", code.description)
        if holder.tag.startswith("{urn:QDA-XML:project"):
            writer.refs(element, "NoteRef", code.notes)
