"""A document that is being drawn: its pages, anchors, bookmarks and structure tree. `pdf_file` writes it.

Points, from the top left, y downwards; turned round only where a number is written. What is drawn belongs to an element
of the structure tree, so that a screen reader hears headings, lists and tables, or is marked as decoration.
"""

from collections.abc import Generator
from contextlib import contextmanager
from typing import NamedTuple

from guide.letters import Face, Piece

WIDTH, HEIGHT = 595.28, 841.89  # A4

Colour = tuple[float, float, float]


class Spot(NamedTuple):
    """A place in the document; `page` counts from 0."""

    page: int
    y: float


class Element:
    """A node of the structure tree: "H1", "P", "L" …"""

    def __init__(self, tag: str, parent: "Element | None" = None, attributes: str = "") -> None:
        self.tag = tag
        self.parent = parent
        self.attributes = attributes
        self.number = 0
        self.kids: list[Element | str] = []
        if parent:
            parent.kids.append(self)


class Link(NamedTuple):
    """A box on a page that leads to `target`; `text` says where to."""

    box: tuple[float, float, float, float]
    target: str
    element: Element
    text: str


class Page:
    """One page that is being drawn."""

    def __init__(self, number: int, fonts: dict[str, Face]) -> None:
        self.number = number
        self.marked: list[Element] = []
        """The element of every marked piece of content, by its number on this page."""
        self.links: list[Link] = []
        self.operators: list[str] = []
        self._fonts = fonts

    @contextmanager
    def part_of(self, element: Element) -> Generator[None]:
        """What is drawn in this block is content of `element`."""
        self.operators.append(f"/{element.tag} <</MCID {len(self.marked)}>> BDC")
        element.kids.append(f"<</Type/MCR/Pg {{page{self.number}}} /MCID {len(self.marked)}>>")
        self.marked.append(element)
        yield
        self.operators.append("EMC")

    @contextmanager
    def decoration(self) -> Generator[None]:
        """What is drawn in this block is for the eye alone."""
        self.operators.append("/Artifact BMC")
        yield
        self.operators.append("EMC")

    def rectangle(self, x: float, y: float, width: float, height: float, colour: Colour) -> None:
        self.operators.append(f"{_colour(colour)} rg {numbers(x, HEIGHT - y - height, width, height)} re f")

    def write(self, x: float, y: float, piece: Piece) -> None:
        """Sets letters from `x` on the base line `y`."""
        style = piece.style
        self._fonts[style.face.name] = style.face
        codes = ""
        for glyph in style.face.shape(piece.text):
            codes += f"{glyph.number:04x}"
            if more := round(glyph.kern + style.tracking, 2):
                codes += f"> {numbers(-more)} <"
        self.operators.append(
            f"BT {_colour(style.colour)} rg /{style.face.name} {numbers(style.size)} Tf"
            f" {numbers(x, HEIGHT - y)} Td [<{codes}>] TJ ET"
        )

    def link(self, box: tuple[float, float, float, float], target: str, element: Element, text: str) -> None:
        """Makes a box (left, top, right, bottom) lead to `target`: "#anchor" or an address on the web."""
        self.links.append(Link(box, target, element, text))


class Pdf:
    """The whole document: pages in order, bookmarks, anchors and the structure tree."""

    def __init__(self) -> None:
        self.pages: list[Page] = []
        self.root = Element("Document")
        self.anchors: dict[str, Spot] = {}
        self.bookmarks: list[tuple[int, str, Spot]] = []
        self.fonts: dict[str, Face] = {}

    def add_page(self) -> Page:
        self.pages.append(Page(len(self.pages), self.fonts))
        return self.pages[-1]


def numbers(*values: float) -> str:
    """Numbers as PDF wants them: two decimals at most, and no exponent."""
    return " ".join(f"{value:.2f}".rstrip("0").rstrip(".") for value in values)


def _colour(colour: Colour) -> str:
    return " ".join(f"{part:.3f}" for part in colour)
