"""The document of a project, or of a codebook, as plain values."""

from collections.abc import Iterator

from lxml import etree

from casement.rooms.coding.intake.archive import Inside
from casement.rooms.coding.intake.marks import child, children, guid, name_of, said, targets, words, yes
from casement.rooms.coding.intake.sources import sources_of, values
from casement.rooms.coding.intake.texts import characters
from casement.rooms.coding.rules.exchange.values import Case, Code, Link, Note, Project, Set, User, Variable


def project_of(
    kind: str, root: etree._Element, inside: Inside, departs: str, remarks: tuple[str, ...]
) -> Project:  # fmt: skip
    """Everything the document says. A codebook is a project that has nothing but codes and sets."""
    book = root if kind == "codebook" else child(root, "CodeBook")
    told = child(book, "Codes") if book is not None else None
    if root.get("basePath"):
        remarks = (*remarks, "It names a folder of the machine it was made on; that was passed over.")
    found = child(root, "Sources")
    return Project(
        kind=kind,
        name=name_of(root),
        origin=words(root.get("origin"))[:120],
        description=said(root, "Description"),
        schema=departs,
        users=tuple(map(user, listed(root, "Users", "User"))),
        codes=tuple(codes(told)) if told is not None else (),
        variables=tuple(
            Variable(guid(each.get("guid")), name_of(each), each.get("typeOfVariable", "Text"))
            for each in listed(root, "Variables", "Variable")
        ),
        cases=tuple(map(case, listed(root, "Cases", "Case"))),
        sources=tuple(sources_of(found, inside)) if found is not None else (),
        notes=tuple(note(each, inside) for each in listed(root, "Notes", "Note")),
        note_refs=targets(root, "NoteRef"),
        links=tuple(map(link, listed(root, "Links", "Link"))),
        sets=tuple(map(group, listed(root, "Sets", "Set"))),
        graphs=tuple(name_of(each) or "Untitled" for each in listed(root, "Graphs", "Graph")),
        remarks=remarks,
    )


def listed(root: etree._Element, holder: str, name: str) -> Iterator[etree._Element]:
    """The things of one name inside their holder."""
    found = child(root, holder)
    return children(found, name) if found is not None else iter(())


def user(element: etree._Element) -> User:
    """Somebody who coded: by name, or by the short id where there is no name."""
    return User(guid(element.get("guid")), name_of(element) or words(element.get("id")))


def codes(holder: etree._Element) -> Iterator[Code]:
    """Every code in the order of the document, each after the one it stands under; any depth, without recursion."""
    waiting = [(each, "") for each in reversed(list(children(holder, "Code")))]
    while waiting:
        element, parent = waiting.pop()
        own = guid(element.get("guid"))
        yield Code(
            guid=own,
            name=name_of(element),
            parent=parent,
            codable=yes(element.get("isCodable"), True),
            colour=words(element.get("color"))[:7],
            description=said(element, "Description"),
            notes=targets(element, "NoteRef"),
        )
        waiting += [(each, own) for each in reversed(list(children(element, "Code")))]


def case(element: etree._Element) -> Case:
    """A case, named or not."""
    return Case(
        guid=guid(element.get("guid")),
        name=name_of(element),
        description=said(element, "Description"),
        codes=targets(element, "CodeRef"),
        values=values(element),
        sources=targets(element, "SourceRef"),
        selections=targets(element, "SelectionRef"),
    )


def note(element: etree._Element, inside: Inside) -> Note:
    """A memo, from its file or from the document; where there is only a description, that."""
    found = characters(element, inside)
    text = words(found.text) or said(element, "Description")
    return Note(
        guid=guid(element.get("guid")),
        name=name_of(element),
        text=text,
        user=guid(element.get("creatingUser")),
        at=element.get("creationDateTime", ""),
        trouble="" if text else found.trouble,
    )


def link(element: etree._Element) -> Link:
    """A line between two things."""
    return Link(
        guid=guid(element.get("guid")),
        origin=guid(element.get("originGUID")),
        target=guid(element.get("targetGUID")),
        name=name_of(element),
        direction=element.get("direction", ""),
    )


def group(element: etree._Element) -> Set:
    """A named group."""
    return Set(
        guid=guid(element.get("guid")),
        name=name_of(element),
        description=said(element, "Description"),
        codes=targets(element, "MemberCode"),
        sources=targets(element, "MemberSource"),
        notes=targets(element, "MemberNote"),
    )
