"""One page where it lies in the view, and the way between its own space and pixels."""

from msgspec import Struct

from zzpreader.model.geometry import Point, Rect, Rotation, Size, rotate_point, rotate_rect, unrotate_point


class Leaf(Struct, frozen=True):
    """
    Args:
        size: of the page in points, unrotated.
        rotation: total, clockwise: the page's own and the reader's.
        scale: logical pixels a point.
        left, top: logical pixels from the corner of the whole layout.
    """

    page: int
    size: Size
    rotation: Rotation
    scale: float
    left: float
    top: float

    @property
    def width(self) -> float:
        return self.size.turned(self.rotation).width * self.scale

    @property
    def height(self) -> float:
        return self.size.turned(self.rotation).height * self.scale

    @property
    def box(self) -> Rect:
        """In logical pixels of the layout."""
        return Rect(self.left, self.top, self.left + self.width, self.top + self.height)

    def to_layout(self, point: Point) -> Point:
        """From page space."""
        shown = rotate_point(point, self.size, self.rotation)
        return Point(self.left + shown.x * self.scale, self.top + shown.y * self.scale)

    def to_page(self, point: Point) -> Point:
        """From the layout; a point beside the page gives one outside of it."""
        shown = Point((point.x - self.left) / self.scale, (point.y - self.top) / self.scale)
        return unrotate_point(shown, self.size, self.rotation)

    def rect_to_layout(self, rect: Rect) -> Rect:
        shown = rotate_rect(rect, self.size, self.rotation)
        return Rect(
            self.left + shown.left * self.scale,
            self.top + shown.top * self.scale,
            self.left + shown.right * self.scale,
            self.top + shown.bottom * self.scale,
        )
