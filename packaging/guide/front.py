"""The cover and the contents page."""

from collections.abc import Sequence
from typing import NamedTuple

from guide.design import DEEP, HAIR, LEFT, MEASURE, TOP, WARM, WHITE, Colour, Design
from guide.layout import base_of, draw_foot, write_line
from guide.letters import Piece, Style, break_lines, words_of
from guide.pdf import HEIGHT, WIDTH, Element, Page, Pdf, Spot
from guide.source import tied

COVER_FOOT = 612.0  # where the street is
COVER_MEASURE = 390.0


class House(NamedTuple):
    """A house of the skyline: how wide and high, and in which colour."""

    width: float
    height: float
    colour: Colour


def skyline(lengths: Sequence[float]) -> list[House]:
    """One house for each section of the publication: the longer the section, the higher the house."""
    tints: tuple[Colour, ...] = ((0.16, 0.39, 0.47), (0.25, 0.49, 0.56), (0.12, 0.33, 0.41), (0.40, 0.61, 0.66))
    width = WIDTH / len(lengths)
    longest = max(lengths)
    return [
        House(width, 46 + 190 * (length / longest) ** 0.5, WARM if length == longest else tints[n % len(tints)])
        for n, length in enumerate(lengths)
    ]


def draw_cover(pdf: Pdf, design: Design, header: dict[str, str], lengths: Sequence[float]) -> None:
    page = pdf.add_page()
    with page.decoration():
        page.rectangle(0, 0, WIDTH, COVER_FOOT, DEEP)
        x = 0.0
        for n, house in enumerate(skyline(lengths)):
            _draw_house(page, x, house, first_window=n)
            x += house.width
        page.rectangle(0, COVER_FOOT, WIDTH, HEIGHT - COVER_FOOT, WHITE)
        page.rectangle(0, COVER_FOOT, WIDTH, 3, WARM)
    left = 72.0
    y = 118.0
    y = _draw_text(page, left, y, header["kind"].upper(), design.label, Element("P", pdf.root)) + 12
    y = _draw_text(page, left, y, header["title"], design.title, Element("P", pdf.root)) + 12
    _draw_text(page, left, y, header["subtitle"], design.subtitle, Element("P", pdf.root))
    y = COVER_FOOT + 46
    _draw_text(page, left, y, header["subject"], design.text._replace(size=12, leading=18.5), Element("P", pdf.root))
    _draw_text(
        page, left, HEIGHT - 84, header["author"], design.cell_strong._replace(colour=DEEP), Element("P", pdf.root)
    )


def _draw_text(page: Page, x: float, y: float, text: str, style: Style, element: Element) -> float:
    for line in break_lines(words_of([Piece(tied(text), style)]), COVER_MEASURE):
        write_line(page, x, y + base_of(style), line, element)
        y += style.leading
    return y


def _draw_house(page: Page, x: float, house: House, first_window: int) -> None:
    """A house with rows of windows, of which some are lit."""
    top = COVER_FOOT - house.height
    page.rectangle(x, top, house.width + 0.3, house.height, house.colour)
    columns, size = 3, 7.0
    gap = (house.width - columns * size) / (columns + 1)
    rows = int((house.height - 26) / 22)
    for row in range(rows):
        for column in range(columns):
            lit = (first_window * 5 + row * 7 + column * 3 + row * column) % 6 == 0
            light: Colour = (0.99, 0.86, 0.66) if lit else _darker(house.colour)
            page.rectangle(x + gap + column * (size + gap), top + 14 + row * 22, size, 10, light)


def _darker(colour: Colour) -> Colour:
    red, green, blue = colour
    return red * 0.78, green * 0.78, blue * 0.78


class Contents:
    """The contents page: it takes its place at once, and is drawn when the pages of the headings are known."""

    def __init__(self, pdf: Pdf, design: Design, title: str, running: str) -> None:
        self._pdf = pdf
        self._design = design
        self._title = title
        self._page = pdf.add_page()
        self._whole = Element("Sect", pdf.root)
        self._running = running

    def draw(self, anchors: Sequence[tuple[int, str, str]]) -> None:
        """Draws a line for every heading: its level, its text, its anchor."""
        y = TOP
        heading = self._design.heading
        with self._page.decoration():
            self._page.rectangle(LEFT, y - 9, 30, 2.6, WARM)
        title = words_of([Piece(self._title, heading)])
        write_line(self._page, LEFT, y + base_of(heading), title, Element("H1", self._whole))
        self._pdf.bookmarks.insert(0, (1, self._title, Spot(self._page.number, y - 12)))
        y += heading.leading + 14
        entries = Element("TOC", self._whole)
        for level, text, anchor in anchors:
            top = level == 1
            y += 7.0 if top else 0.0
            style = (self._design.cell_strong if top else self._design.cell)._replace(size=10.0, leading=17.5)
            self._draw_entry(y, 0.0 if top else 17.0, Piece(text, style), anchor, Element("TOCI", entries))
            y += style.leading
        draw_foot(self._page, self._design, self._running)

    def _draw_entry(self, y: float, indent: float, piece: Piece, anchor: str, element: Element) -> None:
        base = y + base_of(piece.style)
        number = piece._replace(text=str(self._pdf.anchors[anchor].page + 1))
        right = LEFT + MEASURE
        link = Element("Link", element)
        for x, part in ((LEFT + indent, piece), (right - number.width, number)):
            with self._page.part_of(link):
                self._page.write(x, base, part)
        with self._page.decoration():
            start = LEFT + indent + piece.width + 7
            self._page.rectangle(start, base - 0.4, right - number.width - 7 - start, 0.5, HAIR)
        box = (LEFT + indent, y, right, y + piece.style.leading)
        self._page.link(box, f"#{anchor}", link, f"{piece.text}, {number.text}")
