"""Sources of a project, with their passages: texts, PDFs, pictures, recordings and their transcripts."""

from collections.abc import Iterator
from dataclasses import replace

from lxml import etree

from casement.rooms.coding.intake.archive import Inside
from casement.rooms.coding.intake.marks import child, children, guid, local, name_of, number, said, target, targets
from casement.rooms.coding.intake.texts import Characters, characters, laid_out
from casement.rooms.coding.rules.exchange.values import Coding, Selection, Source, Value

KINDS = {
    "TextSource": "text",
    "PDFSource": "pdf",
    "PictureSource": "picture",
    "AudioSource": "audio",
    "VideoSource": "video",
}
_IN_TEXTS = "PlainTextSelection"
_VALUES = ("TextValue", "BooleanValue", "IntegerValue", "FloatValue", "DateValue", "DateTimeValue")


def sources_of(element: etree._Element, inside: Inside) -> Iterator[Source]:
    """Every source below Sources; a transcript follows its recording as a source of its own."""
    for each in children(element, *KINDS):
        kind = KINDS[local(each)]
        if kind == "text":
            yield source(each, kind, characters(each, inside), selections(each))
        elif kind == "pdf":
            yield pdf(each, inside)
        else:
            yield source(each, kind, Characters(), (), tuple(elsewhere(each)))
            inner = [*children(each, "Transcript"), *children(each, "TextDescription")]
            for at, text in enumerate(inner, 1):
                yield transcript(each, text, at, inside)


def source(
    element: etree._Element,
    kind: str,
    found: Characters,
    passages: tuple[Selection, ...],
    beyond: tuple[Selection, ...] = (),
) -> Source:
    """One source of any kind."""
    return Source(
        guid=guid(element.get("guid")),
        name=name_of(element),
        kind=kind,
        text=found.text,
        marked=found.marked,
        file=found.file,
        trouble=found.trouble,
        description=said(element, "Description"),
        user=guid(element.get("creatingUser")),
        at=element.get("creationDateTime", ""),
        selections=passages,
        elsewhere=beyond,
        codings=codings(element),
        notes=targets(element, "NoteRef"),
        values=values(element),
        remarks=found.remarks,
    )


def pdf(element: etree._Element, inside: Inside) -> Source:
    """A PDF: its text is the representation, where there is one, and passages count in that."""
    own = child(element, "Representation")
    if own is None:
        found = laid_out(element.get("path", ""), inside)
        passages: tuple[Selection, ...] = ()
    else:
        found, passages = characters(own, inside), selections(own)
    regions = tuple(elsewhere(element))
    return source(element, "pdf", found, passages, regions)


def transcript(of: etree._Element, element: etree._Element, at: int, inside: Inside) -> Source:
    """A transcript of a recording, or the description of a picture; its passages run between points in time."""
    made = source(element, "transcript", characters(element, inside), selections(element))
    points = {guid(each.get("guid")): number(each.get("position")) for each in children(element, "SyncPoint")}

    def at_point(each: etree._Element, name: str) -> int:
        return points.get(guid(each.get(name)), -1)

    timed = tuple(
        selection(each, at_point(each, "fromSyncPoint"), at_point(each, "toSyncPoint"))
        for each in children(element, "TranscriptSelection")
    )
    remarks = made.remarks
    if points:
        remarks = (*remarks, f"Its {len(points)} points in time were left out.")
    named = made.name or f"{name_of(of) or 'Recording'}, transcript {at}"
    return replace(made, name=named, selections=made.selections + timed, remarks=remarks)


def selections(element: etree._Element) -> tuple[Selection, ...]:
    """The passages of a text."""
    return tuple(
        selection(each, number(each.get("startPosition")), number(each.get("endPosition")))
        for each in children(element, _IN_TEXTS)
    )


def selection(element: etree._Element, start: int = 0, end: int = 0, where: str = "") -> Selection:
    """One passage with its codings and notes."""
    return Selection(
        guid=guid(element.get("guid")),
        start=start,
        end=end,
        name=name_of(element),
        description=said(element, "Description"),
        user=guid(element.get("creatingUser")),
        at=element.get("creationDateTime", ""),
        codings=codings(element),
        notes=targets(element, "NoteRef"),
        where=where,
    )


def codings(element: etree._Element) -> tuple[Coding, ...]:
    """The codes given to a passage, or to a source as a whole."""
    made = []
    for each in children(element, "Coding"):
        code = child(each, "CodeRef")
        made.append(
            Coding(
                guid(each.get("guid")),
                target(code) if code is not None else "",
                guid(each.get("creatingUser")),
                each.get("creationDateTime", ""),
                targets(each, "NoteRef"),
            )
        )
    return tuple(made)


def elsewhere(element: etree._Element) -> Iterator[Selection]:
    """Passages that stand in no text, with their place in words. Pages are counted from 0 in the file."""
    for each in children(element, "PDFSelection", "PictureSelection", "AudioSelection", "VideoSelection"):
        corners = [number(each.get(name)) for name in ("firstX", "firstY", "secondX", "secondY")]
        region = f"region {corners[0]},{corners[1]} to {corners[2]},{corners[3]}"
        if local(each) == "PDFSelection":
            where = f"page index {number(each.get('page'))} (counted from 0), {region}"
        elif local(each) == "PictureSelection":
            where = region
        else:
            where = f"{clock(number(each.get('begin')))} to {clock(number(each.get('end')))}"
        yield selection(each, where=where)


def clock(milliseconds: int) -> str:
    """A moment of a recording in hours, minutes and seconds."""
    whole, thousandths = divmod(max(milliseconds, 0), 1000)
    return f"{whole // 3600}:{whole // 60 % 60:02}:{whole % 60:02}.{thousandths:03}"


def values(element: etree._Element) -> tuple[Value, ...]:
    """What is said of a case or a source, whichever of the six kinds of value says it."""
    made = []
    for each in children(element, "VariableValue"):
        of = child(each, "VariableRef")
        text = next((words for name in _VALUES if (words := said(each, name))), "")
        if of is not None:
            made.append(Value(target(of), text))
    return tuple(made)
