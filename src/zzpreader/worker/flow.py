"""A page to be read in one column. Cost: 5 to 10 ms a page, of which neighbours are read once."""

from functools import lru_cache
from typing import Any

from zzpreader.model.geometry import Rect
from zzpreader.model.lines import PageLines
from zzpreader.model.reflow import PageFlow
from zzpreader.structure.reflow import Seen, reflow
from zzpreader.wire import ReadFlow
from zzpreader.worker.document import BLANK, Document
from zzpreader.worker.library import TROUBLE, mupdf
from zzpreader.worker.lines import read_lines
from zzpreader.worker.text import read_text

_AROUND = 3
"""So many pages before and after are looked at, to know what heads and foots them."""

_KEPT = 16
_MOST_DRAWN = 3_000


class FlowReader:
    def __init__(self, document: Document) -> None:
        self._document = document
        self._lines = lru_cache(_KEPT)(self._read_lines)

    def read(self, asked: ReadFlow) -> PageFlow:
        """Raises: TROUBLE for a page that cannot be read."""
        text = read_text(self._document, asked.page)
        first = max(asked.page - _AROUND, 0)
        around = [self._lines(n) for n in range(first, min(asked.page + _AROUND + 1, self._document.page_count))]
        pictures, drawn = self._drawn(asked.page)
        return reflow(Seen(text, around, asked.page - first, asked.is_spread, pictures, drawn))

    def _read_lines(self, page: int) -> PageLines:
        try:
            return read_lines(self._document, page)
        except TROUBLE:
            return PageLines(BLANK.size)

    def _drawn(self, page: int) -> tuple[list[Rect], list[Rect]]:
        """Boxes of images, and of lines and shapes."""
        options = mupdf.FzStextOptions()
        options.flags = mupdf.FZ_STEXT_PRESERVE_IMAGES | mupdf.FZ_STEXT_COLLECT_VECTORS | mupdf.FZ_STEXT_CLIP
        loaded, space = self._document.load(page), self._document.space(page)
        bounds = mupdf.fz_bound_page(loaded)
        pictures: list[Rect] = []
        drawn: list[Rect] = []
        structured = mupdf.FzStextPage(loaded, options)  # it has to outlive its blocks
        for block in structured:
            found: Any = block.m_internal
            kinds = {mupdf.FZ_STEXT_BLOCK_IMAGE: pictures, mupdf.FZ_STEXT_BLOCK_VECTOR: drawn}
            boxes = kinds.get(found.type)
            if boxes is None:
                continue
            box = mupdf.fz_intersect_rect(mupdf.FzRect(found.bbox), bounds)
            if box.x0 <= box.x1 and box.y0 <= box.y1:
                boxes.append(space.rect(box.x0, box.y0, box.x1, box.y1))
            if len(pictures) + len(drawn) >= _MOST_DRAWN:
                break
        return pictures, drawn
