"""Where all pages lie: rows of one page or two, one below the other. Pure; a new one is made for every change."""

from bisect import bisect_right
from collections.abc import Sequence
from enum import StrEnum
from itertools import accumulate

from msgspec import Struct

from zzpreader.model.geometry import Point, Rotation, turned
from zzpreader.model.pages import Page
from zzpreader.ui.view.leaf import Leaf
from zzpreader.ui.view.zoom import MOST, MOST_LAYOUT_PX, MOST_PAGE_PX, PX_PER_POINT, Fit, Zoom

GAP_PX = 12
"""Between pages, and around them all."""


class Facing(StrEnum):
    """Pages one by one, two by two, or two by two after a cover that stands alone."""

    SINGLE = "single"
    PAIRS = "pairs"
    COVER = "cover"


class Strip:
    """Rows stacked top to bottom, with a gap before and after each.

    Args:
        heights_px: height of every row, in logical pixels; not empty.
    """

    def __init__(self, heights_px: Sequence[float], gap_px: float = GAP_PX) -> None:
        steps = (height + gap_px for height in heights_px)
        self._tops_px = list(accumulate(steps, initial=float(gap_px)))

    @property
    def height_px(self) -> float:
        return self._tops_px[-1]

    def top_px(self, row: int) -> float:
        return self._tops_px[row]

    def row_at(self, y_px: float) -> int:
        """The row at that height, or in the gap before that height; above the first the first, below the last the last.

        Cost: O(log rows); it runs on every scroll event.
        """
        last = len(self._tops_px) - 2
        return min(max(bisect_right(self._tops_px, y_px) - 1, 0), last)


class View(Struct, frozen=True):
    """What decides a layout beside the pages.

    Args:
        width, height: of the viewport, in logical pixels.
        rotation: the reader's own turn, on top of each page's.
    """

    width: int
    height: int
    zoom: Zoom = Zoom()
    rotation: Rotation = 0
    facing: Facing = Facing.SINGLE


class Layout:
    """
    Args:
        pages: not empty.

    Cost: O(pages), 10 ms for 10,000; questions are O(log pages).
    """

    def __init__(self, pages: Sequence[Page], view: View) -> None:
        self._pages = pages
        self._view = view
        shown = [page.size.turned(turned(page.rotation + view.rotation)) for page in pages]
        self._shown = shown
        self._rows = _rows(len(pages), view.facing)
        widths = [sum(shown[n].width for n in row) for row in self._rows]
        heights = [max(shown[n].height for n in row) for row in self._rows]
        self._scales = _capped(_scales(widths, heights, self._rows, view), widths, heights)
        tall = [height * scale for height, scale in zip(heights, self._scales, strict=True)]
        self._strip = Strip(tall)
        gaps = [GAP_PX * (len(row) + 1) for row in self._rows]
        wide = (width * scale + gap for width, scale, gap in zip(widths, self._scales, gaps, strict=True))
        self.width = max(view.width, *wide)
        self.height = self._strip.height_px

    @property
    def page_count(self) -> int:
        return len(self._pages)

    def row_of(self, page: int) -> int:
        return (page + 1) // 2 if self._view.facing is Facing.COVER else page // len(self._rows[0])

    def pages_of(self, row: int) -> range:
        return self._rows[row]

    @property
    def row_count(self) -> int:
        return len(self._rows)

    def leaf(self, page: int) -> Leaf:
        row = self.row_of(page)
        scale = self._scales[row]
        size = self._shown[page]
        members = self._rows[row]
        left = (self.width - size.width * scale) / 2
        if self._view.facing is not Facing.SINGLE and len(members) == 2:
            # Both touch the same spine, also where one is wider.
            left = self._spine(row) + (GAP_PX / 2 if page == members[1] else -GAP_PX / 2 - size.width * scale)
        here = self._pages[page]
        rotation = turned(here.rotation + self._view.rotation)
        return Leaf(page, here.size, rotation, scale, left, self._strip.top_px(row))

    def leaves(self, top: float, bottom: float) -> list[Leaf]:
        """All pages of the rows that lie between the two heights, in order."""
        first, last = self._strip.row_at(top), self._strip.row_at(bottom)
        return [self.leaf(page) for row in range(first, last + 1) for page in self._rows[row]]

    def leaf_at(self, point: Point) -> Leaf:
        """The page at the point, else the nearest of the row at its height."""
        members = [self.leaf(page) for page in self._rows[self._strip.row_at(point.y)]]
        return min(members, key=lambda leaf: max(leaf.left - point.x, point.x - leaf.left - leaf.width, 0.0))

    def _spine(self, row: int) -> float:
        first, second = (self._shown[page].width * self._scales[row] for page in self._rows[row])
        return self.width / 2 + (first - second) / 2


def _rows(count: int, facing: Facing) -> list[range]:
    match facing:
        case Facing.SINGLE:
            return [range(n, n + 1) for n in range(count)]
        case Facing.PAIRS:
            return [range(n, min(n + 2, count)) for n in range(0, count, 2)]
        case Facing.COVER:
            return [range(1), *(range(n, min(n + 2, count)) for n in range(1, count, 2))]


def _scales(widths: list[float], heights: list[float], rows: list[range], view: View) -> list[float]:
    if view.zoom.fit is Fit.FREE:
        return [view.zoom.factor * PX_PER_POINT] * len(widths)
    columns = 1 if view.facing is Facing.SINGLE else 2
    free_width = max(view.width - GAP_PX * (columns + 1), 16)
    # A page alone in its row, such as a cover, is no larger than it would be in a pair.
    across = [free_width / (width * columns / len(row)) for row, width in zip(rows, widths, strict=True)]
    if view.zoom.fit is Fit.WIDTH:
        return across
    free_height = max(view.height - 2 * GAP_PX, 16)
    return [min(scale, free_height / height) for scale, height in zip(across, heights, strict=True)]


def _capped(scales: list[float], widths: list[float], heights: list[float]) -> list[float]:
    longest = (max(pair) for pair in zip(widths, heights, strict=True))
    most = MOST * PX_PER_POINT
    capped = [min(scale, most, MOST_PAGE_PX / side) for scale, side in zip(scales, longest, strict=True)]
    total = sum(height * scale for height, scale in zip(heights, capped, strict=True)) + GAP_PX * (len(capped) + 1)
    if total > MOST_LAYOUT_PX:
        capped = [scale * MOST_LAYOUT_PX / total for scale in capped]
    return capped
