"""Which pieces of a page are drawn. Pure."""

from collections.abc import Iterator
from math import ceil, floor
from typing import NamedTuple

from zzpreader.glance import CUT_PX
from zzpreader.model.geometry import Rect, Rotation
from zzpreader.session.pictures import MAX_TILE_PX, Paper, Tile
from zzpreader.ui.view.leaf import Leaf


class DevicePart(NamedTuple):
    """What a leaf shows, in device pixels of the whole page as it is turned."""

    left: int
    top: int
    width: int
    height: int


def device_part(leaf: Leaf, ratio: float) -> DevicePart:
    """On whole pixels; nothing is drawn beyond."""
    part, scale = leaf.turned_part, leaf.scale * ratio
    left, top = round(part.left * scale), round(part.top * scale)
    return DevicePart(left, top, max(1, round(part.right * scale) - left), max(1, round(part.bottom * scale) - top))


def tiles(leaf: Leaf, seen: Rect, ratio: float, paper: Paper) -> Iterator[Tile]:
    """The pieces of the page, or of the half that is shown, that meet `seen`, from top to bottom.

    Args:
        seen: in logical pixels of the layout.
        ratio: device pixels a logical one.
    """
    part = device_part(leaf, ratio)
    width, height = part.width, part.height
    across = _cut(width, whole=width <= MAX_TILE_PX)
    down = _cut(height, whole=width <= MAX_TILE_PX and height <= MAX_TILE_PX)
    for top in _starts((seen.top - leaf.top) * ratio, (seen.bottom - leaf.top) * ratio, height, down):
        for left in _starts((seen.left - leaf.left) * ratio, (seen.right - leaf.left) * ratio, width, across):
            yield Tile(
                page=leaf.page,
                rotation=leaf.rotation,
                scale=leaf.scale * ratio,
                left=part.left + left,
                top=part.top + top,
                width=min(across, width - left),
                height=min(down, height - top),
                paper=paper,
            )


def part_tile(page: int, rotation: Rotation, shown: Rect, scale: float, paper: Paper) -> Tile:
    """A part of a page in one picture, at a smaller scale if it would be too large.

    Args:
        rotation: total, clockwise.
        shown: in points of the page as it is turned.
        scale: device pixels a point.
    """
    most = (MAX_TILE_PX - 2) / max(shown.width, shown.height, 1.0)
    scale = round(min(max(scale, 0.05), most), 3)
    left, top = max(floor(shown.left * scale), 0), max(floor(shown.top * scale), 0)
    width = min(max(ceil(shown.right * scale) - left, 1), MAX_TILE_PX)
    height = min(max(ceil(shown.bottom * scale) - top, 1), MAX_TILE_PX)
    return Tile(page, rotation, scale, left, top, width, height, paper)


def _cut(length: int, whole: bool) -> int:
    return length if whole else min(length, CUT_PX)


def _starts(first: float, last: float, length: int, step: int) -> range:
    """Multiples of `step` inside [0, length) whose pieces lie in (first, last), with more than an edge."""
    begin = max(int(first // step), 0) * step
    return range(begin, min(max(ceil(last), 0), length), step)
