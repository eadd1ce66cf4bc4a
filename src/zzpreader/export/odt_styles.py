"""The styles of an ODT: all of them named, none automatic, so that blocks can go from one document into another."""

import re
from collections.abc import Iterator

from zzpreader.export.report import Report
from zzpreader.export.xml import attribute, text
from zzpreader.model.legend import COLOURS

NAMESPACES = {
    "office": "urn:oasis:names:tc:opendocument:xmlns:office:1.0",
    "style": "urn:oasis:names:tc:opendocument:xmlns:style:1.0",
    "text": "urn:oasis:names:tc:opendocument:xmlns:text:1.0",
    "table": "urn:oasis:names:tc:opendocument:xmlns:table:1.0",
    "draw": "urn:oasis:names:tc:opendocument:xmlns:drawing:1.0",
    "fo": "urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0",
    "svg": "urn:oasis:names:tc:opendocument:xmlns:svg-compatible:1.0",
    "xlink": "http://www.w3.org/1999/xlink",
    "dc": "http://purl.org/dc/elements/1.1/",
    "meta": "urn:oasis:names:tc:opendocument:xmlns:meta:1.0",
}
_FONT = "Liberation Sans"
_MONO = "Liberation Mono"
_GREY, _DARK = "#595959", "#1f1f1f"


def declared(*prefixes: str) -> str:
    return " ".join(f'xmlns:{prefix}="{NAMESPACES[prefix]}"' for prefix in prefixes)


def quote_style(color: str | None, report: Report) -> str:
    """Name of the paragraph style for quotes in that colour, as ODF writes names."""
    known = next((colour.name for colour in COLOURS if colour.name == color), "")
    return encoded(f"{report.words.quote} {report.words.colours[known]}" if known else report.words.quote)


def encoded(display_name: str) -> str:
    """LibreOffice names styles so when it saves; with any other name it would have them twice."""
    return re.sub(r"\W", lambda sign: f"_{ord(sign[0]):x}_", display_name.replace("_", "_5f_"))


def styles_xml(report: Report) -> str:
    language, country = ("nl", "NL") if report.meta.language == "nl" else ("en", "GB")
    return (
        '<?xml version="1.0" encoding="UTF-8"?>\n'
        f"<office:document-styles {declared('office', 'style', 'text', 'table', 'draw', 'fo', 'svg', 'xlink')}"
        ' office:version="1.3"><office:font-face-decls>'
        f"{_face(_FONT, 'swiss', 'variable')}{_face(_MONO, 'modern', 'fixed')}"
        "</office:font-face-decls><office:styles>"
        '<style:default-style style:family="paragraph">'
        '<style:paragraph-properties fo:orphans="2" fo:widows="2" style:tab-stop-distance="1.25cm"/>'
        f'<style:text-properties style:font-name={attribute(_FONT)} fo:font-size="10.5pt" fo:color="{_DARK}"'
        f' fo:language="{language}" fo:country="{country}" fo:hyphenate="true"'
        ' fo:hyphenation-remain-char-count="2" fo:hyphenation-push-char-count="3"/>'
        "</style:default-style>"
        f"{''.join(style for _, style in named_styles(report))}"
        '<text:notes-configuration text:note-class="footnote" style:num-format="1" text:start-value="0"'
        ' text:citation-style-name="Footnote_20_Symbol" text:citation-body-style-name="Footnote_20_anchor"'
        ' text:footnotes-position="page" text:start-numbering-at="document"/>'
        "</office:styles><office:automatic-styles>"
        '<style:page-layout style:name="A4"><style:page-layout-properties fo:page-width="21cm"'
        ' fo:page-height="29.7cm" style:print-orientation="portrait" fo:margin-top="2.2cm" fo:margin-bottom="1.6cm"'
        ' fo:margin-left="2.5cm" fo:margin-right="2.5cm"/><style:footer-style><style:header-footer-properties'
        ' fo:min-height="0.6cm" fo:margin-top="0.6cm"/></style:footer-style></style:page-layout>'
        "</office:automatic-styles><office:master-styles>"
        '<style:master-page style:name="Standard" style:page-layout-name="A4"><style:footer>'
        f'<text:p text:style-name="Footer">{text(report.meta.title)}<text:tab/>'
        '<text:page-number text:select-page="current">1</text:page-number> / '
        "<text:page-count>1</text:page-count></text:p></style:footer></style:master-page>"
        "</office:master-styles></office:document-styles>"
    )


