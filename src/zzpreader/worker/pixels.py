"""A page as pixels in a block of memory. In plain terms: the first glance knows no messages."""

import mmap
from collections.abc import Callable, Iterable
from typing import Any, Protocol

from zzpreader.glance import BYTES_A_PIXEL
from zzpreader.worker.library import mupdf
from zzpreader.worker.paper import find_pictures, images_in, piece_of, to_dark, to_sepia, untouched


class Wanted(Protocol):
    """`wire.Draw`, or `glance.Piece`."""

    @property
    def rotation(self) -> int: ...
    @property
    def scale(self) -> float: ...
    @property
    def left(self) -> int: ...
    @property
    def top(self) -> int: ...
    @property
    def width(self) -> int: ...
    @property
    def height(self) -> int: ...
    @property
    def paper(self) -> str: ...


def read_contents(page: Any) -> Any:
    """Everything on the page, with the annotations and form fields that the document itself has."""
    return mupdf.fz_new_display_list_from_page(page)


def pictures_on(page: Any, contents: Any) -> list[Any]:
    """Where photographs are that stay as they are on dark paper."""
    return find_pictures(contents, mupdf.fz_bound_page(page))


def decode_pictures(contents: Any, scale: float) -> None:
    """What is most of the work with a scan, and is kept by MuPDF for when the page is drawn at about that scale."""
    for picture in images_in(contents):
        image = picture.i_image()
        everything = mupdf.FzIrect(0, 0, image.w(), image.h())
        shown_at = mupdf.fz_concat(picture.i_transform(), mupdf.fz_scale(scale, scale))
        mupdf.fz_get_pixmap_from_image(image, everything, shown_at)


def draw_piece(
    page: Any,
    contents: Any,
    wanted: Wanted,
    own_rotation: int,
    block: mmap.mmap | memoryview,
    pictures: Callable[[], Iterable[Any]],
) -> None:
    """Rows of the piece, one behind the other. Raises: TROUBLE for a page that cannot be drawn.

    Args:
        own_rotation: the page's, which it has in MuPDF already.
        pictures: asked for on dark paper only.
    """
    stride = wanted.width * BYTES_A_PIXEL
    # B, G, R and an opaque alpha are the four bytes of a pixel of QImage.Format_RGB32 on little endian.
    pixels = mupdf.fz_new_pixmap_with_data(
        mupdf.fz_device_bgr(),
        wanted.width,
        wanted.height,
        mupdf.FzSeparations(),
        1,
        stride,
        mupdf.python_mutable_buffer_data(block),
    )
    matrix = shown(page, (wanted.rotation - own_rotation) % 360, wanted.scale)
    matrix = mupdf.fz_concat(matrix, mupdf.fz_translate(-wanted.left, -wanted.top))
    run(contents, pixels, matrix)
    if wanted.paper == "sepia":
        to_sepia(pixels)
    elif wanted.paper == "dark":
        boxes = (mupdf.fz_transform_rect(box, matrix) for box in pictures())
        pieces = [piece for box in boxes if (piece := piece_of(box, wanted.width, wanted.height))]
        with untouched(pieces, block, stride):
            to_dark(pixels)


def shown(page: Any, extra: int, scale: float) -> Any:
    """From MuPDF's space of the page to pixels, with the turned page's corner at 0, 0."""
    bounds = mupdf.fz_bound_page(page)
    matrix = mupdf.fz_concat(mupdf.fz_rotate(extra), mupdf.fz_scale(scale, scale))
    corner = mupdf.fz_transform_rect(bounds, matrix)
    return mupdf.fz_concat(matrix, mupdf.fz_translate(-corner.x0, -corner.y0))


def run(contents: Any, pixels: Any, matrix: Any) -> None:
    mupdf.fz_clear_pixmap_with_value(pixels, 0xFF)
    device = mupdf.fz_new_draw_device(mupdf.FzMatrix(), pixels)
    everywhere = mupdf.FzRect(mupdf.FzRect.Fixed_INFINITE)
    mupdf.fz_run_display_list(contents, device, matrix, everywhere, mupdf.FzCookie())
    mupdf.fz_close_device(device)
