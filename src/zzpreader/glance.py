"""The first glance: what is shown of a page while everything else is still being loaded.

Plain values, and how they are said over a pipe. With the standard library alone, for it is there before anything else.
"""

from collections.abc import Sequence
from struct import Struct
from typing import NamedTuple

GAP_PX = 12
"""Between pages, and around them all."""

USUAL_VIEW_PX = 780
"""So wide is the view of a window that nobody has changed."""

LARGEST_PX = 2048
"""Width and height of the largest piece that is drawn at once."""

CUT_PX = 1024
"""Side of the pieces of a page too large for that: small enough that few of them show as much as is seen."""

LARGEST_SCALE = 64 * 96 / 72
LARGEST_PAGE_PX = 2**22

MOST_PIECES = 16
BYTES_A_PIXEL = 4
BLOCK_BYTES = 64 * 1024 * 1024
"""Room for all pieces of a glance; only what is drawn on takes memory."""

SHARED_BYTES = BLOCK_BYTES + 4096
"""The block, and behind it the number of a refused system call, as workers have it."""


BACKGROUND = {"light": 0xFFFFFF, "dark": 0x1C1C1E, "sepia": 0xF6EEDD}
"""Red, green and blue of empty paper as a worker draws it; what is not drawn yet is shown in it."""


class Piece(NamedTuple):
    """A rectangle of a page: what `wire.Draw` says, in the same words."""

    page: int
    rotation: int
    scale: float
    left: int
    top: int
    width: int
    height: int
    paper: str = "light"

    @property
    def bytes(self) -> int:
        return self.width * self.height * BYTES_A_PIXEL


class Spot(NamedTuple):
    """A piece, and where its corner stands in the view, in logical pixels."""

    x: float
    y: float
    piece: Piece


class FirstPage(NamedTuple):
    """What the document says of itself; no pages if it cannot be read without more ado."""

    pages: int
    rotation: int
    width: float
    height: float


EXPECTED = Struct("=i")
"""Before anything is asked: how wide the view will be, in pixels, as far as can be known; 0 if nothing is."""

COUNT = Struct("=i")
"""How many pieces follow; and of each piece that it is drawn, its number."""

_PIECE = Struct("=iidiiii8s")
FIRST_PAGE = Struct("=iidd")


def pack(pieces: Sequence[Piece]) -> bytes:
    said = [_PIECE.pack(*piece[:-1], piece.paper.encode()) for piece in pieces]
    return COUNT.pack(len(pieces)) + b"".join(said)


def piece_bytes(count: int) -> int:
    """How long that many pieces are."""
    return count * _PIECE.size


def unpack(said: bytes) -> list[Piece]:
    """What stands behind the count."""
    return [Piece._make((*fields, paper.rstrip(b"\0").decode())) for *fields, paper in _PIECE.iter_unpack(said)]


def are_drawable(pieces: Sequence[Piece]) -> bool:
    """Whether they can be asked for, and find room together."""
    are_sound = all(
        piece.page >= 0
        and 0 < piece.scale <= LARGEST_SCALE * 6
        and 0 < piece.width <= LARGEST_PX
        and 0 < piece.height <= LARGEST_PX
        for piece in pieces
    )
    return 0 < len(pieces) <= MOST_PIECES and are_sound and sum(piece.bytes for piece in pieces) <= BLOCK_BYTES


def first_spots(page: FirstPage, width_px: int, height_px: int, ratio: float, paper: str) -> list[Spot]:
    """How the beginning of a publication is shown that was never opened: its first page, as wide as the view.

    It must be what `ui.view.layout` and `ui.view.tiles` come to, or else the page is drawn twice.

    Args:
        width_px, height_px: of the view, in logical pixels.
        ratio: device pixels a logical one.
    """
    across, down = (page.height, page.width) if page.rotation % 180 else (page.width, page.height)
    scale = min(max(width_px - 2 * GAP_PX, 16) / across, LARGEST_SCALE, LARGEST_PAGE_PX / max(across, down))
    left = round((width_px - across * scale) / 2 * ratio) / ratio
    width, height = (max(1, round(side * scale * ratio)) for side in (across, down))
    is_whole = width <= LARGEST_PX and height <= LARGEST_PX
    wide = width if width <= LARGEST_PX else CUT_PX
    high = height if is_whole else CUT_PX
    return [
        Spot(
            left + x / ratio,
            GAP_PX + y / ratio,
            Piece(0, page.rotation, scale * ratio, x, y, min(wide, width - x), min(high, height - y), paper),
        )
        for y in range(0, height, high)
        if GAP_PX + y / ratio < height_px
        for x in range(0, width, wide)
    ]
