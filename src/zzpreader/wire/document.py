"""The document as a whole: opened, its pages and bookmarks, what is attached to it, and which file it is."""

from typing import Annotated

from msgspec import Meta, Struct

from zzpreader.model.attachments import MOST_ATTACHED, MOST_ATTACHMENTS, Attachment
from zzpreader.model.pages import Page
from zzpreader.model.walls import Wall
from zzpreader.wire.message import Message, PageIndex

COPY_PIECE = 16 * 1024 * 1024
"""Bytes of a copy of the document, or of a file in it, that one answer brings."""


class Open(Message, frozen=True):
    """Always the first request. Answer: Opened, or Failed with PASSWORD if this one does not open it."""

    password: str = ""


class Opened(Message, frozen=True):
    """The document is open.

    Args:
        trailer_id: first string of /ID in hexadecimal, empty if there is none.
        repaired: MuPDF had to mend the file in order to read it.
        locked: it carries a password that the reader gave.
        first: the first page, so that it can be laid out at once; None if it cannot be read.
        walls: those that stand around the worker, in its own words.
    """

    pages: PageIndex
    title: str = ""
    author: str = ""
    language: str = ""
    trailer_id: str = ""
    extractor: str = ""
    repaired: bool = False
    locked: bool = False
    first: Page | None = None
    walls: Annotated[tuple[Wall, ...], Meta(max_length=len(Wall))] = ()


class ReadPages(Message, frozen=True):
    """Sizes, rotations and labels of pages [first, first + count). Answer: PagesRead."""

    first: PageIndex
    count: PageIndex


class PagesRead(Message, frozen=True):
    pages: tuple[Page, ...]


class ReadOutline(Message, frozen=True):
    """The bookmarks of the PDF. Answer: OutlineRead."""


class OutlineItem(Struct, frozen=True, array_like=True):
    """
    Args:
        level: from 1.
        page: 0-based; items without a page in this document are left out.
        y: points from the top of the unrotated page.
    """

    level: int
    title: str
    page: int
    y: float


class OutlineRead(Message, frozen=True):
    items: tuple[OutlineItem, ...]


class ReadAttachments(Message, frozen=True):
    """What is attached to the document or pinned on its pages. Answer: AttachmentsRead."""


class AttachmentsRead(Message, frozen=True):
    attachments: Annotated[tuple[Attachment, ...], Meta(max_length=MOST_ATTACHMENTS)]


class ReadAttachment(Message, frozen=True):
    """A piece of the contents of one. Answer: AttachmentRead.

    Args:
        number: its place among those of AttachmentsRead.
        start: of the piece, in bytes.
    """

    number: Annotated[int, Meta(ge=0, lt=MOST_ATTACHMENTS)]
    start: Annotated[int, Meta(ge=0, le=MOST_ATTACHED)] = 0


class AttachmentRead(Message, frozen=True):
    """
    Args:
        size: bytes of the whole; `piece` are those from the start that was asked for.
    """

    size: Annotated[int, Meta(ge=0, le=MOST_ATTACHED)]
    piece: Annotated[bytes, Meta(max_length=COPY_PIECE)]


class ReadDigest(Message, frozen=True):
    """Reads the whole file once. Answer: DigestRead."""


class DigestRead(Message, frozen=True):
    """
    Args:
        sha256: hexadecimal.
        size: bytes.
    """

    sha256: Annotated[str, Meta(pattern="^[0-9a-f]{64}$")]
    size: Annotated[int, Meta(ge=0)]


class ReadFingerprints(Message, frozen=True):
    """Hashes of the folded texts of pages [first, first + count). Answer: FingerprintsRead."""

    first: PageIndex
    count: PageIndex


class FingerprintsRead(Message, frozen=True):
    fingerprints: tuple[str, ...]
