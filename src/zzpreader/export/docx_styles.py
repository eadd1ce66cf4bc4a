"""The styles and the page of a DOCX, put in place of those that python-docx brings."""

from collections.abc import Iterator
from typing import TYPE_CHECKING, Protocol, cast

from zzpreader.export.report import Report
from zzpreader.export.xml import attribute, text
from zzpreader.model.legend import COLOURS

if TYPE_CHECKING:
    from docx.document import Document

_MAIN = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_GREY, _DARK, _LINK = "595959", "1F1F1F", "0B57A4"


class Element(Protocol):
    """What we use of an element of lxml, which comes without types."""

    tag: str

    def __iter__(self) -> "Iterator[Element]": ...
    def get(self, name: str) -> str | None: ...
    def append(self, element: "Element") -> None: ...
    def addprevious(self, element: "Element") -> None: ...
    def remove(self, element: "Element") -> None: ...


def style_id(color: str | None, report: Report) -> str:
    """Of the paragraph style for quotes in that colour."""
    known = next((colour.name for colour in COLOURS if colour.name == color), "")
    return f"Quote{known.capitalize()}" if known else "Quote"


def add_styles(document: "Document", report: Report) -> None:
    from docx.oxml import parse_xml  # noqa: PLC0415 - optional

    styles = cast(Element, document.styles.element)
    language = "nl-NL" if report.meta.language == "nl" else "en-GB"
    there = {style.get(f"{{{_MAIN}}}styleId"): style for style in styles}
    for name, written in _styles(report, language):
        if name in there:
            styles.remove(there[name])
        styles.append(cast(Element, parse_xml(written)))


def set_page(document: "Document", report: Report) -> None:
    """A4, hyphenation, and a footer with title and page number."""
    from docx.oxml import parse_xml  # noqa: PLC0415 - optional
    from docx.shared import Mm  # noqa: PLC0415

    section = document.sections[0]
    section.page_width, section.page_height = Mm(210), Mm(297)
    section.left_margin = section.right_margin = Mm(25)
    section.top_margin, section.bottom_margin = Mm(22), Mm(22)
    section.footer.is_linked_to_previous = False  # makes its part
    footer = cast(Element, section.footer.part.element)
    for child in list(footer):
        footer.remove(child)
    title = f'<w:r><w:t xml:space="preserve">{text(report.meta.title)}</w:t><w:tab/></w:r>'
    fields = [
        f'<w:fldSimple xmlns:w="{_MAIN}" w:instr=" {name} "><w:r><w:t>1</w:t></w:r></w:fldSimple>'
        for name in ("PAGE", "NUMPAGES")
    ]
    slash = '<w:r><w:t xml:space="preserve"> / </w:t></w:r>'
    whole = (
        f'<w:p xmlns:w="{_MAIN}"><w:pPr><w:pStyle w:val="Footer"/></w:pPr>{title}{fields[0]}{slash}{fields[1]}</w:p>'
    )
    footer.append(cast(Element, parse_xml(whole)))
    settings = cast(Element, document.settings.element)
    before = next(child for child in settings if child.tag == f"{{{_MAIN}}}characterSpacingControl")
    before.addprevious(cast(Element, parse_xml(f'<w:autoHyphenation xmlns:w="{_MAIN}"/>')))


