"""Annotations in the words of the W3C Web Annotation Data Model (https://www.w3.org/TR/annotation-model/).

`color`, `highlight` and `tags` in the body are those of the W3C draft EPUB Annotations 1.0; `PdfRectsSelector` is
ours until a standard one exists. A bookmark is an annotation with motivation bookmarking; the note sheet of a
section is one whose target has a scope and no selector, which in the model means the whole resource.

No value here can be part of a cycle, so none is tracked by the garbage collector (`gc=False`): with ten thousand of
them its search would stop the window for a tenth of a second.
"""

from datetime import UTC, datetime
from enum import StrEnum
from uuid import uuid4

from msgspec import Struct

from zzpreader.model.geometry import Quad, Rect, bounds
from zzpreader.model.pages import Half, Place


class Motivation(StrEnum):
    HIGHLIGHTING = "highlighting"
    COMMENTING = "commenting"
    BOOKMARKING = "bookmarking"


class Highlight(StrEnum):
    """How a mark looks. Squiggly is ours, the others are the draft's; an outline is that of an area of the page."""

    SOLID = "solid"
    UNDERLINE = "underline"
    STRIKETHROUGH = "strikethrough"
    SQUIGGLY = "squiggly"
    OUTLINE = "outline"


class Body(Struct, frozen=True, gc=False, kw_only=True, omit_defaults=True):
    """What the reader says: a comment, a note in Markdown, or the name of a bookmark.

    Args:
        color: a name of the legend (`model/legend.py`), None for what has no colour.
        description: of an area: what is to be seen there, for those who cannot see it.
        conflict: id of the annotation of which this is another text, written elsewhere at the same time; "" for none.
    """

    value: str = ""
    format: str = "text/markdown"
    color: str | None = None
    highlight: Highlight | None = None
    tags: tuple[str, ...] = ()
    description: str = ""
    conflict: str = ""


class TextQuoteSelector(Struct, frozen=True, gc=False, kw_only=True, tag=True):
    """The marked words and up to 48 code points before and after, as clean text (`model/text.py`)."""

    exact: str
    prefix: str = ""
    suffix: str = ""


class TextPositionSelector(Struct, frozen=True, gc=False, kw_only=True, tag=True):
    """Code points [start, end) of the text of one page; a mark over several pages has one for each."""

    page: int
    start: int
    end: int


class PdfRectsSelector(Struct, frozen=True, gc=False, kw_only=True, tag=True):
    """Quads in page space on one page, with the label printed there; a spot is one quad without extent."""

    page: int
    quads: tuple[Quad, ...]
    label: str | None = None
    half: Half | None = None

    @property
    def page_shown(self) -> str:
        """How people are told of the page where it is not known what is printed on it by now, or in that edition."""
        return self.label or str(self.page + 1)


Selector = TextQuoteSelector | TextPositionSelector | PdfRectsSelector


class Anchor(Struct, frozen=True, gc=False, kw_only=True, omit_defaults=True):
    """Where an annotation lies in one edition.

    Args:
        edition: sha256 of the file.
        selector: empty where the passage is gone from that edition.
        later: it was taken over to that edition from the one in which it lies now, not the other way round.
    """

    edition: str
    selector: tuple[Selector, ...] = ()
    later: bool = False


class Target(Struct, frozen=True, gc=False, kw_only=True, omit_defaults=True):
    """
    Args:
        source: the publication's id (urn:uuid).
        scope: id of the section or lesson in which it lies; None before the first section.
        selector: all describe the same segment; none means the whole of the scope.
        edition: sha256 of the file to which the selectors belong; "" for the whole of a scope.
        elsewhere: where it lies in other editions of the publication, in the order in which it was taken over to them.
    """

    source: str
    scope: str | None = None
    selector: tuple[Selector, ...] = ()
    edition: str = ""
    elsewhere: tuple[Anchor, ...] = ()


class Kind(StrEnum):
    """What a person calls it."""

    HIGHLIGHT = "highlight"
    UNDERLINE = "underline"
    STRIKEOUT = "strikeout"
    SQUIGGLY = "squiggly"
    AREA = "area"
    NOTE = "note"
    SHEET = "sheet"
    BOOKMARK = "bookmark"


_KIND_OF = {
    Highlight.SOLID: Kind.HIGHLIGHT,
    Highlight.UNDERLINE: Kind.UNDERLINE,
    Highlight.STRIKETHROUGH: Kind.STRIKEOUT,
    Highlight.SQUIGGLY: Kind.SQUIGGLY,
    Highlight.OUTLINE: Kind.AREA,
}


class Annotation(Struct, frozen=True, gc=False, kw_only=True, omit_defaults=True):
    """One annotation; a change makes a new value with the same id.

    Args:
        id: `urn:uuid:…`, never used again.
        created, modified: xsd:dateTime in UTC, with milliseconds and Z.
        creator: the name of the person, empty if not given.
    """

    id: str
    motivation: Motivation
    target: Target
    body: Body = Body()
    created: str
    modified: str
    creator: str = ""

    @property
    def kind(self) -> Kind:
        if self.motivation is Motivation.BOOKMARKING:
            return Kind.BOOKMARK
        if self.body.highlight:
            return _KIND_OF[self.body.highlight]
        # Another text of a sheet is a note on its section: a section has one sheet.
        return Kind.NOTE if self.target.selector or self.body.conflict else Kind.SHEET

    @property
    def quote(self) -> str:
        """The marked words, empty if it marks none."""
        for selector in self.target.selector:
            if isinstance(selector, TextQuoteSelector):
                return selector.exact
        return ""

    @property
    def rects(self) -> tuple[PdfRectsSelector, ...]:
        """Where it lies on the paper, page by page; empty for a section's sheet."""
        return tuple(s for s in self.target.selector if isinstance(s, PdfRectsSelector))

    @property
    def place(self) -> Place | None:
        """Where it starts; None for a section's sheet."""
        for selector in self.rects:
            if selector.quads:
                return Place(selector.page, bounds_of(selector).top, selector.half)
        return None

    @property
    def left(self) -> float:
        """Points from the left at which its first line starts; 0 for a section's sheet."""
        return next((selector.quads[0].bounds.left for selector in self.rects if selector.quads), 0.0)


def bounds_of(selector: PdfRectsSelector) -> Rect:
    return bounds(quad.bounds for quad in selector.quads)


def new_id() -> str:
    return f"urn:uuid:{uuid4()}"


def timestamp() -> str:
    """Now, as xsd:dateTime in UTC with milliseconds."""
    return datetime.now(UTC).isoformat(timespec="milliseconds").replace("+00:00", "Z")


def new_annotation(motivation: Motivation, body: Body, target: Target, creator: str = "") -> Annotation:
    now = timestamp()
    return Annotation(
        id=new_id(), motivation=motivation, body=body, target=target, created=now, modified=now, creator=creator
    )
