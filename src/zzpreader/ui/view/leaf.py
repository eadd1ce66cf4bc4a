"""One page, or one half of a spread, where it lies in the view; and the way between the page's own space and pixels."""

from msgspec import Struct

from zzpreader.model.geometry import Point, Rect, Rotation, Size, rotate_point, rotate_rect, unrotate_point
from zzpreader.model.pages import Half


class Leaf(Struct, frozen=True):
    """
    Args:
        size: of the whole page in points, unrotated.
        rotation: total, clockwise: the page's own and the reader's.
        scale: logical pixels a point.
        left, top: of what is shown; logical pixels from the corner of the whole layout.
        half: what is shown of a spread; None for the whole page.
        crop: what is shown of that, in page space; None for all.
    """

    page: int
    size: Size
    rotation: Rotation
    scale: float
    left: float
    top: float
    half: Half | None = None
    crop: Rect | None = None

    @property
    def part(self) -> Rect:
        """What is shown, in page space."""
        if self.crop:
            return self.crop
        return self.half.box(self.size) if self.half else Rect(0.0, 0.0, self.size.width, self.size.height)

    @property
    def turned_part(self) -> Rect:
        """What is shown, in points from the corner of the whole page as it is turned."""
        return rotate_rect(self.part, self.size, self.rotation)

    @property
    def width(self) -> float:
        return self.turned_part.width * self.scale

    @property
    def height(self) -> float:
        return self.turned_part.height * self.scale

    @property
    def box(self) -> Rect:
        """In logical pixels of the layout."""
        return Rect(self.left, self.top, self.left + self.width, self.top + self.height)

    @property
    def corner(self) -> Point:
        """Where the corner of the whole page would be, in logical pixels of the layout."""
        if self.half is None and self.crop is None:
            return Point(self.left, self.top)
        part = self.turned_part
        return Point(self.left - part.left * self.scale, self.top - part.top * self.scale)

    def to_layout(self, point: Point) -> Point:
        """From page space."""
        shown, corner = rotate_point(point, self.size, self.rotation), self.corner
        return Point(corner.x + shown.x * self.scale, corner.y + shown.y * self.scale)

    def to_page(self, point: Point) -> Point:
        """From the layout; a point beside the page gives one outside of it."""
        corner = self.corner
        shown = Point((point.x - corner.x) / self.scale, (point.y - corner.y) / self.scale)
        return unrotate_point(shown, self.size, self.rotation)

    def rect_to_layout(self, rect: Rect) -> Rect:
        shown, corner = rotate_rect(rect, self.size, self.rotation), self.corner
        return Rect(
            corner.x + shown.left * self.scale,
            corner.y + shown.top * self.scale,
            corner.x + shown.right * self.scale,
            corner.y + shown.bottom * self.scale,
        )

    def shows(self, rect: Rect) -> bool:
        """Whether any of a rectangle of the page, or the spot that it is, lies on what is shown."""
        if self.half is None:
            return True
        if rect.width <= 0:
            return Half.at(rect.left, self.size.width) is self.half
        return self.part.left < rect.right and rect.left < self.part.right

    def on_this_side(self, point: Point) -> Point:
        """A point of the layout; beyond the gutter, where the other half is not shown, the nearest on this side."""
        if self.half is None:
            return point
        inside, part = self.to_page(point), self.part
        hair = part.width * 1e-4  # the gutter itself is the right half's
        if self.half is Half.LEFT:
            return point if inside.x < part.right else self.to_layout(Point(part.right - hair, inside.y))
        return point if inside.x >= part.left else self.to_layout(Point(part.left + hair, inside.y))
