"""What is asked to be drawn, drawn."""

import mmap
from collections.abc import Iterator
from functools import lru_cache
from typing import Any

from zzpreader.model.geometry import rotate_rect
from zzpreader.wire import BLOCK_BYTES, MOST_PNG_PIXELS, Draw, Drawn, DrawPng, Failed, PngDrawn, Reason
from zzpreader.worker.document import Document
from zzpreader.worker.library import mupdf
from zzpreader.worker.pixels import draw_piece, pictures_on, read_contents, run, shown

_LISTS_KEPT = 6
_PICTURES_KEPT = 64
_POINTS_PER_INCH = 72
_BYTES_A_PIXEL = 4
_NOT_DRAWN = ("Link", "Popup", "Widget")
"""Kinds of annotations that MuPDF does not count among a page's, or draws apart."""


class Drawer:
    """Draws into the shared block; the page's contents are read once and kept for the next tiles."""

    def __init__(self, document: Document, block: mmap.mmap) -> None:
        self._document = document
        self._block = block
        self._contents = lru_cache(_LISTS_KEPT)(self._read_contents)
        self._pictures = lru_cache(_PICTURES_KEPT)(self._find_pictures)

    def _read_contents(self, page: int, without: tuple[int, ...] = ()) -> Any:
        """With the annotations and form fields that the document itself has, but for these."""
        loaded = self._document.load(page)
        return _listed(loaded, without) if without else read_contents(loaded)

    def _find_pictures(self, page: int) -> list[Any]:
        return pictures_on(self._document.load(page), self._contents(page))

    def forget(self) -> None:
        """Gives back what is only kept for the next tiles."""
        self._contents.cache_clear()
        self._pictures.cache_clear()

    def draw(self, wanted: Draw) -> Drawn | Failed:
        """Raises: TROUBLE for a page that cannot be drawn."""
        stride = wanted.width * _BYTES_A_PIXEL
        if stride * wanted.height > BLOCK_BYTES:
            return Failed(Reason.PAGE, "too large a piece")
        page = self._document.load(wanted.page)
        own, contents = self._document.space(wanted.page).rotation, self._contents(wanted.page, wanted.without)
        draw_piece(page, contents, wanted, own, self._block, lambda: self._pictures(wanted.page))
        return Drawn(wanted.width, wanted.height, stride)

    def draw_png(self, wanted: DrawPng) -> PngDrawn | Failed:
        """Raises: TROUBLE for a page that cannot be drawn."""
        matrix = shown(self._document.load(wanted.page), 0, wanted.dpi / _POINTS_PER_INCH)
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
        run(self._contents(wanted.page, wanted.without), pixels, matrix)
        mupdf.fz_set_pixmap_resolution(pixels, round(wanted.dpi), round(wanted.dpi))
        buffer = mupdf.fz_new_buffer_from_pixmap_as_png(pixels, mupdf.FzColorParams())
        return PngDrawn(mupdf.fz_buffer_extract_copy(buffer))


def _listed(page: Any, without: tuple[int, ...]) -> Any:
    """What `fz_new_display_list_from_page` makes, without some annotations; the document stays as it is."""
    contents = mupdf.fz_new_display_list(mupdf.fz_bound_page(page))
    device, cookie = mupdf.fz_new_list_device(contents), mupdf.FzCookie()
    mupdf.fz_run_page_contents(page, device, mupdf.FzMatrix(), cookie)
    for annotation in _annotations(mupdf.pdf_page_from_fz_page(page), without):
        mupdf.pdf_run_annot(annotation, device, mupdf.FzMatrix(), cookie)
    mupdf.fz_run_page_widgets(page, device, mupdf.FzMatrix(), cookie)
    mupdf.fz_close_device(device)
    return contents


def _annotations(page: Any, without: tuple[int, ...]) -> Iterator[Any]:
    """Those that MuPDF draws, but for these.

    They are known by the numbers of their objects. One that has no object of its own, of which MuPDF makes a copy, is
    known by its turn among these.
    """
    found = mupdf.pdf_dict_gets(page.obj(), "Annots")
    listed = [mupdf.pdf_array_get(found, at) for at in range(mupdf.pdf_array_len(found))]
    drawn = [at for at, one in enumerate(listed) if _subtype(one) not in _NOT_DRAWN and mupdf.pdf_is_dict(one)]
    gone = {mupdf.pdf_to_num(listed[at]) for at in without if at < len(listed)} - {0}
    turns = iter([at for at in drawn if not mupdf.pdf_to_num(listed[at])])
    annotation = mupdf.pdf_first_annot(page)
    while annotation.m_internal:
        number = mupdf.pdf_to_num(mupdf.pdf_annot_obj(annotation))
        if number not in gone if number else next(turns, -1) not in without:
            yield annotation
        annotation = mupdf.pdf_next_annot(annotation)


def _subtype(one: Any) -> str:
    return mupdf.pdf_to_name(mupdf.pdf_dict_gets(one, "Subtype"))
