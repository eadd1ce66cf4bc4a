"""What is offered for the letters typed so far, worked out in slices."""

from collections.abc import Iterator, Sequence
from heapq import nsmallest
from itertools import chain
from time import perf_counter
from typing import NamedTuple

from zzpreader.model.folding import Folded, fold
from zzpreader.model.fuzzy import fit
from zzpreader.ui.command_palette.entries import Entry, Source

MOST_SHOWN = 200
_LOOK_AT_CLOCK_EVERY = 16
_DISABLED, _ELSEWHERE = 40, 10
"""What it costs to make no sense now, and to answer by the words behind the title alone."""


class Found(NamedTuple):
    """
    Args:
        letters: offsets in the title that answer to what was typed.
    """

    entry: Entry
    letters: frozenset[int]


class Finding:
    """
    Args:
        used: names of entries that were chosen before, the last first; of equals they come first.
    """

    def __init__(self, sources: Sequence[Source], used: Sequence[str] = ()) -> None:
        self._coming: Iterator[Entry] | None = chain.from_iterable(source() for source in sources)
        self._entries: list[tuple[Entry, Folded, int]] = []
        self._used = {name: number - len(used) for number, name in enumerate(used)}
        self._words: list[str] = []
        self._next = 0
        self._hits: list[tuple[float, int, int, Found]] = []

    def look_for(self, typed: str) -> None:
        self._words = fold(typed).text.split()
        self._next, self._hits = 0, []

    @property
    def is_complete(self) -> bool:
        if not self._words and len(self._hits) >= MOST_SHOWN:
            return True  # no more of them could be shown
        return self._coming is None and self._next == len(self._entries)

    def go_on(self, budget_s: float) -> None:
        """Look at more entries for about that long; at sixteen at least."""
        end = perf_counter() + budget_s
        for count in range(1, 1 << 30):
            if self.is_complete or not self._look_at_next():
                return
            if count % _LOOK_AT_CLOCK_EVERY == 0 and perf_counter() >= end:
                return

    def best(self) -> list[Found]:
        return [found for *_, found in nsmallest(MOST_SHOWN, self._hits, key=lambda hit: hit[:3])]

    def _look_at_next(self) -> bool:
        if self._next == len(self._entries):
            assert self._coming is not None
            entry = next(self._coming, None)
            if entry is None:
                self._coming = None
                return False
            whole = fold(f"{entry.title}\n{entry.more}\n{entry.kind}")
            self._entries.append((entry, whole, self._used.get(entry.name, 0)))
        number = self._next
        entry, whole, used = self._entries[number]
        self._next += 1
        if found := fit(self._words, whole):
            in_title = frozenset(at for at in found.letters if at < len(entry.title))
            rank = found.score + bool(used) - (0 if entry.enabled else _DISABLED) - (0 if in_title else _ELSEWHERE)
            self._hits.append((-rank, used, number, Found(entry, in_title)))
        return True
