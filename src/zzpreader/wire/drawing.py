"""Pages as pixels, in the shared block or as PNG."""

from enum import StrEnum
from typing import Annotated

from msgspec import Meta

from zzpreader import glance
from zzpreader.model.geometry import Rect, Rotation
from zzpreader.model.pages import Half
from zzpreader.wire.message import Message, PageIndex, Without

MAX_TILE_PX = glance.LARGEST_PX
"""Width and height of the largest picture that is asked for at once."""

BLOCK_BYTES = MAX_TILE_PX * MAX_TILE_PX * 4
"""Size of the shared block into which a worker draws: B, G, R, X a pixel, as QImage.Format_RGB32 on little endian."""

SHARED_BYTES = BLOCK_BYTES + 4096
"""What window and worker both see: the block, and behind it four bytes for the number of a refused system call."""

MOST_PNG_PIXELS = 64_000_000
"""Of a picture that a worker sends as PNG."""

Pixels = Annotated[int, Meta(ge=1, le=MAX_TILE_PX)]


class Paper(StrEnum):
    """How the page is shown: as it is, inverted in lightness, or on warm paper."""

    LIGHT = "light"
    DARK = "dark"
    SEPIA = "sepia"


BACKGROUND = {paper: glance.BACKGROUND[paper.value] for paper in Paper}


class Draw(Message, frozen=True):
    """A rectangle of a page as pixels. Answer: Drawn, or Failed with PAGE.

    Args:
        rotation: total, clockwise: the page's own and the reader's.
        scale: pixels a point.
        left, top, width, height: pixels, in the page as it is shown (turned and scaled).
        without: places of annotations in the page's list that are not drawn.
    """

    page: PageIndex
    rotation: Rotation
    scale: Annotated[float, Meta(gt=0, le=512)]
    left: Annotated[int, Meta(ge=0)]
    top: Annotated[int, Meta(ge=0)]
    width: Pixels
    height: Pixels
    paper: Paper = Paper.LIGHT
    without: Without = ()


class Drawn(Message, frozen=True):
    """The block holds `height` rows of `stride` bytes; `stride * height` is checked against the block."""

    width: Pixels
    height: Pixels
    stride: Annotated[int, Meta(ge=4, le=MAX_TILE_PX * 4)]


class DrawPng(Message, frozen=True):
    """A page, or a part of it, as a PNG file. Answer: PngDrawn, or Failed with PAGE.

    Args:
        half: of a spread; None for the whole page.
        part: in page space; None for all of it.
        without: as `Draw` has it.
    """

    page: PageIndex
    dpi: Annotated[float, Meta(gt=0, le=2400)]
    half: Half | None = None
    part: Rect | None = None
    without: Without = ()


class PngDrawn(Message, frozen=True):
    png: bytes
