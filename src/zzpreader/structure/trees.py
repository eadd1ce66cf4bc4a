"""Trees from what was found: entries of a contents list, headings below them, or headings alone."""

from collections import Counter, defaultdict
from collections.abc import Collection, Sequence
from typing import NamedTuple

from zzpreader.model.sections import Kind, Source
from zzpreader.structure.headings import Heading, Look, look_of
from zzpreader.structure.levels import contents_levels
from zzpreader.structure.looks import CREDIBLE, credible_looks
from zzpreader.structure.places import Found
from zzpreader.structure.slides import are_slides, slide_titles
from zzpreader.structure.text import DocumentText
from zzpreader.structure.titles import fold
from zzpreader.structure.words import CONTENTS_WORDS

_DEEPEST = 6
_FEWEST_LINES = 3
_BARE = frozenset({"number", "letter", "roman"})


class Node(NamedTuple):
    """
    Args:
        order: number of its first row; nodes are sorted by it.
        column: of that row; on a spread the half.
    """

    level: int
    title: str
    page: int
    y: float
    order: int
    column: int
    source: Source
    confidence: float
    kind: Kind | None = None


def from_contents(
    text: DocumentText, found: Sequence[Found], headings: Sequence[Heading], source: Source, skip: frozenset[int]
) -> list[Node]:
    """The tree of a contents list, with the headings that it leaves out.

    The looks of the headings that the list names show which look belongs to which level. A look that is set
    larger than the list's first level outranks it; one that ranks below its last level goes below it.
    """
    levels = contents_levels([one.entry for one in found])
    looks = _listed_looks(text, found, levels)
    taken = {n for one in found for n in one.rows}
    begin = min(taken | skip, default=0)
    others = [
        h
        for h in headings
        if h.rows[0] > begin and not taken.intersection(h.rows) and fold(h.rest) not in CONTENTS_WORDS
    ]
    sure = credible_looks(text, headings)
    above = _outranking(others, looks, sure)
    below = _deeper_looks(others, looks, sure, levels)
    shift = 1 if above else 0
    nodes: list[Node] = []
    for one, level in zip(found, levels, strict=True):
        same_page = bool(nodes) and nodes[-1].page == one.page
        nodes.append(
            Node(
                level=level + shift,
                title=one.entry.title,
                page=one.page,
                y=text.rows[one.rows[0]].y if one.rows else 0.0,
                order=one.rows[0] if one.rows else nodes[-1].order if same_page else text.order(one.page),
                column=text.rows[one.rows[0]].column if one.rows else 0,
                source=source,
                confidence=0.95 if one.rows else 0.6,
            )
        )
    for heading in others:
        level = 1 if heading.look in above else below.get(heading.look, 0) + shift
        if heading.look in above or heading.look in below:
            nodes.append(_node(text, heading, level, 0.5))
    return sorted(nodes, key=lambda node: node.order)


def _listed_looks(text: DocumentText, found: Sequence[Found], levels: Sequence[int]) -> dict[int, Look]:
    """For every level the look that most of its headings have."""
    votes: dict[int, Counter[Look]] = defaultdict(Counter)
    for one, level in zip(found, levels, strict=True):
        if one.rows:
            row = max((text.rows[n] for n in one.rows), key=lambda row: row.style.size)
            votes[level][look_of(row)._replace(capitals=False)] += 1
    return {level: counts.most_common(1)[0][0] for level, counts in votes.items()}


def _outranking(others: Sequence[Heading], looks: dict[int, Look], sure: dict[Look, float]) -> frozenset[Look]:
    """Looks of several unlisted headings after the first page that are larger than all that the list names."""
    largest = max((look.size for look in looks.values()), default=0.0)
    uses = Counter(h.look for h in others if h.page > 0 and h.look.size > largest + 1 and h.look in sure)
    pages = {look: len({h.page for h in others if h.look == look}) for look in uses}
    return frozenset(look for look, times in uses.items() if 2 <= times == pages[look])


def _deeper_looks(
    others: Sequence[Heading], looks: dict[int, Look], sure: dict[Look, float], levels: Sequence[int]
) -> dict[Look, int]:
    """Looks of headings below the list's last level, each with its level: two at most, and the second needs numbers.

    A look is only taken if it ranks below that of every listed level; white type is that of boxes.
    """
    deepest = max(level for level, times in Counter(levels).items() if times >= 0.05 * len(levels))
    limit = min((_rank(look) for look in looks.values()), default=(0.0,))
    by_look: dict[Look, list[Heading]] = defaultdict(list)
    for heading in others:
        by_look[heading.look].append(heading)
    fit = [
        look
        for look, alike in by_look.items()
        if _rank(look) < limit and len(alike) >= 3 and look in sure and look.colour < 0xE00000
    ]
    below: dict[Look, int] = {}
    for look in sorted(fit, key=_rank, reverse=True):
        numbered = sum(h.number is not None for h in by_look[look]) > 0.5 * len(by_look[look])
        if not below or (numbered and len(below) < 2):
            below[look] = deepest + 1 + len(below)
    return below


