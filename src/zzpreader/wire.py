"""Everything that the window and a worker say to each other.

A frame is a 4-byte big-endian length and a MessagePack map with the tag "type". A request is its own name: the
message, the key of a cache and the entry of a queue in one. A worker answers requests one by one, in order.
The worker is taken as hostile: unknown types and fields are refused, lengths capped, and pixels lie in a block that
the window's side made and measures itself.
"""

import struct
from array import array
from bisect import bisect_right
from collections.abc import Mapping
from enum import StrEnum
from typing import Annotated

import msgspec
from msgspec import Meta, Struct

from zzpreader import glance
from zzpreader.model.attachments import MOST_ATTACHED, MOST_ATTACHMENTS, Attachment
from zzpreader.model.foreign import ForeignMark
from zzpreader.model.geometry import Rect, Rotation
from zzpreader.model.inscribed import Inscribed
from zzpreader.model.links import Link
from zzpreader.model.pages import Half, Page
from zzpreader.model.query import Query
from zzpreader.model.records import LabelRule
from zzpreader.model.reflow import PageFlow
from zzpreader.model.sections import Section
from zzpreader.model.text import PageText
from zzpreader.model.walls import Wall

MAX_FRAME = 64 * 1024 * 1024
"""Bytes of one message; a page of text has some hundred kilobytes."""

MAX_TILE_PX = glance.LARGEST_PX
"""Width and height of the largest picture that is asked for at once."""

BLOCK_BYTES = MAX_TILE_PX * MAX_TILE_PX * 4
"""Size of the shared block into which a worker draws: B, G, R, X a pixel, as QImage.Format_RGB32 on little endian."""

SHARED_BYTES = BLOCK_BYTES + 4096
"""What window and worker both see: the block, and behind it four bytes for the number of a refused system call."""

TEXTS_BYTES = 128 * 1024 * 1024
"""Of the memory in which a document's workers keep what they have read; only what is written to takes room."""

MOST_PNG_PIXELS = 64_000_000
"""Of a picture that a worker sends as PNG."""

COPY_PIECE = 16 * 1024 * 1024
"""Bytes of a copy of the document, or of a file in it, that one answer brings."""

MOST_COPIED = 2 * 1024 * 1024 * 1024
"""Bytes of a copy beside those that it shares with the document."""

MOST_RULES = 100
"""So many of the reader's rules for printed numbers, the latest."""

MOST_PAGES_STUDIED = 2000
"""Structure is derived from so many pages at most. A page takes 3 ms and 70 kB, of the densest manuals 8 ms and 280 kB:
then this is 15 s of one worker, and half a gigabyte for as long as it lasts. What is longer is nearly always a manual
with bookmarks, and those are read whole."""

MOST_TEXTS = 64
"""Pages whose recognised text is handed over at once."""

MOST_HITS_A_PAGE = 2_000
"""Of one search; a letter alone is found as often."""

MOST_ON_PAGE = 10_000
"""Annotations of a page that are looked at."""

PageIndex = Annotated[int, Meta(ge=0, lt=10_000_000)]
Matrix = tuple[float, float, float, float, float, float]
Pixels = Annotated[int, Meta(ge=1, le=MAX_TILE_PX)]
PlaceOnPage = Annotated[int, Meta(ge=0, lt=MOST_ON_PAGE)]
Without = Annotated[tuple[PlaceOnPage, ...], Meta(max_length=MOST_ON_PAGE)]


class Paper(StrEnum):
    """How the page is shown: as it is, inverted in lightness, or on warm paper."""

    LIGHT = "light"
    DARK = "dark"
    SEPIA = "sepia"


BACKGROUND = {paper: glance.BACKGROUND[paper.value] for paper in Paper}


class Reason(StrEnum):
    """Why something could not be had."""

    NOT_FOUND = "not found"
    UNREADABLE = "unreadable"  # the system does not let us read the file
    NOT_PDF = "not a pdf"
    NO_PAGES = "no pages"
    DAMAGED = "damaged"
    PROTECTED = "protected"  # encrypted in a way that no password opens here
    PASSWORD = "password"  # noqa: S105 - the name of a reason
    FORBIDDEN = "forbidden"  # by who made the document
    PAGE = "page"
    CRASHED = "crashed"
    TIMEOUT = "timeout"
    MEMORY = "memory"


class _Message(Struct, frozen=True, tag=True, forbid_unknown_fields=True):
    pass


class Open(_Message, frozen=True):
    """Always the first request. Answer: Opened, or Failed with PASSWORD if this one does not open it."""

    password: str = ""


class ReadPages(_Message, frozen=True):
    """Sizes, rotations and labels of pages [first, first + count). Answer: PagesRead."""

    first: PageIndex
    count: PageIndex