def named_styles(report: Report) -> Iterator[tuple[str, str]]:
    """All common styles, by their names: what a document lacks is put into it when it is renewed."""
    for name, style in _paragraphs(report):
        yield encoded(name), style
    for name, look in (
        ("Strong Emphasis", 'fo:font-weight="bold"'),
        ("Emphasis", 'fo:font-style="italic"'),
        ("Struck Out", 'style:text-line-through-style="solid"'),
        ("Source Text", f"style:font-name={attribute(_MONO)}"),
        ("Internet link", 'fo:color="#0b57a4" style:text-underline-style="solid"'),
        ("Index Link", f'fo:color="{_DARK}"'),
        ("Footnote Symbol", ""),
        ("Footnote anchor", 'style:text-position="super 58%"'),
    ):
        yield encoded(name), _style(name, "text", "", look)
    yield "Bullets", _list_style("Bullets", "bullet", *(f'text:bullet-char="{sign}"' for sign in "•–"))
    yield "Numbers", _list_style("Numbers", "number", 'style:num-format="1" style:num-suffix="."')
    yield "Boxes", _list_style("Boxes", "number", 'style:num-format=""')  # the boxes are in the text


def _paragraphs(report: Report) -> Iterator[tuple[str, str]]:
    for name, parent, follows, layout, look in _PARAGRAPHS:
        yield name, _style(name, "paragraph", layout, look, parent=parent, follows=follows)
    for level in range(1, 7):
        size = (15, 13, 11.5, 10.5, 10.5, 10.5)[level - 1]
        above = (0.7, 0.55, 0.45, 0.4, 0.4, 0.4)[level - 1]
        layout = f'fo:margin-top="{above}cm" fo:margin-bottom="0.18cm" fo:keep-with-next="always"'
        look = f'fo:font-size="{size}pt" fo:font-weight="bold" fo:hyphenate="false"'
        name = f"Heading {level}"
        yield name, _style(name, "paragraph", layout, look, follows="Text body", outline=level)
        tab = f'<style:tab-stop style:position="{16 - (level - 1) * 0.6:.1f}cm" style:type="right"'
        tabs = f'<style:tab-stops>{tab} style:leader-style="dotted" style:leader-text="."/></style:tab-stops>'
        layout = f'fo:margin-left="{(level - 1) * 0.6:.1f}cm" fo:margin-bottom="0.08cm"'
        yield f"Contents {level}", _style(f"Contents {level}", "paragraph", layout, "", parent="Standard", inner=tabs)
    place = 'fo:margin-left="0.5cm" fo:margin-right="0.5cm" fo:margin-top="0.25cm" fo:margin-bottom="0.1cm"'
    bar = 'fo:padding="0.03cm" fo:padding-left="0.3cm"'  # LibreOffice takes it only with the line it belongs to
    quote = report.words.quote
    yield quote, _style(quote, "paragraph", f'{place} {bar} fo:border-left="3pt solid {_GREY}"', "", parent="Text body")
    for colour in COLOURS:
        name = f"{quote} {report.words.colours[colour.name]}"
        layout = f'{bar} fo:border-left="3pt solid {colour.edge}"'
        yield name, _style(name, "paragraph", layout, "", parent=quote)


AUTOMATIC = (
    '<style:style style:name="zzpTable" style:family="table"><style:table-properties style:width="16cm"'
    ' fo:margin-top="0.2cm" fo:margin-bottom="0.4cm" table:align="margins"/></style:style>'
    '<style:style style:name="zzpWide" style:family="table-column"><style:table-column-properties'
    ' style:rel-column-width="2*"/></style:style>'
    '<style:style style:name="zzpColumn" style:family="table-column"><style:table-column-properties'
    ' style:rel-column-width="1*"/></style:style>'
    '<style:style style:name="zzpCell" style:family="table-cell"><style:table-cell-properties'
    ' fo:padding="0.08cm" fo:border-bottom="0.5pt solid #bfbfbf"/></style:style>'
)
"""Of tables, which can have no others; they are put into a document that lacks them."""