def _styles(report: Report, language: str) -> Iterator[tuple[str, str]]:
    font = '<w:rFonts w:ascii="Liberation Sans" w:hAnsi="Liberation Sans" w:cs="Liberation Sans"/>'
    normal = f'{font}<w:color w:val="{_DARK}"/><w:sz w:val="21"/><w:lang w:val="{language}"/>'
    yield "Normal", _style("Normal", "Normal", "", normal, parent="", default=True)
    for name, title, layout, look, parent in (
        ("BodyText", "Body Text", _space(80, 110, 300), "", "Normal"),
        ("Title", "Title", _space(0, 60), f'{font}<w:b/><w:color w:val="{_DARK}"/><w:sz w:val="44"/>', "Normal"),
        ("Subtitle", "Subtitle", _space(0, 340), f'<w:color w:val="{_GREY}"/><w:sz w:val="21"/>', "Normal"),
        ("Remark", "Remark", _space(0, 200) + _indent(284), f'<w:color w:val="{_GREY}"/><w:sz w:val="18"/>', "Normal"),
        ("Caption", "caption", _space(0, 170), f'<w:color w:val="{_GREY}"/><w:sz w:val="18"/>', "Normal"),
        ("BlockText", "Block Text", _indent(567), "<w:i/>", "BodyText"),
        ("SourceText", "Source Text", _shade() + _space(0, 110), _MONO, "Normal"),
        ("HorizontalLine", "Horizontal Line", _edge("bottom", "BFBFBF", 4) + _space(0, 170), "", "Normal"),
        ("ListParagraph", "List Paragraph", _tab(340) + _space(0, 60), "", "BodyText"),
        ("TableContents", "Table Contents", _space(40, 40), "", "Normal"),
        ("TableHeading", "Table Heading", "<w:keepNext/>", "<w:b/>", "TableContents"),
        ("FootnoteText", "footnote text", _space(0, 0), '<w:sz w:val="18"/>', "Normal"),
        ("TOCHeading", "TOC Heading", _space(0, 110), '<w:b/><w:sz w:val="26"/>', "Normal"),
        ("Footer", "footer", _tab(9070, "right"), f'<w:color w:val="{_GREY}"/><w:sz w:val="18"/>', "Normal"),
    ):  # fmt: skip
        yield name, _style(name, title, layout, look, parent=parent)
    for level in range(1, 7):
        size, above = (30, 26, 23, 21, 21, 21)[level - 1], (400, 310, 260, 230, 230, 230)[level - 1]
        layout = f'<w:keepNext/>{_space(above, 100)}<w:outlineLvl w:val="{level - 1}"/>'
        look = f'{font}<w:b/><w:color w:val="{_DARK}"/><w:sz w:val="{size}"/>'
        yield f"Heading{level}", _style(f"Heading{level}", f"heading {level}", layout, look, follows="BodyText")
        layout = _tab(9070, "right", "dot") + _space(0, 50) + _indent(340 * (level - 1))
        yield f"TOC{level}", _style(f"TOC{level}", f"toc {level}", layout, "")
    place = f'{_space(140, 60, 300)}<w:ind w:left="454" w:right="284"/>'
    yield "Quote", _style("Quote", report.words.quote, _edge("left", _GREY, 24) + place, "")
    for colour in COLOURS:
        name = f"{report.words.quote} {report.words.colours[colour.name]}"
        layout = _edge("left", colour.edge[1:].upper(), 24) + place
        yield f"Quote{colour.name.capitalize()}", _style(f"Quote{colour.name.capitalize()}", name, layout, "")
    for name, title, look in (
        ("FootnoteReference", "footnote reference", '<w:vertAlign w:val="superscript"/>'),
        ("Hyperlink", "Hyperlink", f'<w:color w:val="{_LINK}"/><w:u w:val="single"/>'),
        ("SourceTextChar", "Source Text Char", _MONO),
    ):
        yield name, _style(name, title, "", look, parent="", family="character")


_MONO = '<w:rFonts w:ascii="Liberation Mono" w:hAnsi="Liberation Mono" w:cs="Liberation Mono"/><w:sz w:val="18"/>'


def _style(
    name: str,
    title: str,
    layout: str,
    look: str,
    *,
    parent: str = "Normal",
    follows: str = "",
    family: str = "paragraph",
    default: bool = False,
) -> str:
    return (
        f'<w:style xmlns:w="{_MAIN}" w:type="{family}" w:styleId="{name}" w:default="{int(default)}">'
        f"<w:name w:val={attribute(title)}/>"
        + (f'<w:basedOn w:val="{parent}"/>' if parent else "")
        + (f'<w:next w:val="{follows}"/>' if follows else "")
        + "<w:qFormat/>"
        + (f"<w:pPr>{layout}</w:pPr>" if layout else "")
        + (f"<w:rPr>{look}</w:rPr>" if look else "")
        + "</w:style>"
    )


def _space(before: int, after: int, line: int = 0) -> str:
    """In twentieths of a point; a line of 240 is a single one."""
    height = f' w:line="{line}" w:lineRule="auto"' if line else ""
    return f'<w:spacing w:before="{before}" w:after="{after}"{height}/>'


def _indent(left: int) -> str:
    return f'<w:ind w:left="{left}"/>' if left else ""


def _edge(side: str, color: str, eighths: int) -> str:
    return f'<w:pBdr><w:{side} w:val="single" w:sz="{eighths}" w:space="8" w:color="{color}"/></w:pBdr>'


def _shade() -> str:
    return '<w:shd w:val="clear" w:color="auto" w:fill="F2F2F2"/>'


def _tab(position: int, kind: str = "left", leader: str = "none") -> str:
    return f'<w:tabs><w:tab w:val="{kind}" w:leader="{leader}" w:pos="{position}"/></w:tabs>'
