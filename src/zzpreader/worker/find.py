"""Searching pages. What was folded once is kept, so that the next letter typed costs next to nothing."""

from array import array
from bisect import bisect_right
from collections import OrderedDict
from collections.abc import Iterable
from dataclasses import dataclass, field
from time import monotonic
from typing import Self

from zzpreader.model.excerpt import excerpt
from zzpreader.model.folding import Folded, fold
from zzpreader.model.passages import passages_of
from zzpreader.wire import MOST_HITS_A_PAGE, Find, Found, Hit, PlainPage
from zzpreader.worker.document import Document
from zzpreader.worker.library import TROUBLE
from zzpreader.worker.plain import Plain, read_plain

_MOST_KEPT_CHARS = 20_000_000


@dataclass(frozen=True, slots=True)
class _Kept:
    """A page's text, and the first code point, left, top and right of every line."""

    text: str = ""
    starts: "array[int]" = field(default_factory=lambda: array("i"))
    edges: "array[float]" = field(default_factory=lambda: array("f"))

    @classmethod
    def of(cls, page: Plain) -> Self:
        edges = (edge for box in page.boxes for edge in (box.left, box.top, box.right))
        return cls(page.text, array("i", page.starts), array("f", edges))

    def place(self, offset: int) -> tuple[float, float]:
        """About where the code point stands, as if all of its line were equally wide; and the top of that line."""
        line = bisect_right(self.starts, offset) - 1
        start = self.starts[line]
        length = self.text.find("\n", start) - start
        left, top, right = self.edges[3 * line : 3 * line + 3]
        return left + (right - left) * min(1.0, (offset - start) / max(1, length)), top


class Finder:
    def __init__(self, document: Document) -> None:
        self._document = document
        self._texts: OrderedDict[int, _Kept] = OrderedDict()
        self._folded: dict[tuple[int, bool], Folded] = {}
        self._kept_chars = 0

    def find(self, wanted: Find) -> Found:
        """Pages that cannot be read have no hits."""
        until = monotonic() + wanted.within_ms / 1000
        hits: list[Hit] = []
        end = min(wanted.first + wanted.count, self._document.page_count)
        for page in range(wanted.first, end):
            hits.extend(self._find_on(page, wanted))
            if wanted.within_ms and monotonic() > until:
                return Found(tuple(hits), left=end - page - 1)
        return Found(tuple(hits))

    def _find_on(self, page: int, wanted: Find) -> list[Hit]:
        kept = self._text(page)
        if not kept.text:
            return []
        folded = self._fold(page, kept.text, wanted.query.match_case)
        found: list[Hit] = []
        for start, end in passages_of(wanted.query).spans(kept.text, folded):
            found.append(_hit(page, kept, start, end))
            if len(found) == MOST_HITS_A_PAGE:
                break
        return found

    def forget(self, pages: Iterable[int]) -> None:
        """They have another text now."""
        for page in pages:
            if kept := self._texts.pop(page, None):
                self._drop(page, kept)

    def folded(self, page: int) -> str:
        """The page's text, folded. Raises nothing: a page that cannot be read has none."""
        return self._fold(page, self._text(page).text, match_case=False).text

    def plain(self, page: int) -> PlainPage:
        """The page's text with the places of its lines; nothing of it is kept."""
        try:
            read = read_plain(self._document, page)
        except TROUBLE:
            return PlainPage()
        lines = array("i", bytes(12 * len(read.starts)))
        lines[0::3] = array("i", read.starts)
        edges = array("f", lines.tobytes())
        edges[1::3] = array("f", [box.left for box in read.boxes])
        edges[2::3] = array("f", [box.top for box in read.boxes])
        return PlainPage(read.text, edges.tobytes())

    def _text(self, page: int) -> _Kept:
        if page not in self._texts:
            try:
                kept = _Kept.of(read_plain(self._document, page))
            except TROUBLE:
                kept = _Kept()
            self._texts[page] = kept
            self._kept_chars += len(kept.text)
            self._forget()
        return self._texts[page]

    def _forget(self) -> None:
        while self._kept_chars > _MOST_KEPT_CHARS and len(self._texts) > 1:
            self._drop(*self._texts.popitem(last=False))

    def _drop(self, page: int, kept: _Kept) -> None:
        self._kept_chars -= len(kept.text)
        for match_case in (False, True):
            self._folded.pop((page, match_case), None)

    def _fold(self, page: int, text: str, match_case: bool) -> Folded:
        key = page, match_case
        if key not in self._folded:
            self._folded[key] = fold(text, match_case)
        return self._folded[key]


def _hit(page: int, kept: _Kept, start: int, end: int) -> Hit:
    return Hit(page, start, end, *excerpt(kept.text, start, end), *kept.place(start))
