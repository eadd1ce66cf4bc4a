"""From MuPDF's page space (turned by /Rotate) to ours (unrotated) and back."""

from typing import Any

from zzpreader.model.geometry import Point, Rect, Rotation, Size, rotate_rect, turned, unrotate_point
from zzpreader.worker.library import TROUBLE, mupdf
from zzpreader.worker.source import shown_box

_FALLBACK = Size(595.0, 842.0)
"""A4, for a page that does not say how large it is."""


def page_size_and_rotation(page_object: Any) -> tuple[Size, Rotation]:
    """Crop box and /Rotate of a page dictionary, without loading the page."""
    width, height, degrees = shown_box(page_object)
    rotation = turned(degrees)
    if not (0 < width < float("inf") and 0 < height < float("inf")):
        return _FALLBACK, rotation
    return Size(width, height).turned(rotation), rotation


class PageSpace:
    """One page's way between the two spaces."""

    def __init__(self, size: Size, rotation: Rotation) -> None:
        self.size = size
        self.rotation: Rotation = rotation

    def rect(self, left: float, top: float, right: float, bottom: float) -> Rect:
        """A rectangle of MuPDF's in page space."""
        back: Rotation = turned(360 - self.rotation)
        return rotate_rect(Rect(left, top, right, bottom), self.size.turned(self.rotation), back)

    def point(self, x: float, y: float) -> Point:
        return unrotate_point(Point(x, y), self.size, self.rotation)

    def unrotating(self) -> tuple[float, float, float, float, float, float]:
        """The matrix (a, b, c, d, e, f) of `point`."""
        width, height = self.size.width, self.size.height
        match self.rotation:
            case 0:
                return 1, 0, 0, 1, 0, 0
            case 90:
                return 0, -1, 1, 0, 0, height
            case 180:
                return -1, 0, 0, -1, width, height
            case 270:
                return 0, 1, -1, 0, width, 0


def space_of(page_object: Any) -> tuple[float, float, float, float, float, float]:
    """The matrix (a, b, c, d, e, f) from the user space of a page to page space."""
    box, shown = mupdf.FzRect(), mupdf.FzMatrix()
    mupdf.pdf_page_obj_transform(page_object, box, shown)
    size, rotation = page_size_and_rotation(page_object)
    back = mupdf.FzMatrix(*PageSpace(size, rotation).unrotating())
    whole = mupdf.fz_concat(shown, back)
    return whole.a, whole.b, whole.c, whole.d, whole.e, whole.f


def read_spaces(document: Any, first: int, count: int) -> tuple[tuple[float, float, float, float, float, float], ...]:
    """Of pages [first, first + count); one that cannot be read lies as the paper does that stands in for it."""
    found: list[tuple[float, float, float, float, float, float]] = []
    for page in range(first, min(first + count, document.page_count)):
        try:
            found.append(space_of(mupdf.pdf_lookup_page_obj(document.pdf, page)))
        except TROUBLE:
            found.append((1.0, 0.0, 0.0, -1.0, 0.0, _FALLBACK.height))
    return tuple(found)
