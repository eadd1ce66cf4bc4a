"""Whether an answer can be the answer to a request. What a worker says is not believed before."""

import math
import re
from array import array
from struct import Struct

from zzpreader import wire
from zzpreader.model.attachments import safe_name
from zzpreader.model.displayed import one_line
from zzpreader.model.foreign import LONGEST, MOST_BOXES, MOST_MARKS, MOST_TAGS, OUR_ID, ForeignMark, Space
from zzpreader.model.geometry import Rect
from zzpreader.model.links import LONGEST_ADDRESS, MOST_LINKS, Inside, Link, Outside, Refused
from zzpreader.model.outline import MOST_SECTIONS
from zzpreader.model.pages import LONGEST_LABEL, Page
from zzpreader.model.reflow import is_sound
from zzpreader.model.sections import Section, Source
from zzpreader.wire import Answer, Failed, Request

_DEEPEST = 100
_LONGEST_HIT = 20_000
_HEX = re.compile(r"[0-9a-f]{0,128}")
_SECTION_ID = re.compile(r"section-[0-9a-f]{16}")
_DERIVED = frozenset(Source) - {Source.READER, Source.BUNDLE}
_EXTENT = Struct(">II")
_PNG = b"\x89PNG\r\n\x1a\n"


def is_honest(request: Request, answer: Answer, pages: int) -> bool:
    """
    Args:
        pages: number of pages of the open document, 0 as long as it is not known.
    """
    match answer:
        case Failed():
            return _is_line(answer.detail)
        case wire.Opened():
            return isinstance(request, wire.Open) and _is_opened(answer) and pages in (0, answer.pages)
        case wire.Drawn():
            return isinstance(request, wire.Draw) and _fits_block(request, answer)
        case wire.PngDrawn() | wire.NotesSet() | wire.CopyWritten():
            return _is_file(request, answer)
        case wire.DigestRead() | wire.AttachmentsRead() | wire.AttachmentRead():
            return _is_of_file(request, answer, pages)
        case wire.MarksRead() | wire.IdsInsideRead() | wire.SpacesRead():
            return _fits_marks(request, answer)
        case wire.OutlineRead():
            is_short = len(answer.items) <= MOST_SECTIONS
            return (
                isinstance(request, wire.ReadOutline) and is_short and all(_is_item(one, pages) for one in answer.items)
            )
        case _:
            return _fits_pages(request, answer, pages)


def _is_file(request: Request, answer: wire.PngDrawn | wire.NotesSet | wire.CopyWritten) -> bool:
    if isinstance(answer, wire.NotesSet):
        return isinstance(request, wire.SetNotes) and answer.pdf.startswith(b"%PDF-")
    if isinstance(answer, wire.CopyWritten):
        return isinstance(request, wire.WriteCopy) and _is_piece(request.start, answer)
    return isinstance(request, wire.DrawPng) and _is_png(answer.png)


def _is_of_file(
    request: Request, answer: wire.DigestRead | wire.AttachmentsRead | wire.AttachmentRead, pages: int
) -> bool:
    if isinstance(answer, wire.DigestRead):
        return isinstance(request, wire.ReadDigest)
    if isinstance(answer, wire.AttachmentsRead):
        return isinstance(request, wire.ReadAttachments) and all(
            safe_name(one.name) == one.name
            and _is_line(one.description)
            and (one.size is None or one.size >= 0)
            and (one.page is None or 0 <= one.page < pages)
            for one in answer.attachments
        )
    return isinstance(request, wire.ReadAttachment) and len(answer.piece) == min(
        wire.COPY_PIECE, max(0, answer.size - request.start)
    )


def _is_piece(start: int, written: wire.CopyWritten) -> bool:
    is_begun = written.base > 0 or start > 0 or written.piece.startswith(b"%PDF-")
    return is_begun and len(written.piece) == min(wire.COPY_PIECE, written.size - start)


