"""The document of a project. Its texts go into files beside it, or inside it when it stands alone."""

from dataclasses import dataclass, replace
from uuid import UUID, uuid5

from casement.rooms.coding.exports.codebook import codes
from casement.rooms.coding.exports.elements import element, moment, quoted, refs, root, said, untouched
from casement.rooms.coding.rules.exchange.counting import Counting, Ruler
from casement.rooms.coding.rules.exchange.telling import influence_lines
from casement.rooms.coding.rules.exchange.values import Coding, Note, Project, Selection, Source


@dataclass(frozen=True)
class Manner:
    """How a program wants its file: how places are counted, and whether each code has a passage of its own."""

    wide_is_two: bool = False
    one_by_one: bool = False


def document(project: Project, manner: Manner, files: dict[str, str] | None) -> str:
    """The document; texts are put into `files` by name, or inside where that is None."""
    users = "".join(element("User", guid=user.guid, name=user.name) for user in project.users)
    variables = "".join(
        element("Variable", guid=each.guid, name=each.name, typeOfVariable=each.kind) for each in project.variables
    )
    parts = [
        around("Users", users),
        element("CodeBook", element("Codes", codes(project.codes, notes=True))) if project.codes else "",
        around("Variables", variables),
        around("Sources", "".join([text_source(source, manner, files) for source in project.sources])),
        around("Notes", "".join([note_written(note, files) for note in project.notes])),
        said("Description", project.description),
        refs("NoteRef", project.note_refs),
    ]
    return root("Project", "project", parts, name=project.name or "Untitled", origin=project.origin)


def around(name: str, within: str) -> str:
    """An element that is only there when there is something in it."""
    return element(name, within) if within else ""


def text_source(source: Source, manner: Manner, files: dict[str, str] | None) -> str:
    """One text with its passages."""
    path = kept(files, source.guid, source.text)
    ruler = Ruler(source.text, False, Counting(wide_is_two=manner.wide_is_two))
    parts = [said("Description", source.description)]
    if files is None:
        parts.append(f"<PlainTextContent>{untouched(source.text)}</PlainTextContent>")
    for selection in source.selections:
        parts += [passage(each, ruler) for each in (apart(selection) if manner.one_by_one else (selection,))]
    parts += [coding_written(coding) for coding in source.codings]
    parts.append(refs("NoteRef", source.notes))
    for value in source.values:
        told = element("VariableRef", targetGUID=value.variable) + said("TextValue", value.text)
        parts.append(element("VariableValue", told))
    return element(
        "TextSource", "".join(parts), guid=source.guid, name=source.name, plainTextPath=path,
        creatingUser=source.user, creationDateTime=moment(source.at),
    )  # fmt: skip


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


def passage(selection: Selection, ruler: Ruler) -> str:
    """One passage."""
    within = [said("Description", selection.description), *map(coding_written, selection.codings)]
    if selection.notes:
        within.append(refs("NoteRef", selection.notes))
    start, end = ruler.counted(selection.start), ruler.counted(selection.end)
    named = f' name="{quoted(selection.name)}"' if selection.name else ""
    return (
        f'<PlainTextSelection guid="{selection.guid}"{named} startPosition="{start}" endPosition="{end}"'
        f"{made_by(selection)}>{''.join(within)}</PlainTextSelection>"
    )


def coding_written(coding: Coding) -> str:
    """One code given by one person."""
    notes = refs("NoteRef", coding.notes) if coding.notes else ""
    return f'<Coding guid="{coding.guid}"{made_by(coding)}><CodeRef targetGUID="{coding.code}"/>{notes}</Coding>'


def made_by(made: Coding | Selection) -> str:
    """Who made something, and when, as far as it is known."""
    when = moment(made.at)
    return (f' creatingUser="{made.user}"' if made.user else "") + (f' creationDateTime="{when}"' if when else "")


def note_written(note: Note, files: dict[str, str] | None) -> str:
    """One memo."""
    path = kept(files, note.guid, note.text)
    within = said("PlainTextContent", note.text) if files is None else ""
    return element(
        "Note", within, guid=note.guid, name=note.name, plainTextPath=path, creatingUser=note.user,
        creationDateTime=moment(note.at),
    )  # fmt: skip
