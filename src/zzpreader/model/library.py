"""The publications of a library as rows: which are shown, and in which order."""

from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from enum import IntEnum, StrEnum

from msgspec import Struct

from zzpreader.model.about import About
from zzpreader.model.folding import fold


class Counts(Struct, frozen=True):
    """How many lessons a publication has, how many of them are no longer unread, and how many notes."""

    lessons: int = 0
    read: int = 0
    notes: int = 0


class PublicationRow(Struct, frozen=True, kw_only=True):
    """
    Args:
        about: as it is shown; `corrected` of it is what the reader says.
        opened: when last, xsd:dateTime in UTC; empty for never.
        file: where it is; None if it is nowhere that is known.
        seen: where it was seen last.
        edition: sha256 of the file read last.
        counts: None as long as they have not been counted.
    """

    id: str
    about: About
    corrected: About = About()
    collections: tuple[str, ...] = ()
    tags: tuple[str, ...] = ()
    opened: str = ""
    file: str | None = None
    seen: str = ""
    edition: str = ""
    bundle: str | None = None
    counts: Counts | None = None

    @property
    def is_missing(self) -> bool:
        return self.file is None

    @property
    def words(self) -> str:
        """All that typing finds it by."""
        about = self.about
        parts = (about.title, about.author, about.publisher, about.issued, *self.collections, *self.tags, self.seen)
        return " ".join(parts)


class Reading(StrEnum):
    """How far the reader is with a publication."""

    NEVER = "never"
    BEGUN = "begun"
    DONE = "done"
    NOTED = "noted"
    MISSING = "missing"


class Sort(IntEnum):
    TITLE = 0
    AUTHOR = 1
    ISSUED = 2
    LESSONS = 3
    NOTES = 4
    OPENED = 5
    COLLECTIONS = 6
    TAGS = 7


class Shown(Struct, frozen=True, kw_only=True, omit_defaults=True):
    """What is shown; None keeps all. All of it holds at once."""

    collection: str | None = None
    tag: str | None = None
    reading: Reading | None = None

    def keeps(self, row: PublicationRow, wanted: Callable[[str], bool] | None = None) -> bool:
        """
        Args:
            wanted: of the words of a row, None for any.
        """
        if self.collection is not None and self.collection not in row.collections:
            return False
        if self.tag is not None and self.tag not in row.tags:
            return False
        if self.reading is not None and not answers(row, self.reading):
            return False
        return wanted is None or wanted(row.words)


def answers(row: PublicationRow, reading: Reading) -> bool:
    counts = row.counts or Counts()
    match reading:
        case Reading.NEVER:
            return not row.opened
        case Reading.BEGUN:
            return bool(row.opened) and counts.read < counts.lessons
        case Reading.DONE:
            return counts.lessons > 0 and counts.read == counts.lessons
        case Reading.NOTED:
            return counts.notes > 0
        case Reading.MISSING:
            return row.is_missing


def in_order(rows: Iterable[PublicationRow], by: Sort, *, backwards: bool = False) -> list[PublicationRow]:
    """What has nothing to sort by comes last either way; equals stand by title."""
    ordered = sorted(rows, key=lambda row: (_folded(row.about.title), row.id))
    ordered.sort(key=lambda row: _key(row, by), reverse=backwards)
    ordered.sort(key=lambda row: _is_empty(row, by))
    return ordered


def used(values: Iterable[Sequence[str]]) -> list[str]:
    """Collections or tags of all rows, each once, in alphabetical order."""
    counts = Counter(value for row in values for value in row)
    return sorted(counts, key=_folded)


def _key(row: PublicationRow, by: Sort) -> tuple[object, ...]:
    counts = row.counts or Counts()
    match by:
        case Sort.TITLE:
            return (_folded(row.about.title),)
        case Sort.AUTHOR:
            return (_folded(row.about.author),)
        case Sort.ISSUED:
            return (row.about.issued,)
        case Sort.LESSONS:
            return (counts.read / counts.lessons if counts.lessons else 0, counts.lessons)
        case Sort.NOTES:
            return (counts.notes,)
        case Sort.OPENED:
            return (row.opened,)
        case Sort.COLLECTIONS:
            return tuple(map(_folded, row.collections))
        case Sort.TAGS:
            return tuple(map(_folded, row.tags))


def _is_empty(row: PublicationRow, by: Sort) -> bool:
    match by:
        case Sort.AUTHOR:
            return not row.about.author
        case Sort.ISSUED:
            return not row.about.issued
        case Sort.LESSONS:
            return not (row.counts and row.counts.lessons)
        case Sort.NOTES:
            return not (row.counts and row.counts.notes)
        case Sort.OPENED:
            return not row.opened
        case Sort.COLLECTIONS:
            return not row.collections
        case Sort.TAGS:
            return not row.tags
        case Sort.TITLE:
            return not row.about.title


def _folded(text: str) -> str:
    return fold(text).text
