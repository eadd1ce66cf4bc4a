"""Pages as pixels."""

import mmap
from functools import lru_cache
from typing import Any

from zzpreader.model.geometry import rotate_rect
from zzpreader.wire import BLOCK_BYTES, MOST_PNG_PIXELS, Draw, Drawn, DrawPng, Failed, Paper, PngDrawn, Reason
from zzpreader.worker.document import Document
from zzpreader.worker.library import mupdf
from zzpreader.worker.paper import Piece, find_pictures, piece_of, to_dark, to_sepia, untouched

_LISTS_KEPT = 6
_PICTURES_KEPT = 64
_POINTS_PER_INCH = 72
_BYTES_A_PIXEL = 4


class Drawer:
    """Draws into the shared block; the page's contents are read once and kept for the next tiles."""

    def __init__(self, document: Document, block: mmap.mmap) -> None:
        self._document = document
        self._block = block
        self._contents = lru_cache(_LISTS_KEPT)(self._read_contents)
        self._pictures = lru_cache(_PICTURES_KEPT)(self._find_pictures)

    def _read_contents(self, page: int) -> Any:
        """Everything on the page, with the annotations and form fields that the document itself has."""
        return mupdf.fz_new_display_list_from_page(self._document.load(page))

    def forget(self) -> None:
        """Gives back what is only kept for the next tiles."""
        self._contents.cache_clear()
        self._pictures.cache_clear()

    def draw(self, wanted: Draw) -> Drawn | Failed:
        """Raises: TROUBLE for a page that cannot be drawn."""
        stride = wanted.width * _BYTES_A_PIXEL
        if stride * wanted.height > BLOCK_BYTES:
            return Failed(Reason.PAGE, "too large a piece")
        # B, G, R and an opaque alpha are the four bytes of a pixel of QImage.Format_RGB32 on little endian.
        pixels = mupdf.fz_new_pixmap_with_data(
            mupdf.fz_device_bgr(),
            wanted.width,
            wanted.height,
            mupdf.FzSeparations(),
            1,
            stride,
            mupdf.python_mutable_buffer_data(self._block),
        )
        extra = (wanted.rotation - self._document.space(wanted.page).rotation) % 360
        matrix = self._shown(wanted.page, extra, wanted.scale)
        matrix = mupdf.fz_concat(matrix, mupdf.fz_translate(-wanted.left, -wanted.top))
        self._render(wanted.page, pixels, matrix)
        if wanted.paper is Paper.SEPIA:
            to_sepia(pixels)
        elif wanted.paper is Paper.DARK:
            with untouched(self._photos(wanted, matrix), self._block, stride):
                to_dark(pixels)
        return Drawn(wanted.width, wanted.height, stride)

    def _photos(self, wanted: Draw, matrix: Any) -> list[Piece]:
        """Where on the piece that is drawn there are pictures."""
        return [
            piece
            for box in self._pictures(wanted.page)
            if (piece := piece_of(mupdf.fz_transform_rect(box, matrix), wanted.width, wanted.height))
        ]

    def _find_pictures(self, page: int) -> list[Any]:
        return find_pictures(self._contents(page), mupdf.fz_bound_page(self._document.load(page)))

    def draw_png(self, wanted: DrawPng) -> PngDrawn | Failed:
        """Raises: TROUBLE for a page that cannot be drawn."""
        matrix = self._shown(wanted.page, 0, wanted.dpi / _POINTS_PER_INCH)
        bounds = mupdf.fz_bound_page(self._document.load(wanted.page))
        space = self._document.space(wanted.page)
        cut = wanted.part or (wanted.half.box(space.size) if wanted.half else None)
        if cut:
            part = rotate_rect(cut, space.size, space.rotation)
            bounds = mupdf.fz_intersect_rect(mupdf.FzRect(part.left, part.top, part.right, part.bottom), bounds)
        box = mupdf.fz_round_rect(mupdf.fz_transform_rect(bounds, matrix))
        matrix = mupdf.fz_concat(matrix, mupdf.fz_translate(-box.x0, -box.y0))
        width, height = max(1, box.x1 - box.x0), max(1, box.y1 - box.y0)
        if width * height > MOST_PNG_PIXELS:
            return Failed(Reason.MEMORY, f"{width} × {height} pixels")
        pixels = mupdf.fz_new_pixmap(mupdf.fz_device_rgb(), width, height, mupdf.FzSeparations(), 0)
        self._render(wanted.page, pixels, matrix)
        mupdf.fz_set_pixmap_resolution(pixels, round(wanted.dpi), round(wanted.dpi))
        buffer = mupdf.fz_new_buffer_from_pixmap_as_png(pixels, mupdf.FzColorParams())
        return PngDrawn(mupdf.fz_buffer_extract_copy(buffer))

    def _shown(self, page: int, extra: int, scale: float) -> Any:
        """From MuPDF's space of the page to pixels, with the turned page's corner at 0, 0."""
        bounds = mupdf.fz_bound_page(self._document.load(page))
        matrix = mupdf.fz_concat(mupdf.fz_rotate(extra), mupdf.fz_scale(scale, scale))
        corner = mupdf.fz_transform_rect(bounds, matrix)
        return mupdf.fz_concat(matrix, mupdf.fz_translate(-corner.x0, -corner.y0))

    def _render(self, page: int, pixels: Any, matrix: Any) -> None:
        mupdf.fz_clear_pixmap_with_value(pixels, 0xFF)
        device = mupdf.fz_new_draw_device(mupdf.FzMatrix(), pixels)
        everywhere = mupdf.FzRect(mupdf.FzRect.Fixed_INFINITE)
        mupdf.fz_run_display_list(self._contents(page), device, matrix, everywhere, mupdf.FzCookie())
        mupdf.fz_close_device(device)
