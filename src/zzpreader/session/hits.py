"""What a search has found so far, in document order, and which pages come next: near ones first, more at once later."""

from bisect import bisect_left
from collections.abc import Iterable, Iterator
from itertools import chain

from msgspec import Struct

from zzpreader.wire import Hit

FEW_PAGES = 8
_MOST_PAGES = 512

_ONWARDS_FIRST = 24
"""So many pages onwards come before any behind: the next hit is awaited, the others are only counted."""

_FEWEST_SWIFT = 2


class Batch(Struct, frozen=True, order=True):
    """Pages [first, first + count)."""

    first: int
    count: int


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


class Outwards:
    """All pages once, in batches; what there was no time for comes again before others.

    Attributes:
        reached: every page from the first one on up to here, itself excluded, has been searched.
        searched: how many pages are done.
    """

    def __init__(self, page: int, pages: int) -> None:
        """
        Args:
            page: where one reads.
        """
        self._pages = pages
        self._here = self._onwards = self._back = self.reached = min(max(page, 0), max(pages - 1, 0))
        self._again: list[Batch] = []
        self._ends: dict[int, int] = {}
        self._at_once = FEW_PAGES
        self.searched = 0

    @property
    def is_swift(self) -> bool:
        """Whether the time for one batch is enough for some pages."""
        return self._at_once >= _FEWEST_SWIFT

    @property
    def has_rest(self) -> bool:
        """Whether something was begun that there was no time for."""
        return bool(self._again)

    def cut(self) -> Batch | None:
        """What is to be searched next; None if all has been given out."""
        if self._again:
            return self._again.pop(0)
        onwards, back = self._pages - self._onwards, self._back
        if onwards and (not back or self._onwards - self._here <= _ONWARDS_FIRST + 2 * (self._here - self._back)):
            batch = Batch(self._onwards, min(self._at_once, onwards))
            self._onwards += batch.count
            return batch
        if back:
            self._back -= min(self._at_once, back)
            return Batch(self._back, back - self._back)
        return None

    def distance(self, batch: Batch) -> tuple[bool, int]:
        """The less, the sooner it is awaited: onwards first, and always from near to far."""
        return (batch.first < self._here, abs(batch.first - self._here))

    def is_near(self, batch: Batch) -> bool:
        """Whether the next hit may lie there."""
        return 0 <= batch.first - self._here < _ONWARDS_FIRST

    def take(self, batch: Batch, left: int = 0) -> Batch:
        """A batch was searched but for its last `left` pages. Returns: the pages that are done."""
        done = Batch(batch.first, batch.count - left)
        if left:
            self._leave(Batch(batch.first + done.count, left), done.count)
            self._at_once = done.count
        elif batch.count >= self._at_once:
            self._at_once = min(2 * batch.count, _MOST_PAGES)
        self._ends[done.first] = done.first + done.count
        while self.reached in self._ends:
            self.reached = self._ends[self.reached]
        self.searched += done.count
        return done

    def _leave(self, rest: Batch, done: int) -> None:
        """There was no time for it. If nothing else is left it becomes two, so that both workers have a part of it."""
        is_all = self.searched + done + rest.count == self._pages
        near = -(-rest.count // 2) if is_all else rest.count
        self._again.append(Batch(rest.first, near))
        if near < rest.count:
            self._again.append(Batch(rest.first + near, rest.count - near))

    def lose(self, batch: Batch) -> int:
        """It cannot be searched; a large one comes again in small ones. Returns: how many pages are lost."""
        self._at_once = FEW_PAGES
        if batch.count <= FEW_PAGES:
            return self.take(batch).count
        end = batch.first + batch.count
        self._again += [Batch(first, min(FEW_PAGES, end - first)) for first in range(batch.first, end, FEW_PAGES)]
        return 0


def _order(hit: Hit) -> tuple[int, int]:
    return hit.page, hit.start
