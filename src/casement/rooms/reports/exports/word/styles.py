"""Our Word styles, set in code on an empty document: typeface, headings, lists, tables, notes, language, page."""

from __future__ import annotations

from typing import Any

from docx import Document
from docx.enum.style import WD_STYLE_TYPE
from docx.oxml.ns import qn
from docx.shared import Mm, Pt, RGBColor
from lxml import etree

from casement.rooms.reports.exports.word.elements import el

SANS, SERIF = "Arial", "Georgia"
INK, INK_2, LINK, FLAG = (RGBColor.from_string(each) for each in ("10272D", "47585E", "0B5566", "5A3A6C"))
HEADINGS = ((1, 18, 0, 10), (2, 14, 18, 6), (3, 12, 14, 4), (4, 11, 12, 3), (5, 10.5, 10, 3), (6, 10.5, 8, 3))
LEFT_BEHIND = ("thumbnail", "stylesWithEffects", "customXml")


def empty_document() -> Any:
    """A document with our styles and nothing in it, not even traces of the library's own template."""
    document = Document()
    forget_template(document)
    forget_tables(document)
    page(document)
    speak_english(document)
    character_styles(document)
    paragraph_styles(document)
    return document


def forget_template(document: Any) -> None:
    """Leave behind the library's sample parts: a picture, spare styles, custom XML."""
    for rels in (document.part.rels, document.part.package.rels):
        for key in [key for key, rel in rels.items() if any(word in rel.reltype for word in LEFT_BEHIND)]:
            del rels[key]


def forget_tables(document: Any) -> None:
    """Leave behind the library's hundred table styles but the plainest, and its traces of editing."""
    styles = document.styles.element
    for style in styles.findall(qn("w:style")):
        if style.get(qn("w:type")) == "table" and style.get(qn("w:default")) != "1":
            styles.remove(style)
    settings = document.settings.element
    for name in ("rsids", "savePreviewPicture"):
        for old in settings.findall(qn(f"w:{name}")):
            settings.remove(old)


def page(document: Any) -> None:
    """A4 with fair margins."""
    section = document.sections[0]
    section.page_width, section.page_height = Mm(210), Mm(297)
    section.left_margin = section.right_margin = Mm(22)
    section.top_margin, section.bottom_margin = Mm(20), Mm(22)
    section.footer_distance = Mm(10)


def speak_english(document: Any) -> None:
    """British English for everything."""
    defaults = document.styles.element.find(qn("w:docDefaults"))
    facts = defaults.find(qn("w:rPrDefault")).find(qn("w:rPr"))
    for lang in facts.findall(qn("w:lang")):
        facts.remove(lang)
    facts.append(el("lang", val="en-GB", eastAsia="en-GB", bidi="ar-SA"))
    settings = document.settings.element
    for old in settings.findall(qn("w:themeFontLang")):
        old.set(qn("w:val"), "en-GB")


def typeface(style: Any, name: str, size: float, colour: RGBColor = INK, *, bold: bool = False) -> None:
    """Typeface, size and colour of a style, for every script."""
    style.font.name, style.font.size, style.font.bold, style.font.italic = name, Pt(size), bold, False
    style.font.color.rgb = colour
    fonts = style.element.rPr.rFonts
    for key in list(fonts.attrib):
        del fonts.attrib[key]
    for script in ("ascii", "hAnsi", "cs", "eastAsia"):
        fonts.set(qn(f"w:{script}"), name)


def spacing(style: Any, before: float, after: float, *, line: float = 1.15, keep: bool = False) -> None:
    """Space round the paragraphs of a style."""
    shape = style.paragraph_format
    shape.space_before, shape.space_after, shape.line_spacing = Pt(before), Pt(after), line
    shape.keep_with_next = keep


def character_styles(document: Any) -> None:
    """Styles for words: links, notes, our own remarks."""
    for name, colour, bold in (("Hyperlink", LINK, False), ("Casement remark", FLAG, True)):
        made = document.styles.add_style(name, WD_STYLE_TYPE.CHARACTER)
        made.font.color.rgb, made.font.bold = colour, bold
    document.styles["Hyperlink"].font.underline = True
    reference = document.styles.add_style("footnote reference", WD_STYLE_TYPE.CHARACTER)
    reference.font.superscript = True


def paragraph_styles(document: Any) -> None:
    """Styles for paragraphs, each with what it is based on."""
    styles = document.styles
    typeface(styles["Normal"], SANS, 10.5)
    spacing(styles["Normal"], 0, 7)
    for level, size, before, after in HEADINGS:
        typeface(styles[f"Heading {level}"], SANS, size, bold=True)
        spacing(styles[f"Heading {level}"], before, after, line=1.1, keep=True)
    styles["Heading 1"].paragraph_format.page_break_before = True
    typeface(styles["Title"], SANS, 26, bold=True)
    spacing(styles["Title"], 120, 6, line=1.1)
    for old in styles["Title"].element.pPr.findall(qn("w:pBdr")):
        styles["Title"].element.pPr.remove(old)
    typeface(styles["Subtitle"], SANS, 14)
    spacing(styles["Subtitle"], 0, 20)
    typeface(styles["Caption"], SANS, 9.5, bold=True)
    spacing(styles["Caption"], 10, 4, keep=True)
    typeface(styles["Quote"], SERIF, 11)
    spacing(styles["Quote"], 4, 8)
    styles["Quote"].paragraph_format.left_indent = Mm(6)
    for name in ("List Bullet", "List Bullet 2", "List Bullet 3", "List Number", "List Number 2", "List Number 3"):
        typeface(styles[name], SANS, 10.5)
        spacing(styles[name], 0, 3)
    typeface(styles["Footer"], SANS, 8, INK_2)
    for name, size, before, after in (
        ("footnote text", 8, 0, 1), ("Contents title", 18, 0, 10), ("Casement table", 9, 2, 2),
        ("Casement notice", 10.5, 6, 8), ("toc 1", 9.5, 4, 0), ("toc 2", 9.5, 0, 0), ("toc 3", 9.5, 0, 0),
    ):  # fmt: skip
        made = styles.add_style(name, WD_STYLE_TYPE.PARAGRAPH)
        made.base_style = styles["Normal"]
        typeface(made, SANS, size, bold=name in ("Contents title", "toc 1"))
        spacing(made, before, after, line=1.05)
    for level, indent in ((1, 0), (2, 5), (3, 10)):
        style = styles[f"toc {level}"]
        style.paragraph_format.left_indent = Mm(indent)
        style.element.get_or_add_pPr().append(el("tabs", el("tab", val="right", leader="dot", pos=9411)))
    notice(styles["Casement notice"])


def notice(style: Any) -> None:
    """A bar at the left and a tint, for remarks of ours."""
    facts = style.element.get_or_add_pPr()
    facts.append(el("pBdr", el("left", val="single", sz=18, space=6, color="5A3A6C")))
    facts.append(el("shd", val="clear", color="auto", fill="F2EBF5"))
    in_order(facts)


def in_order(facts: etree._Element) -> None:
    """Paragraph facts in the order Word's schema asks for."""
    order = ("pStyle", "keepNext", "keepLines", "pageBreakBefore", "widowControl", "numPr", "pBdr", "shd", "tabs",
             "spacing", "ind", "jc", "outlineLvl")  # fmt: skip
    rank = {qn(f"w:{name}"): at for at, name in enumerate(order)}
    facts[:] = sorted(facts, key=lambda each: rank.get(str(each.tag), len(order)))
