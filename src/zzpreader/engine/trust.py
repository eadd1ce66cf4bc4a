"""Whether an answer can be the answer to a request. What a worker says is not believed before."""

import math

from zzpreader import wire
from zzpreader.model.links import Inside, Link, Outside
from zzpreader.wire import Answer, Failed, Request

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
        case wire.LinesRead():
            return isinstance(request, wire.ReadLines) and len(answer.pages) <= request.count
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
