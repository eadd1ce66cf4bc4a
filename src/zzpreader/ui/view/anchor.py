"""A spot on a page that stays where it is on the screen while everything around it changes. Pure."""

from msgspec import Struct

from zzpreader.model.geometry import Point
from zzpreader.model.pages import Place
from zzpreader.ui.view.layout import GAP_PX, Layout

READING_PX = GAP_PX
"""The line from the top of the viewport at which one is said to read, and where a jump puts its goal."""


class Anchor(Struct, frozen=True):
    """
    Args:
        across, down: fractions of the unrotated page; beyond 0 to 1 for a spot beside it.
        at: where it lies in the viewport, in logical pixels.
        goal: the place that was jumped to, if this came of a jump.
    """

    page: int
    across: float
    down: float
    at: Point
    goal: Place | None = None


def anchor_at(layout: Layout, origin: Point, at: Point) -> Anchor:
    """What lies at the point of the viewport whose corner is at `origin` of the layout."""
    spot = Point(origin.x + at.x, origin.y + at.y)
    leaf = layout.leaf_at(spot)
    on_page = leaf.to_page(spot)
    return Anchor(leaf.page, on_page.x / leaf.size.width, on_page.y / leaf.size.height, at)


def anchor_of(layout: Layout, place: Place, at: Point, x: float | None = None) -> Anchor:
    """The place, to be brought to the point of the viewport.

    Args:
        x: points from the left of the unrotated page; None for the page's own left.
    """
    leaf = layout.leaf(place.page)
    down = min(max(place.y, 0.0), leaf.size.height)
    # On a page that lies on its side, the corner of that height which is seen uppermost.
    sides = (0.0, leaf.size.width) if x is None else (x,)
    side = min(sides, key=lambda x: leaf.to_layout(Point(x, down)).y)
    return Anchor(place.page, side / leaf.size.width, down / leaf.size.height, at, place)


def origin_for(layout: Layout, anchor: Anchor) -> Point:
    """The corner of the viewport, in the layout, at which the anchor lies where it should."""
    leaf = layout.leaf(min(anchor.page, layout.page_count - 1))
    spot = leaf.to_layout(Point(anchor.across * leaf.size.width, anchor.down * leaf.size.height))
    return Point(spot.x - anchor.at.x, spot.y - anchor.at.y)