def _rank(look: Look) -> tuple[float, bool, bool, bool, bool]:
    """The order in which type outranks type."""
    return look.size, look.bold, look.capitals, look.upright, look.numbered


def _node(text: DocumentText, heading: Heading, level: int, confidence: float) -> Node:
    row = heading.rows[0]
    return Node(
        level, heading.text, heading.page, text.rows[row].y, row, text.rows[row].column, Source.HEADINGS, confidence
    )


def from_headings(text: DocumentText, headings: Sequence[Heading]) -> list[Node]:
    """The tree of a document without a contents list."""
    if are_slides(text):
        return [_node(text, heading, 1, 0.6) for heading in slide_titles(headings)]
    sure = credible_looks(text, headings)
    uses = Counter(heading.look for heading in headings)
    kept = [
        heading
        for heading in headings
        if sure.get(heading.look, 0.0) > CREDIBLE and (uses[heading.look] > 1 or _has_text(text, heading.page))
    ]
    kept = _without_title(text, kept)
    parts = any(h.number and h.number.kind == "part" for h in kept)
    levels = _look_levels(kept, parts=parts)
    mixed = {h.look for h in kept if h.number and h.number.is_absolute and h.number.depth > 1}
    return [_node(text, h, _level(h, levels, mixed, parts=parts), min(0.9, sure[h.look])) for h in kept]


def _has_text(text: DocumentText, page: int) -> bool:
    """Whether a page has lines of the running text; a lone large line on another is a slogan or a name."""
    return sum(text.rows[n].style == text.body for n in text.on(page)) >= _FEWEST_LINES


def _without_title(text: DocumentText, headings: list[Heading]) -> list[Heading]:
    """The headings without the document's own title: larger than any other, and only at the beginning."""
    if not headings:
        return headings
    pages: dict[Look, set[int]] = defaultdict(set)
    for heading in headings:
        pages[heading.look].add(heading.page)
    largest = max(heading.look.size for heading in headings)
    titles = sum(heading.page == 0 and heading.look.size == largest for heading in headings)
    first = next((n for n, h in enumerate(headings) if _begins(h) or len(pages[h.look]) > 1), titles)
    return [
        heading
        for n, heading in enumerate(headings)
        if n >= first or heading.page > 0 or (pages[heading.look] != {0} and heading.look.size < largest)
    ]


def _begins(heading: Heading) -> bool:
    """Whether a heading is the first of those that are counted; a letterhead has numbers as well."""
    return heading.number is not None and (heading.number.parts[0] <= 1 or heading.number.kind not in _BARE)


def _look_levels(headings: Sequence[Heading], *, parts: bool) -> dict[Look, int]:
    """A level for every look: by the numbers of its headings where they have any, else by rank.

    A second look that counts 1, 2, 3 below one that does so already has numbers of its own, as lists and lessons do.
    """
    by_look: dict[Look, list[Heading]] = defaultdict(list)
    for heading in headings:
        by_look[heading.look].append(heading)
    parents = _parent_looks(headings)
    levels: dict[Look, int] = {}
    counted: set[int] = set()
    for look in sorted(by_look, key=_rank, reverse=True):
        depth = _depth(by_look[look])
        by_number = depth > 1 or (depth == 1 and 1 not in counted)
        parent = parents.get(look)
        level = depth + parts if by_number else 1 + (levels[parent] if parent else 0)
        levels[look] = min(level, _DEEPEST)
        counted.add(depth)
    return levels


def _parent_looks(headings: Sequence[Heading]) -> dict[Look, Look | None]:
    """For every look the one that most of its headings stand below: the nearest before it that outranks it."""
    votes: dict[Look, Counter[Look | None]] = defaultdict(Counter)
    path: list[Look] = []
    for heading in headings:
        while path and _rank(path[-1]) <= _rank(heading.look):
            path.pop()
        votes[heading.look][path[-1] if path else None] += 1
        path.append(heading.look)
    return {look: counts.most_common(1)[0][0] for look, counts in votes.items()}


def _depth(headings: Sequence[Heading]) -> int:
    """The depth of most numbers among the headings of a look, 0 if most have none."""
    depths = Counter(h.number.depth for h in headings if h.number and h.number.is_absolute and h.number.kind != "part")
    return depths.most_common(1)[0][0] if depths and depths.total() >= 0.5 * len(headings) else 0


def _level(heading: Heading, levels: dict[Look, int], mixed: Collection[Look], *, parts: bool) -> int:
    """
    Args:
        mixed: looks in which chapters and their sections are set alike, so that only the number tells them apart.
    """
    number = heading.number
    if number is None or not number.is_absolute:
        return levels[heading.look]
    if number.kind == "part":
        return 1
    if number.depth > 1 or (number.kind == "number" and heading.look in mixed):
        return number.depth + parts
    return levels[heading.look]
