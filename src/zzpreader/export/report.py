"""What an export says, before any format: blocks in reading order, and the groups of notes from which they were made.

Writers of documents (ODT, DOCX, HTML, Markdown) take the blocks; writers of lists (CSV, flash cards, templates) the
groups. A report is a value: the same one gives the same bytes in every format.
"""

from enum import StrEnum
from functools import cached_property
from hashlib import blake2b
from pathlib import Path

from msgspec import Struct

from zzpreader.export import prose
from zzpreader.export.apparatus import Apparatus
from zzpreader.export.guard import Verdict
from zzpreader.export.prose import Prose, Run
from zzpreader.export.words import Words
from zzpreader.model.annotation import Annotation
from zzpreader.model.pages import Page
from zzpreader.model.sections import Section


class Work(Struct, frozen=True, kw_only=True):
    """The publication as literature names it; what is not known is empty.

    Args:
        issued: "2012", "2012-04" or "2012-04-19".
        language: BCP 47.
    """

    title: str
    id: str = ""
    authors: tuple[str, ...] = ()
    publisher: str = ""
    issued: str = ""
    language: str = ""
    pages: int = 0

    @property
    def cited(self) -> str:
        """As a footnote names it: authors, title (year)."""
        year = f" ({self.issued[:4]})" if self.issued else ""
        return f"{', '.join(self.authors)}, {self.title}{year}" if self.authors else f"{self.title}{year}"


class Meta(Struct, frozen=True, kw_only=True):
    """
    Args:
        author: of the notes; empty if not given.
        language: "nl" or "en", that of the fixed words.
        date: xsd:dateTime in UTC. It is given from outside, such as the last change of the notes, never the clock.
    """

    title: str
    author: str = ""
    language: str = "en"
    date: str = "1980-01-01T00:00:00.000Z"
    work: Work = Work(title="")


class State(StrEnum):
    """How far a lesson has come."""

    UNREAD = "unread"
    READ = "read"
    TO_DISCUSS = "to discuss"
    ADOPTED = "adopted"
    ADAPTED = "adapted"
    REJECTED = "rejected"


class Status(Struct, frozen=True, kw_only=True):
    """Args: date: "2026-11-23", empty if not given."""

    state: State = State.UNREAD
    owner: str = ""
    date: str = ""


class Picture(Struct, frozen=True, kw_only=True):
    """Part of a page that a reader cut out. Args: media_type: image/png or image/jpeg; width, height: points."""

    data: bytes
    alt: str
    width: float
    height: float
    media_type: str = "image/png"

    @property
    def file_name(self) -> str:
        """By its bytes, so that the same picture is kept once."""
        suffix = "jpg" if self.media_type == "image/jpeg" else "png"
        return f"{blake2b(self.data, digest_size=8).hexdigest()}.{suffix}"


class Item(Struct, frozen=True, kw_only=True):
    """One annotation with what a reader of the export wants to know of it.

    Args:
        id: short, of letters and digits; the same in every export of the same annotation.
        path: the section in which it lies and those above it, outermost first.
        page: as people are told of it ("38", "38–39"), empty for a section's sheet.
        quote, comment: what is wanted of the publication's words and of what is written with them; of a note its text.
        meaning: the reader's words for its colour, empty without one.
        verdict: None if the quote was not compared.
    """

    id: str
    annotation: Annotation
    path: tuple[Section, ...] = ()
    page: str = ""
    quote: str = ""
    comment: str = ""
    meaning: str = ""
    verdict: Verdict | None = None
    picture: Picture | None = None

    @property
    def section_title(self) -> str:
        return self.path[-1].title if self.path else ""


class Group(Struct, frozen=True, kw_only=True):
    """Items under one heading.

    Args:
        level: of the heading; 1 is the title of the whole, under which the group without a heading stands.
        title: empty for what stands right below the title.
        section: None unless grouped by section.
    """

    id: str
    level: int
    title: str = ""
    items: tuple[Item, ...] = ()
    section: Section | None = None
    status: Status | None = None


class Heading(Struct, frozen=True, kw_only=True):
    """Args: id: what links in the table of contents lead to."""

    id: str
    level: int
    text: str


class Paragraph(Struct, frozen=True, kw_only=True):
    """Words of the program: a status, a label, or (`remark`) what is said of the quote above it."""

    id: str
    runs: tuple[Run, ...]
    remark: bool = False


class Quote(Struct, frozen=True, kw_only=True):
    """Words of the publication, and the footnote that says where they stand.

    Args:
        paragraphs: not empty.
        color: a name of the legend, or None.
        page: "p. 38", empty if it is not known.
        source: the whole citation with the page.
    """

    id: str
    paragraphs: tuple[str, ...]
    color: str | None
    meaning: str
    page: str
    source: str
    verdict: Verdict | None = None


class Note(Struct, frozen=True, kw_only=True, dict=True):
    """The reader's own Markdown, below a heading of `level`."""

    id: str
    markdown: str
    level: int

    @cached_property
    def blocks(self) -> tuple[Prose, ...]:
        """Parsed when a writer first asks."""
        return prose.parse(self.markdown)


class Illustration(Struct, frozen=True, kw_only=True):
    id: str
    picture: Picture
    caption: str


class Table(Struct, frozen=True, kw_only=True):
    id: str
    header: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]


Block = Heading | Paragraph | Quote | Note | Illustration | Table


class Original(Struct, frozen=True, kw_only=True):
    """The open file of the publication, which is never written.

    Args:
        edition: its sha256.
    """

    file: Path
    edition: str
    pages: tuple[Page, ...] = ()


class Report(Struct, frozen=True, kw_only=True):
    """
    Args:
        blocks: without the title, which stands in `meta`.
        sections: the whole tree of the publication.
        apparatus: for formats that another zzpreader reads.
        original: None where no file is open.
    """

    meta: Meta
    words: Words
    blocks: tuple[Block, ...]
    groups: tuple[Group, ...]
    sections: tuple[Section, ...] = ()
    apparatus: Apparatus = Apparatus()
    original: Original | None = None

    @property
    def byline(self) -> str:
        """What stands below the title: the publication, whose notes these are, and when they were changed last."""
        work = self.meta.work.cited
        day = "" if self.meta.date == Meta(title="").date else self.words.day(self.meta.date)
        return " · ".join(part for part in (work if work != self.meta.title else "", self.meta.author, day) if part)

    @property
    def items(self) -> tuple[Item, ...]:
        """All, in the order of the report; one that stands under two headings is there twice."""
        return tuple(item for group in self.groups for item in group.items)


def short_id(name: str) -> str:
    """12 hexadecimal digits for any name: 10,000 of them meet once in five million reports."""
    return blake2b(name.encode(errors="surrogatepass"), digest_size=6).hexdigest()
