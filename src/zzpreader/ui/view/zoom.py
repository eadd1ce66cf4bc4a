"""How large pages are shown: two fits and free zoom, with limits at which nothing explodes."""

from bisect import bisect_left, bisect_right
from enum import StrEnum

from msgspec import Struct

PX_PER_POINT = 96 / 72
"""At 100 %: what desktops and browsers call actual size."""

LEAST, MOST = 0.1, 64.0

MOST_PAGE_PX = 2**22
"""Logical pixels of the longest side of one page; more is no reading but costs memory and precision."""

MOST_LAYOUT_PX = 2**30
"""Scroll bars count in 32 bits."""

_STEPS = (
    0.1,
    0.15,
    0.25,
    0.33,
    0.5,
    0.67,
    0.75,
    0.9,
    1,
    1.1,
    1.25,
    1.5,
    1.75,
    2,
    2.5,
    3,
    4,
    5,
    6,
    8,
    12,
    16,
    24,
    32,
    48,
    64,
)


class Fit(StrEnum):
    """Each row of pages is fitted by itself, so a wide spread and a narrow cover both fill the view."""

    WIDTH = "fit-width"
    PAGE = "fit-page"
    FREE = "free"


class Zoom(Struct, frozen=True):
    """
    Args:
        factor: 1 is actual size; used where `fit` is FREE.
    """

    fit: Fit = Fit.WIDTH
    factor: float = 1.0

    @classmethod
    def free(cls, factor: float) -> "Zoom":
        return cls(Fit.FREE, min(max(factor, LEAST), MOST))


def next_step(factor: float, up: bool) -> float:
    """The nearest round factor beyond this one; a hair of difference does not count as a step."""
    if up:
        found = bisect_right(_STEPS, factor * 1.01)
        return _STEPS[min(found, len(_STEPS) - 1)]
    found = bisect_left(_STEPS, factor * 0.99) - 1
    return _STEPS[max(found, 0)]
