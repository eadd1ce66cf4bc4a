"""The tree that a PDF's tags name, if they can be believed.

Programs write tags as they please: everything a first-level heading, running heads and whole paragraphs among them.
So each heading is looked for on its page, and the lot of them is judged.
"""

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from zzpreader.model.geometry import Point, rotate_point
from zzpreader.model.lines import PageLines
from zzpreader.model.outline import TaggedHeading
from zzpreader.model.sections import Source
from zzpreader.structure.contents import find_contents
from zzpreader.structure.headings import unbroken
from zzpreader.structure.rows import turn_back
from zzpreader.structure.text import DocumentText
from zzpreader.structure.titles import fold, tidy
from zzpreader.structure.trees import Node

_FEWEST = 3
_FOUND = 0.6
"""Share of the headings whose words must be found on their pages."""
_COVERED = 0.4
"""Share of the pages through which they must lead."""
_A_PAGE = 6
_LONGEST = 250
_WRONG = 0.25
"""Share of running heads, of paragraphs, and of lines of a contents list, above which tags are not believed."""
_PLAIN = 0.5
"""Share of headings set as the text is, without being bold, above which they are no headings."""
_SLACK = 3.0
_CONFIDENCE = 0.95


class _Found(NamedTuple):
    level: int
    title: str
    rows: tuple[int, ...]


def from_tags(text: DocumentText, pages: Sequence[PageLines], tags: Sequence[TaggedHeading]) -> list[Node]:
    """The tree of the tagged headings, in the order of the pages; none if they are not to be believed."""
    tags = [one for one in tags if one.spots and one.page < text.pages]
    if len(tags) < _FEWEST:
        return []
    found = _each_once(_found(text, one, pages[one.page]) for one in tags)
    listed = frozenset(n for one in find_contents(text) for n in one.rows)
    sound = [one for one in found if len(one.title) <= _LONGEST and not _is_no_heading(text, one, listed)]
    if len(found) < _FOUND * len(tags) or len(sound) < (1 - _WRONG) * len(found) or not _lead(text, sound):
        return []
    ranks = {level: rank for rank, level in enumerate(sorted({one.level for one in sound}), 1)}
    return _nested([_node(text, one, ranks[one.level]) for one in sorted(sound, key=lambda one: one.rows)])


def _found(text: DocumentText, tag: TaggedHeading, page: PageLines) -> _Found | None:
    """The heading with the rows on which its pieces begin."""
    back = turn_back(page)
    spots = [rotate_point(spot, page.size, back) for spot in tag.spots]
    rows = tuple(sorted({n for spot in spots if (n := _row_at(text, tag.page, spot)) is not None}))
    title = tidy(tag.title or unbroken(text.rows[n].text for n in rows))
    return _Found(tag.level, title, rows) if rows and fold(title) else None


def _row_at(text: DocumentText, page: int, spot: Point) -> int | None:
    """The row on whose baseline `spot` lies: of those that overlap, the one whose foot is nearest."""
    here = [
        n
        for n in text.on(page)
        for box in (text.rows[n].box,)
        if box.left - _SLACK <= spot.x <= box.right + _SLACK and box.top <= spot.y <= box.bottom + _SLACK
    ]
    return min(here, key=lambda n: abs(text.rows[n].box.bottom - spot.y), default=None)


def _each_once(found: Iterable[_Found | None]) -> list[_Found]:
    """A row can head one section alone."""
    taken = set[int]()
    once: list[_Found] = []
    for one in found:
        if one and not taken.intersection(one.rows):
            taken.update(one.rows)
            once.append(one)
    return once


def _is_no_heading(text: DocumentText, one: _Found, listed: frozenset[int]) -> bool:
    return one.rows[0] in text.running or any(n in listed for n in one.rows)


def _lead(text: DocumentText, found: Sequence[_Found]) -> bool:
    """Whether there are enough, not too many, all through the publication, and most of them look like headings."""
    if not _FEWEST <= len(found) <= _A_PAGE * text.pages:
        return False
    pages = [text.rows[one.rows[0]].page for one in found]
    plain = sum(_is_plain(text, one) for one in found)
    return max(pages) - min(pages) >= _COVERED * text.pages - 2 and plain <= _PLAIN * len(found)


def _is_plain(text: DocumentText, one: _Found) -> bool:
    style = text.rows[one.rows[0]].style
    return style.font == text.body.font and style.bold == text.body.bold and style.size <= text.body.size


def _node(text: DocumentText, one: _Found, level: int) -> Node:
    row = text.rows[one.rows[0]]
    return Node(level, one.title, row.page, row.y, one.rows[0], row.column, Source.TAGS, _CONFIDENCE)


def _nested(nodes: Sequence[Node]) -> list[Node]:
    """No node more than one level below the one before it."""
    nested: list[Node] = []
    for node in nodes:
        above = nested[-1].level if nested else 0
        nested.append(node._replace(level=min(node.level, above + 1)))
    return nested
