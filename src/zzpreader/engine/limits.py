"""How long a worker may take for an answer, and how much memory."""

from zzpreader import wire
from zzpreader.wire import Request

LONGER_SECONDS = 60
"""For a page that a person wants to wait for."""

_MIB = 1024 * 1024
_USUAL_BYTES = 1024 * _MIB
"""Of address space, of which a worker that has read nothing yet occupies a quarter."""

_HUNGRY = (wire.Open, wire.Draw, wire.DrawPng, wire.SetNotes, wire.WriteCopy, wire.ReadAttachment)
"""For these a worker may take all that it has: pictures as pixels, and whole files."""

_SECONDS: dict[type, float] = {
    wire.Open: 20,  # half of it for a machine that is slow to load what a worker needs
    wire.Draw: 10,
    wire.DrawPng: 60,
    wire.SetNotes: 120,
    wire.WriteCopy: 120,
    wire.ReadPages: 10,
    wire.ReadOutline: 10,
    wire.ReadText: 5,
    wire.ReadFlow: 10,
    wire.ReadPrinted: 10,
    wire.ReadPlain: 5,
    wire.ReadLinks: 5,
    wire.ReadMarks: 10,
    wire.ReadIdsInside: 10,
    wire.ReadSpaces: 10,
    wire.GatherLines: 5,
    wire.ReadStructure: 10,
    wire.ReadFingerprints: 5,
    wire.ReadDigest: 120,
    wire.ReadAttachments: 10,
    wire.ReadAttachment: 60,
    wire.Find: 5,
    wire.TakeTexts: 5,
}
_OVER_PAGES = (wire.GatherLines, wire.ReadFingerprints, wire.ReadIdsInside, wire.ReadPlain, wire.ReadPrinted, wire.Find)
_SECONDS_A_PAGE = 0.5
_SECONDS_A_PAGE_STUDIED = 0.1


def limit_seconds(request: Request) -> float:
    """For requests over many pages every page counts."""
    seconds = _SECONDS[type(request)]
    if isinstance(request, wire.ReadStructure):
        seconds += _SECONDS_A_PAGE_STUDIED * request.count
    elif isinstance(request, _OVER_PAGES) and not (isinstance(request, wire.Find) and request.within_ms):
        seconds += _SECONDS_A_PAGE * min(request.count, 1000)
    return seconds


def limit_bytes(request: Request) -> int | None:
    """Of memory, besides the document itself; None for all that the worker has taken (`worker/confine.py`)."""
    return None if isinstance(request, _HUNGRY) else _USUAL_BYTES
