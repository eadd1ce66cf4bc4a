"""Blocks become slabs, and slabs are stacked on pages.

A slab is the least that cannot be broken: a line, a row of a table, a box. One that `keeps` stays on the page of the
next, so a heading never stands alone at the foot, and no paragraph leaves a single line behind or sends one ahead.
"""

from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import NamedTuple

from guide.design import BOTTOM, DEEP, FOOT, HAIR, LEFT, LINK, MEASURE, PALE, TOP, WARM, Design
from guide.letters import Piece, Style, Word, break_lines, segments, words_of
from guide.pdf import WIDTH, Element, Page, Pdf, Spot
from guide.source import Block, Box, Bullets, Heading, PageBreak, Paragraph, Spans, Table

INDENT = 17.0
PADDING = 13.0
CELL_GAP = 10.0
CELL_PADDING = 4.0
BULLET = "•"


class Slab(NamedTuple):
    """`before` is empty space above it, dropped at the top of a page; `draw` gets the page and the slab's top."""

    height: float
    draw: Callable[[Page, float], None]
    before: float = 0.0
    keeps: bool = False
    new_page: bool = False


def write_line(page: Page, x: float, base: float, line: Sequence[Word], element: Element) -> None:
    """Sets a line; a link in it becomes an element of its own, underlined."""
    for piece in segments(line):
        if not piece.link:
            with page.part_of(element):
                page.write(x, base, piece)
        else:
            link = Element("Link", element)
            with page.part_of(link):
                page.write(x, base, piece)
            shown = piece._replace(text=piece.text.rstrip()).width
            with page.decoration():
                page.rectangle(x, base + 1.6, shown, 0.5, LINK)
            size = piece.style.size
            page.link((x, base - size, x + shown, base + size * 0.35), piece.link, link, piece.text.strip())
        x += piece.width


def base_of(style: Style) -> float:
    """How far below the top of its line the letters stand."""
    return style.leading * 0.5 + style.size * 0.35


