"""Marks without words of their own: a note or bookmark at a spot, an area. They keep their place beside a line."""

from collections.abc import Sequence
from typing import NamedTuple

from msgspec.structs import replace

from zzpreader.model.annotation import PdfRectsSelector, Selector, bounds_of
from zzpreader.model.geometry import Point, Quad, Rect
from zzpreader.model.letters import Stretch, letters_of
from zzpreader.model.pages import Place
from zzpreader.model.sections import Section, SectionTree
from zzpreader.model.selectors import Paper, select_spot
from zzpreader.model.text import PageText

_FEWEST_LETTERS = 3
_FAR = 300.0
"""Points from its line at which a spot is no longer said to be beside it with half the certainty."""

_USUAL_HEIGHT = 842.0


class Beside(NamedTuple):
    """The line by which a spot is found again.

    Args:
        corner: of its first code point, in the old edition.
        certainty: 1 for a line that is there, less for one that is far away.
    """

    line: Stretch
    corner: Point
    certainty: float


def nearest_line(rects: Sequence[PdfRectsSelector], texts: Sequence[PageText]) -> Beside | None:
    """None on a page without text."""
    spot = next((one for one in rects if one.quads and 0 <= one.page < len(texts)), None)
    if spot is None:
        return None
    text, box = texts[spot.page], bounds_of(spot)
    with_words = [
        (_distance(box, around), line)
        for line, around in zip(text.lines, text.line_boxes, strict=True)
        if len(letters_of(text.text[line.start : line.end])) >= _FEWEST_LETTERS
    ]
    if not with_words:
        return None
    distance, line = min(with_words, key=lambda one: (one[0], one[1].start))
    return Beside(
        Stretch(spot.page, line.start, line.end), _corner(text.box(line.start)), max(0.5, 1 - distance / _FAR / 2)
    )


def _distance(spot: Rect, line: Rect) -> float:
    """In points; beside a line is nearer than above or below it. Of an area its upper left corner counts."""
    across = max(line.left - spot.left, spot.left - line.right, 0.0)
    down = max(line.top - spot.top, spot.top - line.bottom, 0.0)
    return down + across / 4


def _corner(box: Rect) -> Point:
    return Point(box.left, box.top)


def beside(rects: Sequence[PdfRectsSelector], corner: Point, page: int, to: Rect, paper: Paper) -> tuple[Selector, ...]:
    """The spot or area as far from its line as it was.

    Args:
        to: where the line's first code point stands now, on `page`.
    """
    across, down = to.left - corner.x, to.top - corner.y
    return tuple(
        selector for one in rects for selector in _moved(one, page + one.page - rects[0].page, across, down, paper)
    )


def _moved(rects: PdfRectsSelector, page: int, across: float, down: float, paper: Paper) -> tuple[Selector, ...]:
    width = paper.width(page)
    across = max(across, -min(quad.bounds.left for quad in rects.quads))
    if width > 0:
        across = min(across, max(0.0, width - max(quad.bounds.right for quad in rects.quads)))
    down = max(down, -bounds_of(rects).top)
    around = bounds_of(rects)
    spot = Place(page, around.top + down)
    (found,) = select_spot(spot, around.left + across, paper)
    if not isinstance(found, PdfRectsSelector) or not (around.width or around.height):
        return (found,)
    return (replace(found, quads=tuple(_shifted(quad, across, down) for quad in rects.quads)),)


def _shifted(quad: Quad, across: float, down: float) -> Quad:
    def shifted(corner: Point) -> Point:
        return Point(corner.x + across, corner.y + down)

    return Quad(*map(shifted, (quad.upper_left, quad.upper_right, quad.lower_left, quad.lower_right)))


def on_page(rects: Sequence[PdfRectsSelector], page: int, paper: Paper) -> tuple[Selector, ...]:
    """The spot at the same place of another page."""
    return beside(rects, Point(0, 0), page, Rect(0, 0, 0, 0), paper)


def in_section(place: Place, old: SectionTree, new: SectionTree, same: dict[str, str]) -> Place | None:
    """Where a place is that lies as far into its section as it did; None if that section is gone."""
    section = old.at(place)
    now = new.get(same.get(section.id)) if section else None
    if section is None or now is None:
        return None
    share = _share(place, section, _next(old, section))
    first, last = _down(now.place), _down(_next(new, now) or now.place)
    at = first + share * max(0.0, last - first)
    return Place(int(at), (at - int(at)) * _USUAL_HEIGHT, now.half)


def _share(place: Place, section: Section, following: Place | None) -> float:
    first, last = _down(section.place), _down(following or place)
    return min(1.0, max(0.0, (_down(place) - first) / (last - first))) if last > first else 0.0


def _next(tree: SectionTree, section: Section) -> Place | None:
    return next((one.place for one in tree.sections[tree.order_of(section.id) + 1 :] if one.confidence > 0), None)


def _down(place: Place) -> float:
    """Pages from the front."""
    return place.page + min(place.y / _USUAL_HEIGHT, 0.999)
