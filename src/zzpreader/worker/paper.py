"""Dark and warm paper: what is done to the pixels after a page is drawn."""

import mmap
from collections.abc import Generator, Iterator, Sequence
from contextlib import contextmanager
from typing import Any, NamedTuple

from zzpreader.glance import BACKGROUND
from zzpreader.worker.library import mupdf

_DARK_INK = 0xE6E6E6
_SEPIA_INK = 0x2E261C
_WHITE_INVERTED = 0x030303
"""MuPDF turns white round to a trace above black; so much less is given to the tint, and paper has its own colour."""

_MOSTLY = 0.6
"""Pictures that cover more of the page are a scan: they are the paper."""

_BYTES_A_PIXEL = 4


class Piece(NamedTuple):
    """A rectangle of pixels."""

    left: int
    top: int
    right: int
    bottom: int


def to_sepia(pixels: Any) -> None:
    mupdf.fz_tint_pixmap(pixels, _SEPIA_INK, BACKGROUND["sepia"])


def to_dark(pixels: Any) -> None:
    """Lightness is turned round, hues stay."""
    mupdf.fz_invert_pixmap_luminance(pixels)
    mupdf.fz_tint_pixmap(pixels, BACKGROUND["dark"] - _WHITE_INVERTED, _DARK_INK)


@contextmanager
def untouched(pieces: Sequence[Piece], block: mmap.mmap | memoryview, stride: int) -> Generator[None]:
    """Whatever is done to the pixels meanwhile, these pieces look as before."""
    spans = [
        (y * stride + piece.left * _BYTES_A_PIXEL, y * stride + piece.right * _BYTES_A_PIXEL)
        for piece in pieces
        for y in range(piece.top, piece.bottom)
    ]
    kept = [bytes(block[start:end]) for start, end in spans]
    yield
    for (start, end), row in zip(spans, kept, strict=True):
        block[start:end] = row


def find_pictures(contents: Any, bounds: Any) -> list[Any]:
    """Rectangles of the photographs and drawings on a page, in MuPDF's space; none if the page is a scan."""
    found = [mupdf.fz_intersect_rect(mupdf.FzRect(image.m_internal.bbox), bounds) for image in images_in(contents)]
    return found if sum(map(_area, found)) <= _MOSTLY * _area(bounds) else []


def images_in(contents: Any) -> Iterator[Any]:
    """Blocks with the images of a page."""
    options = mupdf.FzStextOptions()
    options.flags = mupdf.FZ_STEXT_PRESERVE_IMAGES | mupdf.FZ_STEXT_CLIP
    structured = mupdf.FzStextPage(contents, options)
    for block in structured:
        if block.m_internal.type == mupdf.FZ_STEXT_BLOCK_IMAGE:
            yield block


def _area(box: Any) -> float:
    return max(0.0, box.x1 - box.x0) * max(0.0, box.y1 - box.y0)


def piece_of(box: Any, width: int, height: int) -> Piece | None:
    """The pixels under `box` of a picture of that size; None if there are none."""
    rounded = mupdf.fz_round_rect(box)
    piece = Piece(max(0, rounded.x0), max(0, rounded.y0), min(width, rounded.x1), min(height, rounded.y1))
    return piece if piece.left < piece.right and piece.top < piece.bottom else None
