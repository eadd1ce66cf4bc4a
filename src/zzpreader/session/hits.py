"""What a search has found so far, in document order."""

from bisect import bisect_left
from collections.abc import Iterable, Iterator
from itertools import chain

from zzpreader.session.outwards import Batch
from zzpreader.wire import Hit


class Hits:
    """Hits by batch, in document order whatever the order of their coming."""

    def __init__(self) -> None:
        self._by_batch: dict[Batch, tuple[Hit, ...]] = {}
        self._pages: dict[int, list[Hit]] = {}
        self._all: list[Hit] | None = []

    def __len__(self) -> int:
        return sum(len(hits) for hits in self._by_batch.values())

    def __iter__(self) -> Iterator[Hit]:
        return iter(self.all)

    def add(self, batch: Batch, hits: Iterable[Hit]) -> None:
        """Only hits on the batch's own pages count: more a worker was not asked for."""
        own = sorted((h for h in hits if 0 <= h.page - batch.first < batch.count), key=_order)
        if not own:
            return
        self._by_batch[batch] = tuple(own)
        for hit in own:
            self._pages.setdefault(hit.page, []).append(hit)
        self._all = None

    @property
    def all(self) -> list[Hit]:
        if self._all is None:
            self._all = list(chain.from_iterable(self._by_batch[batch] for batch in sorted(self._by_batch)))
        return self._all

    def on(self, page: int) -> tuple[Hit, ...]:
        return tuple(self._pages.get(page, ()))

    def position(self, hit: Hit) -> int:
        """How many hits come before it."""
        return bisect_left(self.all, _order(hit), key=_order)

    def first_within(self, first: int, end: int) -> Hit | None:
        """The first on pages [first, end)."""
        at = bisect_left(self.all, (first, 0), key=_order)
        return self.all[at] if at < len(self.all) and self.all[at].page < end else None


def _order(hit: Hit) -> tuple[int, int]:
    return hit.page, hit.start
