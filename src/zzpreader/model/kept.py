"""What two editions have in common: stretches of the old one's letters that stand in the new one as they were."""

from bisect import bisect_left, bisect_right
from collections.abc import Generator, Iterable, Sequence
from collections.abc import Set as AbstractSet
from itertools import accumulate
from typing import NamedTuple, TypeVar

_T = TypeVar("_T")

_SEED = 20
"""Letters that are looked for; unique in both editions, they say that what stands around them is the same too."""

_AT_ONCE = 20_000
_STEP = 64
_LONGEST_STEP = 65_536

_NEAR = 3_000
"""Letters by which a place may be off where only pages are known: one of them."""

_SLACK = 8
"""Letters by which a place may be off, beside those by which the two lengths of a run differ."""


class Run(NamedTuple):
    """[old, old_end) of the old edition stands at [new, new_end) of the new one."""

    old: int
    old_end: int
    new: int
    new_end: int

    @property
    def length(self) -> int:
        return self.new_end - self.new

    @property
    def slack(self) -> int:
        return _SLACK + abs(self.old_end - self.old - self.length)

    def back(self, at: int) -> int:
        """Where in the old edition a place in the new one was, in proportion where the lengths differ."""
        return self.old + (at - self.new) * (self.old_end - self.old) // max(1, self.length)


def scan(text: str, seeds: AbstractSet[str], length: int) -> Generator[float, None, dict[str, list[int]]]:
    """All places of all seeds, which have one length; the first place of all comes first.

    Yields: the share that is done. Cost: 0.1 µs a letter, however many seeds there are.
    """
    found: dict[str, list[int]] = {}
    last = len(text) - length + 1 if seeds else 0
    for first in range(0, last, _AT_ONCE):
        for n in [n for n in range(first, min(first + _AT_ONCE, last)) if text[n : n + length] in seeds]:
            found.setdefault(text[n : n + length], []).append(n)
        yield first / last
    return found


def part(steps: Generator[float, None, _T], start: float, end: float) -> Generator[float, None, _T]:
    """The steps as those between two shares of a longer way."""
    while True:
        try:
            share = next(steps)
        except StopIteration as done:
            return done.value
        yield start + share * (end - start)


def kept_runs(old: str, new: str) -> Generator[float, None, list[Run]]:
    """Stretches that both have, as long as they are: at either end, and around seeds that are unique in both.

    They overlap where a text that stood there twice stands there once: nobody can say which one is left.
    """
    seeds: set[str] = set()
    for first in range(0, len(old), _AT_ONCE):
        seeds.update(old[n : n + _SEED] for n in range(first, min(first + _AT_ONCE, len(old) - _SEED + 1), _SEED))
        yield 0.0
    once = yield from part(_alone(old, seeds), 0.0, 0.5)
    there = yield from part(_alone(new, once.keys()), 0.5, 1.0)
    first, last = _shared_after(old, 0, new, 0), _shared_before(old, len(old), new, len(new))
    runs: list[Run] = [Run(0, first, 0, first)] if first >= _SEED else []
    if last >= _SEED and not (runs and first == len(old) == len(new)):
        runs.append(Run(len(old) - last, len(old), len(new) - last, len(new)))
    for seed, at in once.items():
        to = there.get(seed)
        if to is None or (runs and at < runs[-1].old_end and to - at == runs[-1].new - runs[-1].old):
            continue
        before, after = _shared_before(old, at, new, to), _shared_after(old, at, new, to)
        runs.append(Run(at - before, at + after, to - before, to + after))
        yield 1.0
    return runs


def _alone(text: str, seeds: AbstractSet[str]) -> Generator[float, None, dict[str, int]]:
    """Where the seeds stand that stand there once."""
    found = yield from scan(text, seeds, _SEED)
    alone: dict[str, int] = {}
    for n, (seed, places) in enumerate(found.items()):
        if len(places) == 1:
            alone[seed] = places[0]
        if n % _AT_ONCE == 0:
            yield 1.0
    return alone


def _shared_after(old: str, at: int, new: str, to: int) -> int:
    """How many letters from there on are the same."""
    length, step = 0, _STEP
    most = min(len(old) - at, len(new) - to)
    while step:
        if length + step <= most and old.startswith(new[to + length : to + length + step], at + length):
            length += step
            step = min(2 * step, _LONGEST_STEP)
        else:
            step //= 2
    return length


