"""Whether an answer can be the answer to a request. What a worker says is not believed before."""

import math

from zzpreader import wire
from zzpreader.model.geometry import Rect
from zzpreader.model.links import Inside, Outside
from zzpreader.wire import Answer, Failed, Request

_EXPECTED: dict[type, type] = {
    wire.Open: wire.Opened,
    wire.ReadPages: wire.PagesRead,
    wire.ReadOutline: wire.OutlineRead,
    wire.ReadText: wire.TextRead,
    wire.ReadLinks: wire.LinksRead,
    wire.ReadLines: wire.LinesRead,
    wire.ReadFingerprints: wire.FingerprintsRead,
    wire.ReadDigest: wire.DigestRead,
    wire.Draw: wire.Drawn,
    wire.DrawPng: wire.PngDrawn,
    wire.Find: wire.Found,
}
_PNG = b"\x89PNG\r\n\x1a\n"


def is_honest(request: Request, answer: Answer, pages: int) -> bool:
    """
    Args:
        pages: number of pages of the open document.
    """
    if isinstance(answer, Failed):
        return True
    if type(answer) is not _EXPECTED[type(request)]:
        return False
    return _fits(request, answer, pages)


def _fits(request: Request, answer: Answer, pages: int) -> bool:
    match request, answer:
        case wire.Open(), wire.Opened():
            return answer.pages > 0 and (pages in (0, answer.pages))
        case wire.Draw(), wire.Drawn():
            return _fits_block(request, answer)
        case wire.DrawPng(), wire.PngDrawn():
            return answer.png.startswith(_PNG)
        case wire.ReadPages(), wire.PagesRead():
            sizes = (page.size for page in answer.pages)
            return len(answer.pages) <= request.count and all(
                _is_length(s.width) and _is_length(s.height) for s in sizes
            )
        case wire.ReadLines(), wire.LinesRead():
            return len(answer.pages) <= request.count
        case wire.ReadFingerprints(), wire.FingerprintsRead():
            return len(answer.fingerprints) <= request.count
        case wire.ReadOutline(), wire.OutlineRead():
            return all(0 <= item.page < pages and item.level >= 1 and math.isfinite(item.y) for item in answer.items)
        case wire.ReadLinks(), wire.LinksRead():
            return all(_is_box(link.box) and _is_target(link.target, pages) for link in answer.links)
        case wire.Find(), wire.Found():
            last = request.first + request.count
            return all(request.first <= hit.page < last and 0 <= hit.start < hit.end for hit in answer.hits)
        case _:
            return True


def _fits_block(asked: wire.Draw, drawn: wire.Drawn) -> bool:
    return (
        (drawn.width, drawn.height) == (asked.width, asked.height)
        and drawn.stride >= drawn.width * 4
        and drawn.stride * drawn.height <= wire.BLOCK_BYTES
    )


def _is_length(points: float) -> bool:
    return 0 < points < math.inf


def _is_box(box: Rect) -> bool:
    return all(map(math.isfinite, (box.left, box.top, box.right, box.bottom)))


def _is_target(target: object, pages: int) -> bool:
    if isinstance(target, Inside):
        return 0 <= target.place.page < pages and math.isfinite(target.place.y)
    if isinstance(target, Outside):
        return target.uri.lower().startswith(("http://", "https://", "mailto:"))
    return True
