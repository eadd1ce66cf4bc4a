"""What is laid out, and what stands beside what: pages or halves of spreads, in rows. Pure."""

from collections.abc import Callable, Iterator, Sequence
from enum import StrEnum
from typing import NamedTuple

from zzpreader.model.pages import Half

IsSpread = Callable[[int], bool]
"""Whether a page shows two printed ones."""


class Facing(StrEnum):
    """Printed pages one by one, two by two, or two by two after a cover that stands alone."""

    SINGLE = "single"
    PAIRS = "pairs"
    COVER = "cover"


class Part(NamedTuple):
    """What one leaf shows: a page, or a half of it."""

    page: int
    half: Half | None = None


def parts_of(count: int, is_spread: IsSpread, *, halves: bool) -> list[Part]:
    """In reading order.

    Args:
        halves: whether spreads are taken apart.
    """
    parts: list[Part] = []
    for page in range(count):
        parts += [Part(page, half) for half in Half] if halves and is_spread(page) else [Part(page)]
    return parts


def rows_of(parts: Sequence[Part], facing: Facing, is_spread: IsSpread) -> list[range]:
    """Indices of the parts that stand side by side; a spread, whole or in halves, is such a row by itself."""
    if facing is Facing.SINGLE:
        return [range(n, n + 1) for n in range(len(parts))]
    return list(_pairs(parts, facing, is_spread))


def _pairs(parts: Sequence[Part], facing: Facing, is_spread: IsSpread) -> Iterator[range]:
    n = 0
    while n < len(parts):
        part = parts[n]
        following = parts[n + 1] if n + 1 < len(parts) else None
        if part.half:
            stop = n + 2
        elif is_spread(part.page) or following is None or is_spread(following.page):
            stop = n + 1
        else:
            stop = n + (1 if n == 0 and facing is Facing.COVER else 2)
        yield range(n, stop)
        n = stop


def printed_count(parts: Sequence[Part], is_spread: IsSpread) -> int:
    """How many printed pages a row shows."""
    return sum(2 if part.half is None and is_spread(part.page) else 1 for part in parts)
