"""What a search has found so far, in document order, and the order in which it asks."""

from bisect import bisect_left
from collections.abc import Iterable, Iterator
from itertools import chain

from msgspec import Struct

from zzpreader.wire import Hit

PAGES_AT_ONCE = 8
"""Pages of one request: few enough to be overtaken soon by another word, many enough not to be all envelope."""


class Batch(Struct, frozen=True, order=True):
    """Pages [first, first + count)."""

    first: int
    count: int


def batches_from(page: int, pages: int, size: int = PAGES_AT_ONCE) -> list[Batch]:
    """All pages in batches, that of `page` first and then by turns after and before it."""
    every = [Batch(first, min(size, pages - first)) for first in range(0, pages, size)]
    here = min(max(page, 0), max(pages - 1, 0)) // size
    return [every[n] for n in sorted(range(len(every)), key=lambda n: (abs(n - here), n < here))]


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

    def has(self, batch: Batch) -> bool:
        """Whether the batch has been answered."""
        return batch in self._by_batch

    def position(self, hit: Hit) -> int:
        """How many hits come before it."""
        return bisect_left(self.all, _order(hit), key=_order)

    def first_from(self, page: int, batches: Iterable[Batch]) -> Hit | None:
        """The first hit on or after `page`, else the first of all; None while a nearer one could still come.

        Args:
            batches: all batches in document order.
        """
        for batch in batches:
            if batch.first + batch.count <= page:
                continue
            if not self.has(batch):
                return None
            if found := next((hit for hit in self._by_batch[batch] if hit.page >= page), None):
                return found
        if not all(self.has(batch) for batch in batches):
            return None
        return self.all[0] if self.all else None


def _order(hit: Hit) -> tuple[int, int]:
    return hit.page, hit.start
