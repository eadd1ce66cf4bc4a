"""How much of a section has been read, and how long the rest will take. Pages count that were in view long enough."""

from collections.abc import Callable, Collection, Iterator, Sequence
from typing import cast

from msgspec import Struct

from zzpreader.model.pages import Place
from zzpreader.model.sections import Section, SectionTree, in_reading_order

WORDS_A_MINUTE = 230
"""Of adults who read Dutch or English prose in silence (Brysbaert 2019: 238 for English)."""

_SHARE = 0.35
_LEAST_SECONDS, _MOST_SECONDS = 4.0, 60.0
"""A page has been read when it was in view for this share of the time that its words take, within these bounds."""

_USUAL_WORDS = 300

LEAST_READ, MOST_READ = 0.005, 0.995
"""Less than the one is nothing, more than the other all."""


class Share(Struct, frozen=True):
    """How much of a page belongs to a section, 0 to 1."""

    page: int
    share: float


class Progress(Struct, frozen=True):
    """
    Args:
        read: share of the section, 0 to 1.
        minutes_left: for the rest of it, at an even pace.
    """

    read: float
    minutes_left: float


def seconds_needed(words: int) -> float:
    """For which a page with so many words has to be in view."""
    return min(max(words / WORDS_A_MINUTE * 60 * _SHARE, _LEAST_SECONDS), _MOST_SECONDS)


def shares_of(section: Section, tree: SectionTree, count: int, height: Callable[[int], float]) -> list[Share]:
    """The pages of a section with all below it; the first and the last as far as they belong to it.

    Args:
        height: of a page, in points.
    """
    start, end = section.place, _end(section, tree)
    if end is None:
        end = Place(count - 1, height(count - 1)) if count else start
    found: list[Share] = []
    for page in range(start.page, min(end.page, count - 1) + 1):
        top = start.y if page == start.page else 0.0
        bottom = end.y if page == end.page else height(page)
        share = min(max((bottom - top) / max(height(page), 1.0), 0.0), 1.0)
        if share > 0 or page == start.page:
            found.append(Share(page, max(share, 0.02)))
    return found


def progress_of(shares: Sequence[Share], read: Collection[int], words: Callable[[int], int | None]) -> Progress:
    """
    Args:
        read: pages that have been read.
        words: on a page; None where that is not known yet.
    """
    known = [(one, words(one.page)) for one in shares]
    counted = [count for _, count in known if count is not None]
    usual = sum(counted) / len(counted) if counted else _USUAL_WORDS
    weights = [(one.page, one.share * (usual if count is None else max(count, 1))) for one, count in known]
    whole = sum(weight for _, weight in weights)
    left = sum(weight for page, weight in weights if page not in read)
    return Progress(1 - left / whole if whole else 0.0, left / WORDS_A_MINUTE)


def to_ranges(pages: Collection[int]) -> list[list[int]]:
    """As first and last of what lies side by side, for JSON."""
    found: list[list[int]] = []
    for page in sorted(pages):
        if found and found[-1][1] == page - 1:
            found[-1][1] = page
        else:
            found.append([page, page])
    return found


def from_ranges(kept: object, count: int) -> set[int]:
    """What can be understood of it."""
    return set(_pages(cast("list[object]", kept), count)) if isinstance(kept, list) else set()


def counts_from(kept: object, count: int) -> dict[int, int]:
    """Of pairs of a page and how many words it has, what can be understood."""
    pairs = cast("list[object]", kept)[:count] if isinstance(kept, list) else []
    return {page: words for page, words in _pairs(pairs) if page < count}


def _pages(kept: "list[object]", count: int) -> Iterator[int]:
    for first, last in _pairs(kept[:count]):
        yield from range(first, min(last + 1, count))


def _pairs(kept: "list[object]") -> Iterator[tuple[int, int]]:
    for pair in kept:
        match pair:
            case [int(one), int(other)] if one >= 0 and other >= 0:
                yield one, other
            case _:
                pass


def _end(section: Section, tree: SectionTree) -> Place | None:
    if section.end:
        return section.end
    below = {one.id for one in tree.within(section)}
    start = in_reading_order(section.place)
    later = [
        one.place for one in tree if one.id not in below and one.confidence and in_reading_order(one.place) > start
    ]
    return min(later, key=in_reading_order, default=None)
