"""Which section and which page of a new edition is which of the old one."""

import difflib
import re
from collections.abc import Generator, Iterable, Sequence

from zzpreader.model.kept import Run, main_line
from zzpreader.model.letters import letters_of
from zzpreader.model.sections import Section, SectionTree

_NUMBER = re.compile(
    r"^\s*(?:(?:[^\W\d_]{2,12}\s+)?\d+(?:[.\-–]\d+)*[a-z]?|[IVXLC]+(?=[.:)])|[A-Z](?=[.:)]))[.:)]*\s*[-–—]?\s*(?=\S)"
)
"""What a heading is counted by: 2.3, Les 5:, IV., A)."""

_ALIKE = 0.75
_MOST_PAIRS = 2_000


def match_sections(old: SectionTree, new: SectionTree) -> Generator[float, None, dict[str, str]]:
    """For ids of the old tree those of the new one; sections that are gone are left out.

    Titles decide: the very same first, in their order; then without their numbers; then titles that are unique; at last
    reworded ones between two sections that were found.

    Yields: the share that is done, after every section.
    """
    pairs: dict[int, int] = {}
    ours: list[str] = []
    theirs: list[str] = []
    for n, title in enumerate((_whole, _unnumbered)):
        ours, theirs = [], []
        for tree, titles in ((old, ours), (new, theirs)):
            for section in tree:
                titles.append(title(section))
                yield (n + len(titles) / (len(tree) + 1)) / 2
        _pair(pairs, _in_order(ours, theirs, pairs))
        yield (n + 1) / 2
        _pair(pairs, _unique(ours, theirs, pairs))
    _pair(pairs, _reworded(ours, theirs, pairs))
    return {old.sections[one].id: new.sections[other].id for one, other in pairs.items()}


def _whole(section: Section) -> str:
    return letters_of(section.title)


def _unnumbered(section: Section) -> str:
    return letters_of(_NUMBER.sub("", section.title))


def map_pages(old: Sequence[str], new: Sequence[str]) -> dict[int, int]:
    """For pages of the old edition those of the new one, by their texts' fingerprints.

    Equal pages in their order first; then pages between two of these, where both editions have equally many; then
    pages that were moved. A page that is gone, or that cannot be told, is left out.
    """
    ours, theirs = (
        [print_ or f"{side} {n}" for n, print_ in enumerate(prints)] for side, prints in (("old", old), ("new", new))
    )
    pairs: dict[int, int] = {}
    _pair(pairs, _in_order(ours, theirs, pairs))
    if not pairs:
        return pairs
    for (first, last), (to, to_last) in _gaps(pairs, len(ours), len(theirs)):
        if last - first == to_last - to and not set(ours[first:last]) & set(theirs):
            _pair(pairs, zip(range(first, last), range(to, to_last), strict=True))
    _pair(pairs, _unique(ours, theirs, pairs))
    return dict(sorted(pairs.items()))


def _pair(pairs: dict[int, int], found: Iterable[tuple[int, int]]) -> None:
    taken = set(pairs.values())
    for one, other in found:
        if one not in pairs and other not in taken:
            pairs[one] = other
            taken.add(other)


def _in_order(ours: Sequence[str], theirs: Sequence[str], pairs: dict[int, int]) -> list[tuple[int, int]]:
    """Equal ones that have the same order in both, and the same as those that are paired."""
    found: list[tuple[int, int]] = []
    for (first, last), (to, to_last) in _gaps(pairs, len(ours), len(theirs)):
        if (last - first) * (to_last - to) == 0:
            continue
        matcher = difflib.SequenceMatcher(None, ours[first:last], theirs[to:to_last], autojunk=False)
        for block in matcher.get_matching_blocks():
            found += [(first + block.a + n, to + block.b + n) for n in range(block.size) if ours[first + block.a + n]]
    return found


def _unique(ours: Sequence[str], theirs: Sequence[str], pairs: dict[int, int]) -> list[tuple[int, int]]:
    """Equal ones that nothing else equals, wherever they are."""
    taken = set(pairs.values())
    mine = _once(ours, [n for n in range(len(ours)) if n not in pairs])
    yours = _once(theirs, [n for n in range(len(theirs)) if n not in taken])
    return [(n, yours[text]) for text, n in mine.items() if text and text in yours]


def _once(texts: Sequence[str], among: Iterable[int]) -> dict[str, int]:
    at: dict[str, int | None] = {}
    for n in among:
        at[texts[n]] = None if texts[n] in at else n
    return {text: n for text, n in at.items() if n is not None}


def _reworded(ours: Sequence[str], theirs: Sequence[str], pairs: dict[int, int]) -> list[tuple[int, int]]:
    found: list[tuple[float, int, int]] = []
    for (first, last), (to, to_last) in _gaps(pairs, len(ours), len(theirs)):
        if (last - first) * (to_last - to) > _MOST_PAIRS:
            continue
        for one in range(first, last):
            for other in range(to, to_last):
                matcher = difflib.SequenceMatcher(None, ours[one], theirs[other], autojunk=False)
                if matcher.quick_ratio() >= _ALIKE and (ratio := matcher.ratio()) >= _ALIKE:
                    found.append((ratio, one, other))
    return [(one, other) for _, one, other in sorted(found, reverse=True)]


def _gaps(pairs: dict[int, int], ours: int, theirs: int) -> list[tuple[tuple[int, int], tuple[int, int]]]:
    """What lies, in both, between pairs that keep the order."""
    gaps: list[tuple[tuple[int, int], tuple[int, int]]] = []
    first = to = 0
    in_order = main_line([Run(one, one + 1, other, other + 1) for one, other in sorted(pairs.items())])
    for one, _, other, _ in [*in_order, Run(ours, ours, theirs, theirs)]:
        gaps.append(((first, one), (to, other)))
        first, to = one + 1, other + 1
    return gaps
