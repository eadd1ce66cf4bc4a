"""The blocks of a report as elements of ODF text; each bears a bookmark by which it is known again.

A bookmark stands behind the first sign of its paragraph: who begins a new paragraph before it or behind it, in an
office program, then leaves it where it was.
"""

import re
from collections.abc import Iterable, Iterator
from html import unescape

from zzpreader.export.odt_styles import quote_style
from zzpreader.export.prose import Code, Grid, Listing, Prose, Quotation, Rule, Run, Runs, Title, Words, box_of
from zzpreader.export.renew import Piece, digest_of
from zzpreader.export.report import Block, Heading, Illustration, Note, Paragraph, Quote, Report, Table
from zzpreader.export.xml import attribute, text

MARK = "zzp-"
"""What the names of our bookmarks begin with."""

CONTENTS = f"{MARK}contents"
_DEEPEST = 6
_IN_CONTENTS = 3
_TAG = re.compile(r"<[^>]*>")
_NUMBERS = re.compile(
    r"<text:note-citation.*?</text:note-citation>|<text:bookmark-ref.*?</text:bookmark-ref>", re.DOTALL
)
_BLANK = re.compile(r"<text:(?:tab|s|line-break)(?: [^>]*)?/>|</(?:text:[ph]|table:table-cell)>")
_SPACING = re.compile(r" {2,}|\t|\n")


def words_of(element: str) -> list[str]:
    """The words of an element, but for numbers that an office program counts by itself."""
    return unescape(_TAG.sub("", _BLANK.sub(" ", _NUMBERS.sub("", element)))).split()


def digest_of_words(element: str) -> str:
    return digest_of(" ".join(words_of(element)))


def pieces(report: Report) -> list[Piece]:
    """Elements for the body, each with the name of its bookmark."""
    return list(_Body(report).pieces())


class _Body:
    def __init__(self, report: Report) -> None:
        self._report = report
        self._footnotes = 0

    def pieces(self) -> Iterator[Piece]:
        meta = self._report.meta
        yield self._piece("title", paragraph("Title", (Run(meta.title),), mark("title")))
        if self._report.byline:
            yield self._piece("byline", paragraph("Subtitle", (Run(self._report.byline),), mark("byline")))
        if any(isinstance(block, Heading) for block in self._report.blocks):
            yield Piece(CONTENTS, contents(self._report))
        for block in self._report.blocks:
            for n, element in enumerate(self._elements(block)):
                name = block.id if not n else f"{block.id}.{n + 1}"
                yield self._piece(name, element.replace(_HERE, mark(name), 1))

    def _piece(self, name: str, element: str) -> Piece:
        return Piece(f"{MARK}{name}", element + "\n")

    def _elements(self, block: Block) -> Iterator[str]:
        """Each with `_HERE` where its bookmark goes."""
        match block:
            case Heading(level=level, text=words):
                yield _heading(level - 1, (Run(words),), _HERE)
            case Paragraph(runs=runs, remark=remark):
                yield paragraph("Remark" if remark else "Text_20_body", runs, _HERE)
            case Quote():
                yield from self._quote(block)
            case Note(level=level):
                for one in block.blocks:
                    yield from _prose(one, level, _HERE)
            case Table(header=header, rows=rows):
                grid = Grid(tuple(tuple((Run(cell),) for cell in row) for row in (header, *rows)))
                yield _table(grid, _HERE)
            case Illustration():
                yield _picture(block)

    def _quote(self, block: Quote) -> Iterator[str]:
        style = quote_style(block.color, self._report)
        *first, last = (f"“{words}”" for words in block.paragraphs)
        for words in first:
            yield paragraph(style, (Run(words),), _HERE)
        self._footnotes += 1
        yield paragraph(style, (Run(last),), _HERE, _footnote(self._footnotes, block))


_HERE = "<text:bookmark/>"


def mark(name: str) -> str:
    return f"<text:bookmark text:name={attribute(MARK + name)}/>"


