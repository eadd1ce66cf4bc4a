"""The section tree: nodes in reading order, each with a level, as flat values; and questions about them."""

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from enum import StrEnum
from hashlib import blake2b

from msgspec import Struct

from zzpreader.model.pages import Half, Place


class Kind(StrEnum):
    PART = "part"
    CHAPTER = "chapter"
    SECTION = "section"
    LESSON = "lesson"
    BOX = "box"


class Source(StrEnum):
    """Where a node comes from, the most trusted first."""

    READER = "reader"
    BUNDLE = "bundle"
    OUTLINE = "outline"
    TAGS = "tags"
    LINKS = "links"
    CONTENTS = "contents"
    HEADINGS = "headings"
    LIST = "list"


class Section(Struct, frozen=True, kw_only=True):
    """One node of the tree.

    Args:
        id: stable as long as the titles on the way to it stay; annotations name it as their scope.
        level: 1 for the outermost.
        page: 0-based index of the PDF page on which it starts.
        y: points from the top of that page, unrotated.
        label: the printed label of that page (or half), None if unknown.
        confidence: 0 to 1; 1 where the PDF, the bundle or the reader says so. 0: only known to lie somewhere in
            the section above it, whose place it bears; no place is ever said to be in it.
        end: where it ends before its parent does; None if it lasts until the next section starts.
    """

    id: str
    level: int
    title: str
    page: int
    y: float = 0.0
    half: Half | None = None
    kind: Kind = Kind.SECTION
    label: str | None = None
    source: Source = Source.OUTLINE
    confidence: float = 1.0
    end: Place | None = None

    @property
    def page_shown(self) -> str:
        """How people are told of the page: its printed label, else its number counted from 1."""
        return self.label or str(self.page + 1)

    @property
    def place(self) -> Place:
        return Place(self.page, self.y, self.half)


def section_ids(levels_and_titles: Sequence[tuple[int, str]]) -> list[str]:
    """An id for every node of a tree in reading order, from the titles on the way to it.

    The same title twice below the same parent is counted, so ids are unique; nothing else of the document
    enters, so an edition with other pages keeps them.
    """
    ids: list[str] = []
    path: list[tuple[int, str]] = []
    seen: dict[str, int] = {}
    for level, title in levels_and_titles:
        while path and path[-1][0] >= level:
            path.pop()
        path.append((level, " ".join(title.split()).casefold()))
        key = "\x1f".join(name for _, name in path)
        seen[key] = seen.get(key, 0) + 1
        digest = blake2b(f"{key}\x1e{seen[key]}".encode(), digest_size=8).hexdigest()
        ids.append(f"section-{digest}")
    return ids


def in_reading_order(place: Place) -> tuple[int, int, float]:
    """What places are sorted by: the left half of a spread comes before the right one."""
    return place.page, 1 if place.half is Half.RIGHT else 0, place.y


class SectionTree:
    """All sections of a publication, in the order of its tree.

    Args:
        sections: in preorder; a node's parent is the nearest node before it with a smaller level.
    """

    def __init__(self, sections: Sequence[Section] = ()) -> None:
        self.sections = tuple(sections)
        self.lessons = tuple(section for section in self.sections if section.kind is Kind.LESSON)
        self._index = {section.id: n for n, section in enumerate(self.sections)}
        self._parents = _parents(self.sections)
        placed = sorted((in_reading_order(s.place), n) for n, s in enumerate(self.sections) if s.confidence > 0)
        self._starts = [start for start, _ in placed]
        self._placed = [n for _, n in placed]

    def __len__(self) -> int:
        return len(self.sections)

    def __iter__(self) -> Iterator[Section]:
        return iter(self.sections)

    def get(self, section_id: str | None) -> Section | None:
        found = self._index.get(section_id or "")
        return None if found is None else self.sections[found]

    def order_of(self, section_id: str | None) -> int:
        """The section's number in reading order from 0; -1 for one that is not here (it sorts before all)."""
        return self._index.get(section_id or "", -1)

    def at(self, place: Place) -> Section | None:
        """The section in which the place lies: the last to start at or before it; None before the first."""
        here = in_reading_order(place)
        found = bisect_right(self._starts, here) - 1
        section = self.sections[self._placed[found]] if found >= 0 else None
        while section and section.end and in_reading_order(section.end) <= here:
            section = self.parent(section)
        return section

    def parent(self, section: Section) -> Section | None:
        found = self._parents[self._index[section.id]]
        return None if found < 0 else self.sections[found]

    def path(self, section: Section) -> list[Section]:
        """The section and all above it, outermost first."""
        steps = [section]
        while above := self.parent(steps[0]):
            steps.insert(0, above)
        return steps

    def lesson_around(self, section: Section | None) -> Section | None:
        """The section, or the nearest one above it, that is a lesson."""
        while section and section.kind is not Kind.LESSON:
            section = self.parent(section)
        return section

    def within(self, section: Section) -> tuple[Section, ...]:
        """The section and all below it, in reading order."""
        first = self._index[section.id]
        last = first + 1
        while last < len(self.sections) and self.sections[last].level > section.level:
            last += 1
        return self.sections[first:last]


def _parents(sections: Sequence[Section]) -> list[int]:
    parents: list[int] = []
    above: list[int] = []
    for n, section in enumerate(sections):
        while above and sections[above[-1]].level >= section.level:
            above.pop()
        parents.append(above[-1] if above else -1)
        above.append(n)
    return parents
