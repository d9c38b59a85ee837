"""The bytes of a project, a bare document or a codebook; checked against the published schema before they leave."""

import io
import zipfile

from lxml import etree

from casement.rooms.coding.exports.codebook import codebook
from casement.rooms.coding.exports.document import Manner, document
from casement.rooms.coding.rules.exchange.schema import departure
from casement.rooms.coding.rules.exchange.values import Project

NO_CODES = "There is no code yet, and a codebook needs one. Add an open code or choose a framework first."
NOT_VALID = "The file could not be made as the standard asks, so it was not kept."
_LONG_AGO = (1980, 1, 1, 0, 0, 0)  # the same project gives the same bytes
_MANNERS = {
    "standard": Manner(),
    "nvivo": Manner(wide_is_two=True, one_by_one=True),
    "maxqda": Manner(one_by_one=True),
}


class Unmade(Exception):
    """No file could be made; the text is one plain sentence."""


def write(project: Project, what: str, target: str = "standard") -> bytes:
    """The file of a project: `what` is project (a zip), document (one XML file) or codebook; `target` the program.

    Text is UTF-8 with line feeds and no byte order mark. Places count code points, for NVivo UTF-16 units.
    """
    if what == "codebook":
        if not project.codes:
            raise Unmade(NO_CODES)
        return checked("codebook", codebook(project))
    manner = _MANNERS[target]
    files: dict[str, str] = {}
    told = checked("project", document(project, manner, None if what == "document" else files))
    return told if what == "document" else zipped(told, files)


def checked(kind: str, document: str) -> bytes:
    """The document as bytes, once it was read again and the schema takes it."""
    try:
        content = document.encode()
        root = etree.fromstring(content, etree.XMLParser(huge_tree=True, resolve_entities=False, no_network=True))
    except (UnicodeEncodeError, etree.XMLSyntaxError) as unfit:  # a character that no XML document can hold
        raise Unmade(NOT_VALID) from unfit
    if departure(kind, root):
        raise Unmade(NOT_VALID)
    return content


def zipped(told: bytes, files: dict[str, str]) -> bytes:
    """A project: its document and the files of its texts, in small letters, because ATLAS.ti asks for that."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in {
            "project.qde": told,
            **{f"sources/{n}": t.encode() for n, t in files.items()},
        }.items():
            archive.writestr(zipfile.ZipInfo(name, _LONG_AGO), content, zipfile.ZIP_DEFLATED, compresslevel=1)
    return out.getvalue()
