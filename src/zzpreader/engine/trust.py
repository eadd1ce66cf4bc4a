"""Whether an answer can be the answer to a request. What a worker says is not believed before."""

import math
import re

from zzpreader import wire
from zzpreader.model.displayed import one_line
from zzpreader.model.links import Inside, Link, Outside
from zzpreader.model.outline import MOST_SECTIONS
from zzpreader.model.pages import LONGEST_LABEL
from zzpreader.model.sections import Section, Source
from zzpreader.wire import Answer, Failed, Request

_DEEPEST = 100
_SECTION_ID = re.compile(r"section-[0-9a-f]{16}")
_DERIVED = frozenset(Source) - {Source.READER, Source.BUNDLE}
_PNG = b"\x89PNG\r\n\x1a\n"


def is_honest(request: Request, answer: Answer, pages: int) -> bool:
    """
    Args:
        pages: number of pages of the open document, 0 as long as it is not known.
    """
    match answer:
        case Failed():
            return True
        case wire.Opened():
            return isinstance(request, wire.Open) and answer.pages > 0 and pages in (0, answer.pages)
        case wire.Drawn():
            return isinstance(request, wire.Draw) and _fits_block(request, answer)
        case wire.PngDrawn():
            return isinstance(request, wire.DrawPng) and answer.png.startswith(_PNG)
        case wire.DigestRead():
            return isinstance(request, wire.ReadDigest)
        case wire.OutlineRead():
            return isinstance(request, wire.ReadOutline) and all(_is_item(item, pages) for item in answer.items)
        case _:
            return _fits_pages(request, answer, pages)


def _fits_pages(request: Request, answer: Answer, pages: int) -> bool:
    """For what is asked about one or more pages."""
    match answer:
        case wire.TextRead():
            return isinstance(request, wire.ReadText)
        case wire.LinksRead():
            return isinstance(request, wire.ReadLinks) and all(_is_link(link, pages) for link in answer.links)
        case wire.PagesRead():
            are_sizes = all(_is_length(page.size.width) and _is_length(page.size.height) for page in answer.pages)
            return isinstance(request, wire.ReadPages) and are_sizes and len(answer.pages) <= request.count
        case wire.Gathered():
            return isinstance(request, wire.GatherLines)
        case wire.StructureRead():
            return isinstance(request, wire.ReadStructure) and _is_structure(answer, request.count, pages)
        case wire.FingerprintsRead():
            return isinstance(request, wire.ReadFingerprints) and len(answer.fingerprints) <= request.count
        case wire.Found():
            return isinstance(request, wire.Find) and all(_is_hit(hit, request) for hit in answer.hits)
        case _:
            return False


def _fits_block(asked: wire.Draw, drawn: wire.Drawn) -> bool:
    return (
        (drawn.width, drawn.height) == (asked.width, asked.height)
        and drawn.stride >= drawn.width * 4
        and drawn.stride * drawn.height <= wire.BLOCK_BYTES
    )


def _is_item(item: wire.OutlineItem, pages: int) -> bool:
    return 0 <= item.page < pages and item.level >= 1 and math.isfinite(item.y)


def _is_structure(answer: wire.StructureRead, asked: int, pages: int) -> bool:
    return (
        len(answer.labels) == min(asked, pages)
        and all(len(names) <= 2 and all(map(_is_label, names)) for names in answer.labels)
        and len(answer.sections) <= MOST_SECTIONS
        and all(_is_section(one, pages) for one in answer.sections)
        and len({one.id for one in answer.sections}) == len(answer.sections)
    )


def _is_label(name: str) -> bool:
    return one_line(name, LONGEST_LABEL) == name


def _is_section(one: Section, pages: int) -> bool:
    return (
        _SECTION_ID.fullmatch(one.id) is not None
        and 1 <= one.level <= _DEEPEST
        and bool(one.title)
        and one_line(one.title) == one.title
        and 0 <= one.page < pages
        and one.y >= 0
        and math.isfinite(one.y)
        and (one.label is None or _is_label(one.label))
        and one.source in _DERIVED
        and 0 < one.confidence <= 1
        and one.end is None
    )


def _is_hit(hit: wire.Hit, asked: wire.Find) -> bool:
    return (
        asked.first <= hit.page < asked.first + asked.count
        and 0 <= hit.start < hit.end
        and math.isfinite(hit.x)
        and math.isfinite(hit.y)
    )


def _is_link(link: Link, pages: int) -> bool:
    box = link.box
    if not all(map(math.isfinite, (box.left, box.top, box.right, box.bottom))):
        return False
    match link.target:
        case Inside(place=place):
            return 0 <= place.page < pages and math.isfinite(place.y)
        case Outside(uri=uri):
            return uri.lower().startswith(("http://", "https://", "mailto:"))
        case _:
            return True


def _is_length(points: float) -> bool:
    return 0 < points < math.inf
