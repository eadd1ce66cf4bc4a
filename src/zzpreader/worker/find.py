"""Searching pages. Their texts are read once and kept on a shelf, so that other words cost next to nothing."""

from array import array
from collections.abc import Iterable
from time import monotonic

from msgspec.structs import replace

from zzpreader.model.excerpt import excerpt
from zzpreader.model.folding import Folded, fold
from zzpreader.model.passages import passages_of
from zzpreader.model.query import Query
from zzpreader.model.shelf import Shelf, Shelved
from zzpreader.wire import MOST_HITS_A_PAGE, Find, Found, Hit, PlainPage
from zzpreader.worker.document import Document
from zzpreader.worker.library import TROUBLE
from zzpreader.worker.plain import Plain, read_plain
from zzpreader.worker.text import is_picture

_NOTHING_FOLDED = Folded("", array("I"))


class Finder:
    def __init__(self, document: Document, shelf: Shelf) -> None:
        self._document = document
        self._shelf = shelf

    def find(self, wanted: Find) -> Found:
        """Pages that cannot be read have no hits."""
        until = monotonic() + wanted.within_ms / 1000
        hits: list[Hit] = []
        end = min(wanted.first + wanted.count, self._document.page_count)
        for page in range(wanted.first, end):
            hits.extend(self._find_on(page, wanted.query))
            if wanted.within_ms and monotonic() > until:
                return Found(tuple(hits), left=end - page - 1)
        return Found(tuple(hits))

    def _find_on(self, page: int, query: Query) -> list[Hit]:
        kept = self._text(page)
        if not kept.text or not _may_be_in(kept, query):
            return []
        folded = _NOTHING_FOLDED if query.is_exact else fold(kept.text, query.match_case)
        found: list[Hit] = []
        for start, end in passages_of(query).spans(kept.text, folded):
            found.append(_hit(page, kept, start, end))
            if len(found) == MOST_HITS_A_PAGE:
                break
        return found

    def forget(self, pages: Iterable[int]) -> None:
        """They have another text now."""
        for page in pages:
            if page < self._document.page_count:
                self._shelf.forget(page)

    def folded(self, page: int) -> str:
        """The page's text, folded. Raises nothing: a page that cannot be read has none."""
        return self._text(page).folded

    def plain(self, page: int) -> PlainPage:
        """The page's text with the places of its lines; nothing of it is kept."""
        try:
            read = read_plain(self._document, page)
            if not read.text.strip():
                return PlainPage(is_picture=is_picture(self._document, page))
        except TROUBLE:
            return PlainPage()
        lines = array("i", bytes(12 * len(read.starts)))
        lines[0::3] = array("i", read.starts)
        edges = array("f", lines.tobytes())
        edges[1::3] = array("f", [box.left for box in read.boxes])
        edges[2::3] = array("f", [box.top for box in read.boxes])
        return PlainPage(read.text, edges.tobytes())

    def _text(self, page: int) -> Shelved:
        kept = self._shelf.take(page)
        if kept is None:
            try:
                kept = _shelved(read_plain(self._document, page))
            except TROUBLE:
                return Shelved()
            self._shelf.put(page, kept)
        return kept


def _shelved(page: Plain) -> Shelved:
    edges = array("f", [edge for box in page.boxes for edge in (box.left, box.top, box.right)])
    return Shelved(page.text, fold(page.text).text, array("i", page.starts).tobytes(), edges.tobytes())


def _may_be_in(kept: Shelved, query: Query) -> bool:
    """Whether it is worth while to fold the page letter by letter; said from what is kept folded without case."""
    if query.is_exact or (query.match_case and (query.is_regex or query.any_of)):
        return True  # without case another pattern could find less
    return passages_of(replace(query, match_case=False)).is_in(kept.folded)


def _hit(page: int, kept: Shelved, start: int, end: int) -> Hit:
    return Hit(page, start, end, *excerpt(kept.text, start, end), *kept.place(start))
