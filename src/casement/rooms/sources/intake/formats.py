"""The kinds of file that are taken, for readers to be chosen by and for pages to print."""

from dataclasses import dataclass

MEGABYTE = 1024 * 1024
MOST_BYTES = 100 * MEGABYTE
MOST_CHARACTERS = 10_000_000


@dataclass(frozen=True, slots=True)
class Format:
    """One kind of file that is taken. `endings` are without the dot, the usual one first."""

    key: str
    name: str
    endings: tuple[str, ...]
    media_type: str

    @property
    def ending(self) -> str:
        """The usual ending, with its dot."""
        return f".{self.endings[0]}"


FORMATS = (
    Format(
        "docx",
        "Word document",
        ("docx",),
        "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    ),
    Format("doc", "older Word document", ("doc",), "application/msword"),
    Format("pdf", "PDF", ("pdf",), "application/pdf"),
    Format("odt", "OpenDocument text", ("odt",), "application/vnd.oasis.opendocument.text"),
    Format("rtf", "Rich Text", ("rtf",), "application/rtf"),
    Format("html", "Web page", ("html", "htm"), "text/html"),
    Format("txt", "Plain text", ("txt",), "text/plain"),
    Format("md", "Markdown text", ("md", "markdown"), "text/markdown"),
    Format(
        "xlsx",
        "Excel workbook",
        ("xlsx", "xlsm"),
        "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    ),
    Format("xls", "older Excel workbook", ("xls", "xlsb"), "application/vnd.ms-excel"),
    Format("ods", "OpenDocument spreadsheet", ("ods",), "application/vnd.oasis.opendocument.spreadsheet"),
    Format("csv", "Table as text", ("csv", "tsv"), "text/csv"),
    Format("vtt", "Captions of a recording", ("vtt",), "text/vtt"),
    Format("srt", "Captions of a recording", ("srt",), "application/x-subrip"),
    Format("eml", "E-mail", ("eml",), "message/rfc822"),
    Format("msg", "Outlook message", ("msg",), "application/vnd.ms-outlook"),
    Format("png", "PNG picture of a page", ("png",), "image/png"),
    Format("jpg", "JPEG picture of a page", ("jpg", "jpeg"), "image/jpeg"),
    Format("tif", "TIFF picture of pages", ("tif", "tiff"), "image/tiff"),
    Format("zip", "Packed folder", ("zip",), "application/zip"),
)

BY_ENDING = {ending: format for format in FORMATS for ending in format.endings}
BY_KEY = {format.key: format for format in FORMATS}
