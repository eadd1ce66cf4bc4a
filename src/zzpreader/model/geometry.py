"""Points, rectangles and quads in page space.

Page space: PDF points (1/72 inch), origin at the top left of the unrotated crop box, y down.

`gc=False`: there are many, and none can be part of a cycle.
"""

from collections.abc import Iterable
from typing import Literal

from msgspec import Struct

Rotation = Literal[0, 90, 180, 270]
"""Degrees clockwise, as in the PDF entry /Rotate."""


def turned(rotation: int) -> Rotation:
    """`rotation` folded into the four that a page can have; what is no multiple of 90 is rounded down."""
    turns: tuple[Rotation, ...] = (0, 90, 180, 270)
    return turns[(rotation // 90) % 4]


class Point(Struct, frozen=True, gc=False, array_like=True):
    x: float
    y: float


class Size(Struct, frozen=True, array_like=True):
    width: float
    height: float

    def turned(self, rotation: Rotation) -> "Size":
        return Size(self.height, self.width) if rotation in (90, 270) else self


class Rect(Struct, frozen=True, gc=False, array_like=True):
    left: float
    top: float
    right: float
    bottom: float

    @property
    def width(self) -> float:
        return self.right - self.left

    @property
    def height(self) -> float:
        return self.bottom - self.top

    @property
    def centre(self) -> Point:
        return Point((self.left + self.right) / 2, (self.top + self.bottom) / 2)

    def contains(self, point: Point, slack: float = 0.0) -> bool:
        return self.left - slack <= point.x <= self.right + slack and self.top - slack <= point.y <= self.bottom + slack

    def meets(self, other: "Rect") -> bool:
        """Whether the two share more than an edge."""
        return (
            self.left < other.right and other.left < self.right and self.top < other.bottom and other.top < self.bottom
        )

    def shared(self, other: "Rect") -> float:
        """The area that lies in both; 0 where they are apart."""
        across = min(self.right, other.right) - max(self.left, other.left)
        down = min(self.bottom, other.bottom) - max(self.top, other.top)
        return max(across, 0.0) * max(down, 0.0)

    def union(self, other: "Rect") -> "Rect":
        return Rect(
            min(self.left, other.left),
            min(self.top, other.top),
            max(self.right, other.right),
            max(self.bottom, other.bottom),
        )


def bounds(rects: Iterable[Rect]) -> Rect:
    """The smallest rectangle around all. Raises: ValueError if there are none."""
    first, *rest = rects
    for rect in rest:
        first = first.union(rect)
    return first


class Quad(Struct, frozen=True, gc=False, array_like=True):
    """Four corners in the order that viewers and writers of /QuadPoints agree on: the upper edge, then the lower.

    "Upper" follows the text, not the page: a quad around text that runs upwards has its upper edge at the left.
    """

    upper_left: Point
    upper_right: Point
    lower_left: Point
    lower_right: Point

    @classmethod
    def around(cls, rect: Rect) -> "Quad":
        return cls(
            Point(rect.left, rect.top),
            Point(rect.right, rect.top),
            Point(rect.left, rect.bottom),
            Point(rect.right, rect.bottom),
        )

    @classmethod
    def at(cls, point: Point) -> "Quad":
        """The quad without extent that stands for a spot on the page."""
        return cls(point, point, point, point)

    @property
    def bounds(self) -> Rect:
        one, two, three, four = self.upper_left, self.upper_right, self.lower_left, self.lower_right
        return Rect(
            min(one.x, two.x, three.x, four.x),
            min(one.y, two.y, three.y, four.y),
            max(one.x, two.x, three.x, four.x),
            max(one.y, two.y, three.y, four.y),
        )


def rotate_point(point: Point, size: Size, rotation: Rotation) -> Point:
    """Where `point` of an unrotated page of `size` lands when the page is shown turned clockwise by `rotation`.

    The result is relative to the top left of the turned page.
    """
    match rotation:
        case 0:
            return point
        case 90:
            return Point(size.height - point.y, point.x)
        case 180:
            return Point(size.width - point.x, size.height - point.y)
        case 270:
            return Point(point.y, size.width - point.x)


def unrotate_point(point: Point, size: Size, rotation: Rotation) -> Point:
    """The inverse of `rotate_point`; `size` is that of the unrotated page."""
    match rotation:
        case 0:
            return point
        case 90:
            return Point(point.y, size.height - point.x)
        case 180:
            return Point(size.width - point.x, size.height - point.y)
        case 270:
            return Point(size.width - point.y, point.x)


def rotate_rect(rect: Rect, size: Size, rotation: Rotation) -> Rect:
    """`rotate_point` for a rectangle; the result is again upright."""
    a = rotate_point(Point(rect.left, rect.top), size, rotation)
    b = rotate_point(Point(rect.right, rect.bottom), size, rotation)
    return Rect(min(a.x, b.x), min(a.y, b.y), max(a.x, b.x), max(a.y, b.y))
