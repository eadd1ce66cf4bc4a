"""What a reader wants in an export, and in which order."""

from enum import StrEnum

from msgspec import Struct

from zzpreader.export.report import State
from zzpreader.model.annotation import Annotation, Kind

MARKS = frozenset({Kind.HIGHLIGHT, Kind.UNDERLINE, Kind.STRIKEOUT, Kind.SQUIGGLY, Kind.AREA})


class Grouping(StrEnum):
    SECTION = "section"
    TAG = "tag"
    COLOUR = "colour"
    DATE = "date"


class Choice(Struct, frozen=True, kw_only=True, omit_defaults=True):
    """What is empty asks nothing; what is not, asks that the annotation has one of these.

    Args:
        sections: ids; each with all that is below it. None: the whole publication.
        lessons: only what lies in lessons.
        colors: names of the legend.
        tags: compared without regard to case.
        states: of the lesson in which it lies, or of the nearest section above that has one.
        since, until: days ("2026-11-23"), both included, of the last change.
        quotes: the publication's words; comments: what is written with a mark; notes: sheets, notes and bookmarks.
        pictures: parts of pages that were cut out.
    """

    sections: frozenset[str] | None = None
    lessons: bool = False
    colors: frozenset[str] = frozenset()
    tags: frozenset[str] = frozenset()
    states: frozenset[State] = frozenset()
    since: str = ""
    until: str = ""
    grouping: Grouping = Grouping.SECTION
    quotes: bool = True
    comments: bool = True
    notes: bool = True
    pictures: bool = True

    def has(self, annotation: Annotation) -> bool:
        """Whether the annotation itself is wanted; in which section it lies is another question."""
        body = annotation.body
        day = annotation.modified[:10]
        return (
            (not self.colors or body.color in self.colors)
            and (not self.tags or any(tag.casefold() in _folded(self.tags) for tag in body.tags))
            and (not self.since or day >= self.since)
            and (not self.until or day <= self.until)
            and self._shows(annotation)
        )

    def _shows(self, annotation: Annotation) -> bool:
        """Whether anything of it is left."""
        if annotation.kind is Kind.AREA:
            return self.pictures or (self.comments and bool(annotation.body.value.strip()))
        if annotation.kind in MARKS:
            return self.quotes or (self.comments and bool(annotation.body.value.strip()))
        return self.notes


def _folded(tags: frozenset[str]) -> frozenset[str]:
    return frozenset(tag.casefold() for tag in tags)