def paragraph(style: str, runs: Runs, mark: str = "", behind: str = "") -> str:
    return f'<text:p text:style-name="{style}">{_runs(runs, mark)}{behind}</text:p>'


def _heading(level: int, runs: Runs, mark: str) -> str:
    level = max(1, min(level, _DEEPEST))
    return f'<text:h text:style-name="Heading_20_{level}" text:outline-level="{level}">{_runs(runs, mark)}</text:h>'


def _footnote(number: int, quote: Quote) -> str:
    body = paragraph("Footnote", (Run(quote.source),))
    return (
        f'<text:note text:id="{MARK}f{number}" text:note-class="footnote"><text:note-citation>{number}'
        f"</text:note-citation><text:note-body>{body}</text:note-body></text:note>"
    )


def contents(report: Report) -> str:
    """The table of contents: filled, and made so that an office program can fill it anew."""
    headings = [block for block in report.blocks if isinstance(block, Heading) and block.level - 1 <= _IN_CONTENTS]
    title = paragraph("Contents_20_Heading", (Run(report.words.contents),))
    templates = "".join(map(_entry_template, range(1, 11)))
    return (
        f'<text:table-of-content text:name="{CONTENTS}">'
        f'<text:table-of-content-source text:outline-level="{_IN_CONTENTS}" text:use-outline-level="true">'
        f'<text:index-title-template text:style-name="Contents_20_Heading">{text(report.words.contents)}'
        f"</text:index-title-template>{templates}</text:table-of-content-source><text:index-body>"
        f'<text:index-title text:name="{CONTENTS}_Head">{title}</text:index-title>'
        f"{''.join(map(_entry, headings))}</text:index-body></text:table-of-content>\n"
    )


def _entry_template(level: int) -> str:
    style = f"Contents_20_{min(level, _DEEPEST)}"
    return (
        f'<text:table-of-content-entry-template text:outline-level="{level}" text:style-name="{style}">'
        '<text:index-entry-link-start text:style-name="Index_20_Link"/><text:index-entry-chapter/>'
        '<text:index-entry-text/><text:index-entry-tab-stop style:type="right" style:leader-char="."/>'
        "<text:index-entry-page-number/><text:index-entry-link-end/></text:table-of-content-entry-template>"
    )


def _entry(heading: Heading) -> str:
    target = MARK + heading.id
    # Which page it is on is known when it is laid out: the field takes it from there.
    page = f'<text:bookmark-ref text:reference-format="page" text:ref-name="{target}">–</text:bookmark-ref>'
    link = f'<text:a xlink:type="simple" xlink:href="#{target}" text:style-name="Index_20_Link">'
    style = f"Contents_20_{heading.level - 1}"
    return f'<text:p text:style-name="{style}">{link}{_chars(heading.text)}<text:tab/>{page}</text:a></text:p>'


def _picture(block: Illustration) -> str:
    picture = block.picture
    width = min(picture.width, 453.0)  # points between the margins
    height = picture.height * width / picture.width if picture.width else picture.height
    frame = (
        f'<draw:frame draw:name="{MARK}{block.id}" text:anchor-type="as-char" svg:width="{width:.1f}pt"'
        f' svg:height="{height:.1f}pt"><draw:image xlink:href="Pictures/{picture.file_name}" xlink:type="simple"'
        f' xlink:show="embed" xlink:actuate="onLoad"/><svg:desc>{text(picture.alt)}</svg:desc></draw:frame>'
    )
    caption = f"<text:line-break/>{_chars(block.caption)}" if block.caption else ""
    return f'<text:p text:style-name="Caption">{_HERE}{frame}{caption}</text:p>'


