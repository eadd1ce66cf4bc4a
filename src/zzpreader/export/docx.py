"""A report as an Office Open XML document, through python-docx (the extra "docx").

The package, its parts and its properties are python-docx's; the body is written as XML, because it knows no
footnotes, no bookmarks and no borders of paragraphs.
"""

from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from io import BytesIO
from typing import TYPE_CHECKING, cast
from zipfile import ZipFile

from zzpreader.export.archive import packed
from zzpreader.export.docx_styles import Element, add_styles, set_page, style_id
from zzpreader.export.prose import (
    Code,
    Grid,
    Listing,
    Prose,
    Quotation,
    Rule,
    Run,
    Runs,
    Title,
    Words,
    box_of,
    unboxed,
)
from zzpreader.export.report import Block, Heading, Illustration, Note, Paragraph, Picture, Quote, Report, Table
from zzpreader.export.xml import attribute, clean, text

if TYPE_CHECKING:
    from docx.document import Document

_MAIN = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_DECLARED = f'xmlns:w="{_MAIN}" xmlns:r="{_RELATIONS}"'
_IN_CONTENTS = 3
_EMU = 12_700
"""English metric units in a point."""


def to_docx(report: Report) -> bytes:
    """Raises: ImportError without python-docx."""
    import docx  # noqa: PLC0415 - optional, and slow to import
    from docx.oxml import parse_xml  # noqa: PLC0415

    document = docx.Document()
    _set_properties(document, report)
    add_styles(document, report)
    set_page(document, report)
    body = _Body(report, _Parts(document))
    written = "".join(body.blocks())
    whole = cast(Element, parse_xml(f"<w:body {_DECLARED}>{written}</w:body>"))
    *_, section = cast(Element, document.element.body)  # its properties stand last
    for child in list(whole):
        section.addprevious(child)
    _add_footnotes(document, body.footnotes)
    file = BytesIO()
    document.save(file)
    with ZipFile(file) as archive:  # python-docx writes the time of day into it
        return packed((name, archive.read(name)) for name in archive.namelist())


class _Parts:
    """What stands in other parts of the package, and by which relation."""

    def __init__(self, document: "Document") -> None:
        self._part = document.part
        self._links: dict[str, str] = {}

    def link(self, address: str) -> str:
        if address not in self._links:
            self._links[address] = self._part.relate_to(address, f"{_RELATIONS}/hyperlink", is_external=True)
        return self._links[address]

    def picture(self, picture: Picture) -> str:
        return self._part.get_or_add_image(BytesIO(picture.data))[0]