class Setter:
    """Lays out the blocks of one document from its present end on."""

    def __init__(self, pdf: Pdf, design: Design, running: str) -> None:
        self._pdf = pdf
        self._design = design
        self._running = running

    def set(self, blocks: Iterable[Block]) -> None:
        slabs: list[Slab] = []
        breaks = True
        for block in blocks:
            if isinstance(block, PageBreak):
                breaks = True
                continue
            made = list(self._slabs(block))
            made[0] = made[0]._replace(new_page=breaks)
            breaks = False
            slabs += made
        self._stack(slabs)

    def _stack(self, slabs: Sequence[Slab]) -> None:
        page, y = None, TOP
        for group in _groups(slabs):
            needed = sum(slab.height + slab.before for slab in group) - group[0].before
            if page is None or group[0].new_page or y + group[0].before + needed > BOTTOM:
                self._end(page)
                page, y = self._pdf.add_page(), TOP
            for n, slab in enumerate(group):
                if y > TOP or n:
                    y += slab.before
                slab.draw(page, y)
                y += slab.height
        self._end(page)

    def _end(self, page: Page | None) -> None:
        if page:
            draw_foot(page, self._design, self._running)

    def _slabs(self, block: Block) -> Iterator[Slab]:
        match block:
            case Heading():
                yield from self._heading(block)
            case Paragraph(spans):
                yield from self._lines(spans, Element("P", self._pdf.root), before=7.5)
            case Bullets():
                yield from self._bullets(block)
            case Table():
                yield from self._table(block)
            case Box():
                yield self._box(block)
            case PageBreak():
                raise AssertionError("a page break has no slab")

    def _heading(self, heading: Heading) -> Iterator[Slab]:
        top = heading.level == 1
        style = self._design.heading if top else self._design.subheading
        element = Element(f"H{heading.level}", self._pdf.root)
        lines = break_lines(words_of([Piece(heading.text, style)]), MEASURE)

        def draw(page: Page, y: float) -> None:
            spot = Spot(page.number, y - 12)
            self._pdf.anchors[heading.anchor] = spot
            self._pdf.bookmarks.append((heading.level, heading.text, spot))
            if top:
                with page.decoration():
                    page.rectangle(LEFT, y - 9, 30, 2.6, WARM)
            for n, line in enumerate(lines):
                write_line(page, LEFT, y + n * style.leading + base_of(style), line, element)

        below = 5.0 if top else 0.0
        yield Slab(len(lines) * style.leading + below, draw, before=32.0 if top else 16.0, keeps=True)

    def _lines(
        self, spans: Spans, element: Element, before: float, indent: float = 0.0, mark: str = ""
    ) -> Iterator[Slab]:
        design = self._design
        pieces = design.pieces(spans, design.text, design.strong, design.stressed)
        lines = break_lines(words_of(pieces), MEASURE - indent)
        label = Element("Lbl", element) if mark else None
        body = Element("LBody", element) if mark else element
        for n, line in enumerate(lines):

            def draw(page: Page, y: float, line: Sequence[Word] = line, n: int = n) -> None:
                base = y + base_of(design.text)
                if label and n == 0:
                    with page.part_of(label):
                        page.write(LEFT, base, Piece(mark, design.bullet if mark == BULLET else design.number))
                write_line(page, LEFT + indent, base, line, body)

            near_an_end = n == 0 or n == len(lines) - 2
            keeps = near_an_end and n < len(lines) - 1
            yield Slab(design.text.leading, draw, before=0.0 if n else before, keeps=keeps)

    def _bullets(self, bullets: Bullets) -> Iterator[Slab]:
        numbering = "Decimal" if bullets.numbered else "Disc"
        whole = Element("L", self._pdf.root, f"/A <</O/List/ListNumbering/{numbering}>>")
        for n, item in enumerate(bullets.items):
            mark = f"{n + 1}." if bullets.numbered else BULLET
            before = 3.5 if n else 6.0
            yield from self._lines(item, Element("LI", whole), before, indent=INDENT, mark=mark)

    def _table(self, table: Table) -> Iterator[Slab]:
        design = self._design
        whole = Element("Table", self._pdf.root)
        cells = [
            [
                words_of(design.pieces(cell, design.column if n == 0 else design.cell, design.cell_strong))
                for cell in row
            ]
            for n, row in enumerate(table.rows)
        ]
        widths = _column_widths(cells, MEASURE)
        for n, row in enumerate(cells):
            element = Element("TR", whole)
            lines = [break_lines(cell, width) for cell, width in zip(row, widths, strict=True)]
            height = max(len(one) for one in lines) * design.cell.leading + 2 * CELL_PADDING

            def draw(
                page: Page,
                y: float,
                n: int = n,
                lines: list[list[tuple[Word, ...]]] = lines,
                element: Element = element,
                height: float = height,
            ) -> None:
                x = LEFT
                for column, (cell, width) in enumerate(zip(lines, widths, strict=True)):
                    scope = "/A <</O/Table/Scope/Column>>" if n == 0 else ""
                    box = Element("TH" if n == 0 else "TD", element, scope)
                    for m, line in enumerate(cell):
                        ahead = width - _width(line) if table.end_aligned[column] else 0.0
                        base = y + CELL_PADDING + m * design.cell.leading + base_of(design.cell)
                        write_line(page, x + ahead, base, line, box)
                    x += width + CELL_GAP
                with page.decoration():
                    page.rectangle(LEFT, y + height - 0.6, MEASURE, 0.9 if n == 0 else 0.5, DEEP if n == 0 else HAIR)

            last = len(cells) - 1
            below = 6.0 if n == last else 0.0
            yield Slab(height + below, draw, before=0.0 if n else 9.0, keeps=n == 0 or n == last - 1)

    def _box(self, box: Box) -> Slab:
        design = self._design
        sub = design.cell._replace(size=9.6, leading=14.4)
        bold = design.cell_strong._replace(size=9.6, leading=14.4)
        paragraphs = [
            break_lines(words_of(design.pieces(spans, sub, bold)), MEASURE - 2 * PADDING) for spans in box.paragraphs
        ]
        gap = 5.0
        height = sum(len(lines) * sub.leading for lines in paragraphs)
        height += gap * (len(paragraphs) - 1) + 2 * PADDING - 4
        note = Element("Note", self._pdf.root)
        elements = [Element("P", note) for _ in paragraphs]

        def draw(page: Page, y: float) -> None:
            with page.decoration():
                page.rectangle(LEFT, y, MEASURE, height, PALE)
                page.rectangle(LEFT, y, 2.6, height, WARM)
            y += PADDING - 2
            for lines, element in zip(paragraphs, elements, strict=True):
                for line in lines:
                    write_line(page, LEFT + PADDING, y + base_of(sub), line, element)
                    y += sub.leading
                y += gap

        return Slab(height + 4, draw, before=13.0)


def draw_foot(page: Page, design: Design, running: str) -> None:
    """Running title and page number, which the structure tree leaves out."""
    number = Piece(str(page.number + 1), design.cell_strong._replace(colour=DEEP))
    with page.decoration():
        page.rectangle(LEFT, FOOT - 16, MEASURE, 0.5, HAIR)
        page.write(LEFT, FOOT, Piece(running, design.small))
        page.write(LEFT + MEASURE - number.width, FOOT, number)
        page.rectangle(0, 0, WIDTH, 7, DEEP)


def _groups(slabs: Sequence[Slab]) -> Iterator[list[Slab]]:
    """Slabs that belong on one page."""
    group: list[Slab] = []
    for slab in slabs:
        group.append(slab)
        if not slab.keeps:
            yield group
            group = []
    if group:
        yield group


def _width(line: Sequence[Word]) -> float:
    return sum(piece.width for piece in segments(line))


def _column_widths(rows: Sequence[Sequence[list[Word]]], measure: float) -> list[float]:
    """Every column gets what its widest cell needs, as long as that is no more than its fair share of what is left."""
    wanted = [max(_width(cell) for cell in column) + 0.5 for column in zip(*rows, strict=True)]
    left = measure - CELL_GAP * (len(wanted) - 1)
    widths = [0.0] * len(wanted)
    by_need = sorted(range(len(wanted)), key=lambda column: wanted[column])
    for n, column in enumerate(by_need):
        widths[column] = min(wanted[column], left / (len(by_need) - n))
        left -= widths[column]
    widths[by_need[-1]] += left
    return widths