class ReadOutline(_Message, frozen=True):
    """The bookmarks of the PDF. Answer: OutlineRead."""


class ReadText(_Message, frozen=True):
    """Answer: TextRead."""

    page: PageIndex


class ReadFlow(_Message, frozen=True):
    """A page taken apart, to be read in one column. Answer: FlowRead.

    Args:
        is_spread: it shows two printed pages.
    """

    page: PageIndex
    is_spread: bool = False


class ReadPrinted(_Message, frozen=True):
    """Where anything is printed on pages [first, first + count). Answer: PrintedRead."""

    first: PageIndex
    count: PageIndex


class ReadPlain(_Message, frozen=True):
    """The texts of pages [first, first + count), without boxes. Answer: PlainRead."""

    first: PageIndex
    count: PageIndex


class ReadLinks(_Message, frozen=True):
    """Answer: LinksRead."""

    page: PageIndex


class ReadFingerprints(_Message, frozen=True):
    """Hashes of the folded texts of pages [first, first + count). Answer: FingerprintsRead."""

    first: PageIndex
    count: PageIndex


class ReadMarks(_Message, frozen=True):
    """The marks that the file itself carries on a page, whoever made them. Answer: MarksRead."""

    page: PageIndex


class ReadIdsInside(_Message, frozen=True):
    """What the marks that the file itself carries on pages [first, first + count) are called when they are imported.
    Answer: IdsInsideRead.

    Args:
        source: id of the publication.
    """

    first: PageIndex
    count: Annotated[int, Meta(ge=1, le=1000)]
    source: str


class ReadSpaces(_Message, frozen=True):
    """How pages [first, first + count) lie in the PDF's own coordinates. Answer: SpacesRead."""

    first: PageIndex
    count: PageIndex


class GatherLines(_Message, frozen=True):
    """Read the lines and links of pages [first, first + count) and keep them for ReadStructure. Answer: Gathered."""

    first: PageIndex
    count: PageIndex


class ReadStructure(_Message, frozen=True):
    """Printed labels and sections, from the first `count` pages. Answer: StructureRead.

    What has not been gathered is read then, so it can be asked of any worker, also of one that took another's place.

    Args:
        passed_over: pages that are not to be read, because a worker did not survive them.
        rules: what the reader says of the printed numbers, without ids and moments. The labels of the answer are those
            without them; its sections know them, and which pages they call spreads.
    """

    count: Annotated[int, Meta(ge=1, le=MOST_PAGES_STUDIED)]
    passed_over: Annotated[tuple[PageIndex, ...], Meta(max_length=100)] = ()
    rules: Annotated[tuple[LabelRule, ...], Meta(max_length=MOST_RULES)] = ()


class ReadDigest(_Message, frozen=True):
    """Reads the whole file once. Answer: DigestRead."""


class Draw(_Message, frozen=True):
    """A rectangle of a page as pixels. Answer: Drawn, or Failed with PAGE.

    Args:
        rotation: total, clockwise: the page's own and the reader's.
        scale: pixels a point.
        left, top, width, height: pixels, in the page as it is shown (turned and scaled).
        without: places of annotations in the page's list that are not drawn.
    """

    page: PageIndex
    rotation: Rotation
    scale: Annotated[float, Meta(gt=0, le=512)]
    left: Annotated[int, Meta(ge=0)]
    top: Annotated[int, Meta(ge=0)]
    width: Pixels
    height: Pixels
    paper: Paper = Paper.LIGHT
    without: Without = ()


class DrawPng(_Message, frozen=True):
    """A page, or a part of it, as a PNG file. Answer: PngDrawn, or Failed with PAGE.

    Args:
        half: of a spread; None for the whole page.
        part: in page space; None for all of it.
        without: as `Draw` has it.
    """

    page: PageIndex
    dpi: Annotated[float, Meta(gt=0, le=2400)]
    half: Half | None = None
    part: Rect | None = None
    without: Without = ()


class SetNotes(_Message, frozen=True):
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


class WriteCopy(_Message, frozen=True):
    """A copy of the document with these marks in it, without what it has of them already. Answer: CopyWritten.

    It needs as many requests as there are pieces, which any worker can answer.

    Args:
        source: id of the publication; with it a mark that the document had is known as one of these.
        start: of the piece, in bytes behind what the copy shares with the document.
    """

    marks: tuple[Inscribed, ...]
    source: str
    start: Annotated[int, Meta(ge=0)] = 0


class ReadAttachments(_Message, frozen=True):
    """What is attached to the document or pinned on its pages. Answer: AttachmentsRead."""


class ReadAttachment(_Message, frozen=True):
    """A piece of the contents of one. Answer: AttachmentRead.

    Args:
        number: its place among those of AttachmentsRead.
        start: of the piece, in bytes.
    """

    number: Annotated[int, Meta(ge=0, lt=MOST_ATTACHMENTS)]
    start: Annotated[int, Meta(ge=0, le=MOST_ATTACHED)] = 0


