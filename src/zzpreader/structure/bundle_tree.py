"""A bundle's section map as a tree: every entry at its heading, and between them the lessons that it does not name.

An entry is looked for by its printed page and its title among the sections that were found in the PDF: their heading
lines tell page, half and height. The number of a page alone is enough, a title alone too if it is said only once.
"""

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from msgspec.structs import replace

from zzpreader.model.bundle import Bundle, BundleSection
from zzpreader.model.pages import Half, Labels, Place
from zzpreader.model.sections import Kind, Section, SectionTree, Source, in_reading_order
from zzpreader.structure.numbering import split_number
from zzpreader.structure.titles import ENOUGH, fold, likeness
from zzpreader.structure.words import LESSONS

_OF_LESSON = re.compile(rf"^({'|'.join(LESSONS)})\s+(?P<number>\d{{1,4}})\W*", re.IGNORECASE)
_NEAR = 2
"""Printed pages between where the map says that a section starts and its heading."""


class MapTree(NamedTuple):
    """
    Args:
        tree: unplaced entries bear the place of the one above them and confidence 0.
        unplaced: titles of entries that have no place in this PDF, in the order of the map.
    """

    tree: SectionTree
    unplaced: tuple[str, ...]


def tree_of_bundle(bundle: Bundle, labels: Labels, found: Sequence[Section] = ()) -> MapTree:
    """The sections of the map laid over a PDF.

    Args:
        found: the sections that the PDF itself shows, in reading order; their lessons fill up those of the map.
    """
    placed = list(_placed(bundle, labels, found))
    taken = {match.id for _, match in placed if match}
    sections = [section for section, _ in placed]
    lessons = [one for one in found if one.kind is Kind.LESSON and one.id not in taken]
    unplaced = tuple(section.title for section in sections if section.confidence == 0)
    return MapTree(SectionTree(_filled_up(sections, lessons)), unplaced)


def _placed(bundle: Bundle, labels: Labels, found: Sequence[Section]) -> Iterator[tuple[Section, Section | None]]:
    """Every entry as a section, with the found one that it is."""
    above: list[Section] = []
    taken: set[str] = set()
    for node in bundle.sections:
        del above[node.level - 1 :]
        parent = above[-1] if above else None
        free = [one for one in found if one.id not in taken]
        match = _match(node, parent, bundle, labels, free)
        taken |= {match.id} if match else set()
        section = _section(node, parent, labels, match)
        above.append(section)
        yield section, match


def _section(node: BundleSection, parent: Section | None, labels: Labels, match: Section | None) -> Section:
    by_number = labels.place_of(node.start) if node.start else None
    place = match.place if match else by_number or (parent.place if parent else Place(0))
    printed = labels.printed(match.page, match.half) if match else None
    return Section(
        id=node.id,
        level=node.level,
        title=node.title,
        kind=node.kind,
        page=place.page,
        y=place.y,
        half=place.half,
        label=printed or node.start or (parent.label if parent else None),
        source=Source.BUNDLE,
        confidence=1.0 if match or by_number else 0.0,
        end=_after(node.end, labels) if by_number and node.end else None,
    )


def _match(
    node: BundleSection, parent: Section | None, bundle: Bundle, labels: Labels, found: Sequence[Section]
) -> Section | None:
    """The found section that the entry names, the nearest to its page; without a page the only one in its parent."""
    named = [one for one in found if _is_named(node, one)]
    expected = labels.place_of(node.start) if node.start else None
    if expected:
        near = [one for one in named if abs(_steps(one.place) - _steps(expected)) <= _NEAR]
        return min(near, key=lambda one: abs(_steps(one.place) - _steps(expected)), default=None)
    if parent and parent.confidence > 0:
        start, end = in_reading_order(parent.place), _end_of(parent, bundle, labels)
        named = [one for one in named if start <= in_reading_order(one.place) < end]
    of_kind = [one for one in named if (one.kind is Kind.LESSON) == (node.kind is Kind.LESSON)]
    return next((some[0] for some in (of_kind, named) if len(some) == 1), None)


def _is_named(node: BundleSection, one: Section) -> bool:
    lesson = _OF_LESSON.match(one.title)
    if node.kind is Kind.LESSON and node.number and lesson:
        return int(lesson["number"]) == node.number
    said = fold(one.title)
    if node.find:
        return all(fold(words) in said for words in node.find)
    rest = fold(one.title[lesson.end() :] if lesson else split_number(one.title)[1])
    wanted = (fold(node.title), fold(split_number(node.title)[1]))
    return any(likeness(a, b) >= ENOUGH for a in wanted for b in (said, rest))


def _end_of(parent: Section, bundle: Bundle, labels: Labels) -> tuple[int, int, float]:
    """Where a section of the map ends: by its own last page, else where the next one begins that is not below it."""
    if parent.end:
        return in_reading_order(parent.end)
    numbers = [n for n, node in enumerate(bundle.sections) if node.id == parent.id]
    for node in bundle.sections[numbers[0] + 1 :]:
        if node.level <= parent.level and node.start and (place := labels.place_of(node.start)):
            return in_reading_order(place)
    return len(labels), 0, 0.0


def _filled_up(sections: Sequence[Section], lessons: Sequence[Section]) -> list[Section]:
    """The map's sections with the lessons between them, in reading order among the lessons of the same section."""
    tree = SectionTree(sections)
    holders = SectionTree([one for one in sections if one.kind is not Kind.LESSON])
    added: dict[str, list[Section]] = defaultdict(list)
    for lesson in lessons:
        if holder := holders.at(lesson.place):
            added[holder.id].append(replace(lesson, level=holder.level + 1))
    return [one for root in sections if tree.parent(root) is None for one in _with_added(tree, root, added)]


def _with_added(tree: SectionTree, section: Section, added: dict[str, list[Section]]) -> list[Section]:
    below = [one for one in tree.within(section) if tree.parent(one) == section]
    kids = [_with_added(tree, one, added) for one in below] + [[one] for one in added.get(section.id, ())]
    if section.id in added:
        kids.sort(
            key=lambda kid: (kid[0].confidence == 0, in_reading_order(kid[0].place))
        )  # what has no place comes last
    return [section, *(one for kid in kids for one in kid)]


def _after(label: str, labels: Labels) -> Place | None:
    """Where the page after the printed page `label` begins; None if it is not in the PDF."""
    last = labels.place_of(label)
    if last is None:
        return None
    return Place(last.page, half=Half.RIGHT) if last.half is Half.LEFT else Place(last.page + 1)


def _steps(place: Place) -> int:
    """Printed pages from the beginning, counted as if every page were a spread or none."""
    return 2 * place.page + (place.half is Half.RIGHT)
