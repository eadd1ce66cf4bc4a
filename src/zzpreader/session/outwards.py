"""Which pages are searched next: near ones first, onwards sooner than back, and more at once as it goes."""

from msgspec import Struct

FEW_PAGES = 8
_MOST_PAGES = 512
_FEWEST_SWIFT = 4


class Batch(Struct, frozen=True, order=True):
    """Pages [first, first + count)."""

    first: int
    count: int


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

    def cut(self) -> Batch | None:
        """What is to be searched next; None if all has been given out."""
        if self._again:
            return self._again.pop(0)
        onwards, back = self._pages - self._onwards, self._back
        if onwards and (not back or self._onwards - self._here <= 2 * (self._here - self._back)):
            batch = Batch(self._onwards, min(self._at_once, onwards))
            self._onwards += batch.count
            return batch
        if back:
            self._back -= min(self._at_once, back)
            return Batch(self._back, back - self._back)
        return None

    def take(self, batch: Batch, left: int = 0) -> Batch:
        """A batch was searched but for its last `left` pages. Returns: the pages that are done."""
        done = Batch(batch.first, batch.count - left)
        if left:
            self._again.append(Batch(batch.first + done.count, left))
            self._at_once = done.count
        elif batch.count >= self._at_once:
            self._at_once = min(2 * batch.count, _MOST_PAGES)
        self._ends[done.first] = done.first + done.count
        while self.reached in self._ends:
            self.reached = self._ends[self.reached]
        self.searched += done.count
        return done

    def lose(self, batch: Batch) -> int:
        """It cannot be searched; a large one comes again in small ones. Returns: how many pages are lost."""
        self._at_once = FEW_PAGES
        if batch.count <= FEW_PAGES:
            return self.take(batch).count
        end = batch.first + batch.count
        self._again += [Batch(first, min(FEW_PAGES, end - first)) for first in range(batch.first, end, FEW_PAGES)]
        return 0
