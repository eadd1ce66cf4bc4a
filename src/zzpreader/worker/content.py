"""Where on a page anything is printed: seen on a small picture of it, so white grounds and scans count as they look.

Cost: some 5 ms for a page of running text.
"""

from typing import Any

from zzpreader.model.geometry import Rect
from zzpreader.model.margins import Halves
from zzpreader.worker.document import Document
from zzpreader.worker.library import TROUBLE, mupdf

_LONGEST_PX = 420
_DIFFERS = 24
"""Steps of grey, of 255, from the paper."""

_SEEN = bytes(int(grey < 255 - _DIFFERS) for grey in range(256))


def read_printed(document: Document, page: int) -> Halves:
    """In page space. A page that cannot be drawn has nothing on it."""
    try:
        loaded, space = document.load(page), document.space(page)
        bounds = mupdf.fz_bound_page(loaded)
        pixels, scale = _picture(loaded, bounds)
        width, height = mupdf.fz_pixmap_width(pixels), mupdf.fz_pixmap_height(pixels)
        stride = mupdf.fz_pixmap_stride(pixels)
        grey = bytes(mupdf.fz_pixmap_samples_memoryview(pixels))
    except TROUBLE:
        return None, None
    rows = [grey[y * stride : y * stride + width].translate(_SEEN) for y in range(height)]
    upright = space.rotation in (0, 180)
    middle = width // 2 if upright else height // 2
    found: list[Rect | None] = []
    for first, last in ((0, middle), (middle, width if upright else height)):
        part = [row[first:last] for row in rows] if upright else rows[first:last]
        box = _box(part)
        if box is None:
            found.append(None)
            continue
        left, top = (first, 0) if upright else (0, first)
        edges = ((box[0] + left) / scale, (box[1] + top) / scale, (box[2] + left) / scale, (box[3] + top) / scale)
        found.append(space.rect(*edges))
    if space.rotation in (180, 270):
        found.reverse()
    return (found[0], found[1])


def _picture(page: Any, bounds: Any) -> tuple[Any, float]:
    scale = _LONGEST_PX / max(bounds.x1 - bounds.x0, bounds.y1 - bounds.y0, 1.0)
    matrix = mupdf.fz_concat(mupdf.fz_translate(-bounds.x0, -bounds.y0), mupdf.fz_scale(scale, scale))
    pixels = mupdf.fz_new_pixmap_from_page(page, matrix, mupdf.fz_device_gray(), 0)
    return pixels, scale


def _box(rows: list[bytes]) -> tuple[int, int, int, int] | None:
    """Left, top, right and bottom of the pixels that are 1."""
    used = [y for y, row in enumerate(rows) if 1 in row]
    if not used:
        return None
    left = min(rows[y].index(1) for y in used)
    right = max(rows[y].rindex(1) for y in used) + 1
    return left, used[0], right, used[-1] + 1