def _is_png(data: bytes) -> bool:
    """With no more pixels than a worker may draw: who opens the picture makes room for all of them."""
    if not data.startswith(_PNG) or len(data) < 24:
        return False
    width, height = _EXTENT.unpack_from(data, 16)
    return 0 < width * height <= wire.MOST_PNG_PIXELS


def _fits_pages(request: Request, answer: Answer, pages: int) -> bool:
    """For what is asked about one or more pages."""
    match answer:
        case wire.TextRead() | wire.FlowRead() | wire.PrintedRead() | wire.PlainRead():
            return _fits_text(request, answer)
        case wire.LinksRead():
            is_short = len(answer.links) <= MOST_LINKS
            return (
                isinstance(request, wire.ReadLinks) and is_short and all(_is_link(link, pages) for link in answer.links)
            )
        case wire.PagesRead():
            is_asked = isinstance(request, wire.ReadPages) and len(answer.pages) <= request.count
            return is_asked and all(map(_is_page, answer.pages))
        case wire.Gathered() | wire.Taken():
            return isinstance(request, wire.GatherLines if isinstance(answer, wire.Gathered) else wire.TakeTexts)
        case wire.StructureRead():
            return isinstance(request, wire.ReadStructure) and _is_structure(answer, request.count, pages)
        case wire.FingerprintsRead():
            is_asked = isinstance(request, wire.ReadFingerprints) and len(answer.fingerprints) <= request.count
            return is_asked and all(map(_HEX.fullmatch, answer.fingerprints))
        case wire.Found():
            return isinstance(request, wire.Find) and _are_found(answer, request)
        case _:
            return False


def _fits_text(request: Request, answer: wire.TextRead | wire.FlowRead | wire.PrintedRead | wire.PlainRead) -> bool:
    if isinstance(answer, wire.TextRead):
        return isinstance(request, wire.ReadText)
    if isinstance(answer, wire.FlowRead):
        return isinstance(request, wire.ReadFlow) and is_sound(answer.flow)
    if isinstance(answer, wire.PrintedRead):
        is_asked = isinstance(request, wire.ReadPrinted) and len(answer.pages) <= request.count
        return is_asked and all(_is_box(box) for halves in answer.pages for box in halves if box)
    is_asked = isinstance(request, wire.ReadPlain) and len(answer.pages) <= request.count
    return is_asked and all(map(_is_plain, answer.pages))


def _is_box(box: Rect) -> bool:
    return all(map(math.isfinite, (box.left, box.top, box.right, box.bottom))) and box.width > 0 and box.height > 0


def _is_plain(page: wire.PlainPage) -> bool:
    if len(page.lines) % 12:
        return False
    edges = array("f", page.lines)
    return math.isfinite(sum(edges[1::3])) and math.isfinite(sum(edges[2::3]))


def _fits_marks(request: Request, answer: wire.MarksRead | wire.IdsInsideRead | wire.SpacesRead) -> bool:
    if isinstance(answer, wire.SpacesRead):
        is_asked = isinstance(request, wire.ReadSpaces) and len(answer.spaces) <= request.count
        return is_asked and all(math.isfinite(number) for space in answer.spaces for number in space)
    if isinstance(answer, wire.IdsInsideRead):
        return isinstance(request, wire.ReadIdsInside) and all(
            request.first <= one.page < request.first + request.count and OUR_ID.fullmatch(one.id) is not None
            for one in answer.ids
        )
    return (
        isinstance(request, wire.ReadMarks)
        and len(answer.marks) <= MOST_MARKS
        and all(_is_mark(one, request.page) for one in answer.marks)
    )


def _fits_block(asked: wire.Draw, drawn: wire.Drawn) -> bool:
    return (
        (drawn.width, drawn.height) == (asked.width, asked.height)
        and drawn.stride >= drawn.width * 4
        and drawn.stride * drawn.height <= wire.BLOCK_BYTES
    )


