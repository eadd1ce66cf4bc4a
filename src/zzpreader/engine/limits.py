"""How long a worker may take for an answer."""

from zzpreader import wire
from zzpreader.wire import Request

_SECONDS: dict[type, float] = {
    wire.Open: 10,
    wire.Draw: 10,
    wire.DrawPng: 60,
    wire.ReadPages: 10,
    wire.ReadOutline: 10,
    wire.ReadText: 5,
    wire.ReadLinks: 5,
    wire.ReadLines: 5,
    wire.ReadFingerprints: 5,
    wire.ReadDigest: 120,
    wire.Find: 5,
}
_SECONDS_A_PAGE = 0.5


def limit_seconds(request: Request) -> float:
    """For requests over many pages every page counts."""
    seconds = _SECONDS[type(request)]
    if isinstance(request, wire.ReadLines | wire.ReadFingerprints | wire.Find):
        seconds += _SECONDS_A_PAGE * min(request.count, 1000)
    return seconds
