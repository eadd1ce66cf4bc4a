"""A publication in stretches of a bearable length, each of which is read as one: a chapter, else its sections."""

from collections.abc import Iterator

from msgspec import Struct
from msgspec.structs import replace

from zzpreader.model.pages import Half, Place
from zzpreader.model.sections import Section, SectionTree, in_reading_order

MOST_PAGES = 16
"""Of one stretch, where there are sections at which it can be cut; else so many and no more."""


_HEAD_POINTS = 120.0
"""So far below the top of a page a section still starts with the page."""


class Stretch(Struct, frozen=True):
    """From `start` up to `end`, or the end of the publication.

    Args:
        sections: those that start in it, in reading order; the first gives it its name if it starts where that starts.
    """

    start: Place
    end: Place | None
    sections: tuple[Section, ...] = ()

    def pages(self, count: int) -> range:
        """Those of which it has a part, in a publication of `count` pages."""
        last = count - 1
        if self.end:
            is_at_top = self.end.y <= 0 and self.end.half is not Half.RIGHT
            last = self.end.page - is_at_top
        return range(self.start.page, max(min(last, count - 1), self.start.page) + 1)

    def holds(self, place: Place) -> bool:
        here = in_reading_order(place)
        return in_reading_order(self.start) <= here and (self.end is None or here < in_reading_order(self.end))


def stretches(tree: SectionTree, pages: int) -> list[Stretch]:
    """The whole publication, without a gap."""
    placed = sorted((one for one in tree if one.confidence > 0), key=lambda one: in_reading_order(one.place))
    cuts = [Place(0), *_cuts(placed, pages)]
    found: list[Stretch] = []
    for start, end in zip(cuts, [*cuts[1:], None], strict=True):
        inside = (one for one in placed if in_reading_order(start) <= in_reading_order(one.place))
        found.append(Stretch(start, end, tuple(one for one in inside if _is_before(one.place, end))))
    return found


def _from_top(place: Place) -> Place:
    """The top of the page, where the section starts there: above it stands what heads the page."""
    return replace(place, y=0.0) if place.y <= _HEAD_POINTS else place


def _is_before(place: Place, end: Place | None) -> bool:
    return end is None or in_reading_order(place) < in_reading_order(end)


def _cuts(placed: list[Section], pages: int) -> Iterator[Place]:
    """Where stretches start, after the first: at the outermost sections that are not too long, else on a page."""
    start = Place(0)
    for place in [*map(_from_top, _starts(placed, 1, pages)), Place(pages)]:
        for page in range(start.page + MOST_PAGES, place.page, MOST_PAGES):
            yield Place(page)
        if place.page < pages and in_reading_order(place) > in_reading_order(start):
            yield place
        start = place


def _starts(placed: list[Section], level: int, pages: int) -> Iterator[Place]:
    """Starts of the sections of this level, and within those that are too long of their own sections."""
    tops = [n for n, one in enumerate(placed) if one.level <= level]
    if not tops:
        deeper = min((one.level for one in placed), default=0)
        if deeper > level:
            yield from _starts(placed, deeper, pages)
        return
    if tops[0] > 0:
        yield from _starts(placed[: tops[0]], level + 1, placed[tops[0]].page)
    for n, after in zip(tops, [*tops[1:], None], strict=True):
        yield placed[n].place
        end = pages if after is None else placed[after].page
        if end - placed[n].page > MOST_PAGES:
            yield from _starts(placed[n + 1 : after], level + 1, end)
