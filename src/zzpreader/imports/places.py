"""From boxes on the paper to what is marked there."""

import math
from collections.abc import Sequence
from typing import NamedTuple

from zzpreader.model.annotation import Annotation, Kind, Selector
from zzpreader.model.foreign import ForeignMark, OnPage, Space
from zzpreader.model.geometry import Point, Quad, Rect, rotate_rect, turned
from zzpreader.model.pages import Page, Place
from zzpreader.model.selectors import Paper, Segment, on_halves, select, select_area, select_spot
from zzpreader.model.text import PageText

Matrix = tuple[float, float, float, float, float, float]

_SPOTS = (Kind.NOTE, Kind.BOOKMARK)


class Pages(NamedTuple):
    """
    Args:
        spaces: for every page the matrix from the PDF's user space to page space; () if no source needs it.
    """

    paper: Paper
    all: Sequence[Page]
    spaces: Sequence[Matrix] = ()

    def box(self, box: Rect, page: int, space: Space) -> Rect:
        """In page space, and on the page."""
        shown = self.all[page]
        if space is Space.USER and page < len(self.spaces):
            a, b, c, d, e, f = self.spaces[page]
            corners = [(box.left, box.top), (box.right, box.bottom)]
            points = [(a * x + c * y + e, b * x + d * y + f) for x, y in corners]
            (left, right), (top, bottom) = (sorted(edges) for edges in zip(*points, strict=True))
            box = Rect(left, top, right, bottom)
        elif space is Space.SHOWN:
            box = rotate_rect(box, shown.size.turned(shown.rotation), turned(360 - shown.rotation))
        width, height = shown.size.width, shown.size.height
        left, right = (min(max(edge, 0.0), width) for edge in (box.left, box.right))
        top, bottom = (min(max(edge, 0.0), height) for edge in (box.top, box.bottom))
        return Rect(left, top, right, bottom)

    def have(self, own: Annotation) -> bool:
        """Whether all of a note of ours lies on these pages."""
        return self.could_have(own) and all(one.page < len(self.all) for one in own.rects)

    def could_have(self, own: Annotation) -> bool:
        """Whether it can lie on pages of any edition."""
        return all(
            one.page >= 0 and all(math.isfinite(edge) for quad in one.quads for edge in _edges(quad))
            for one in own.rects
        )


def _edges(quad: Quad) -> tuple[float, ...]:
    box = quad.bounds
    return box.left, box.top, box.right, box.bottom


def selectors_at(mark: ForeignMark, texts: Sequence[PageText], pages: Pages) -> tuple[Selector, ...]:
    """What lies in the boxes of a mark; () if it names none on these pages."""
    places = [
        OnPage(at.page, tuple(pages.box(box, at.page, mark.space) for box in at.boxes))
        for at in mark.places
        if at.page < len(pages.all) and at.boxes
    ]
    if not places:
        return ()
    first = places[0]
    if mark.kind in _SPOTS:
        spot = first.boxes[0]
        return select_spot(Place(first.page, spot.top), spot.left, pages.paper)
    if mark.kind is Kind.AREA:
        whole = first.boxes[0]
        for box in first.boxes[1:]:
            whole = whole.union(box)
        return select_area(first.page, whole, pages.paper)
    segments = [segment for at in places for segment in _segments(at, texts[at.page])]
    if found := select(segments, pages.paper):
        return found
    # A scan: there is paper, but no text on it.
    quads = [(at.page, [Quad.around(box) for box in at.boxes]) for at in places]
    return tuple(rects for page, some in quads for rects in on_halves(page, some, pages.paper))


def _segments(at: OnPage, text: PageText) -> list[Segment]:
    """The code points whose middle lies in the boxes; blanks between them belong to them."""
    runs: list[tuple[int, int]] = []
    for line, hull in zip(text.lines, text.line_boxes, strict=True):
        boxes = [box for box in at.boxes if box.meets(hull)]
        for offset in range(line.start, line.end) if boxes else ():
            middle: Point = text.box(offset).centre
            if text.text[offset].isspace() or not any(box.contains(middle) for box in boxes):
                continue
            if runs and not text.text[runs[-1][1] : offset].strip():
                runs[-1] = (runs[-1][0], offset + 1)
            else:
                runs.append((offset, offset + 1))
    return [Segment(at.page, start, end, text) for start, end in runs]
