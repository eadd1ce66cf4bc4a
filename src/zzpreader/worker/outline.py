"""The bookmarks of the PDF."""

import math
from typing import Any

from zzpreader.model.displayed import one_line
from zzpreader.wire import OutlineItem
from zzpreader.worker.document import Document
from zzpreader.worker.library import TROUBLE, mupdf
from zzpreader.worker.spaces import PageSpace

_MOST_ITEMS = 20_000
_DEEPEST = 32
_NOWHERE = -1


def read_outline(document: Document) -> tuple[OutlineItem, ...]:
    """In reading order. An item that leads nowhere stands where the first below it does; without one it is left out.

    Raises: TROUBLE if there is nothing to be read from it at all.
    """
    mupdf.pdf_set_page_tree_cache(document.pdf, 1)
    root = mupdf.fz_load_outline(document.fz)
    items: list[OutlineItem] = []
    spaces: dict[int, PageSpace | None] = {}
    waiting: list[tuple[Any, int]] = [(root.m_internal, 1)]
    while waiting and len(items) < _MOST_ITEMS:
        node, level = waiting.pop()
        if not node:
            continue
        waiting.append((node.next, level))
        page, title = node.page.page, one_line(node.title or "")
        if not 0 <= page < document.page_count:
            items.append(OutlineItem(level, title, _NOWHERE, 0.0))
        else:
            if page not in spaces:
                spaces[page] = _space(document, page)
            items.append(OutlineItem(level, title, page, _height(node.x, node.y, spaces[page])))
        waiting.append((node.down, min(level + 1, _DEEPEST)))
    return tuple(item for item in _placed(items) if item.title)


def _placed(items: list[OutlineItem]) -> list[OutlineItem]:
    placed: list[OutlineItem] = []
    for item in reversed(items):
        if item.page != _NOWHERE:
            placed.append(item)
        elif placed and placed[-1].level > item.level:
            placed.append(OutlineItem(item.level, item.title, placed[-1].page, placed[-1].y))
    return placed[::-1]


def _space(document: Document, page: int) -> PageSpace | None:
    try:
        return document.space(page)
    except TROUBLE:
        return None


def _height(x: float, y: float, space: PageSpace | None) -> float:
    """Points from the top of the unrotated page; its top where the target names no height."""
    if space is None:
        return 0.0
    at = space.point(x if math.isfinite(x) else 0.0, y if math.isfinite(y) else 0.0)
    return min(max(at.y, 0.0), space.size.height)
