"""The texts of a long publication that were read for searching are kept: whoever searches it another day reads no page.

They go from the cache to the shelf of the workers and back; nothing else knows that they were not read just now.
"""

from collections.abc import Callable

from PySide6.QtCore import QObject, Signal

from zzpreader.engine.engine import Engine
from zzpreader.model.shelf import Shelf, unpacked
from zzpreader.session.deliver import deliver
from zzpreader.session.identity import Identity
from zzpreader.session.search import Search
from zzpreader.store.home import Home
from zzpreader.store.shelves import keep_shelf, kept_shelf
from zzpreader.store.thread import StoreThread
from zzpreader.wire import Opened


class ShelfKept(QObject):
    """Made when somebody searches for the first time, or all texts are known; keeps them also after each search.

    Signals:
        settled(int): so many pages lie in the cache, and on the shelf.
    """

    settled = Signal(int)

    def __init__(
        self,
        opened: Opened,
        engine: Engine,
        identity: Identity,
        search: Search,
        thread: StoreThread,
        home: Home,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._opened, self._engine, self._identity = opened, engine, identity
        self._thread, self._home = thread, home
        self._is_wanted = self._is_fetched = False
        self._kept = self._looked_at = 0
        """Pages in the cache, as far as is known; and on the shelf when it was last looked at."""
        identity.named.connect(self._fetch)
        search.finished.connect(self.keep)
        self.settled.connect(self._take)

    def fetch(self) -> None:
        """Somebody searches: as soon as it is known which file this is."""
        self._is_wanted = True
        self._fetch()

    def _fetch(self) -> None:
        edition, extractor, home = self._identity.edition, self._opened.extractor, self._home
        if not edition or not self._is_wanted or self._is_fetched:
            return
        self._is_fetched = True

        def fetch(shelf: Shelf) -> None:
            pages = kept_shelf(home, edition, extractor)[: self._opened.pages]
            for page, packed in enumerate(pages):
                if packed and shelf.take_packed(page) is None:
                    shelf.put_packed(page, packed)
            deliver(self, "settled", sum(map(bool, pages)))

        self._submit(fetch)

    def _take(self, pages: int) -> None:
        self._kept = max(self._kept, pages)

    def keep(self) -> None:
        """If there are more on the shelf by now; none where words were recognised in pictures, which lie elsewhere."""
        edition, extractor, home, before = self._identity.edition, self._opened.extractor, self._home, self._kept
        if not edition or self._engine.has_told:
            return

        def keep(shelf: Shelf) -> None:
            if (there := shelf.count) <= self._looked_at:
                return
            self._looked_at = there
            pages = [_worth_keeping(shelf.take_packed(page)) for page in range(self._opened.pages)]
            if (count := sum(map(bool, pages))) > before and not self._engine.has_told:
                keep_shelf(home, edition, pages, extractor)
                deliver(self, "settled", count)

        self._submit(keep)

    def _submit(self, job: Callable[[Shelf], None]) -> None:
        memory, pages = self._engine.texts_memory(), self._opened.pages
        if memory is None:
            return

        def on_the_shelf() -> None:
            shelf = Shelf(memory, pages)
            try:
                job(shelf)
            finally:
                shelf.release()
                memory.close()

        self._thread.submit(on_the_shelf)


def _worth_keeping(packed: bytes | None) -> bytes:
    """Not a page without text: words may be recognised in its picture one day, or were."""
    text = unpacked(packed) if packed else None
    return packed if packed and text and text.text.strip() else b""
