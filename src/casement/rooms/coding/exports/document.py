"""The document of a project. Its texts go into files beside it, or inside it when it stands alone."""

from dataclasses import dataclass, replace
from uuid import UUID, uuid5

from lxml import etree

from casement.rooms.coding.exports.codebook import codes_below
from casement.rooms.coding.exports.elements import Writer, moment
from casement.rooms.coding.rules.exchange.counting import Counting, Ruler
from casement.rooms.coding.rules.exchange.telling import influence_lines
from casement.rooms.coding.rules.exchange.values import Coding, Note, Project, Selection, Source


@dataclass(frozen=True)
class Manner:
    """How a program wants its file: how places are counted, and whether each code has a passage of its own."""

    wide_is_two: bool = False
    one_by_one: bool = False


def document(project: Project, manner: Manner, files: dict[str, str] | None) -> etree._Element:
    """The document; texts are put into `files` by name, or inside where that is None."""
    writer = Writer("project")
    root = writer.root("Project", name=project.name or "Untitled", origin=project.origin)
    if project.users:
        holder = writer.under(root, "Users")
        for user in project.users:
            writer.under(holder, "User", guid=user.guid, name=user.name)
    if project.codes:
        codes_below(writer, writer.under(writer.under(root, "CodeBook"), "Codes"), project.codes)
    if project.variables:
        holder = writer.under(root, "Variables")
        for each in project.variables:
            writer.under(holder, "Variable", guid=each.guid, name=each.name, typeOfVariable=each.kind)
    if project.sources:
        holder = writer.under(root, "Sources")
        for source in project.sources:
            text_source(writer, holder, source, manner, files)
    if project.notes:
        holder = writer.under(root, "Notes")
        for note in project.notes:
            note_below(writer, holder, note, files)
    writer.said(root, "Description", project.description)
    writer.refs(root, "NoteRef", project.note_refs)
    return root


def text_source(
    writer: Writer, holder: etree._Element, source: Source, manner: Manner, files: dict[str, str] | None
) -> None:
    """One text with its passages."""
    path = kept(files, source.guid, source.text)
    made = writer.under(
        holder, "TextSource", guid=source.guid, name=source.name, plainTextPath=path, creatingUser=source.user,
        creationDateTime=moment(source.at),
    )  # fmt: skip
    writer.said(made, "Description", source.description)
    if files is None:
        writer.under(made, "PlainTextContent").text = source.text
    ruler = Ruler(source.text, False, Counting(wide_is_two=manner.wide_is_two))
    for selection in source.selections:
        for each in apart(selection) if manner.one_by_one else (selection,):
            passage(writer, made, each, ruler)
    for coding in source.codings:
        coding_below(writer, made, coding)
    writer.refs(made, "NoteRef", source.notes)
    for value in source.values:
        below = writer.under(made, "VariableValue")
        writer.under(below, "VariableRef", targetGUID=value.variable)
        writer.under(below, "TextValue", value.text)


def kept(files: dict[str, str] | None, guid: str, text: str) -> str:
    """The path of a text that was put beside the document; empty where it goes inside."""
    if files is None:
        return ""
    files[f"{guid}.txt"] = text
    return f"internal://{guid}.txt"


def apart(selection: Selection) -> tuple[Selection, ...]:
    """A passage for each of its codes, as some programs want it; which way each worked is said on every one."""
    if len(selection.codings) < 2:
        return (selection,)
    first, *others = selection.codings
    ways = influence_lines(selection.description)
    return (
        replace(selection, codings=(first,)),
        *(
            replace(
                selection, guid=str(uuid5(UUID(selection.guid), each.guid)), codings=(each,), description=ways,
                notes=(), user=each.user, at=each.at,
            )
            for each in others
        ),
    )  # fmt: skip


def passage(writer: Writer, holder: etree._Element, selection: Selection, ruler: Ruler) -> None:
    """One passage."""
    made = writer.under(
        holder, "PlainTextSelection", guid=selection.guid, name=selection.name,
        startPosition=str(ruler.counted(selection.start)), endPosition=str(ruler.counted(selection.end)),
        creatingUser=selection.user, creationDateTime=moment(selection.at),
    )  # fmt: skip
    writer.said(made, "Description", selection.description)
    for coding in selection.codings:
        coding_below(writer, made, coding)
    writer.refs(made, "NoteRef", selection.notes)


def coding_below(writer: Writer, holder: etree._Element, coding: Coding) -> None:
    """One code given by one person."""
    made = writer.under(
        holder, "Coding", guid=coding.guid, creatingUser=coding.user, creationDateTime=moment(coding.at)
    )  # fmt: skip
    writer.under(made, "CodeRef", targetGUID=coding.code)
    writer.refs(made, "NoteRef", coding.notes)


def note_below(writer: Writer, holder: etree._Element, note: Note, files: dict[str, str] | None) -> None:
    """One memo."""
    made = writer.under(
        holder, "Note", guid=note.guid, name=note.name, plainTextPath=kept(files, note.guid, note.text),
        creatingUser=note.user, creationDateTime=moment(note.at),
    )  # fmt: skip
    if files is None:
        writer.under(made, "PlainTextContent", note.text)