class _Body:
    def __init__(self, report: Report, parts: _Parts) -> None:
        self._report, self._parts = report, parts
        self._bookmarks = 0
        self.footnotes: list[str] = []

    def blocks(self) -> Iterator[str]:
        meta = self._report.meta
        yield self._paragraph("Title", (Run(meta.title),))
        if self._report.byline:
            yield self._paragraph("Subtitle", (Run(self._report.byline),))
        yield from self._contents()
        for block in self._report.blocks:
            yield from self._block(block)

    def _block(self, block: Block) -> Iterator[str]:
        match block:
            case Heading(id=name, level=level, text=words):
                yield self._heading(level - 1, (Run(words),), name)
            case Paragraph(runs=runs, remark=remark):
                yield self._paragraph("Remark" if remark else "BodyText", runs)
            case Quote(paragraphs=paragraphs, color=color, source=source):
                style = style_id(color, self._report)
                *first, last = (f"“{words}”" for words in paragraphs)
                yield from (self._paragraph(style, (Run(words),)) for words in first)
                yield self._paragraph(style, (Run(last),), behind=self._footnote(source))
            case Note(level=level):
                for one in block.blocks:
                    yield from self._prose(one, level)
            case Table(header=header, rows=rows):
                yield _GAP
                yield self._table(Grid(tuple(tuple((Run(cell),) for cell in row) for row in (header, *rows))))
            case Illustration():
                yield self._picture(block)

    def _paragraph(self, style: str, runs: Runs, *, before: str = "", behind: str = "", properties: str = "") -> str:
        kind = f'<w:pPr><w:pStyle w:val="{style}"/>{properties}</w:pPr>'
        return f"<w:p>{kind}{before}{''.join(map(self._run, runs))}{behind}</w:p>"

    def _heading(self, level: int, runs: Runs, name: str = "") -> str:
        self._bookmarks += 1
        start = f'<w:bookmarkStart w:id="{self._bookmarks}" w:name={attribute(_anchor(name))}/>' if name else ""
        end = f'<w:bookmarkEnd w:id="{self._bookmarks}"/>' if name else ""
        return self._paragraph(f"Heading{max(1, min(level, 6))}", runs, before=start, behind=end)

    def _footnote(self, source: str) -> str:
        self.footnotes.append(source)
        return (
            '<w:r><w:rPr><w:rStyle w:val="FootnoteReference"/></w:rPr>'
            f'<w:footnoteReference w:id="{len(self.footnotes)}"/></w:r>'
        )

    def _contents(self) -> Iterator[str]:
        """A field with its entries filled, but for the pages: an office program adds them when it is told to (F9)."""
        shown = [b for b in self._report.blocks if isinstance(b, Heading) and b.level - 1 <= _IN_CONTENTS]
        if not shown:
            return
        yield self._paragraph("TOCHeading", (Run(self._report.words.contents),))
        for n, heading in enumerate(shown):
            link = (
                f'<w:hyperlink w:anchor={attribute(_anchor(heading.id))} w:history="1">'
                f"{self._run(Run(heading.text))}</w:hyperlink>"
            )
            start = _field_start(f'TOC \\o "1-{_IN_CONTENTS}" \\h \\z') if not n else ""
            end = _FIELD_END if n == len(shown) - 1 else ""
            yield self._paragraph(f"TOC{heading.level - 1}", (), before=start, behind=link + end)

    def _prose(self, block: Prose, level: int, style: str = "BodyText", properties: str = "") -> Iterator[str]:
        match block:
            case Words(runs):
                yield self._paragraph(style, runs, properties=properties)
            case Title(own, runs):
                yield self._heading(level - 1 + own, runs)
            case Quotation(blocks):
                for inner in blocks:
                    yield from self._prose(inner, level, "BlockText")
            case Code(words):
                yield self._paragraph("SourceText", (Run(words),))
            case Rule():
                yield self._paragraph("HorizontalLine", ())
            case Grid():
                yield self._table(block)
            case Listing():
                yield from self._list(block, level, 0)

    def _list(self, block: Listing, level: int, depth: int) -> Iterator[str]:
        """Signs and numbers are words: a list that Word counts needs a numbering of its own for every list."""
        indent = 340 * (depth + 1)
        for n, blocks in enumerate(block.items):
            box = box_of(blocks)
            sign = box or ("•" if block.start is None else f"{block.start + n}.")
            for m, one in enumerate(blocks):
                if isinstance(one, Listing):
                    yield from self._list(one, level, depth + 1)
                    continue
                hanging = ' w:hanging="340"' if not m else ""
                place = f'<w:ind w:left="{indent}"{hanging}/>'
                if isinstance(one, Words):
                    words = unboxed(one) if box and not m else one
                    first = f'<w:r><w:t xml:space="preserve">{sign}</w:t><w:tab/></w:r>' if not m else ""
                    yield self._paragraph("ListParagraph", words.runs, before=first, properties=place)
                else:
                    yield from self._prose(one, level, "ListParagraph", place)

    def _table(self, grid: Grid) -> str:
        columns = len(grid.rows[0]) if grid.rows else 1
        width = 9070 // (columns + 1)
        widths = [2 * width, *[width] * (columns - 1)]
        rows: list[str] = []
        for n, row in enumerate(grid.rows):
            style = "TableContents" if n else "TableHeading"
            cells = "".join(
                f'<w:tc><w:tcPr><w:tcW w:w="{widths[m]}" w:type="dxa"/></w:tcPr>{self._paragraph(style, cell)}</w:tc>'
                for m, cell in enumerate(row)
            )
            header = "" if n else "<w:trPr><w:cantSplit/><w:tblHeader/></w:trPr>"
            rows.append(f"<w:tr>{header}{cells}</w:tr>")
        line = '<w:{0} w:val="single" w:sz="4" w:space="0" w:color="BFBFBF"/>'
        borders = "".join(line.format(side) for side in ("top", "bottom", "insideH"))
        columns_xml = "".join(f'<w:gridCol w:w="{width}"/>' for width in widths)
        return (
            f'<w:tbl><w:tblPr><w:tblW w:w="0" w:type="auto"/><w:tblBorders>{borders}</w:tblBorders>'
            '<w:tblCellMar><w:left w:w="0" w:type="dxa"/><w:right w:w="160" w:type="dxa"/></w:tblCellMar></w:tblPr>'
            f"<w:tblGrid>{columns_xml}</w:tblGrid>{''.join(rows)}</w:tbl>{_GAP}"
        )

    def _picture(self, block: Illustration) -> str:
        picture = block.picture
        width = min(picture.width, 453.0)
        height = picture.height * width / picture.width if picture.width else picture.height
        self._bookmarks += 1
        drawing = _drawing(self._parts.picture(picture), picture.alt, width, height, self._bookmarks)
        caption = f"<w:r><w:br/></w:r>{self._run(Run(block.caption))}" if block.caption else ""
        return self._paragraph("Caption", (), behind=f"<w:r>{drawing}</w:r>{caption}")

    def _run(self, run: Run) -> str:
        looks: list[tuple[Callable[[Run], bool], str]] = [
            (lambda r: r.code, '<w:rStyle w:val="SourceTextChar"/>'),
            (lambda r: bool(r.link), '<w:rStyle w:val="Hyperlink"/>'),
            (lambda r: r.strong, "<w:b/>"),
            (lambda r: r.emphasis, "<w:i/>"),
            (lambda r: r.struck, "<w:strike/>"),
        ]
        look = "".join(xml for has, xml in looks if has(run))
        written = f"<w:r>{f'<w:rPr>{look}</w:rPr>' if look else ''}{_chars(run.text)}</w:r>"
        return f'<w:hyperlink r:id="{self._parts.link(run.link)}">{written}</w:hyperlink>' if run.link else written