def _prose(block: Prose, level: int, mark: str, style: str = "Text_20_body") -> Iterator[str]:
    """Elements of a note below a heading of `level`. Args: mark: goes into each that stands by itself."""
    match block:
        case Words(runs):
            yield paragraph(style, runs, mark)
        case Title(own, runs):
            yield _heading(level - 1 + own, runs, mark)
        case Quotation(blocks):
            for inner in blocks:
                yield from _prose(inner, level, mark, "Block_20_Quotation")
        case Code(words):
            yield paragraph("Preformatted_20_Text", (Run(words),), mark)
        case Rule():
            yield f'<text:p text:style-name="Horizontal_20_Line">{mark}</text:p>'
        case Grid():
            yield _table(block, mark)
        case Listing():
            yield _list(block, level, mark)


def _list(block: Listing, level: int, mark: str) -> str:
    """The mark goes into its first paragraph."""
    is_checklist = all(box_of(blocks) for blocks in block.items)
    name = "Numbers" if block.start is not None else "Boxes" if is_checklist else "Bullets"
    items: list[str] = []
    for n, blocks in enumerate(block.items):
        inner = "".join(_in_list(blocks, level)) or paragraph("List_20_Paragraph", ())
        start = f' text:start-value="{block.start}"' if not n and block.start not in (None, 1) else ""
        items.append(f"<text:list-item{start}>{inner}</text:list-item>")
    written = f'<text:list text:style-name="{name}">{"".join(items)}</text:list>'
    return re.sub(r"(<text:[ph][ >][^>]*?>|<text:p>)", lambda found: found[0] + mark, written, count=1)


def _in_list(blocks: Iterable[Prose], level: int) -> Iterator[str]:
    for block in blocks:
        if isinstance(block, Grid):  # a list cannot hold a table
            for row in block.rows:
                yield paragraph("List_20_Paragraph", tuple(run for cell in row for run in (*cell, Run(" "))))
        else:
            yield from _prose(block, level, "", "List_20_Paragraph")


_CELL = '<table:table-cell table:style-name="zzpCell" office:value-type="string">{}</table:table-cell>'


def _table(block: Grid, mark: str) -> str:
    rows: list[str] = []
    for n, row in enumerate(block.rows):
        style = "Table_20_Contents" if n else "Table_20_Heading"
        cells = "".join(_CELL.format(paragraph(style, cell, "" if n or m else mark)) for m, cell in enumerate(row))
        written = f"<table:table-row>{cells}</table:table-row>"
        rows.append(written if n else f"<table:table-header-rows>{written}</table:table-header-rows>")
    columns = len(block.rows[0]) if block.rows else 1
    more = f' table:number-columns-repeated="{columns - 1}"'
    widths = '<table:table-column table:style-name="zzpWide"/>'
    widths += f'<table:table-column table:style-name="zzpColumn"{more}/>' if columns > 1 else ""
    return f'<table:table table:style-name="zzpTable">{widths}{"".join(rows)}</table:table>'


_STYLES = (
    ("strong", "Strong_20_Emphasis"),
    ("emphasis", "Emphasis"),
    ("struck", "Struck_20_Out"),
    ("code", "Source_20_Text"),
)


def _runs(runs: Runs, mark: str) -> str:
    """The mark behind the first sign, if there is any."""
    if not runs or not runs[0].text:
        return mark + "".join(_run(run, _chars(run.text)) for run in runs)
    first = runs[0]
    written = _chars(first.text[:1]) + mark + _chars(first.text[1:])
    return _run(first, written) + "".join(_run(run, _chars(run.text)) for run in runs[1:])


def _run(run: Run, written: str) -> str:
    for field, style in _STYLES:
        if getattr(run, field):
            written = f'<text:span text:style-name="{style}">{written}</text:span>'
    if run.link:
        return f'<text:a xlink:type="simple" xlink:href={attribute(run.link)}>{written}</text:a>'
    return written


def _chars(words: str) -> str:
    """Blanks in a row, tabs and line ends have elements of their own."""
    return _SPACING.sub(_blank, text(words))


def _blank(found: "re.Match[str]") -> str:
    sign = found[0]
    if sign == "\t":
        return "<text:tab/>"
    return "<text:line-break/>" if sign == "\n" else f'<text:s text:c="{len(sign)}"/>'
