"""Dark and warm paper: what is done to the pixels after a page is drawn."""

from typing import Any

from zzpreader.wire import BACKGROUND, Paper
from zzpreader.worker.document import Document
from zzpreader.worker.library import mupdf

_INK = {Paper.DARK: 0xE6E6E6, Paper.SEPIA: 0x2E261C}
_WHOLE_PAGE = 0.6
"""A picture that covers more of the page is a scan: it is paper itself."""


def tone(pixels: Any, paper: Paper, document: Document, page: int, matrix: Any) -> None:
    """Turn drawn pixels into those of `paper`.

    Dark: lightness is turned round, hues stay; photographs stay as they are.

    Args:
        matrix: from MuPDF's space of the page to the pixels.
    """
    if paper is Paper.SEPIA:
        mupdf.fz_tint_pixmap(pixels, _INK[paper], BACKGROUND[paper])
        return
    mupdf.fz_invert_pixmap_luminance(pixels)
    mupdf.fz_tint_pixmap(pixels, BACKGROUND[paper], _INK[paper])