def _anchor(name: str) -> str:
    """Names of bookmarks have at most 40 signs, and no hyphen."""
    return f"zzp_{name.replace('-', '_')}"[:40]


def _chars(words: str) -> str:
    written = text(words).replace("\t", '</w:t><w:tab/><w:t xml:space="preserve">')
    written = written.replace("\n", '</w:t><w:br/><w:t xml:space="preserve">')
    return f'<w:t xml:space="preserve">{written}</w:t>'


_GAP = '<w:p><w:pPr><w:spacing w:before="0" w:after="0" w:line="120" w:lineRule="exact"/></w:pPr></w:p>'
"""Around a table, which has no space of its own; without it Word makes one table of two."""

_FIELD_END = '<w:r><w:fldChar w:fldCharType="end"/></w:r>'


def _field_start(instruction: str) -> str:
    return (
        '<w:r><w:fldChar w:fldCharType="begin"/></w:r>'
        f'<w:r><w:instrText xml:space="preserve"> {text(instruction)} </w:instrText></w:r>'
        '<w:r><w:fldChar w:fldCharType="separate"/></w:r>'
    )


def _drawing(relation: str, alt: str, width: float, height: float, number: int) -> str:
    size = f'cx="{round(width * _EMU)}" cy="{round(height * _EMU)}"'
    drawing, picture = (f"http://schemas.openxmlformats.org/drawingml/2006/{name}" for name in ("main", "picture"))
    named = f'id="{number}" name="Picture {number}" descr={attribute(alt)}'
    return (
        '<w:drawing><wp:inline xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing" '
        f'distT="0" distB="0" distL="0" distR="0"><wp:extent {size}/><wp:effectExtent l="0" t="0" r="0" b="0"/>'
        f'<wp:docPr {named}/><a:graphic xmlns:a="{drawing}"><a:graphicData uri="{picture}">'
        f'<pic:pic xmlns:pic="{picture}"><pic:nvPicPr><pic:cNvPr {named}/><pic:cNvPicPr/></pic:nvPicPr><pic:blipFill>'
        f'<a:blip r:embed="{relation}"/><a:stretch><a:fillRect/></a:stretch></pic:blipFill><pic:spPr><a:xfrm>'
        f'<a:off x="0" y="0"/><a:ext {size}/></a:xfrm><a:prstGeom prst="rect"><a:avLst/></a:prstGeom></pic:spPr>'
        "</pic:pic></a:graphicData></a:graphic></wp:inline></w:drawing>"
    )


def _add_footnotes(document: "Document", sources: list[str]) -> None:
    """A part of its own; the first two notes are the lines that Word draws above the others."""
    from docx.opc.packuri import PackURI  # noqa: PLC0415
    from docx.opc.part import Part  # noqa: PLC0415

    mark = '<w:r><w:rPr><w:rStyle w:val="FootnoteReference"/></w:rPr><w:footnoteRef/></w:r>'
    style = '<w:pPr><w:pStyle w:val="FootnoteText"/></w:pPr>'
    notes = "".join(
        f'<w:footnote w:id="{n}"><w:p>{style}{mark}<w:r>{_chars(f" {source}")}</w:r></w:p></w:footnote>'
        for n, source in enumerate(sources, 1)
    )
    lines = "".join(
        f'<w:footnote w:type="{kind}" w:id="{n}"><w:p><w:r><w:{kind}/></w:r></w:p></w:footnote>'
        for n, kind in ((-1, "separator"), (0, "continuationSeparator"))
    )
    declaration = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>'
    data = f"{declaration}\n<w:footnotes {_DECLARED}>{lines}{notes}</w:footnotes>"
    kind = "application/vnd.openxmlformats-officedocument.wordprocessingml.footnotes+xml"
    part = Part(PackURI("/word/footnotes.xml"), kind, data.encode(), document.part.package)
    document.part.relate_to(part, f"{_RELATIONS}/footnotes")


def _set_properties(document: "Document", report: Report) -> None:
    meta, properties = report.meta, document.core_properties
    title, author, subject = (clean(value) for value in (meta.title, meta.author, meta.work.cited))
    when = datetime.fromisoformat(meta.date).astimezone(UTC)
    properties.title, properties.author, properties.last_modified_by = title, author, author
    properties.subject, properties.comments, properties.keywords = subject, "", ""
    properties.language = "nl-NL" if meta.language == "nl" else "en-GB"
    properties.created = properties.modified = when
