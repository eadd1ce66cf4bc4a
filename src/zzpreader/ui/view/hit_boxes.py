"""Where search hits lie on the pages in view."""

from zzpreader.model.geometry import Quad
from zzpreader.session.search import Search
from zzpreader.session.texts import Texts


class HitBoxes:
    """Computed once for a page, for a page in view is painted often."""

    def __init__(self, search: Search, texts: Texts) -> None:
        self._search, self._texts = search, texts
        self._pages: dict[int, tuple[int, list[Quad]]] = {}

    def forget(self) -> None:
        """The hits are other ones."""
        self._pages.clear()

    def on(self, page: int) -> list[Quad]:
        """All hits on a page; empty until its text is there."""
        hits = self._search.hits_on(page)
        text = self._texts.get(page)
        if not hits or text is None:
            return []
        count, quads = self._pages.get(page, (-1, []))
        if count != len(hits):
            quads = [quad for hit in hits for quad in text.quads(hit.start, hit.end)]
            self._pages[page] = (len(hits), quads)
        return quads

    def current_on(self, page: int) -> tuple[Quad, ...]:
        hit = self._search.current
        text = self._texts.get(page)
        return text.quads(hit.start, hit.end) if hit and hit.page == page and text else ()
