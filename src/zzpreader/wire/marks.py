"""Marks that are inside the file, and what is made of the reader's own: pages of notes, a copy with the marks in it."""

from typing import Annotated

from msgspec import Meta, Struct

from zzpreader.model.foreign import ForeignMark
from zzpreader.model.inscribed import Inscribed
from zzpreader.wire.document import COPY_PIECE
from zzpreader.wire.message import Message, PageIndex, PlaceOnPage

MOST_COPIED = 2 * 1024 * 1024 * 1024
"""Bytes of a copy beside those that it shares with the document."""

Matrix = tuple[float, float, float, float, float, float]


class ReadMarks(Message, frozen=True):
    """The marks that the file itself carries on a page, whoever made them. Answer: MarksRead."""

    page: PageIndex


class MarksRead(Message, frozen=True):
    """
    Args:
        marks: in page space.
        skipped: so many more are of kinds that have no words and no place of ours, such as drawings by hand.
    """

    marks: tuple[ForeignMark, ...]
    skipped: Annotated[int, Meta(ge=0)] = 0


class ReadIdsInside(Message, frozen=True):
    """What the marks that the file itself carries on pages [first, first + count) are called when they are imported.
    Answer: IdsInsideRead.

    Args:
        source: id of the publication.
    """

    first: PageIndex
    count: Annotated[int, Meta(ge=1, le=1000)]
    source: str


class IdInside(Struct, frozen=True, array_like=True):
    """
    Args:
        at: place of the annotation in the list of its page.
        id: that it has, or would get, in the notebook; a reply has that of the mark that it answers.
    """

    page: PageIndex
    at: PlaceOnPage
    id: str


class IdsInsideRead(Message, frozen=True):
    ids: tuple[IdInside, ...]


class ReadSpaces(Message, frozen=True):
    """How pages [first, first + count) lie in the PDF's own coordinates. Answer: SpacesRead."""

    first: PageIndex
    count: PageIndex


class SpacesRead(Message, frozen=True):
    """Args: spaces: for every page the matrix (a, b, c, d, e, f) from the PDF's user space to page space."""

    spaces: tuple[Matrix, ...]


class SetNotes(Message, frozen=True):
    """HTML of ours on pages of A4: an export of notes. Answer: NotesSet.

    Args:
        pieces: one below the other; headings and ids in them make outline and links.
        least: points of height that each wants to have left on the page, else it begins on the next.
        date: xsd:dateTime in UTC.
    """

    style: str
    pieces: tuple[str, ...]
    title: str
    author: str
    language: str
    date: str
    least: tuple[float, ...] = ()


class NotesSet(Message, frozen=True):
    pdf: bytes


class WriteCopy(Message, frozen=True):
    """A copy of the document with these marks in it, without what it has of them already. Answer: CopyWritten.

    It needs as many requests as there are pieces, which any worker can answer.

    Args:
        source: id of the publication; with it a mark that the document had is known as one of these.
        start: of the piece, in bytes behind what the copy shares with the document.
    """

    marks: tuple[Inscribed, ...]
    source: str
    start: Annotated[int, Meta(ge=0)] = 0


class CopyWritten(Message, frozen=True):
    """
    Args:
        base: so many bytes of the document are the beginning of the copy; 0 if it is written anew.
        size: bytes that follow them; `piece` are those from the start that was asked for.
    """

    base: Annotated[int, Meta(ge=0)]
    size: Annotated[int, Meta(ge=0, le=MOST_COPIED)]
    piece: Annotated[bytes, Meta(max_length=COPY_PIECE)]
