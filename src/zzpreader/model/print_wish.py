"""What to print: which pages, and what lies on and behind them."""

import re
from enum import StrEnum

from msgspec import Struct

from zzpreader.model.pages import Half, Labels, Place
from zzpreader.model.sections import SectionTree, in_reading_order

_DASH = re.compile(r"\s*[-\u2013]\s*")


class Which(StrEnum):
    ALL = "all"
    CURRENT = "current"
    SECTION = "section"
    TYPED = "typed"
    NONE = "none"


class Duplex(StrEnum):
    """On which sides of the paper; AUTO is what the printer is set to."""

    AUTO = "auto"
    NONE = "none"
    LONG = "long"
    SHORT = "short"


class PrintWish(Struct, frozen=True, kw_only=True):
    """
    Args:
        which: NONE prints notes alone.
        current, current_half: 0-based index of the page being read, and which half of it.
        halves: every half of a spread is a page of its own.
        section: id; that section with all below it.
        typed: pages as a person writes them, "3-7, 12, xii".
        marks: highlights, lines, notes and bookmarks lie on the pages.
        notes: behind the pages stand the notes, lesson by lesson; those of the section if one is chosen.
    """

    which: Which = Which.ALL
    current: int = 0
    current_half: Half | None = None
    section: str | None = None
    typed: str = ""
    halves: bool = False
    duplex: Duplex = Duplex.AUTO
    marks: bool = True
    notes: bool = False


class NoSuchPages(ValueError):
    """Attributes: typed: the part that names no page."""

    def __init__(self, typed: str) -> None:
        super().__init__(typed)
        self.typed = typed


def sheets_wanted(wish: PrintWish, labels: Labels, tree: SectionTree) -> tuple[Place, ...]:
    """The pages, or the halves of spreads that are meant, in the order of the publication. Raises: NoSuchPages."""
    pages = pages_wanted(wish, labels, tree)
    if not wish.halves:
        return tuple(map(Place, pages))
    every = [Place(page, half=half) for page in pages for half in (Half if labels.is_spread(page) else (None,))]
    if wish.which is Which.CURRENT and wish.current_half:
        return tuple(one for one in every if one.half in (None, wish.current_half))
    if wish.which is Which.TYPED:
        spans = [(_side(first, last=False), _side(last, last=True)) for first, last in _spans(wish.typed, labels)]
        return tuple(one for one in every if any(first <= _side(one, last=False) <= last for first, last in spans))
    return tuple(every)


def _side(place: Place, *, last: bool) -> tuple[int, bool]:
    """Page and whether it is the right half; of a page without a half that is named its first, or its last."""
    return place.page, place.half is Half.RIGHT or (last and place.half is None)


def pages_wanted(wish: PrintWish, labels: Labels, tree: SectionTree) -> tuple[int, ...]:
    """0-based, each once, in the order of the publication. Raises: NoSuchPages."""
    match wish.which:
        case Which.ALL:
            return tuple(range(len(labels)))
        case Which.CURRENT:
            return (wish.current,) if wish.current < len(labels) else ()
        case Which.SECTION:
            return _pages_of_section(wish.section, len(labels), tree)
        case Which.TYPED:
            return _pages_typed(wish.typed, labels)
        case Which.NONE:
            return ()


def _pages_of_section(section_id: str | None, count: int, tree: SectionTree) -> tuple[int, ...]:
    """From the page on which it starts to the one on which the next that is not below it starts, or before it."""
    section = tree.get(section_id)
    if section is None:
        return ()
    below = {one.id for one in tree.within(section)}
    ends = [section.end] if section.end else []
    start = in_reading_order(section.place)
    ends += [
        one.place for one in tree if one.id not in below and one.confidence > 0 and in_reading_order(one.place) > start
    ]
    end = min(ends, key=in_reading_order, default=None)
    if end is None:
        return tuple(range(section.page, count))
    _, side, top = in_reading_order(end)
    goes_on = bool(side) or top > _TOP_POINTS  # what ends at the top of a page has nothing on it
    return tuple(range(section.page, min(max(end.page + goes_on, section.page + 1), count)))


_TOP_POINTS = 100.0


def _pages_typed(typed: str, labels: Labels) -> tuple[int, ...]:
    """Printed labels first, else numbers from 1, as everywhere."""
    spans = _spans(typed, labels)
    return tuple(sorted({page for first, last in spans for page in range(first.page, last.page + 1)}))


def _spans(typed: str, labels: Labels) -> list[tuple[Place, Place]]:
    """From where to where, both named. Raises: NoSuchPages."""
    found: list[tuple[Place, Place]] = []
    for part in filter(None, (one.strip() for one in re.split(r"[,;]", typed))):
        if place := labels.find(part):
            found.append((place, place))
            continue
        ends = [labels.find(end) for end in _DASH.split(part)]
        first, last = ends if len(ends) == 2 else (None, None)
        if first is None or last is None or last.page < first.page:
            raise NoSuchPages(part)
        found.append((first, last))
    if not found:
        raise NoSuchPages(typed.strip())
    return found