class PackedPage(Struct, frozen=True, array_like=True):
    """What was recognised on a page, as `model/recognised.py` packs it."""

    page: PageIndex
    packed: Annotated[bytes, Meta(max_length=1024 * 1024)]


class TakeTexts(_Message, frozen=True):
    """What was recognised in the pictures of pages: the text of those that have none of their own. Answer: Taken."""

    pages: Annotated[tuple[PackedPage, ...], Meta(max_length=MOST_TEXTS)]


class Find(_Message, frozen=True):
    """Places of a query on pages [first, first + count); one that asks nothing has their texts read. Answer: Found.

    Args:
        within_ms: after so long no further page is begun, and the answer says how many are left; 0: all are searched.
    """

    first: PageIndex
    count: PageIndex
    query: Query
    within_ms: Annotated[int, Meta(ge=0, le=1000)] = 0


def told_of(recognised: Mapping[int, bytes]) -> list[TakeTexts]:
    """Packed pages by number, as many at once as may be."""
    pages = [PackedPage(page, packed) for page, packed in recognised.items()]
    return [TakeTexts(tuple(pages[n : n + MOST_TEXTS])) for n in range(0, len(pages), MOST_TEXTS)]


Request = (
    Open
    | ReadPages
    | ReadOutline
    | ReadText
    | ReadFlow
    | ReadPrinted
    | ReadPlain
    | ReadLinks
    | ReadMarks
    | ReadIdsInside
    | ReadSpaces
    | GatherLines
    | ReadStructure
    | ReadFingerprints
    | ReadDigest
    | Draw
    | DrawPng
    | SetNotes
    | WriteCopy
    | ReadAttachments
    | ReadAttachment
    | TakeTexts
    | Find
)


class Opened(_Message, frozen=True):
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


class PagesRead(_Message, frozen=True):
    pages: tuple[Page, ...]


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


class OutlineRead(_Message, frozen=True):
    items: tuple[OutlineItem, ...]


class TextRead(_Message, frozen=True):
    """
    Args:
        is_picture: there is no text, but something is to be seen: the page of a scan.
    """

    text: PageText
    is_picture: bool = False


class FlowRead(_Message, frozen=True):
    flow: PageFlow


class PrintedRead(_Message, frozen=True):
    """Args: pages: for each the boxes of what is on its left and its right half, in page space; None for nothing."""

    pages: tuple[tuple[Rect | None, Rect | None], ...]


class PlainPage(Struct, frozen=True, array_like=True):
    """
    Args:
        text: as `PageText` has it; empty for a page that cannot be read.
        lines: for every line its first code point, left and top: 32 bits each, an integer and two floats.
        is_picture: as `TextRead` has it.
    """

    text: str = ""
    lines: bytes = b""
    is_picture: bool = False

    def place(self, offset: int) -> tuple[float, float]:
        """Left and top of the line in which the code point stands."""
        starts, edges = array("i", self.lines)[::3], array("f", self.lines)
        line = bisect_right(starts, offset) - 1
        return (edges[3 * line + 1], edges[3 * line + 2]) if line >= 0 else (0.0, 0.0)


class PlainRead(_Message, frozen=True):
    pages: tuple[PlainPage, ...]


class LinksRead(_Message, frozen=True):
    links: tuple[Link, ...]


class MarksRead(_Message, frozen=True):
    """
    Args:
        marks: in page space.
        skipped: so many more are of kinds that have no words and no place of ours, such as drawings by hand.
    """

    marks: tuple[ForeignMark, ...]
    skipped: Annotated[int, Meta(ge=0)] = 0


class IdInside(Struct, frozen=True, array_like=True):
    """
    Args:
        at: place of the annotation in the list of its page.
        id: that it has, or would get, in the notebook; a reply has that of the mark that it answers.
    """

    page: PageIndex
    at: PlaceOnPage
    id: str


class IdsInsideRead(_Message, frozen=True):
    ids: tuple[IdInside, ...]


class SpacesRead(_Message, frozen=True):
    """Args: spaces: for every page the matrix (a, b, c, d, e, f) from the PDF's user space to page space."""

    spaces: tuple[Matrix, ...]


class Gathered(_Message, frozen=True):
    pass


class StructureRead(_Message, frozen=True):
    """
    Args:
        labels: for every page that was asked for its printed labels: (), ("12",), or on a spread ("12", "13").
        sections: in preorder; their titles are one line.
    """

    labels: tuple[tuple[str, ...], ...]
    sections: tuple[Section, ...]


