"""What is offered for the letters typed so far, worked out in slices."""

from collections.abc import Iterator, Sequence
from heapq import nsmallest
from itertools import chain, islice
from time import perf_counter
from typing import NamedTuple

from zzpreader.model.folding import Folded, fold
from zzpreader.model.fuzzy import fit
from zzpreader.ui.command_palette.entries import Beyond, Entry, Source

MOST_SHOWN = 200
_LOOK_AT_CLOCK_EVERY = 16
_DISABLED, _BEYOND, _ELSEWHERE = 40, 30, 10
"""What it costs to make no sense now, to be in nothing open, and to answer by the words behind the title alone."""

_FEWEST_LETTERS = 2
MOST_BEYOND = 500


class Found(NamedTuple):
    """
    Args:
        letters: offsets in the title that answer to what was typed.
    """

    entry: Entry
    letters: frozenset[int]


_Hit = tuple[float, int, int, Found]
_AFTER_ALL = 1 << 30


class Finding:
    """
    Args:
        used: names of entries that were chosen before, the last first; of equals they come first.
    """

    def __init__(self, sources: Sequence[Source], used: Sequence[str] = (), beyond: Beyond | None = None) -> None:
        self._coming: Iterator[Entry] | None = chain.from_iterable(source() for source in sources)
        self._entries: list[tuple[Entry, Folded, int]] = []
        self._used = {name: number - len(used) for number, name in enumerate(used)}
        self._words: list[str] = []
        self._next = 0
        self._hits: list[_Hit] = []
        self._beyond = beyond
        self._coming_beyond: Iterator[Entry] | None = None
        self._hits_beyond: list[_Hit] = []

    def look_for(self, typed: str) -> None:
        self._words = fold(typed).text.split()
        self._next, self._hits = 0, []
        self.look_beyond()

    def look_beyond(self) -> None:
        """For the same words, as more can be found."""
        self._hits_beyond = []
        self._coming_beyond = None
        if self._beyond and sum(map(len, self._words)) >= _FEWEST_LETTERS:
            self._coming_beyond = islice(self._beyond.with_words(self._words), MOST_BEYOND)

    @property
    def is_complete(self) -> bool:
        if not self._words and len(self._hits) >= MOST_SHOWN:
            return True  # no more of them could be shown
        return self._coming is None and self._next == len(self._entries) and self._coming_beyond is None

    def go_on(self, budget_s: float) -> None:
        """Look at more entries for about that long; at sixteen at least."""
        end = perf_counter() + budget_s
        for count in range(1, 1 << 30):
            if self.is_complete or not self._look_at_next():
                return
            if count % _LOOK_AT_CLOCK_EVERY == 0 and perf_counter() >= end:
                return

    def best(self) -> list[Found]:
        hits = chain(self._hits, self._hits_beyond)
        return [found for *_, found in nsmallest(MOST_SHOWN, hits, key=lambda hit: hit[:3])]

    def _look_at_next(self) -> bool:
        """Whether there was one."""
        if self._next == len(self._entries):
            entry = next(self._coming, None) if self._coming else None
            if entry is None:
                self._coming = None
                return self._look_at_next_beyond()
            self._entries.append((entry, _folded(entry), self._used.get(entry.name, 0)))
        entry, whole, used = self._entries[self._next]
        self._judge(entry, whole, used, self._hits)
        self._next += 1
        return True

    def _look_at_next_beyond(self) -> bool:
        entry = next(self._coming_beyond, None) if self._coming_beyond else None
        if entry is None:
            self._coming_beyond = None
            return False
        self._judge(entry, _folded(entry), self._used.get(entry.name, 0), self._hits_beyond, _BEYOND)
        return True

    def _judge(self, entry: Entry, whole: Folded, used: int, hits: list[_Hit], costs: int = 0) -> None:
        if found := fit(self._words, whole):
            in_title = frozenset(at for at in found.letters if at < len(entry.title))
            rank = (
                found.score + bool(used) - (0 if entry.enabled else _DISABLED) - (0 if in_title else _ELSEWHERE) - costs
            )
            number = self._next if hits is self._hits else _AFTER_ALL + len(hits)
            hits.append((-rank, used, number, Found(entry, in_title)))


def _folded(entry: Entry) -> Folded:
    return fold(f"{entry.title}\n{entry.more}\n{entry.kind}")
