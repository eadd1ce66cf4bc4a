"""Whether a text answers to what was typed in a filter box."""

from collections.abc import Callable
from functools import lru_cache

from zzpreader.model.folding import fold


def filter_for(typed: str) -> Callable[[str], bool] | None:
    """True for a text that has every word typed, whatever its case, accents and apostrophes; None if none is typed."""
    words = folded(typed).split()
    if not words:
        return None
    return lambda text: all(word in folded(text) for word in words)


@lru_cache(maxsize=50_000)
def folded(text: str) -> str:
    return fold(text).text