class DigestRead(_Message, frozen=True):
    """
    Args:
        sha256: hexadecimal.
        size: bytes.
    """

    sha256: Annotated[str, Meta(pattern="^[0-9a-f]{64}$")]
    size: Annotated[int, Meta(ge=0)]


class FingerprintsRead(_Message, frozen=True):
    fingerprints: tuple[str, ...]


class Drawn(_Message, frozen=True):
    """The block holds `height` rows of `stride` bytes; `stride * height` is checked against the block."""

    width: Pixels
    height: Pixels
    stride: Annotated[int, Meta(ge=4, le=MAX_TILE_PX * 4)]


class PngDrawn(_Message, frozen=True):
    png: bytes


class NotesSet(_Message, frozen=True):
    pdf: bytes


class CopyWritten(_Message, frozen=True):
    """
    Args:
        base: so many bytes of the document are the beginning of the copy; 0 if it is written anew.
        size: bytes that follow them; `piece` are those from the start that was asked for.
    """

    base: Annotated[int, Meta(ge=0)]
    size: Annotated[int, Meta(ge=0, le=MOST_COPIED)]
    piece: Annotated[bytes, Meta(max_length=COPY_PIECE)]


class AttachmentsRead(_Message, frozen=True):
    attachments: Annotated[tuple[Attachment, ...], Meta(max_length=MOST_ATTACHMENTS)]


class AttachmentRead(_Message, frozen=True):
    """
    Args:
        size: bytes of the whole; `piece` are those from the start that was asked for.
    """

    size: Annotated[int, Meta(ge=0, le=MOST_ATTACHED)]
    piece: Annotated[bytes, Meta(max_length=COPY_PIECE)]


class Hit(Struct, frozen=True, array_like=True):
    """One place where the words stand: code points [start, end) of the page's text, and some words around.

    Args:
        before, match, after: clean text for a list of results, about 40 code points on either side.
        x, y: about where the first of them begins in its line, and the top of that line, in page space: tells the half
            of a spread and the section.
    """

    page: int
    start: int
    end: int
    before: str
    match: str
    after: str
    x: float = 0.0
    y: float = 0.0


class Found(_Message, frozen=True):
    """
    Args:
        left: so many of the pages, the last ones, there was no time for.
    """

    hits: tuple[Hit, ...]
    left: PageIndex = 0


class Taken(_Message, frozen=True):
    pass


class Failed(_Message, frozen=True):
    """
    Args:
        detail: the library's own words, for the log and for "Copy details"; never shown as the sentence itself.
    """

    reason: Reason
    detail: str = ""


Answer = (
    Opened
    | PagesRead
    | OutlineRead
    | TextRead
    | FlowRead
    | PrintedRead
    | PlainRead
    | LinksRead
    | MarksRead
    | IdsInsideRead
    | SpacesRead
    | Gathered
    | StructureRead
    | FingerprintsRead
    | DigestRead
    | Drawn
    | PngDrawn
    | NotesSet
    | CopyWritten
    | AttachmentsRead
    | AttachmentRead
    | Found
    | Taken
    | Failed
)


class WireError(Exception):
    """A frame that no honest partner sends."""


_LENGTH = struct.Struct(">I")
_encoder = msgspec.msgpack.Encoder()
_requests: "msgspec.msgpack.Decoder[Request]" = msgspec.msgpack.Decoder(Request)
_answers: "msgspec.msgpack.Decoder[Answer]" = msgspec.msgpack.Decoder(Answer)


def frame(message: Request | Answer) -> bytes:
    body = _encoder.encode(message)
    return _LENGTH.pack(len(body)) + body


def read_request(body: bytes) -> Request:
    """Raises: WireError."""
    try:
        return _requests.decode(body)
    except msgspec.MsgspecError as problem:
        raise WireError(str(problem)) from None


def read_answer(body: bytes) -> Answer:
    """Raises: WireError."""
    try:
        return _answers.decode(body)
    except (msgspec.MsgspecError, UnicodeDecodeError, RecursionError) as problem:
        raise WireError(str(problem)) from None


class Frames:
    """Cuts a stream of bytes into the bodies of frames. Raises: WireError for a length above `MAX_FRAME`."""

    def __init__(self) -> None:
        self._buffer = bytearray()

    def feed(self, piece: bytes) -> list[bytes]:
        self._buffer += piece
        bodies: list[bytes] = []
        while len(self._buffer) >= _LENGTH.size:
            (length,) = _LENGTH.unpack_from(self._buffer)
            if length > MAX_FRAME:
                raise WireError(f"a frame of {length} bytes")
            if len(self._buffer) < _LENGTH.size + length:
                break
            bodies.append(bytes(self._buffer[_LENGTH.size : _LENGTH.size + length]))
            del self._buffer[: _LENGTH.size + length]
        return bodies