def _is_line(text: str, longest: int = 500) -> bool:
    """Whether the worker has made it fit to be shown."""
    return len(text) <= longest and one_line(text, longest) == text


def _is_opened(opened: wire.Opened) -> bool:
    return (
        opened.pages > 0
        and all(map(_is_line, (opened.title, opened.author, opened.language, opened.extractor)))
        and _HEX.fullmatch(opened.trailer_id) is not None
        and (opened.first is None or _is_page(opened.first))
    )


def _is_page(page: Page) -> bool:
    return all(map(_is_length, (page.size.width, page.size.height))) and (page.label is None or _is_label(page.label))


def _is_item(item: wire.OutlineItem, pages: int) -> bool:
    return 0 <= item.page < pages and 1 <= item.level <= _DEEPEST and math.isfinite(item.y) and _is_line(item.title)


def _is_structure(answer: wire.StructureRead, asked: int, pages: int) -> bool:
    return (
        len(answer.labels) == min(asked, pages)
        and all(len(names) <= 2 and all(map(_is_label, names)) for names in answer.labels)
        and len(answer.sections) <= MOST_SECTIONS
        and all(_is_section(one, pages) for one in answer.sections)
        and len({one.id for one in answer.sections}) == len(answer.sections)
    )


def _is_label(name: str) -> bool:
    return _is_line(name, LONGEST_LABEL)


def _is_section(one: Section, pages: int) -> bool:
    return (
        _SECTION_ID.fullmatch(one.id) is not None
        and 1 <= one.level <= _DEEPEST
        and bool(one.title)
        and _is_line(one.title)
        and 0 <= one.page < pages
        and one.y >= 0
        and math.isfinite(one.y)
        and (one.label is None or _is_label(one.label))
        and one.source in _DERIVED
        and 0 < one.confidence <= 1
        and one.end is None
    )


def _are_found(found: wire.Found, asked: wire.Find) -> bool:
    """At least one page has been searched, else one would ask for ever."""
    most_left = max(0, asked.count - 1) if asked.within_ms else 0
    searched = asked.count - found.left
    return (
        found.left <= most_left
        and len(found.hits) <= wire.MOST_HITS_A_PAGE * searched
        and all(_is_hit(hit, asked.first, searched) for hit in found.hits)
    )


def _is_hit(hit: wire.Hit, first: int, count: int) -> bool:
    return (
        first <= hit.page < first + count
        and 0 <= hit.start < hit.end
        and len(hit.before) + len(hit.match) + len(hit.after) <= _LONGEST_HIT
        and math.isfinite(hit.x)
        and math.isfinite(hit.y)
    )


def _is_link(link: Link, pages: int) -> bool:
    box = link.box
    if not all(map(math.isfinite, (box.left, box.top, box.right, box.bottom))):
        return False
    match link.target:
        case Inside(place=place, x=x):
            return 0 <= place.page < pages and math.isfinite(place.y) and math.isfinite(x)
        case Outside(uri=uri):
            return uri.lower().startswith(("http://", "https://", "mailto:")) and _is_line(uri, LONGEST_ADDRESS)
        case Refused(address=address):
            return _is_line(address, LONGEST_ADDRESS)


def _is_mark(mark: ForeignMark, page: int) -> bool:
    said = (mark.key, mark.quote, mark.comment, mark.author, mark.label, mark.prefix, mark.suffix)
    texts = (*said, mark.heading, mark.scope, mark.description, *mark.tags)
    return (
        mark.space is Space.PAGE
        and all(len(text) <= LONGEST for text in texts)
        and len(mark.tags) <= MOST_TAGS
        and (not mark.ours or OUR_ID.fullmatch(mark.ours) is not None)
        and all(
            place.page == page
            and len(place.boxes) <= MOST_BOXES
            and all(math.isfinite(edge) for box in place.boxes for edge in (box.left, box.top, box.right, box.bottom))
            for place in mark.places
        )
    )


def _is_length(points: float) -> bool:
    return 0 < points < math.inf