def _shared_before(old: str, at: int, new: str, to: int) -> int:
    """How many letters up to there are the same."""
    length, step = 0, _STEP
    most = min(at, to)
    while step:
        if length + step <= most and old.endswith(new[to - length - step : to - length], 0, at - length):
            length += step
            step = min(2 * step, _LONGEST_STEP)
        else:
            step //= 2
    return length


class Landmarks:
    """What is known to be where, to judge other places by.

    Args:
        runs: in any order.
    """

    def __init__(self, runs: Iterable[Run]) -> None:
        self._runs = sorted(runs)
        self._old = [run.old for run in self._runs]
        self._old_reach = list(accumulate((run.old_end for run in self._runs), max))
        self._by_new = sorted(self._runs, key=lambda run: run.new)
        self._new = [run.new for run in self._by_new]
        self._new_reach = list(accumulate((run.new_end for run in self._by_new), max))
        self._line = main_line(self._runs)
        self._line_old = [run.old for run in self._line]
        self._line_old_end = [run.old_end for run in self._line]

    def kept(self, start: int, end: int) -> Run | None:
        """The longest run that holds all of [start, end) of the old edition."""
        n = bisect_right(self._old, start) - 1
        best: Run | None = None
        while n >= 0 and self._old_reach[n] >= end:
            run = self._runs[n]
            if run.old_end >= end and (best is None or run.length > best.length):
                best = run
            n -= 1
        return best

    def claimed(self, start: int, end: int, own: tuple[int, int] | None) -> float:
        """The share of [start, end) of the new edition that stood elsewhere in the old one, outside of `own`."""
        if own is None:
            return 0.0
        first, last = own
        others = 0
        n = bisect_left(self._new, end) - 1
        while n >= 0 and self._new_reach[n] > start:
            run = self._by_new[n]
            since, until = max(start, run.new), min(end, run.new_end)
            if since < until and not first - run.slack <= run.back(since) <= run.back(until) <= last + run.slack:
                others += until - since
            n -= 1
        return min(1.0, others / max(1, end - start))

    def in_turn(self, own: tuple[int, int], start: int, end: int) -> bool | None:
        """Whether [start, end) of the new edition lies between what was around `own` in the old one.

        Only what kept its order counts. None if there is nothing on either side.
        """
        before, after = self.around(own)
        if before is None and after is None:
            return None
        behind = before is None or before.new_end - _SLACK <= start or self._within(before, own, start)
        return behind and (after is None or end <= after.new + _SLACK or self._within(after, own, start))

    def is_near(self, own: tuple[int, int], start: int) -> bool | None:
        """Whether a place is about as far between its neighbours as it was. None if it has them on one side only."""
        before = bisect_right(self._line_old_end, own[0]) - 1
        after = bisect_left(self._line_old, own[1])
        if before < 0 or after == len(self._line):
            return None
        first, last = self._line[before], self._line[after]
        share = (own[0] - first.old_end) / max(1, last.old - first.old_end)
        between = last.new - first.new_end
        return abs(start - first.new_end - share * between) <= _NEAR + between / 10

    def around(self, own: tuple[int, int]) -> tuple[Run | None, Run | None]:
        """The last run of the main line to start before `own`, and the first one to end after it."""
        before = bisect_right(self._line_old, own[0]) - 1
        after = bisect_left(self._line_old_end, own[1])
        return (
            self._line[before] if before >= 0 else None,
            self._line[after] if after < len(self._line) else None,
        )

    @staticmethod
    def _within(run: Run, own: tuple[int, int], start: int) -> bool:
        """Whether the mark overlaps with the run and the place is where the run has it."""
        return run.old < own[1] and own[0] < run.old_end and abs(run.back(start) - own[0]) <= run.slack


def main_line(runs: Sequence[Run]) -> list[Run]:
    """The runs, of most letters together, that have one order in both editions."""
    tops: list[int] = []
    weights: list[int] = []
    lasts: list[int] = []
    before: list[int] = []
    for n, run in enumerate(runs):
        at = bisect_left(tops, run.new)
        before.append(lasts[at - 1] if at else -1)
        weight = (weights[at - 1] if at else 0) + run.length
        if at < len(tops) and tops[at] == run.new and weights[at] >= weight:
            continue
        end = at
        while end < len(tops) and weights[end] <= weight:
            end += 1
        tops[at:end], weights[at:end], lasts[at:end] = [run.new], [weight], [n]
    line: list[Run] = []
    n = lasts[-1] if lasts else -1
    while n >= 0:
        line.append(runs[n])
        n = before[n]
    return line[::-1]
