"""From a PDF's bookmarks to sections; what they are called in it is not to be trusted to be short or whole."""

import re
from collections.abc import Iterable, Iterator
from itertools import islice
from typing import NamedTuple

from zzpreader.model.geometry import Point
from zzpreader.model.pages import Labels
from zzpreader.model.sections import Kind, Section, SectionTree, section_ids

MOST_SECTIONS = 20_000
_LONGEST_TITLE = 500
_KINDS = (
    (Kind.LESSON, re.compile(r"(les|lesson)\s+\d", re.IGNORECASE)),
    (Kind.PART, re.compile(r"(deel|part)\s+([ivx]+|\d+)\b", re.IGNORECASE)),
    (Kind.BOX, re.compile(r"(kader|box)\s+\d", re.IGNORECASE)),
    (Kind.CHAPTER, re.compile(r"(hoofdstuk|chapter)\s+([ivx]+|\d+)\b", re.IGNORECASE)),
)


class Bookmark(NamedTuple):
    """
    Args:
        level: from 1.
        page: 0-based.
        y: points from the top of the unrotated page.
    """

    level: int
    title: str
    page: int
    y: float


class TaggedHeading(NamedTuple):
    """
    Args:
        level: from 1, as the PDF's tags have it.
        title: what the tags say that it reads; mostly "", then the page says it.
        page: 0-based.
        spots: where pieces of its text begin on the page, on their baselines; in page space.
    """

    level: int
    title: str
    page: int
    spots: tuple[Point, ...]


def tree_of_bookmarks(bookmarks: Iterable[Bookmark], labels: Labels) -> SectionTree:
    """At most `MOST_SECTIONS`; no level is more than one deeper than the one before it."""
    tidy = list(islice(_tidied(bookmarks), MOST_SECTIONS))
    ids = section_ids([(one.level, one.title) for one in tidy])
    return SectionTree(
        [
            Section(
                id=id_,
                level=one.level,
                title=one.title,
                page=one.page,
                y=one.y,
                kind=kind_of(one.title, one.level),
                label=labels.printed(one.page),
            )
            for id_, one in zip(ids, tidy, strict=True)
        ]
    )


def kind_of(title: str, level: int) -> Kind:
    """What the title says it is; else the outermost are chapters."""
    for kind, pattern in _KINDS:
        if pattern.match(title):
            return kind
    return Kind.CHAPTER if level == 1 else Kind.SECTION


def _tidied(bookmarks: Iterable[Bookmark]) -> Iterator[Bookmark]:
    level = 0
    for one in bookmarks:
        level = min(max(one.level, 1), level + 1)
        title = " ".join(one.title.split())[:_LONGEST_TITLE]
        yield Bookmark(level, title or "…", one.page, max(one.y, 0.0))
