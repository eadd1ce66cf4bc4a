"""What a reader makes beside annotations: corrections of the tree and of the labels, the state of a lesson, links.

Every record has an id of its own (`urn:uuid:…`) and is a value: a change makes a new one with the same id.
"""

from enum import StrEnum
from typing import Literal

from msgspec import Struct

from zzpreader.model.annotation import Annotation
from zzpreader.model.sections import Kind, Section


class Verdict(StrEnum):
    """What the reader says of a section that was found: it is one, or it is none."""

    ACCEPTED = "accepted"
    REJECTED = "rejected"


class Move(Struct, frozen=True, kw_only=True):
    """Where a section stands with all below it.

    Args:
        under: id of the section above it; None: outermost.
        after: id of the section with the same one above it that it follows; None: it is the first there.
    """

    under: str | None = None
    after: str | None = None


class SectionRecord(Struct, frozen=True, kw_only=True, omit_defaults=True):
    """What the reader knows of one section, and by what it is found again when it is derived anew.

    Args:
        section: as it was found last, before any correction; its id is the one by which everything else names it.
        above: titles of the sections above it, outermost first.
        is_added: the reader made it; nothing else knows it.
        title, kind: instead of those that were found.
        move, deeper: first it is moved, then brought so many levels deeper (or further out, if negative); what is
            below it goes along.
        arranged: when the last of these was asked for: they are done in this order, whatever else changes later.
    """

    id: str
    section: Section
    above: tuple[str, ...] = ()
    is_added: bool = False
    title: str | None = None
    kind: Kind | None = None
    verdict: Verdict | None = None
    move: Move | None = None
    deeper: int = 0
    arranged: str = ""
    created: str
    modified: str
    creator: str = ""


class LabelRule(Struct, frozen=True, kw_only=True, omit_defaults=True):
    """ "PDF page 3 shows the printed pages 2 and 3, and so on, two on each": what the reader knows better.

    Args:
        first, last: PDF pages, 0-based, both included; None: to the end.
        printed: label of the first of them, of its left half if there are two; None: these pages carry no number.
        per_page: printed pages on each PDF page.
    """

    id: str = ""
    first: int
    printed: str | None = None
    per_page: Literal[1, 2] = 1
    last: int | None = None
    created: str = ""
    modified: str = ""
    creator: str = ""


class Status(StrEnum):
    UNREAD = "unread"
    READ = "read"
    TO_DISCUSS = "to discuss"
    ADOPTED = "adopted"
    ADAPTED = "adapted"
    REJECTED = "rejected"


class Standing(Struct, frozen=True, kw_only=True, omit_defaults=True):
    """How far the reader's organisation is with a lesson; a section has one at most.

    Args:
        section: id of the section or lesson.
        owner: who sees to it, in the reader's words.
        date: by when, or since when: `YYYY-MM-DD`, "" if not given.
    """

    id: str
    section: str
    status: Status = Status.UNREAD
    owner: str = ""
    date: str = ""
    created: str
    modified: str
    creator: str = ""


class Relation(StrEnum):
    """What the start of a link is to its end."""

    RELATED = "related"
    SUPPORTS = "supports"
    CONTRADICTS = "contradicts"
    EXAMPLE = "example of"
    EVIDENCE = "evidence for"
    """A portal: the start is the passage on which the lesson at the end rests."""


class Link(Struct, frozen=True, kw_only=True, omit_defaults=True):
    """A typed link between two things that the reader can point at.

    Args:
        start, end: `zzp:` addresses (`model/addresses.py`) of an annotation, a section or a page, of any publication.
    """

    id: str
    start: str
    end: str
    relation: Relation = Relation.RELATED
    created: str
    modified: str
    creator: str = ""


Record = Annotation | SectionRecord | LabelRule | Standing | Link