# Name, parent, the style that follows, layout, look.
_PARAGRAPHS = (
    ("Standard", "", "", "", ""),
    ("Text body", "Standard", "", 'fo:margin-top="0.2cm" fo:margin-bottom="0.2cm" fo:line-height="125%"', ""),
    ("Title", "Standard", "Subtitle", 'fo:margin-bottom="0.1cm"', 'fo:font-size="22pt" fo:font-weight="bold"'),
    ("Subtitle", "Standard", "Text body", 'fo:margin-bottom="0.6cm"', f'fo:color="{_GREY}" fo:font-size="10.5pt"'),
    (
        "Remark",
        "Standard",
        "Text body",
        'fo:margin-left="0.5cm" fo:margin-bottom="0.35cm"',
        f'fo:font-size="9pt" fo:color="{_GREY}"',
    ),
    ("Caption", "Standard", "Text body", 'fo:margin-bottom="0.3cm"', f'fo:font-size="9pt" fo:color="{_GREY}"'),
    ("Block Quotation", "Text body", "", 'fo:margin-left="1cm" fo:margin-right="1cm"', 'fo:font-style="italic"'),
    (
        "Preformatted Text",
        "Standard",
        "",
        'fo:margin-bottom="0.2cm" fo:background-color="#f2f2f2" fo:padding="0.15cm"',
        f'style:font-name={attribute(_MONO)} fo:font-size="9pt" fo:hyphenate="false"',
    ),
    ("Horizontal Line", "Standard", "Text body", 'fo:border-bottom="0.5pt solid #bfbfbf" fo:margin-bottom="0.3cm"', ""),
    ("List Paragraph", "Text body", "", 'fo:margin-bottom="0.1cm"', ""),
    ("Table Contents", "Standard", "", "", ""),
    ("Table Heading", "Table Contents", "", "", 'fo:font-weight="bold"'),
    (
        "Footnote",
        "Standard",
        "",
        'fo:margin-left="0.6cm" fo:text-indent="-0.6cm"',
        'fo:font-size="9pt" fo:hyphenate="false"',
    ),
    ("Contents Heading", "Standard", "", 'fo:margin-bottom="0.2cm"', 'fo:font-size="13pt" fo:font-weight="bold"'),
    (
        "Footer",
        "Standard",
        "",
        "",
        f'fo:font-size="9pt" fo:color="{_GREY}" fo:hyphenate="false"',
    ),
)


def _style(
    name: str,
    family: str,
    layout: str,
    look: str,
    *,
    parent: str = "",
    follows: str = "",
    outline: int = 0,
    inner: str = "",
) -> str:
    names = f"style:name={attribute(encoded(name))} style:display-name={attribute(name)}"
    names += f' style:family="{family}"'
    if parent := parent or ("Standard" if outline else ""):
        names += f" style:parent-style-name={attribute(encoded(parent))}"
    if follows:
        names += f" style:next-style-name={attribute(encoded(follows))}"
    if outline:
        names += f' style:default-outline-level="{outline}"'
    if name == "Footer":
        inner = '<style:tab-stops><style:tab-stop style:position="16cm" style:type="right"/></style:tab-stops>'
    properties = f"<style:paragraph-properties {layout}>{inner}</style:paragraph-properties>" if layout or inner else ""
    properties += f"<style:text-properties {look}/>" if look else ""
    return f"<style:style {names}>{properties}</style:style>"


def _face(name: str, family: str, pitch: str) -> str:
    return (
        f'<style:font-face style:name={attribute(name)} svg:font-family="&apos;{name}&apos;"'
        f' style:font-family-generic="{family}" style:font-pitch="{pitch}"/>'
    )


def _list_style(name: str, kind: str, *signs: str) -> str:
    """Args: signs: in turn for the levels."""
    followed = "listtab" if name != "Boxes" else "nothing"
    levels: list[str] = []
    for level in range(1, 11):
        place = (
            '<style:list-level-properties text:list-level-position-and-space-mode="label-alignment">'
            f'<style:list-level-label-alignment text:label-followed-by="{followed}"'
            f' fo:text-indent="-0.6cm" fo:margin-left="{level * 0.6:.1f}cm"'
            f' text:list-tab-stop-position="{level * 0.6:.1f}cm"/></style:list-level-properties>'
        )
        sign = signs[(level + 1) % len(signs)]
        levels.append(
            f'<text:list-level-style-{kind} text:level="{level}" {sign}>{place}</text:list-level-style-{kind}>'
        )
    return f'<text:list-style style:name="{name}" style:display-name="{name}">{"".join(levels)}</text:list-style>'
