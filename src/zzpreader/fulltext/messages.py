"""What is asked of the library's full-text index, and what it answers."""

from msgspec import Struct

from zzpreader.model.query import Query


class Within(Struct, frozen=True, kw_only=True, omit_defaults=True):
    """Where to look. What is None asks nothing.

    Args:
        publications: ids.
        color, tag: of notes; with one of them only notes are found. Tags are compared without regard to case.
        status: of the lesson in which a hit lies.
    """

    publications: tuple[str, ...] | None = None
    color: str | None = None
    tag: str | None = None
    status: str | None = None

    @property
    def only_notes(self) -> bool:
        return self.color is not None or self.tag is not None


class Ask(Struct, frozen=True, kw_only=True):
    """
    Args:
        number: that the answers bear.
        most: hits that are described.
    """

    number: int
    query: Query
    within: Within = Within()
    most: int = 200


class LibraryHit(Struct, frozen=True, kw_only=True, omit_defaults=True):
    """One passage of a text, or one note.

    Args:
        page: 0-based; None for a note on the whole publication.
        start: first code point in the page's text.
        y: points from the top of the page.
        label: what is printed on that page or half of a spread, "" if it is not known.
        section: id, None before the first section.
        note: id of the annotation, "" for a passage of the text.
    """

    page: int | None
    start: int = 0
    x: float = 0.0
    y: float = 0.0
    label: str = ""
    section: str | None = None
    section_title: str = ""
    before: str
    match: str
    after: str
    note: str = ""
    kind: str = ""
    color: str | None = None
    tags: tuple[str, ...] = ()


class PublicationHits(Struct, frozen=True, kw_only=True):
    """
    Args:
        file: where it was when it was indexed, "" if it was not.
        total: pages and notes that answer to the query, also those that are not described.
        hits: in reading order; of a publication further down there are none yet.
    """

    id: str
    title: str
    file: str
    total: int
    hits: tuple[LibraryHit, ...]

    @property
    def undescribed(self) -> int:
        """Pages and notes of which no hit is here."""
        return max(0, self.total - len({(hit.page, hit.note) for hit in self.hits}))


class Answer(Struct, frozen=True, kw_only=True):
    """
    Args:
        publications: the best first.
        is_complete: False for the first hits, which come as soon as there are some.
        is_damaged: the index cannot be read and must be filled anew.
        indexed, waiting: publications that are in the index, and that are not yet.
    """

    number: int
    publications: tuple[PublicationHits, ...] = ()
    is_complete: bool = True
    is_damaged: bool = False
    indexed: int = 0
    waiting: int = 0


class Progress(Struct, frozen=True, kw_only=True):
    """How far the index is.

    Args:
        done, pages: of all publications that are to be read now.
        title: of the publication that is being read.
        skipped: publications that cannot be read: file gone, password, damage.
        without_text: pages of scans; not those on which there is nothing.
    """

    done: int
    pages: int
    title: str = ""
    skipped: int = 0
    without_text: int = 0
    is_finished: bool = False
