"""A spot on a page that stays where it is on the screen while everything around it changes. Pure."""

from msgspec import Struct

from zzpreader.model.geometry import Point
from zzpreader.model.pages import Half, Place
from zzpreader.ui.view.layout import GAP_PX, Layout
from zzpreader.ui.view.leaf import Leaf

READING_PX = GAP_PX
"""The line from the top of the viewport at which one is said to read, and where a jump puts its goal."""


class Anchor(Struct, frozen=True):
    """
    Args:
        across, down: fractions of the unrotated page; beyond 0 to 1 for a spot beside it.
        at: where it lies in the viewport, in logical pixels.
        goal: the place that was jumped to, if this came of a jump.
        half: the printed page that is read, where the page shows two.
    """

    page: int
    across: float
    down: float
    at: Point
    goal: Place | None = None
    half: Half | None = None


def anchor_at(layout: Layout, origin: Point, at: Point) -> Anchor:
    """What lies at the point of the viewport whose corner is at `origin` of the layout."""
    spot = Point(origin.x + at.x, origin.y + at.y)
    leaf = layout.leaf_at(spot)
    on_page = leaf.to_page(spot)
    half = leaf.half or _half_read(layout, leaf, origin.x, spot.y)
    return Anchor(leaf.page, on_page.x / leaf.size.width, on_page.y / leaf.size.height, at, half=half)


def _half_read(layout: Layout, leaf: Leaf, left: float, y: float) -> Half | None:
    """Of a spread that is shown whole the left one, until nothing of it is in view any more."""
    edges = (left, left + layout.view.width)
    return layout.half_at(leaf.page, min(leaf.to_page(Point(x, y)).x for x in edges))


def anchor_of(layout: Layout, place: Place, at: Point, x: float | None = None) -> Anchor:
    """The place, to be brought to the point of the viewport.

    Args:
        x: points from the left of the unrotated page; None for the left of the page, or of the half.
    """
    half = place.half
    if half is None and x is not None:
        half = layout.half_at(place.page, x)
    leaf = layout.leaf(place.page, half)
    part = half.box(leaf.size) if half and not leaf.crop else leaf.part
    down = min(max(place.y, 0.0), leaf.size.height)
    sides = (part.left, part.right) if x is None else (x,)
    # The top of a page is what is seen uppermost of it, also where it is turned.
    downs = (down,) if place.y > 0 or x is not None else (part.top, part.bottom)
    spot = min((Point(x, y) for x in sides for y in downs), key=lambda spot: leaf.to_layout(spot).y)
    across, down = spot.x / leaf.size.width, spot.y / leaf.size.height
    return Anchor(place.page, across, down, at, place, half or leaf.half)


def origin_for(layout: Layout, anchor: Anchor) -> Point:
    """The corner of the viewport, in the layout, at which the anchor lies where it should."""
    leaf = layout.leaf(min(anchor.page, layout.page_count - 1), anchor.half)
    spot = leaf.to_layout(Point(anchor.across * leaf.size.width, anchor.down * leaf.size.height))
    return Point(spot.x - anchor.at.x, spot.y - anchor.at.y)
